"""A draft in and out of files, by what the file's name ends with: .txt, .docx or .json."""

import codecs
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from drafting.messages import Message, Refused, Unreadable
from drafting.outline import Outline
from drafting.reading import Reading
from exports import outline_json, plain, word

MOST_TEXT = 5_000_000  # bytes; a long draft has 200,000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(name: str, content: bytes, language: str | None = None) -> Reading:
    """Read a file by its name; ``language`` is found out where it is not given.

    >>> read("speech.odt", b"")
    Traceback (most recent call last):
    ...
    drafting.messages.Unreadable: Files ending in “.odt” are not read; .docx, .txt and .json are.
    """
    suffix = PurePath(name).suffix.lower()
    check(suffix, Unreadable)
    return _READ[suffix](content, language)


def write(outline: Outline, suffix: str) -> bytes:
    """Write a draft as a file of this kind."""
    check(suffix)
    return _WRITE[suffix.lower()](outline)


def check(suffix: str, refusal: type[Refused] = Refused) -> None:
    """Refuse what names no format that is read and written."""
    if suffix.lower() not in _READ:
        raise refusal("Files ending in “{suffix}” are not read; .docx, .txt and .json are.", suffix=suffix)


def _decoded(content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Give the letters of a text file, and a remark where its encoding had to be guessed."""
    if len(content) > MOST_TEXT:
        raise Unreadable("The file is larger than {most} MB.", most=MOST_TEXT // 1_000_000)
    if not content.strip():
        raise Unreadable("The file is empty.")
    encoding = "utf-8-sig"
    remarks: tuple[Message, ...] = ()
    if content.startswith(_UTF_16):
        encoding = "utf-16"
    else:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            encoding = "cp1252"
            guess = Message("The file is not in UTF-8; it was read as Western European (Windows-1252).")
            remarks = (guess,)
    text = content.decode(encoding, errors="replace")
    if "\0" in text:
        raise Unreadable("The file is not a text.")
    return text, remarks


def _read_text(content: bytes, language: str | None) -> Reading:
    text, remarks = _decoded(content)
    found = plain.read(text, language)
    return replace(found, remarks=(*remarks, *found.remarks))


def _read_json(content: bytes, language: str | None) -> Reading:
    text, remarks = _decoded(content)
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable("The file is not JSON: {error}.", error=error) from error
    return Reading(outline_json.from_json(value), remarks)


def _write_json(outline: Outline) -> bytes:
    return (json.dumps(outline_json.to_json(outline), ensure_ascii=False, indent=2) + "\n").encode()


def _write_text(outline: Outline) -> bytes:
    return plain.write(outline).encode()


_READ: dict[str, Callable[[bytes, str | None], Reading]] = {
    ".docx": word.read,
    ".txt": _read_text,
    ".json": _read_json,
}
_WRITE: dict[str, Callable[[Outline], bytes]] = {
    ".docx": word.write,
    ".txt": _write_text,
    ".json": _write_json,
}
