"""Amendment documents: which instructions a file has, and how an amendment is written as one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

import regex

from amendments import instructions
from amendments.alignment import Found, changes, matches
from amendments.changes import Change, Proposal
from amendments.formal_wording import word
from amendments.instructions import Document
from amendments.merge import merge
from drafting.document_words import amendment_line
from drafting.manuscript import Manuscript
from drafting.manuscript import manuscript as manuscript_of
from drafting.messages import Refused, Unreadable
from drafting.naming import renamed
from drafting.outline import Kind, Outline
from drafting.reading_sponsors import is_amendment
from drafting.text import markup, parse
from exports import word as word_files
from exports.amendment_paper import written
from exports.documents import decoded
from exports.papers import Paper, own_masthead
from exports.plain_lines import paragraphs
from exports.terminal import printed

_TITLE = regex.compile(r"\*\*.+\*\*")  # in bold, as our text files have it


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
    """Leave out what stands above the instructions, until the line that names the draft, and its title."""
    at = next((at for at, words in enumerate(found) if is_amendment(words)), None)
    below = list(found if at is None else found[at + 1 :])
    return below[1:] if at is not None and below and _TITLE.fullmatch(below[0]) else below


def lines(manuscript: Manuscript, changes: Iterable[Change], older: bool = False) -> Iterator[str]:
    """Write an amendment as its document's text: numbered instructions, with new paragraphs below.

    The notes of the draft are referred to by their numbers there, ``[^3]``, new ones by asterisks.
    """
    every = word(manuscript, changes, manuscript.masthead.language, older)
    numbers = printed(manuscript.outline)
    for at, instruction in enumerate(every, 1):
        sentence = markup(renamed(parse(instruction.text), numbers))
        yield f"{at}. {sentence}" if len(every) > 1 else sentence
        yield ""
        for paragraph in instruction.paragraphs:
            yield markup(renamed(paragraph, numbers))
            yield ""


def turning(manuscript: Manuscript, new: Outline) -> tuple[Change, ...]:
    """Give the changes that turn a text into a new one, such that their document, read back, makes them.

    Moved, split and joined paragraphs are said to be deleted and new where a sentence cannot say it.
    """
    found = matches(manuscript.outline, new)
    made = changes(manuscript, new, found=found)
    again = instructions.read(manuscript, text_paragraphs("\n".join(lines(manuscript, made))))
    if not again.unread and _reads(manuscript, again.changes) == _reads(manuscript, made):
        return made
    elsewhere = (Found.MOVED, Found.SPLIT, Found.JOINED)
    apart = (one for each in found for one in (each.apart() if each.found in elsewhere else (each,)))
    return changes(manuscript, new, found=apart)


def paper(old: Outline, new: Outline, mover: str, older: bool = False) -> Paper:
    """Give the amendment that turns a draft into another as a paper, moved by a delegation."""
    text = manuscript_of(old)
    line = amendment_line(old.masthead, [mover])
    return written(text, turning(text, new), own_masthead(old.masthead), line, older)


def _reads(manuscript: Manuscript, changes: Iterable[Change]) -> list[tuple[Kind, int, str]] | None:
    try:
        merged = merge(manuscript, [Proposal("new", tuple(changes))]).manuscript.outline
    except Refused:
        return None
    return [
        (each.kind, each.level, markup(each.text)) for each in merged.provisions if each.kind is not Kind.NOTE
    ]


def told(found: Document) -> Iterator[str]:
    """Say of each instruction whether it can be followed, and if not, why."""
    for instruction in found.instructions:
        yield f"{'–' if instruction.why else '✓'} {instruction.words}"
        if instruction.why:
            yield f"  {instruction.why}"
    unread = len(found.unread)
    yield f"Instructions: {len(found.instructions)}, of which {unread} cannot be followed."


def values(found: Document) -> list[dict[str, Any]]:
    """Give the instructions as plain values.

    Of each: ``words`` as the document has them, ``followed``, ``why`` not (else null), ``does``, a list of
    what it asks for (strike, replace, insert_after, insert_before, insert_end, italics, roman, delete,
    delete_several, delete_alone, reword, divide, move, move_before, join, throughout, new_after,
    new_before, new_numbered, new_note, renumber), ``places``, the labels of the paragraphs that it names
    ("OP5(a)"), and ``paragraphs``, the new texts that it brings, in our markup.
    """
    return [
        {
            "words": each.words,
            "followed": each.why is None,
            "why": str(each.why) if each.why else None,
            "does": list(each.does),
            "places": list(each.places),
            "paragraphs": [markup(text) for text in each.paragraphs],
        }
        for each in found.instructions
    ]


def _mark(note: str) -> str:
    return f"[^{note}]:" if note.strip("*") else "\\*" * len(note)
