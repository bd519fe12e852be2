"""What became of a text's words, drawn as a redline: which are new, which were struck, and by whom."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from drafting.manuscript import Cell, Paragraph
from drafting.text import Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words with one history: kept, inserted or struck, and the amendments that did it."""

    kind: Literal["kept", "inserted", "struck"]
    words: Text
    by: tuple[str, ...] = ()


def marks(paragraph: Paragraph, fresh: Collection[str]) -> tuple[Mark, ...]:
    """Draw what the amendments of these keys did to a paragraph; all that others did is settled text.

    >>> from drafting.outline import Kind
    >>> from drafting.text import Word
    >>> cells = (Cell(Word("the"), (), ("a7",)), Cell(Word("all"), ("a7",)), Cell(Word("States", " ")))
    >>> [(mark.kind, mark.by) for mark in marks(Paragraph("op1", Kind.OPERATIVE, cells), {"a7"})]
    [('struck', ('a7',)), ('inserted', ('a7',)), ('kept', ())]
    """
    seen = ((_mark(paragraph, cell, fresh), cell.word) for cell in paragraph.cells)
    runs = groupby(((mark, word) for mark, word in seen if mark), key=lambda each: each[0])
    return tuple(Mark(mark.kind, tuple(word for _, word in run), mark.by) for mark, run in runs if mark)


def _mark(paragraph: Paragraph, cell: Cell, fresh: Collection[str]) -> Mark | None:
    """Give the history of a word, or none where it was gone before or came and went in between."""
    inserted = tuple(key for key in dict.fromkeys((*cell.by, *paragraph.by)) if key in fresh)
    struck = tuple(key for key in dict.fromkeys((*cell.struck, *paragraph.struck)) if key in fresh)
    if cell.struck or paragraph.struck:
        return Mark("struck", (), struck) if struck and not inserted else None
    return Mark("inserted", (), inserted) if inserted else Mark("kept", ())
