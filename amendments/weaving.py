"""Putting the edits of several amendments into one paragraph's cells, whatever their order."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from amendments.edits import lowered
from drafting.manuscript import Cell, Paragraph
from drafting.redline import Edit
from drafting.text import Word


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a paragraph's places went, said at those where something changed, at the first and at the end.

    The cells from one of these places up to the next stand together as they did.
    """

    places: Sequence[int]
    cells: Sequence[int]  # where the cells at these places are now
    gaps: Sequence[int]  # where what was to be inserted before them now goes in

    def cell(self, place: int) -> int:
        """Give where a cell is now."""
        at = bisect_right(self.places, place) - 1
        return self.cells[at] + place - self.places[at]

    def gap(self, place: int) -> int:
        """Give where now goes in what was to be inserted before a cell."""
        at = bisect_right(self.places, place) - 1
        return self.gaps[at] if self.places[at] == place else self.cells[at] + place - self.places[at]

    def by(self, offset: int) -> "Shift":
        """Give the same places in a row in which so many cells stand before these."""
        return Shift(self.places, [at + offset for at in self.cells], [at + offset for at in self.gaps])

    def first(self, row: Sequence[Cell]) -> int:
        """Give where in a row is the first of these cells that stands, or the end of the row."""
        cells = (self.cell(place) for place in range(self.places[-1]))
        return next((at for at in cells if not row[at].struck), len(row))


def identity(cells: int) -> Shift:
    """Give the places of so many cells that did not go anywhere."""
    return Shift((0, cells), (0, cells), (0, cells))


def woven(paragraph: Paragraph, edits: Iterable[tuple[str, Edit]]) -> tuple[tuple[Cell, ...], Shift]:
    """Put edits into a paragraph's cells.

    At one place stand first the words that replace what ends there, then what is inserted there, then
    the words with which a replacement that starts there begins, then the cell itself: so that the
    order in which amendments come does not matter.
    """
    struck: dict[int, tuple[str, ...]] = {}
    ending: dict[int, list[Cell]] = defaultdict(list)
    between: dict[int, list[Cell]] = defaultdict(list)
    starting: dict[int, list[Cell]] = defaultdict(list)
    for edit, keys in _united(paragraph, edits):
        if edit.start == edit.end:
            between[edit.start] += [Cell(word, keys) for word in edit.words]
            continue
        gone, come = _inside(paragraph.cells, edit)
        struck |= dict.fromkeys(gone, keys)
        for place, words in come:
            side = starting if place == edit.start else ending
            side[place] += [Cell(word, keys) for word in words]
    row: list[Cell] = []
    cells: list[int] = []
    gaps: list[int] = []
    end, done = len(paragraph.cells), 0
    places = sorted({0, *struck, *ending, *between, *starting, end})
    for place in places:
        row += paragraph.cells[done:place]
        row += ending.get(place, ())
        row += between.get(place, ())
        gaps.append(len(row))
        row += starting.get(place, ())
        cells.append(len(row))
        if place < end:
            cell = paragraph.cells[place]
            row.append(Cell(cell.word, cell.by, struck[place], cell.came) if place in struck else cell)
        done = place + 1
    return tuple(row), Shift(places, cells, gaps)


def _united(
    paragraph: Paragraph, edits: Iterable[tuple[str, Edit]]
) -> Iterable[tuple[Edit, tuple[str, ...]]]:
    """Make one of edits that say the very same, with the keys of all who say it."""
    stated = list(edits)
    seen = lowered(paragraph, [edit for _, edit in stated])  # at one place, on whichever side of struck words
    if len({(sight.start, sight.end) for sight in seen}) == len(seen):
        return [(edit, (key,)) for key, edit in stated]
    said: dict[Edit, tuple[Edit, tuple[str, ...]]] = {}
    for (key, edit), sight in zip(stated, seen, strict=True):
        first, keys = said.get(sight, (edit, ()))
        said[sight] = (edit if edit.start < first.start else first, (*keys, key))
    return said.values()


def _inside(cells: Sequence[Cell], edit: Edit) -> tuple[list[int], list[tuple[int, Sequence[Word]]]]:
    """Find what of a replacement is really new, so that words that stayed keep where they came from.

    Gives the cells that are struck, and what words come before which cell (or after the last one).
    """
    places = [place for place in range(edit.start, edit.end) if not cells[place].struck]
    if not edit.words:
        return places, []
    if {cells[place].word.key for place in places}.isdisjoint([word.key for word in edit.words]):
        return places, [(places[-1] + 1 if places else edit.start, edit.words)]
    ids: dict[Word, int] = {}
    old = [ids.setdefault(cells[place].word, len(ids)) for place in places]
    new = [ids.setdefault(word, len(ids)) for word in edit.words]
    kept = [step for step in Indel.opcodes(old, new) if step.tag == "equal"]
    gone: list[int] = []
    come: list[tuple[int, Sequence[Word]]] = []
    left, right = 0, 0
    for left_end, right_end, left_next, right_next in [
        *((step.src_start, step.dest_start, step.src_end, step.dest_end) for step in kept),
        (len(old), len(new), 0, 0),
    ]:
        gone += places[left:left_end]
        if right < right_end:
            place = places[left_end - 1] + 1 if left_end else edit.start
            come.append((place, edit.words[right:right_end]))
        left, right = left_next, right_next
    return gone, come


def spaced(edit: Edit, cell: Cell) -> Edit:
    """Put the space before a cell before the words that take its place."""
    if edit.start == edit.end or not edit.words or edit.words[0].glue:
        return edit
    return replace(edit, words=(replace(edit.words[0], glue=cell.word.glue), *edit.words[1:]))


def moved(edit: Edit, shift: Shift) -> Edit:
    """Put an edit of the old cells into the new ones."""
    if edit.start == edit.end:
        return Edit(gap := shift.gap(edit.start), gap, edit.words)
    return Edit(shift.cell(edit.start), shift.cell(edit.end - 1) + 1, edit.words)
