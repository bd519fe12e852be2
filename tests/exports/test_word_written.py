"""A draft as a Word file: what LibreOffice, pandoc and python-docx find in it."""

import re
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from drafting.mastheads import issued, lines, sponsors_line
from drafting.outline import Outline, Sponsor
from drafting.text import parse, plain
from exports import word
from tests.exports.word_drafts import ARABIC, CHINESE, DRAFTS, ENGLISH, OP, SUB, W, draft, letters_of


def parts(content: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(content)) as file:
        return {name: etree.fromstring(file.read(name)) for name in file.namelist()}


def printed(pdf: bytes, path: Path) -> str:
    """Give the letters of a PDF without spaces, so that it does not matter where lines end."""
    path.write_bytes(pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True
    ).stdout.decode()
    return without_spaces(text)


def without_spaces(text: str) -> str:
    return re.sub(r"[\s\u0640\u200e\u200f\u202a-\u202e]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("language", [each for each in DRAFTS if each != "ar"])
def test_libreoffice_prints_every_line_of_a_draft(
    language: str, soffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    draft = DRAFTS[language]
    pages = printed(soffice(word.write(draft)), tmp_path / "draft.pdf")
    for provision in draft.provisions:
        wanted = "".join(
            "[12]" if each.note else re.escape(without_spaces(each.text)) for each in provision.text
        )
        assert re.search(wanted, pages), plain(provision.text)
    for line in (
        *issued(draft.masthead),
        *lines(draft.masthead),
        sponsors_line(draft.masthead),
        "A/C.3/81/L.7",
    ):
        assert without_spaces(line) in pages


def test_libreoffice_prints_every_word_of_an_arabic_draft(
    soffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    ligatures = str.maketrans("", "", "لاأإآ")  # of which the letters come in the wrong order
    pages = printed(soffice(word.write(ARABIC)), tmp_path / "draft.pdf").translate(ligatures)
    said = [plain(each.text) for each in ARABIC.provisions] + lines(ARABIC.masthead)
    words = {each.translate(ligatures) for line in said for each in re.findall(r"[\u0621-\u064a]{4,}", line)}
    missing = {each for each in words if each not in pages and each[::-1] not in pages}
    assert not missing


def test_paragraphs_are_numbered_as_they_are_printed(
    soffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    pages = printed(soffice(word.write(ENGLISH)), tmp_path / "draft.pdf")
    for number, words in (
        ("(a)", "To warn all"),
        ("(b)", "To hear them"),
        ("(i)", "In small island"),
        ("(ii)", "At sea"),
        ("1.", "Calls upon"),
        ("2.", "Invites"),
        ("(a)", "To report"),
        ("(b)", "To publish"),
        ("4.", "Decides"),
    ):
        assert without_spaces(number + words) in pages


def test_chinese_letters_of_the_second_depth_are_counted_by_word() -> None:
    levels = parts(word.write(CHINESE))["word/numbering.xml"].iter(f"{W}numFmt")
    assert [each.get(f"{W}val") for each in levels][:3] == ["decimal", "lowerLetter", "chineseCounting"]


def test_a_single_operative_paragraph_bears_no_number(pandoc: Callable[..., str]) -> None:
    single = draft(ENGLISH.masthead, "Title", "*The General Assembly*,", [(OP, 0, "*Takes note* of it.")], [])
    assert "\n\nTakes note of it." in pandoc(word.write(single), "--to=plain", "--wrap=none")


def test_notes_are_notes_of_word_and_come_again_with_their_number(pandoc: Callable[..., str]) -> None:
    text = pandoc(word.write(ENGLISH), "--to=markdown", "--wrap=none")
    assert "[^1]: Resolution 70/1." in text
    assert "[^2]: United Nations, *Treaty Series*, vol. 1, No. 2." in text
    assert re.search(r"set out in the resolution;.*1", text)
    assert "[64/293](https://undocs.org/A/RES/64/293)" in text


def test_the_group_note_hangs_on_the_asterisk_and_takes_no_number(pandoc: Callable[..., str]) -> None:
    note = "On behalf of the States Members of the United Nations that are members of the Group of African States."
    masthead = replace(ENGLISH.masthead, sponsors=(Sponsor("Kenya", starred=True),), on_behalf_of=note)
    content = word.write(replace(ENGLISH, masthead=masthead))
    reference = next(parts(content)["word/document.xml"].iter(f"{W}footnoteReference"))
    assert reference.get(f"{W}customMarkFollows") == "1"
    assert note in pandoc(content, "--to=plain", "--wrap=none")


def test_the_same_text_gives_the_same_bytes_which_say_nothing_of_where_they_were_made() -> None:
    content = word.write(ENGLISH)
    assert content == word.write(ENGLISH)
    with ZipFile(BytesIO(content)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        core = file.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "created" not in core


@pytest.mark.parametrize("language", DRAFTS)
def test_python_docx_opens_it(language: str) -> None:
    opened = docx.Document(BytesIO(word.write(DRAFTS[language])))
    assert DRAFTS[language].title in [paragraph.text for paragraph in opened.paragraphs]


def test_arabic_runs_from_right_to_left_in_every_part() -> None:
    found = parts(word.write(ARABIC))
    assert found["word/document.xml"].find(f".//{W}sectPr/{W}bidi") is not None
    assert all(
        table.find(f"{W}tblPr/{W}bidiVisual") is not None
        for root in found.values()
        for table in root.iter(f"{W}tbl")
    )
    for name, root in found.items():
        for paragraph in root.iter(f"{W}p"):
            for run in paragraph.iter(f"{W}r"):
                if re.search("[\u0600-\u06ff]", letters_of(run)):
                    assert paragraph.find(f"{W}pPr/{W}bidi") is not None, name
                    assert run.find(f"{W}rPr/{W}rtl") is not None, name


def test_signs_that_xml_does_not_allow_are_left_out() -> None:
    odd = Outline(
        ENGLISH.masthead, (replace(ENGLISH.provisions[2], text=parse("Recalling \x01 <this> & that,")),)
    )
    text = letters_of(parts(word.write(odd))["word/document.xml"])
    assert "Recalling  <this> & that," in text


def test_a_french_masthead_is_french_and_a_russian_one_keeps_the_english_lines() -> None:
    french, russian = (
        [letters_of(each) for each in parts(word.write(DRAFTS[each]))["word/header_first.xml"].iter(f"{W}p")]
        for each in ("fr", "ru")
    )
    assert [line for line in french if line] == [
        "Nations Unies", "A/C.3/81/L.7", "Assemblée générale", "Distr. limitée", "10 octobre 2026", "Français", "Original\u00a0: anglais",
    ]  # fmt: skip
    assert [line for line in russian if line][-4:] == [
        "Distr.: Limited",
        "10 October 2026",
        "Russian",
        "Original: English",
    ]


def test_a_note_that_only_another_note_refers_to_keeps_its_words(pandoc: Callable[..., str]) -> None:
    lines = [(OP, 0, "*Takes note* of it;[^n1]"), (OP, 0, "*Decides* so.")]
    notes = ["See note[^n2].", "Resolution 70/1."]
    text = pandoc(word.write(draft(ENGLISH.masthead, "Title", "*The General Assembly*,", lines, notes)))
    assert "See note²." in text
    assert "Resolution 70/1." in text


def test_a_sub_paragraph_before_any_paragraph_is_written(pandoc: Callable[..., str]) -> None:
    lines = [(SUB, 1, "To warn all;"), (OP, 0, "*Decides* so.")]
    text = pandoc(word.write(draft(ENGLISH.masthead, "Title", "*The General Assembly*,", lines, [])))
    assert "To warn all;" in text
