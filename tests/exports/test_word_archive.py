"""Files that somebody sent: what is no Word file, or too large a one, is refused before it is opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from drafting.messages import Unreadable
from exports import word
from exports.word import archive
from tests.exports.word_drafts import ENGLISH


def changed(**replaced: bytes | None) -> bytes:
    """Give a good file with some of its parts replaced, or taken out."""
    names = {
        name.replace(".", "_").replace("/", "_"): name
        for name in ZipFile(BytesIO(word.write(ENGLISH))).namelist()
    }
    out = BytesIO()
    with ZipFile(BytesIO(word.write(ENGLISH))) as good, ZipFile(out, "w", ZIP_DEFLATED) as file:
        for key, name in names.items():
            content = replaced.get(key, good.read(name))
            if content is not None:
                file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"The General Assembly,", "not a Word document"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 }", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and nothing more", "damaged"),
    ],
)
def test_what_is_no_word_file_is_named(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        word.read(content)


def test_another_kind_of_archive_is_named() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Unreadable, match="not a Word document"):
        word.read(out.getvalue())


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    with pytest.raises(Unreadable, match="Unpacked"):
        word.read(changed(word_styles_xml=bytes(archive.MOST_UNPACKED)))


def test_a_bomb_that_declares_too_little_is_refused_while_it_is_read() -> None:
    content = bytearray(changed(word_document_xml=b"<w:document/>" + bytes(5_000_000)))
    with ZipFile(BytesIO(content)) as file:
        size = file.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    while size in content:  # in the entry itself and in the list of entries
        at = content.index(size)
        content[at : at + 4] = (20).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="damaged"):
        word.read(bytes(content))


def test_too_many_parts_are_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for number in range(archive.MOST_ENTRIES + 1):
            file.writestr(f"word/{number}.xml", "")
    with pytest.raises(Unreadable, match="parts"):
        word.read(out.getvalue())


def test_too_large_a_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="larger than"):
        word.read(b"PK\x03\x04" + bytes(archive.MOST_COMPRESSED))


def test_entities_are_never_resolved() -> None:
    hostile = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x">&e;</w:document>'
    )
    with pytest.raises(Unreadable, match="entities"):
        word.read(changed(word_document_xml=hostile))


def test_a_damaged_part_is_named() -> None:
    with pytest.raises(Unreadable, match=r"word/document\.xml"):
        word.read(changed(word_document_xml=b"<w:document"))


def test_a_file_without_styles_or_lists_is_read() -> None:
    content = changed(word_styles_xml=None, word_settings_xml=None)
    assert word.read(content).outline.title == ENGLISH.title


def test_a_file_without_its_pictures_reads_the_same() -> None:
    whole = word.write(ENGLISH)
    with ZipFile(BytesIO(whole)) as usual:
        parts = {name: usual.read(name) for name in usual.namelist()}
    out = BytesIO()
    with ZipFile(out, "w") as heavy:
        for name, content in {**parts, "word/media/image1.png": b"\x89PNG" * 100_000}.items():
            heavy.writestr(name, content)
    light = word.Archive(out.getvalue()).words_alone()
    assert len(light) < 2 * len(whole)
    assert word.read(light) == word.read(whole)
