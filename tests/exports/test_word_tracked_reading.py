"""Word files with tracked changes read: the base, what each author makes of it, and what cannot be read."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from amendments.changes import Proposal, insert, reword
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.messages import Unreadable
from drafting.outline import Kind, Outline
from drafting.text import markup, parse
from exports import word
from tests.exports.test_word_read import plain_file, saved, told
from tests.exports.test_word_tracked import AUTHORS, BASE, CASES
from tests.exports.word_drafts import DRAFTS, ENGLISH

BY = 'w:id="1" w:author="{}" w:date="2026-10-09T15:30:00Z"'


def run(words: str, tag: str = "t", look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def ins(author: str, content: str) -> str:
    return f"<w:ins {BY.format(author)}>{content}</w:ins>"


def struck(author: str, words: str) -> str:
    return f"<w:del {BY.format(author)}>{run(words, 'delText')}</w:del>"


def paragraph(content: str, mark: str = "") -> str:
    look = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p {nsdecls('w')}>{look}{content}</w:p>"


def end(author: str, tag: str = "ins") -> str:
    return f"<w:{tag} {BY.format(author)}/>"


def file_of(*paragraphs: str) -> Document:
    """Make a file whose paragraphs below the enacting line are given as XML."""
    document = plain_file()
    for each in paragraphs:
        document.element.body.insert(-1, parse_xml(each))
    return document


def operative(outline: Outline) -> list[str]:
    return [markup(each.text).replace("*", "") for each in outline.of(Kind.OPERATIVE)]


FIRST = paragraph(run("1. Calls upon all States to act;"))
LAST = paragraph(run("2. Decides to remain seized of the matter."))


@pytest.mark.parametrize("case", CASES)
def test_our_tracked_file_gives_back_the_base_and_the_revision(case: str) -> None:
    text = merge(BASE, [Proposal("a1", CASES[case])]).manuscript
    file = word.changes_of(word.write_tracked(text, AUTHORS), "en")
    assert told(file.base) == told(ENGLISH)
    assert file.authors == ("Norway",)
    assert told(file.reads(["Norway"])) == told(text.outline)
    assert file.unread == ()


@pytest.mark.parametrize("language", DRAFTS)
def test_in_every_language_each_author_makes_of_the_text_what_was_proposed(language: str) -> None:
    base = manuscript(DRAFTS[language])
    preambular = next(each for each in base.paragraphs if each.kind is Kind.PREAMBULAR)
    last = [each for each in base.paragraphs if each.kind is Kind.OPERATIVE][-1]
    proposals = [
        Proposal("a1", (reword(base, last.id, (*last.text[:1], *last.text[2:])),)),
        Proposal("a2", (insert(base, "enacting", "new", preambular.text[:4], Kind.PREAMBULAR),)),
    ]
    file = word.changes_of(word.write_tracked(merge(base, proposals).manuscript, AUTHORS), language)
    assert told(file.base) == told(DRAFTS[language])
    for name, proposal in zip(("Norway", "Fiji"), proposals, strict=True):
        assert told(file.by_author()[name]) == told(merge(base, [proposal]).manuscript.outline)


def test_a_paragraph_that_comes_is_read_in_both_forms_in_which_word_writes_it() -> None:
    own = paragraph(ins("Fiji", run("2. Thanks all;")), end("Fiji"))
    for new in (
        (FIRST, own, LAST),
        (paragraph(run("1. Calls upon all States to act;"), end("Fiji")), paragraph(ins("Fiji", run("2. Thanks all;"))), LAST),
    ):  # fmt: skip
        file = word.changes_of(saved(file_of(*new)), "en")
        assert operative(file.base) == [
            "Calls upon all States to act;",
            "Decides to remain seized of the matter.",
        ]
        assert operative(file.reads(["Fiji"]))[:2] == ["Calls upon all States to act;", "Thanks all;"]


def test_a_paragraph_that_goes_is_read_in_both_forms_in_which_word_writes_it() -> None:
    middle = "2. Thanks all;"
    for old in (
        (FIRST, paragraph(struck("Fiji", middle), end("Fiji", "del")), LAST),
        (paragraph(run("1. Calls upon all States to act;"), end("Fiji", "del")), paragraph(struck("Fiji", middle)), LAST),
    ):  # fmt: skip
        file = word.changes_of(saved(file_of(*old)), "en")
        assert operative(file.base)[1] == "Thanks all;"
        assert operative(file.reads(["Fiji"])) == [
            "Calls upon all States to act;",
            "Decides to remain seized of the matter.",
        ]


def test_what_moves_goes_in_one_place_and_comes_in_another() -> None:
    gone = f"<w:moveFrom {BY.format('Fiji')}>{run('2. Thanks all;')}</w:moveFrom>"
    came = f"<w:moveTo {BY.format('Fiji')}>{run('2. Thanks all;')}</w:moveTo>"
    file = word.changes_of(
        saved(
            file_of(
                paragraph(came, end("Fiji", "moveTo")), FIRST, paragraph(gone, end("Fiji", "moveFrom")), LAST
            )
        ),
        "en",
    )
    assert operative(file.base)[:2] == ["Calls upon all States to act;", "Thanks all;"]
    assert operative(file.reads(["Fiji"]))[:2] == ["Thanks all;", "Calls upon all States to act;"]


def test_changes_within_a_link_and_of_italics_are_read() -> None:
    linked = paragraph(
        run("1. Recalls ")
        + f'<w:hyperlink w:anchor="a">{ins("Fiji", run("resolution "))}{run("64/293")}{struck("Fiji", " (I)")}</w:hyperlink>'
        + run(" as ")
        + run("agreed", look=f"<w:i/><w:rPrChange {BY.format('Fiji')}><w:rPr/></w:rPrChange>")
        + run(";")
    )
    file = word.changes_of(saved(file_of(linked, LAST)), "en")
    was, now = (
        markup(next(each.of(Kind.OPERATIVE)).text).partition(" ")[2]
        for each in (file.base, file.reads(["Fiji"]))
    )
    assert was == "[64/293 (I)](#a) as agreed;"
    assert now == "[resolution 64/293](#a) as *agreed*;"
    assert file.unread == ()


def test_two_authors_in_one_paragraph_are_read_each_alone_and_together() -> None:
    both = paragraph(
        run("1. Calls upon ") + struck("Fiji", "all ") + run("States ") + ins("Norway", run("and others ")) + run("to act;")
    )  # fmt: skip
    file = word.changes_of(saved(file_of(both, LAST)), "en")
    assert file.authors == ("Fiji", "Norway")
    assert operative(file.reads(["Fiji"]))[0] == "Calls upon States to act;"
    assert operative(file.reads(["Norway"]))[0] == "Calls upon all States and others to act;"
    assert operative(file.reads(file.authors))[0] == "Calls upon States and others to act;"


def reasons(document: Document) -> list[tuple[str, str, str]]:
    return [
        (each.author, each.words, str(each.why)) for each in word.changes_of(saved(document), "en").unread
    ]


def test_what_only_looks_otherwise_is_named() -> None:
    bold = run("to act", look=f"<w:b/><w:rPrChange {BY.format('Fiji')}><w:rPr/></w:rPrChange>")
    found = reasons(file_of(paragraph(run("1. Calls upon all States ") + bold + run(";")), LAST))
    assert found == [("Fiji", "to act", "Only how it looks is changed, not what it says.")]


def test_changes_in_tables_and_to_the_words_of_others_are_named() -> None:
    document = file_of(
        FIRST,
        paragraph(run("2. Thanks ") + ins("Norway", run("all ") + struck("Fiji", "kind ")) + run("States.")),
    )
    cells = document.add_table(1, 2).rows[0].cells
    cells[0]._tc.append(parse_xml(paragraph(ins("Kenya", run("a figure")))))
    assert reasons(document) == [
        ("Fiji", "kind", "It strikes what Norway inserts."),
        ("Kenya", "a figure", "It stands in a table, which is left out."),
    ]


def test_changes_in_the_running_header_are_named() -> None:
    document = file_of(FIRST, LAST)
    header = document.sections[0].header
    document.sections[0].different_first_page_header_footer = True
    header.paragraphs[0]._p.append(
        parse_xml(f"<w:ins {nsdecls('w')} {BY.format('Fiji')}>{run('Draft 2')}</w:ins>")
    )
    assert reasons(document) == [("Fiji", "Draft 2", "It stands in a header or footer of the pages.")]


def test_a_change_that_makes_no_difference_and_one_that_leaves_no_draft_are_named() -> None:
    spaced = paragraph(run("1. Calls upon all States to act;") + ins("Fiji", run("  ")))
    gone = paragraph(struck("Norway", "2. Decides to remain seized of the matter."), end("Norway", "del"))
    all_gone = paragraph(struck("Norway", "1. Calls upon all States to act;"), end("Norway", "del"))
    assert [why for _, _, why in reasons(file_of(spaced, LAST))] == ["It changes nothing that is read."]
    assert reasons(file_of(all_gone, gone))[0][2].startswith("It leaves no draft: ")


def test_comments_are_read_with_the_words_beside_which_they_stand() -> None:
    document = file_of(FIRST, LAST)
    document.add_comment(document.paragraphs[-2].runs, "Too weak.", author="Elin Dahl", initials="ED")
    file = word.changes_of(saved(document), "en")
    assert [(each.author, str(each)) for each in file.comments] == [
        ("Elin Dahl", "“1. Calls upon all States to act;”: Too weak.")
    ]
    assert file.authors == ("Elin Dahl",)


def test_changes_in_a_note_are_its_authors() -> None:
    text = merge(BASE, [Proposal("a1", (reword(BASE, "n1", parse("Resolution 70/1, annex.")),))]).manuscript
    content = word.write(BASE.outline)
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/footnotes.xml":
                more = f"{ins('Norway', run(', annex'))}".replace("<w:rPr></w:rPr>", "")
                part = part.replace(
                    b"Resolution 70/1.", b"Resolution 70/1</w:t></w:r>" + more.encode() + b"<w:r><w:t>.", 1
                )
            new.writestr(name, part)
    file = word.changes_of(out.getvalue(), "en")
    assert told(file.base) == told(ENGLISH)
    assert told(file.reads(["Norway"])) == told(text.outline)


def test_a_file_that_is_no_draft_without_its_changes_is_refused() -> None:
    with pytest.raises(Unreadable):
        word.changes_of(saved(file_of(paragraph(ins("Fiji", run("1. Decides so."))))), "en")
