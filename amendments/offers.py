"""What an author is offered where the words proposed and those that were merged exclude each other.

The author's reading stands again, on the new text: as an amendment of what was merged.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.weaving import Shift, moved
from drafting.manuscript import Paragraph
from drafting.redline import Edit
from drafting.text import Text, Word


@dataclass(frozen=True, slots=True)
class Contest:
    """A stretch of the old cells that the author and amendments that were merged read differently."""

    start: int
    end: int
    keys: frozenset[str]  # of those amendments
    inserted: Edit | None = None  # where both only insert at one place

    @classmethod
    def of(cls, edit: Edit, rivals: Sequence[tuple[Edit, str]], whole: bool) -> "Contest":
        """Give the stretch that an edit and its rivals claim, or the whole paragraph."""
        keys = frozenset(key for _, key in rivals)
        if whole:
            return cls(-1, sys.maxsize, keys)
        every = [edit, *(rival for rival, _ in rivals)]
        start, end = min(each.start for each in every), max(each.end for each in every)
        return cls(start, end, keys, edit if start == end else None)

    def holds(self, edit: Edit) -> bool:
        """Whether an edit reaches into the stretch."""
        return edit.start < self.end and self.start < edit.end


def apart(contests: Iterable[Contest]) -> list[Contest]:
    """Make one of contests that overlap."""
    apart: list[Contest] = []
    for contest in sorted(contests, key=lambda contest: (contest.start, contest.end)):
        if apart and contest.start < apart[-1].end:
            before = apart.pop()
            contest = Contest(before.start, max(before.end, contest.end), before.keys | contest.keys)
        apart.append(contest)
    return apart


def overriding(
    own: Sequence[Edit],
    free: Iterable[Edit],
    contests: Sequence[Contest],
    old: Paragraph,
    new: Paragraph,
    shift: Shift,
) -> tuple[Edit, ...]:
    """Give the edits of the new cells that put the author's reading in the place of what was merged."""
    edits = [moved(edit, shift) for edit in free if not any(contest.holds(edit) for contest in contests)]
    for contest in contests:
        if contest.inserted:  # both can stand: the author's words come after the others
            edits.append(moved(contest.inserted, shift))
            continue
        first, last = max(contest.start, 0), min(contest.end, len(old.cells))
        start, end = 0, len(new.cells)
        if contest.start >= 0:
            start, end = shift.gap(first), shift.cell(last - 1) + 1
            while end < shift.gap(last) and contest.keys.intersection(new.cells[end].by):
                end += 1
        edits.append(Edit(start, end, _reading(old, own, contest, first, last)))
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _reading(old: Paragraph, own: Iterable[Edit], contest: Contest, first: int, last: int) -> Text:
    """Give the author's words for a stretch of the old cells."""
    words: list[Word] = []
    place = first
    for edit in own:
        if contest.holds(edit):
            words += (cell.word for cell in old.cells[place : max(place, edit.start)] if not cell.struck)
            words += edit.words
            place = max(place, edit.end)
    words += (cell.word for cell in old.cells[place:last] if not cell.struck)
    return tuple(words)
