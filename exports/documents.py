"""Drafts in and out of files; the suffix of a name says the format: ``.txt``, ``.docx``, ``.json``.

``.pdf``, ``.html``, a page to print, and ``.xml``, Akoma Ntoso, are written and not read.
"""

import json
from collections.abc import Callable
from pathlib import PurePath

from drafting.messages import Message, Unreadable
from drafting.outline import Outline
from drafting.reading import Reading
from exports import akoma_ntoso, outline_json, pdf, plain, print_page, word

LARGEST_TEXT = 5_000_000  # bytes; what is larger is not opened. A Word file has limits of its own.


def read(name: str, content: bytes, language: str | None = None) -> Reading:
    """Read a draft from a file's content; Unreadable says what is missing where it is no draft."""
    return _format(PurePath(name).suffix)[0](content, language)


def write(outline: Outline, suffix: str) -> bytes:
    """Write a draft in the format of a suffix."""
    return _format(suffix)[1](outline)


def check(suffix: str) -> None:
    """Refuse a suffix whose format is not known."""
    _format(suffix)


def _format(suffix: str) -> "_Format":
    found = _FORMATS.get(suffix.lower())
    if found is None:
        raise Unreadable(
            "“{suffix}” is not a format that is read or written; there are {known}.",
            suffix=suffix or "no suffix",
            known=", ".join(_FORMATS),
        )
    return found


def _read_text(content: bytes, language: str | None) -> Reading:
    text, remarks = decoded(content)
    reading = plain.read(text, language)
    return Reading(reading.outline, (*remarks, *reading.remarks))


def decoded(content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Decode a text file: UTF-8, UTF-16 where it says so, else the Western encoding of Windows."""
    if len(content) > LARGEST_TEXT:
        raise Unreadable("The file is larger than {most} MB.", most=LARGEST_TEXT // 1_000_000)
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16"), ()
        if b"\0" in content:
            raise Unreadable("This is not a text file.")
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        said = Message("The file is not in UTF-8; it is read as Windows-1252.")
        return content.decode("cp1252", errors="replace"), (said,)


def _read_word(content: bytes, language: str | None) -> Reading:
    return word.read(content, language)


def _read_json(content: bytes, language: str | None) -> Reading:
    text, remarks = decoded(content)
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable("The file is not JSON: {why}.", why=error) from error
    return Reading(outline_json.from_json(value), remarks)


def _read_nothing(content: bytes, language: str | None) -> Reading:
    raise Unreadable("Files of this format are written, but not read.")


def _write_text(outline: Outline) -> bytes:
    return plain.write(outline).encode()


def _write_json(outline: Outline) -> bytes:
    return (json.dumps(outline_json.to_json(outline), ensure_ascii=False, indent=2) + "\n").encode()


def _write_pdf(outline: Outline) -> bytes:
    return pdf.write(word.write(outline))


_Format = tuple[Callable[[bytes, str | None], Reading], Callable[[Outline], bytes]]
_FORMATS: dict[str, _Format] = {
    ".txt": (_read_text, _write_text),
    ".docx": (_read_word, word.write),
    ".json": (_read_json, _write_json),
    ".xml": (_read_nothing, akoma_ntoso.write),
    ".pdf": (_read_nothing, _write_pdf),
    ".html": (_read_nothing, print_page.write),
}
FORMATS = tuple(_FORMATS)
