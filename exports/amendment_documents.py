"""Amendment documents: which instructions a file has, and how an amendment is written as one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from amendments.changes import Change
from amendments.formal_wording import word
from amendments.instructions import Document
from drafting.manuscript import Manuscript
from drafting.messages import Unreadable
from drafting.reading_sponsors import is_amendment
from drafting.text import markup
from exports import word as word_files
from exports.documents import decoded
from exports.plain_lines import paragraphs


def read(name: str, content: bytes) -> list[str]:
    """Give the paragraphs of an amendment document below its masthead, in our markup."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".docx":
        found = word_files.paragraphs(content)
    elif suffix == ".txt":
        found = text_paragraphs(decoded(content)[0])
    else:
        raise Unreadable("An amendment document is a .docx or a .txt file.")
    return below_masthead(found)


def text_paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a plain text; a note comes with its mark."""
    return [
        each.text if each.note is None else f"{_mark(each.note)} {each.text}" for each in paragraphs(text)
    ]


def below_masthead(found: Sequence[str]) -> list[str]:
    """Leave out what stands above the instructions: all until the line that names the draft."""
    at = next((at for at, words in enumerate(found) if is_amendment(words)), None)
    return list(found if at is None else found[at + 1 :])


def lines(manuscript: Manuscript, changes: Iterable[Change], older: bool = False) -> Iterator[str]:
    """Write an amendment as its document's text: numbered instructions, with new paragraphs below."""
    every = word(manuscript, changes, manuscript.masthead.language, older)
    for at, instruction in enumerate(every, 1):
        yield f"{at}. {instruction.text}" if len(every) > 1 else instruction.text
        yield ""
        for paragraph in instruction.paragraphs:
            yield markup(paragraph)
            yield ""


def told(found: Document) -> Iterator[str]:
    """Say of each instruction whether it can be followed, and if not, why."""
    for instruction in found.instructions:
        yield f"{'–' if instruction.why else '✓'} {instruction.words}"
        if instruction.why:
            yield f"  {instruction.why}"
    unread = len(found.unread)
    yield f"Instructions: {len(found.instructions)}, of which {unread} cannot be followed."


def values(found: Document) -> list[dict[str, Any]]:
    """Give the instructions as plain values: ``words``, and ``why`` one cannot be followed (else null)."""
    return [{"words": each.words, "why": str(each.why) if each.why else None} for each in found.instructions]


def _mark(note: str) -> str:
    return note if note.strip("*") else "\\*" * len(note)
