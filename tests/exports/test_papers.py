"""Papers about a draft: amendments, addenda and corrigenda, in the six languages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from amendments import changes
from amendments.changes import Proposal
from amendments.instructions import read
from amendments.merge import merge
from drafting.document_words import DOCUMENT_WORDS, amendment_line
from drafting.manuscript import Manuscript, manuscript
from drafting.messages import Refused
from drafting.numbering import note_numbers
from drafting.outline import Kind, Masthead, Outline
from drafting.text import Text, Word, markup, parse, plain
from exports import amendment_documents, issuing, paper_text, pdf
from exports.addenda import addendum
from exports.amendment_paper import written
from exports.corrigenda import corrections, corrigendum
from exports.papers import Paper, Stands, own_masthead
from exports.word import write_paper
from tests.amendments import any_drafts, negotiations
from tests.amendments.printed import reads
from tests.exports.word_drafts import DRAFTS, ENGLISH, W, letters_of

every_language = pytest.mark.parametrize("language", DRAFTS)


def amending(draft: Manuscript, made: tuple[changes.Change, ...]) -> Paper:
    line = amendment_line(replace(draft.masthead, symbol="A/C.3/81/L.7"), ["Kenya"])
    return written(draft, made, own_masthead(draft.masthead), line)


def followed(draft: Manuscript, name: str, content: bytes) -> Outline:
    """The draft as a document amends it, every instruction of which must be understood."""
    found = read(draft, amendment_documents.read(name, content))
    assert [(each.words, str(each.why)) for each in found.unread] == []
    return merge(draft, [Proposal("read", found.changes)]).manuscript.outline


def understood(draft: Manuscript, document: list[str]) -> tuple[list[str], object]:
    """What of a document cannot be followed, and what the rest makes of the draft."""
    found = read(draft, document)
    try:
        made: object = reads(merge(draft, [Proposal("read", found.changes)]).manuscript.outline)
    except Refused as refused:
        made = str(refused)
    return [str(each.why) for each in found.unread], made


def paragraphs(paper: Paper) -> list[tuple[Stands, str, str]]:
    return [(each.stands, each.number, markup(each.text)) for each in paper.paragraphs]


@every_language
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_amendment_is_read_back_from_its_own_document(language: str, data: st.DataObject) -> None:
    draft = data.draw(any_drafts.drafts(language))
    proposal = data.draw(any_drafts.amendments(draft))
    expected = reads(merge(draft, [proposal]).manuscript.outline)
    paper = amending(draft, proposal.changes)
    assert reads(followed(draft, "amendment.docx", write_paper(paper))) == expected
    assert reads(followed(draft, "amendment.txt", paper_text.write(paper).encode())) == expected


@every_language
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_documents_of_a_negotiation_say_what_the_wording_says(language: str, data: st.DataObject) -> None:
    draft = data.draw(negotiations.drafts(language))
    assume(len(note_numbers(draft.outline.provisions)) == len([*draft.outline.of(Kind.NOTE)]))
    made = data.draw(negotiations.proposals_to(draft, "a1")).changes
    paper = amending(draft, made)
    lines = list(amendment_documents.lines(draft, made))
    word = amendment_documents.read("amendment.docx", write_paper(paper))
    assert understood(draft, word) == understood(draft, [each for each in lines if each])
    printed, said = (
        amendment_documents.read("amendment.txt", text.encode())
        for text in (paper_text.write(paper), "\n".join(lines))
    )
    assert understood(draft, printed) == understood(draft, said)


def test_new_paragraphs_stand_without_number_below_their_instruction_and_a_single_one_bears_none() -> None:
    text = manuscript(ENGLISH)
    new = changes.insert(text, "p8", "new", parse("*Thanks* all;"))
    gone = changes.delete(text, "p13")
    assert paragraphs(amending(text, (new, gone))) == [
        (Stands.NUMBERED, "1.", "After operative paragraph 1, insert a new operative paragraph, reading:"),
        (Stands.NEW, "", "*Thanks* all;"),
        (Stands.NUMBERED, "2.", "Delete operative paragraph 4."),
    ]
    assert paragraphs(amending(text, (gone,))) == [(Stands.SENTENCE, "", "Delete operative paragraph 4.")]


def test_notes_are_notes_of_word_with_asterisks_and_figures_those_of_the_draft(
    soffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    text = manuscript(ENGLISH)
    words = (*parse("*Thanks* all,[^n1] as reported,"), Word("", note="x"))
    made = (
        changes.insert(text, "p8", "new", words),
        changes.insert(text, "n2", "x", parse("[A/81/12](https://docs.un.org/A/81/12)."), Kind.NOTE),
    )
    content = write_paper(amending(text, made))
    with ZipFile(BytesIO(content)) as file:
        document, notes = (
            etree.fromstring(file.read(f"word/{each}.xml")) for each in ("document", "footnotes")
        )
    [reference] = document.iter(f"{W}footnoteReference")
    assert reference.get(f"{W}customMarkFollows") == "1"
    assert letters_of(document).endswith("Thanks all,1 as reported,*")
    assert letters_of(notes).endswith("*A/81/12.")
    assert reads(followed(text, "a.docx", content)) == reads(
        merge(text, [Proposal("a", made)]).manuscript.outline
    )
    assert soffice(content).startswith(b"%PDF")


def test_a_note_of_the_sponsors_keeps_its_asterisk_and_those_of_the_text_have_one_more() -> None:
    text = manuscript(ENGLISH)
    made = (
        changes.insert(text, "p8", "new", (*parse("*Thanks* all,"), Word("", note="x"))),
        changes.insert(text, "n2", "x", parse("A/81/12."), Kind.NOTE),
    )
    head = replace(own_masthead(ENGLISH.masthead), on_behalf_of="Any changes will be reflected.")
    paper = written(text, made, head, "Kenya:* amendment to draft resolution A/C.3/81/L.7")
    assert [plain(each.text) for each in paper.paragraphs][1] == "Thanks all,**"
    assert {mark: plain(note) for mark, note in paper.notes.items()} == {"**": "A/81/12."}
    expected = reads(merge(text, [Proposal("a", made)]).manuscript.outline)
    assert reads(followed(text, "a.docx", write_paper(paper))) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Fiji and Kenya: amendment to revised draft resolution A/C.3/81/L.7/Rev.1"),
        ("fr", "Fiji et Kenya\u00a0: amendement au projet de résolution révisé A/C.3/81/L.7/Rev.1"),
        ("es", "Fiji y Kenya: enmienda al proyecto de resolución revisado A/C.3/81/L.7/Rev.1"),
        ("ru", "Fiji и Kenya: поправка к пересмотренному проекту резолюции A/C.3/81/L.7/Rev.1"),
        ("zh", "Fiji和Kenya：对订正决议草案A/C.3/81/L.7/Rev.1的修正案"),
        ("ar", "Fiji وKenya: تعديل على مشروع القرار المنقح A/C.3/81/L.7/Rev.1"),
    ],
)
def test_the_line_says_who_amends_what(language: str, line: str) -> None:
    draft = Masthead(language, symbol="A/C.3/81/L.7/Rev.1")
    assert amendment_line(draft, ["Fiji", "Kenya"]) == line
    assert amendment_documents.below_masthead([line, "text"]) == ["text"]
    sub = amendment_line(draft, ["Fiji"], ["Kenya"])
    assert amendment_documents.below_masthead([sub, "text"]) == ["text"]


@every_language
def test_an_addendum_names_who_joined_and_who_left(language: str) -> None:
    draft = DRAFTS[language]
    paper = addendum(draft.masthead, draft.provisions[0].text, ["A", "B"], ["C"])
    assert paper.head.symbol == "A/C.3/81/L.7/Add.1"
    assert paper.part == DOCUMENT_WORDS[language].addendum
    said = [plain(each.text) for each in paper.paragraphs]
    assert said[1::2][1] == "C"
    assert said[1].startswith("A")
    assert len(set(said)) == 4


def test_a_corrigendum_says_for_and_read_or_the_paragraph_as_it_should_be() -> None:
    texts = {
        "p7": "*Noting with grave concern* that warnings reach too few people in time,",
        "p12": "*Encourages* the wide sharing and use of A/C.3/81/CRP.4/Rev.1 in full;",
    }
    provisions = tuple(
        replace(each, text=parse(texts[each.id]) if each.id in texts else each.text)
        for each in ENGLISH.provisions
        if each.id != "p11"
    )
    head = replace(ENGLISH.masthead, agenda_item="71 (c)")
    paper = corrigendum(ENGLISH, replace(ENGLISH, masthead=head, provisions=provisions))
    assert paper.head.symbol == "A/C.3/81/L.7/Corr.1"
    assert [said for _, _, said in paragraphs(paper)] == [
        "*For* “Agenda item 71 (b)” *read* “Agenda item 71 (c)”",
        "Delete operative paragraph 2 (b).",
        "Third preambular paragraph",
        "*For* “*with concern*” *read* “*with grave concern*”",
        "Operative paragraph 3",
        "The text should read:",
        "*Encourages* the wide sharing and use of A/C.3/81/CRP.4/Rev.1 in full;",
    ]


words = st.lists(
    st.sampled_from("all States the women , and girls *Recalls* 64/293 [^1] of".split()), max_size=9
)
texts = words.map(lambda each: parse(" ".join(each)))


@settings(max_examples=300, deadline=None)
@given(texts, texts, texts, texts)
def test_corrections_found_once_in_the_text_make_the_other_of_it(a: Text, b: Text, c: Text, d: Text) -> None:
    def bare(text: Text) -> list[tuple[str, bool]]:
        return [(each.text, each.italic) for each in text]

    old, new = (*a, *b, *c), (*a, *d, *c)
    said = corrections(old, new) or []
    corrected = bare(old)
    for was, now in reversed(said):
        letters = [each.text for each in was]
        every = [each.text for each in old]
        [at] = [at for at in range(len(every)) if every[at : at + len(letters)] == letters]
        corrected[at : at + len(letters)] = bare(now)
    assert corrected == bare(new) or not said


@every_language
@pytest.mark.parametrize("make", [addendum, corrigendum])
def test_every_paper_is_a_word_file_whose_styles_are_there(language: str, make: Callable[..., Paper]) -> None:
    draft = DRAFTS[language]
    other = replace(draft, provisions=(*draft.provisions[:2], *draft.provisions[3:]))
    given = (draft, other) if make is corrigendum else (draft.masthead, parse("Title"), ["A"])
    content = write_paper(make(*given))
    opened = docx.Document(BytesIO(content))
    assert DOCUMENT_WORDS[language].addendum or opened
    with ZipFile(BytesIO(content)) as file:
        styles = {
            each.get(f"{W}styleId")
            for each in etree.fromstring(file.read("word/styles.xml")).iter(f"{W}style")
        }
        used = {
            each.get(f"{W}val")
            for each in etree.fromstring(file.read("word/document.xml")).iter(f"{W}pStyle")
        }
    assert used <= styles


@every_language
def test_a_draft_is_a_page_to_print_that_needs_no_other_file(language: str) -> None:
    draft = DRAFTS[language]
    made = issuing.draft(draft, "draft").write(".html").decode()
    page = etree.fromstring(made.encode(), etree.HTMLParser())
    assert (page.get("lang"), page.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    letters = " ".join("".join(page.itertext()).split())
    for provision in draft.provisions:
        assert plain(provision.text).split()[0] in letters
    assert not page.xpath("//script|//link|//img")
    anchors = {each.get("id") for each in page.iter() if isinstance(each.tag, str)}
    assert {each[1:] for each in page.xpath("//sup/a/@href")} <= anchors


def test_a_paper_comes_in_every_format_and_says_which_it_has_not(
    soffice: Callable[[bytes], bytes],
) -> None:
    made = issuing.paper(addendum(ENGLISH.masthead, parse("Title"), ["Fiji"]), "addendum")
    starts: Mapping[str, bytes] = {
        ".docx": b"PK",
        ".pdf": b"%PDF",
        ".txt": b"United Nations",
        ".html": b"<!doctype",
    }
    for suffix, start in starts.items():
        assert made.write(suffix).startswith(start), suffix
    with pytest.raises(Exception, match=r"there are \.docx, \.pdf, \.txt, \.html"):
        made.write(".json")


def test_without_libreoffice_a_pdf_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not pdf.available()
    with pytest.raises(Exception, match="LibreOffice, which is not installed here"):
        pdf.write(b"")


def test_instructions_that_are_numbered_as_arabic_does_are_read() -> None:
    text = manuscript(DRAFTS["ar"])
    made = (changes.delete(text, "p1"), changes.delete(text, "p6"))
    paper = amending(text, made)
    dashed = [replace(each, number=each.number.replace(".", " -")) for each in paper.paragraphs]
    expected = reads(merge(text, [Proposal("a", made)]).manuscript.outline)
    assert reads(followed(text, "a.docx", write_paper(replace(paper, paragraphs=dashed)))) == expected
