"""Our pages, printed: everything stands where the Secretariat prints it, in points from the upper left corner."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from bench.pages import WRITERS, beside, originals
from bench.printed import Pages, Word, read, tokens
from drafting.outline import Outline, Sponsor
from exports import word
from tests.exports.word_drafts import ENGLISH, OP, PP, W, draft

GROUP = (
    "On behalf of the States Members of the United Nations that are members of the Group of African States."
)
NOTES = 101
LONG = replace(
    draft(
        ENGLISH.masthead,
        ENGLISH.title,
        "*The General Assembly*,",
        [
            (PP, 0, f"*Recalling* the report on the {'coasts and their ' * 12}people, which is number {at},[^n{at}]")
            for at in range(1, NOTES + 1)
        ]
        + [(OP, 0, "*Decides* to act;"), (OP, 0, "*Decides also* to remain seized of the matter.")],
        [f"A/81/{at}." for at in range(1, NOTES + 1)],
    ),
    masthead=replace(
        ENGLISH.masthead, sponsors=(Sponsor("Kenya", starred=True), Sponsor("Togo")), on_behalf_of=GROUP
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(soffice: Callable[[bytes], bytes], tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """A long draft with a group note and many notes, as LibreOffice prints it."""
    pdf = tmp_path_factory.mktemp("pages") / "long.pdf"
    pdf.write_bytes(soffice(word.write(LONG)))
    return read(pdf)


def place(pages: Pages, words: str, page: int = 1) -> Word:
    """Give where words stand first on a page."""
    found = (line.find(tokens(words)) for line in pages.lines if line.page == page)
    return next(each for each in found if each)


@pytest.mark.parametrize(
    ("words", "left", "y"),
    [
        ("United Nations", 123.4, 57.8),
        ("General Assembly", 123.4, 86.4),
        ("Distr Limited", 397.0, 86.6),
        ("10 October 2026", 397.0, 98.4),
        ("Original English", 397.0, 122.4),
        ("Eighty first session", 60.0, 222.3),
        ("Third Committee", 60.0, 235.5),
        ("Agenda item 71 b", 60.0, 247.7),
        ("Early warning for coastal communities", 60.0, 259.7),
        ("Kenya", 123.4, 289.7),
        ("The General Assembly", 147.1, 339.3),
        ("Recalling the report", 147.1, 357.3),
    ],
)
def test_the_first_page_begins_where_it_is_printed(pages: Pages, words: str, left: float, y: float) -> None:
    found = place(pages, words)
    assert (found.left, found.y) == (pytest.approx(left, abs=1), pytest.approx(y, abs=1))


def test_the_symbol_ends_at_the_margin_on_its_line(pages: Pages) -> None:
    line = next(line for line in pages.lines if line.find(["C", "3", "81", "L", "7"]))
    assert line.words[-1].right == pytest.approx(552, abs=1)
    assert line.words[-1].y == pytest.approx(56.5, abs=1)


def test_running_headers_and_page_numbers_stand_on_the_outer_side(pages: Pages) -> None:
    for page in range(2, pages.count + 1):
        lines = [line for line in pages.lines if line.page == page]
        above, number = lines[0].words, lines[-1].words
        assert (above[0].text, number[0].text) == ("A/C.3/81/L.7", f"{page}/{pages.count}")
        assert (above[0].y, number[0].y) == (pytest.approx(59.0, abs=1), pytest.approx(755.3, abs=1))
        for each in (above, number):
            edge = each[-1].right if page % 2 else each[0].left
            assert edge == pytest.approx(552 if page % 2 else 60, abs=1)
        assert lines[1].words[0].y == pytest.approx(84.5, abs=1)


def test_notes_end_as_low_as_they_are_printed(pages: Pages) -> None:
    lowest = {line.page: line.words[-1].y for line in pages.lines if line.find(["A", "81"]) and line.size < 9}
    assert lowest.pop(1) == pytest.approx(703.8, abs=1)
    assert len(lowest) > 5
    assert all(each == pytest.approx(732.5, abs=1) for each in lowest.values())


def test_numbers_of_notes_end_in_one_column_before_their_words(pages: Pages) -> None:
    notes = [line for line in pages.lines if line.size < 9 and line.find(["A", "81"])]
    assert [line.words[0].text for line in notes] == [str(at) for at in range(1, NOTES + 1)]
    for line in notes:
        assert line.words[0].right == pytest.approx(119.6, abs=1)
        assert line.words[1].left == pytest.approx(123.4, abs=1)


def test_the_asterisk_of_a_group_note_stands_once_in_the_line_and_once_at_the_foot(pages: Pages) -> None:
    assert [each.text for line in pages.lines for each in line.words if "*" in each.text] == ["*", "*"]
    assert re.search("Requires=.w15.><w:t>\\*</w:t>", _part(LONG, "footnotes").decode())


def test_the_end_is_marked_by_a_rule_of_an_inch_below_the_text() -> None:
    mark = list(etree.fromstring(_part(LONG, "document")).iter(f"{W}p"))[-1].find(f"{W}pPr")
    rule, room, indent = (mark.find(f"{W}{tag}") for tag in (f"pBdr/{W}bottom", "spacing", "ind"))
    assert rule.get(f"{W}sz") == "2"
    assert (room.get(f"{W}line"), room.get(f"{W}lineRule")) == ("480", "exact")
    assert 9840 - int(indent.get(f"{W}left")) - int(indent.get(f"{W}right")) == 1440


def test_the_rule_above_notes_is_typed_and_begins_left_of_them() -> None:
    rules = list(etree.fromstring(_part(LONG, "footnotes")))[:2]
    for rule in rules:
        assert rule.find(f".//{W}t").text == "_" * 18
        assert rule.find(f".//{W}ind").get(f"{W}left") == "792"


@pytest.mark.parametrize("name", ["Normal", "__Single Txt", "_ H_1", "_ H _Ch", "_ H __M", "XLarge", "_ H_2/3", "Session"])  # fmt: skip
def test_styles_have_the_values_that_the_secretariat_gives_them(name: str, corpus: Path) -> None:
    theirs = next((corpus / "word").glob("*.docx")).read_bytes()
    assert _style(word.write(ENGLISH), name) == _style(theirs, name)


def _style(content: bytes, name: str) -> dict[str, str]:
    """Give what a style says of letters and lines, with what it takes from those it is based on."""
    with ZipFile(BytesIO(content)) as file:
        root = etree.fromstring(file.read("word/styles.xml"))
    by_id = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
    style = next(each for each in by_id.values() if each.find(f"{W}name").get(f"{W}val") == name)
    said: dict[str, str] = {}
    while style is not None:
        for tag in ("pPr/spacing", "pPr/ind", "pPr/jc", "rPr/sz", "rPr/w", "rPr/spacing"):
            found = style.find("/".join(f"{W}{each}" for each in tag.split("/")))
            for key, value in found.attrib.items() if found is not None else ():
                said.setdefault(f"{tag} {key.removeprefix(W)}", value)
        based = style.find(f"{W}basedOn")
        style = by_id.get(based.get(f"{W}val")) if based is not None else None
    return said


def _part(outline: Outline, name: str) -> bytes:
    with ZipFile(BytesIO(word.write(outline))) as file:
        return file.read(f"word/{name}.xml")


def test_drafts_have_as_many_pages_as_were_printed_and_most_lines_end_alike(
    corpus: Path, tmp_path: Path
) -> None:
    drafts = originals(corpus, {"drafts": WRITERS["drafts"]})
    assert drafts
    for each in drafts:
        told = beside(each, tmp_path, scales=[101])
        assert abs(told["pages"] - told["printed pages"]) <= (told["printed pages"] > 10), each.name
        assert told["lines ending alike"] >= 80, each.name
        for part in ("organ", "symbol", "distribution", "date"):
            assert told["points apart"][part] <= 3, (each.name, part)
        assert told["points apart"]["first paragraph from session"] <= 3, each.name
