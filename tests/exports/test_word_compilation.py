"""A compilation as it is printed and as a Word file: nothing is lost, and rejecting all gives the text."""

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from lxml import etree

from amendments.changes import Proposal, delete, insert, join, move, reword
from amendments.merge import merge
from drafting.manuscript import manuscript
from drafting.outline import Kind
from drafting.text import parse, plain
from exports import word
from exports.compilation import Look, lines
from exports.word import compilation as printed
from exports.word.compilation_tracked import write_tracked
from tests.amendments.negotiations import negotiations
from tests.exports.compilations import NAMES, compilation
from tests.exports.test_word_written import printed as letters_of_pdf
from tests.exports.test_word_written import without_spaces
from tests.exports.word_drafts import DRAFTS, ENGLISH, OP, PP, W, letters_of

BASE = manuscript(ENGLISH)
PROPOSALS = [
    Proposal(
        "a1",
        (
            reword(BASE, "p8", parse("*Calls upon* all Member States to exchange what they know;[^n9]")),
            insert(BASE, "n2", "n9", parse("See *A Report*."), Kind.NOTE),
            insert(BASE, "p12", "x", parse("*Requests* a report;"), OP),
        ),
    ),
    Proposal(
        "a2",
        (
            reword(BASE, "p8", parse("*Calls upon* all to share what they know, as set out there;[^n1]")),
            delete(BASE, "p7"),
        ),
    ),
    Proposal("a3", (move(BASE, "p12", "p7"), join(BASE, "p4"))),
    Proposal("a4", (reword(BASE, "p7", parse("*Noting with alarm* that warnings reach too few in time,")),)),
]


def parts(content: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(content)) as file:
        return {name: etree.fromstring(file.read(name)) for name in file.namelist()}


def rejected(content: bytes) -> bytes:
    """Reject every change of a file, by the definition of the format."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as file, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in file.namelist():
            root = etree.fromstring(file.read(name))
            for each in list(root.iter(f"{W}p")):
                if each.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
                    each.getparent().remove(each)
            for each in list(root.iter(f"{W}ins")):
                each.getparent().remove(each)
            for each in list(root.iter(f"{W}del")):
                parent, at = each.getparent(), each.getparent().index(each)
                parent[at : at + 1] = list(each)
            for tag in ("Text", "InstrText"):
                for each in root.iter(f"{W}del{tag}"):
                    each.tag = f"{W}t" if tag == "Text" else f"{W}instrText"
            for each in list(root.iter(f"{W}pPrChange")):
                _style, *old = each.find(f"{W}pPr")
                properties = each.getparent()
                for number in properties.findall(f"{W}numPr"):
                    properties.remove(number)
                properties[1:1] = old
                properties.remove(each)
            new.writestr(name, etree.tostring(root))
    return out.getvalue()


def body(content: bytes) -> list[str]:
    """Give what the paragraphs of a file say, without references to notes."""
    found = []
    for each in parts(content)["word/document.xml"].findall(f"{W}body/{W}p"):
        for run in list(each.iter(f"{W}r")):
            style = run.find(f"{W}rPr/{W}rStyle")
            if style is not None and style.get(f"{W}val") == "FootnoteReference":
                run.getparent().remove(run)
        found.append(letters_of(each).replace("\u200f", ""))  # keeps numbers of notes apart in Arabic
    return found


@given(negotiations())
@settings(max_examples=60)
def test_every_new_and_struck_word_is_printed_with_its_movers_names(drawn):
    draft, proposals = drawn
    found = compilation(draft, proposals)
    for paragraph, line in zip(found.paragraphs, lines(found), strict=True):
        shown = {look: Counter() for look in Look}
        for run in line.runs:
            shown[run.look].update(each.key for each in run.words)
        told = " ".join(each.text for run in line.runs if run.look is Look.NAMES for each in run.words)
        assert all(name in told for key in paragraph.keys for name in NAMES[key])
        for stretch in paragraph.stretches:
            if stretch.by or paragraph.struck:
                both = shown[Look.NEW] + shown[Look.STRUCK] + shown[Look.PLAIN]
                assert {each.key for each in stretch.words} <= set(both)
        opened = [each.text for run in line.runs if run.look is Look.SIGN for each in run.words]
        assert "".join(opened).count("[") == "".join(opened).count("]")


@given(negotiations())
@settings(max_examples=40, deadline=None)
def test_rejecting_every_tracked_change_gives_the_text(drawn):
    draft, proposals = drawn
    found = body(rejected(write_tracked(compilation(draft, proposals))))
    wanted = [plain(each.text) for each in draft.outline.provisions if each.kind is not Kind.NOTE]
    at = iter(found)
    missing = [each for each in wanted if not any(line.endswith(each) for line in at)]
    assert missing == []


def test_our_reader_finds_the_current_text_when_every_change_is_rejected():
    content = write_tracked(compilation(BASE, PROPOSALS))
    read = word.read(rejected(content), "en").outline
    assert [(each.kind, plain(each.text)) for each in read.provisions] == [
        (each.kind, plain(each.text)) for each in ENGLISH.provisions
    ]


def test_pandoc_finds_the_current_text_when_every_change_is_rejected(pandoc: Callable[..., str]) -> None:
    content = write_tracked(compilation(BASE, PROPOSALS))
    found = pandoc(content, "--track-changes=reject", "--to=plain", "--wrap=none")
    flat = re.sub(r"\s+|\[\d\]|[⁰¹²³]", "", found)
    for each in ENGLISH.provisions:
        assert re.sub(r"\s+", "", plain(each.text)) in flat
    assert "Requests" not in found


def test_each_change_is_its_movers_and_each_proposal_has_a_comment():
    found = parts(write_tracked(compilation(BASE, PROPOSALS)))
    document, comments = found["word/document.xml"], found["word/comments.xml"]
    authors = {each.get(f"{W}author") for each in document.iter(f"{W}ins", f"{W}del")}
    assert authors == {"Norway", "Fiji", "Samoa"}
    told = [(each.get(f"{W}author"), letters_of(each)) for each in comments.iter(f"{W}comment")]
    assert told == [
        ("Norway", "No. 1 – Norway, KenyaWhat a1 says."),
        ("Fiji", "No. 2 – FijiWhat a2 says."),
        ("Chile", "No. 3 – ChileWhat a3 says."),
        ("Samoa", "No. 4 – Samoa, TongaWhat a4 says."),
    ]
    for mark in ("RangeStart", "RangeEnd", "Reference"):
        ids = [each.get(f"{W}id") for each in document.iter(f"{W}comment{mark}")]
        assert sorted(ids) == ["0", "1", "2", "3"]


@given(negotiations())
@settings(max_examples=40, deadline=None)
def test_changes_have_the_forms_that_readers_accept(drawn):
    root = parts(write_tracked(compilation(*drawn)))["word/document.xml"]
    changes = list(root.iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))
    ids = [each.get(f"{W}id") for each in changes]
    assert len(ids) == len(set(ids))
    for each in changes:
        inside = {child.tag for child in each.iterdescendants()}
        assert f"{W}hyperlink" not in inside
        assert f"{W}commentRangeStart" not in inside
        if each.tag == f"{W}del":
            assert not inside & {f"{W}del", f"{W}ins", f"{W}t"}


def test_an_amendment_to_an_amendment_is_its_own_movers_change_inside_the_other():
    left = merge(BASE, PROPOSALS[:1]).manuscript
    inner = Proposal("a3", (reword(left, "x", parse("*Requests* a short report;")),))
    root = parts(write_tracked(compilation(BASE, [PROPOSALS[0], inner], {"a3": "a1"})))["word/document.xml"]
    assert [letters_of(each) for each in root.iter(f"{W}ins") if each.get(f"{W}author") == "Chile"] == [
        " short"
    ]


@pytest.mark.parametrize("language", DRAFTS)
def test_libreoffice_prints_every_name_and_every_new_word(
    language: str, soffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    base = manuscript(DRAFTS[language])
    first = next(each for each in base.paragraphs if each.kind is PP)
    changes = (insert(base, first.id, "new", parse("Quokka wombat"), PP), delete(base, first.id))
    found = compilation(base, [Proposal("a1", changes)])
    pages = letters_of_pdf(soffice(printed.write(found)), tmp_path / "compiled.pdf")
    for each in ("Quokkawombat", "Norway", "Kenya", "PP1"):
        assert without_spaces(each) in pages
    assert soffice(write_tracked(found)).startswith(b"%PDF")


def test_the_same_compilation_gives_the_same_bytes_and_no_symbol():
    found = compilation(BASE, PROPOSALS)
    for write in (printed.write, write_tracked):
        content = write(found)
        assert content == write(found)
        for name, root in parts(content).items():
            if name.startswith("word/header"):
                assert "A/C.3" not in letters_of(root)
