"""Amendments as they are printed: the lines of a document in a text file, and in a Word file."""

from collections.abc import Iterable
from io import BytesIO

import docx
import regex

from amendments.changes import Change
from drafting.manuscript import Manuscript
from drafting.naming import renamed
from drafting.numbering import note_numbers
from drafting.outline import Kind, Outline
from drafting.text import markup, parse, pieces
from exports import amendment_documents

_NUMBERED = regex.compile(r"(\d+)\. ")


def as_text(lines: Iterable[str]) -> tuple[str, bytes]:
    """A document's lines as a text file: its name and its content."""
    return "amendment.txt", "\n".join(lines).encode()


def as_word(lines: Iterable[str]) -> tuple[str, bytes]:
    """The same as a Word file, whose instructions Word numbers by itself."""
    document = docx.Document()
    count = 0
    for line in filter(None, lines):
        number = _NUMBERED.match(line)
        if number and int(number[1]) == count + 1:
            count += 1
        else:
            number = None  # the paragraph that an instruction brings may begin with a number of its own
        paragraph = document.add_paragraph(style="List Number" if number else None)
        for piece in pieces(parse(line[number.end() :] if number else line)):
            run = paragraph.add_run(piece.text if piece.note is None else f"[^{piece.note}]")
            run.italic = piece.italic
    kept = BytesIO()
    document.save(kept)
    return "amendment.docx", kept.getvalue()


def printed(draft: Manuscript, changes: Iterable[Change], older: bool = False) -> list[str]:
    return list(amendment_documents.lines(draft, changes, older))


def reads(outline: Outline) -> list[tuple[Kind, int, str]]:
    """What a draft reads, paragraph by paragraph, with its notes by their numbers."""
    numbers = {id: str(number) for id, number in note_numbers(outline.provisions).items()}
    body = [
        (each.kind, each.level, markup(renamed(each.text, numbers)))
        for each in outline.provisions
        if each.kind is not Kind.NOTE
    ]
    notes = [(each.kind, int(numbers.get(each.id, 0)), markup(each.text)) for each in outline.of(Kind.NOTE)]
    return body + sorted(notes)
