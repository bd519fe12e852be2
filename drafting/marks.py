"""What became of a text's words, drawn as a redline: which are new, which were struck, and by whom."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Literal

from drafting.manuscript import Cell, Paragraph
from drafting.text import Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words with one history: kept, inserted or struck, and the amendments that did it."""

    kind: Literal["kept", "inserted", "struck"]
    words: Text
    by: tuple[str, ...] = ()
    of: tuple[str, ...] = ()  # of struck words: who had put them in


def marks(paragraph: Paragraph, fresh: Collection[str]) -> tuple[Mark, ...]:
    """Draw what the amendments of these keys did to a paragraph; all that others did is settled text.

    >>> from drafting.outline import Kind
    >>> from drafting.text import Word
    >>> cells = (Cell(Word("the"), (), ("a7",)), Cell(Word("all"), ("a7",)), Cell(Word("States", " ")))
    >>> [(mark.kind, mark.by) for mark in marks(Paragraph("op1", Kind.OPERATIVE, cells), {"a7"})]
    [('struck', ('a7',)), ('inserted', ('a7',)), ('kept', ())]
    """
    return _drawn(paragraph, lambda cell: _mark(paragraph, cell, fresh))


def origins(paragraph: Paragraph, gone: bool = True) -> tuple[Mark, ...]:
    """Draw who put in every word of a paragraph, and who struck those that are ``gone``, where asked for.

    Words that came here with their paragraph, or from another one, are still of those who put them in.

    >>> from drafting.outline import Kind
    >>> from drafting.text import Word
    >>> brought = Cell(Word("States"), ("a9",), (), ("a9",))
    >>> cells = (Cell(Word("the")), Cell(Word("all"), ("a3",), ("a7",)), brought)
    >>> [(mark.kind, mark.by, mark.of) for mark in origins(Paragraph("op1", Kind.OPERATIVE, cells))]
    [('kept', (), ()), ('struck', ('a7',), ('a3',)), ('kept', (), ())]
    """
    return _drawn(paragraph, lambda cell: _origin(paragraph, cell, gone))


def _origin(paragraph: Paragraph, cell: Cell, gone: bool) -> Mark | None:
    if struck := cell.struck or paragraph.struck:
        return Mark("struck", (), struck, cell.origin) if gone else None
    return Mark("inserted", (), cell.origin) if cell.origin else Mark("kept", ())


def _drawn(paragraph: Paragraph, told: Callable[[Cell], Mark | None]) -> tuple[Mark, ...]:
    alike = [tuple(run) for _, run in groupby(paragraph.cells, attrgetter("by", "struck", "came"))]
    seen = [(mark, cells) for cells in alike if (mark := told(cells[0]))]
    return tuple(
        replace(mark, words=tuple(cell.word for _, cells in runs for cell in cells))
        for mark, runs in groupby(seen, key=itemgetter(0))
    )


def _mark(paragraph: Paragraph, cell: Cell, fresh: Collection[str]) -> Mark | None:
    """Give the history of a word, or none where it was gone before or came and went in between."""
    inserted = tuple(key for key in dict.fromkeys((*cell.by, *paragraph.by)) if key in fresh)
    struck = tuple(key for key in dict.fromkeys((*cell.struck, *paragraph.struck)) if key in fresh)
    if cell.struck or paragraph.struck:
        return Mark("struck", (), struck) if struck and not inserted else None
    return Mark("inserted", (), inserted) if inserted else Mark("kept", ())
