"""The compilation text and the amendment log as pages to print."""

from lxml import html

from drafting.languages import LANGUAGES
from drafting.outline import Kind
from drafting.text import plain
from exports import print_tables
from tests.exports.kinds_of_document import a_compilation, a_log, proposed


def test_a_compilation_to_print_has_new_words_bold_struck_words_struck_and_the_names_behind_them():
    for language in LANGUAGES:
        page = html.fromstring(print_tables.write_compilation(a_compilation(language)).decode())
        assert page.get("dir") == ("rtl" if LANGUAGES[language].rtl else "ltr")
        text, (first, second) = proposed(language)
        for change in (*first.changes, *second.changes):
            if change.text and not change.edits and change.paragraph_kind is not Kind.NOTE:
                bold = " ".join(each.text_content() for each in page.iterfind(".//b"))
                assert plain(change.text)[:20] in bold
        struck = " ".join(each.text_content() for each in page.iterfind(".//s"))
        assert plain(text.by_id["p1"].text)[:20] in struck
        assert {"Norway", "Kenya", "Fiji"} <= set(
            " ".join(page.itertext())
            .replace("،", " ")
            .replace("、", " ")
            .replace(",", " ")
            .replace("]", " ")
            .split()
        )


def test_a_log_to_print_has_a_row_for_each_amendment_and_escapes_what_it_says():
    page = html.fromstring(print_tables.write_log(a_log("en")).decode())
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [row[0] for row in rows] == ["1", "2 → 1"]
    assert rows[0][1] == "NorwayKenya"
    assert rows[1][3].startswith("<&>")
    assert "withdrawn" in rows[1][4]
