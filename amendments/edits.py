"""Edits between the words that a reader sees and the cells that a paragraph keeps.

A redline counts words; a change that is stored counts cells, struck ones too, because a cell's place
among the others never changes. An edit of words becomes an edit of cells by ``lifted``, and back by
``lowered``.
"""

from collections.abc import Iterable

from drafting.manuscript import Paragraph
from drafting.redline import Edit, apply
from drafting.text import Text


def lifted(paragraph: Paragraph, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Put edits of the words that stand in a paragraph into its cells.

    What is inserted goes right before the word that follows it, after any struck ones.
    """
    places, end = paragraph.places, len(paragraph.cells)
    return tuple(
        Edit(places[edit.start], places[edit.end - 1] + 1, edit.words)
        if edit.start < edit.end
        else Edit(gap := places[edit.start] if edit.start < len(places) else end, gap, edit.words)
        for edit in edits
    )


def lowered(paragraph: Paragraph, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Put edits of a paragraph's cells into the words that stand in it."""
    standing = paragraph.standing
    if isinstance(standing, range):  # nothing is struck: the cells are the words
        return tuple(edits)
    return tuple(Edit(standing[edit.start], standing[edit.end], edit.words) for edit in edits)


def reads(paragraph: Paragraph, edits: Iterable[Edit]) -> Text:
    """Give the paragraph's text as it reads with edits of its cells made."""
    return apply(paragraph.text, lowered(paragraph, edits))
