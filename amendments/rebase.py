"""Carrying an amendment onto the text that others were merged into.

Its places are found exactly, through what was merged; never by comparing texts again. What cannot be
carried goes back to its author with an offer (MERGE.md, Rebase onto the next revision).
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import claims, needs
from amendments.collisions import Severity, severity
from amendments.edits import reads
from amendments.merge import Merged, Shift, below, rank, says_same
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind
from drafting.redline import Edit
from drafting.text import Text, Word


class State(StrEnum):
    """What became of an amendment when others were merged."""

    OK = "ok"  # it says on the new text what it said on the old one
    ALREADY = "already"  # all that it asks for has happened
    NEEDS_AUTHOR = "needs author"  # what it is about was changed otherwise


@dataclass(frozen=True, slots=True)
class Carried:
    """An amendment on the new text: as it is, or, where its author has to decide, as it is offered."""

    state: State
    proposal: Proposal | None = None
    offered: Proposal | None = None


def carry(proposal: Proposal, before: Manuscript, merged: Merged) -> Carried:
    """Find what an amendment to the text ``before`` says on the text that came of it.

    What has happened already falls away and the rest is carried. Where its author is needed for one
    part, the whole goes back to the author: amendments are whole.
    """
    carried: list[Change] = []
    offered: list[Change] = []
    states = set()
    twins: dict[str, str] = {}
    for change in proposal.changes:
        if change.kind is ChangeKind.REWORD:
            state, change_now = _reworded(change, before, merged)
        elif change.kind is ChangeKind.DELETE:
            state, change_now = _deleted(change, merged)
        else:
            state, change_now = _inserted(change, proposal.key, merged, twins)
        if state is State.OK and any(merged.manuscript.by_id[id].struck for id in needs(before, change)):
            state, change_now = State.NEEDS_AUTHOR, None
        states.add(state)
        if change_now is not None:
            offered.append(change_now)
            if state is State.OK:
                carried.append(change_now)
    if State.NEEDS_AUTHOR in states:
        offer = Proposal(proposal.key, tuple(offered)) if offered else None
        return Carried(State.NEEDS_AUTHOR, offered=offer)
    if not carried:
        return Carried(State.ALREADY)
    return Carried(State.OK, Proposal(proposal.key, tuple(carried)))


_Fate: TypeAlias = tuple[State, Change | None]


def _deleted(change: Change, merged: Merged) -> _Fate:
    if merged.manuscript.by_id[change.provision].struck:
        return State.ALREADY, None
    if change.provision in merged.about:
        return State.NEEDS_AUTHOR, change
    return State.OK, change


def _inserted(change: Change, key: str, merged: Merged, twins: dict[str, str]) -> _Fate:
    """Put a new paragraph behind those that were inserted at its place and come before it.

    ``twins`` is where an own new paragraph is the same as one that was merged: what follows it follows that.
    """
    after = twins.get(change.after, change.after)
    for newcomer in merged.growth.get(after, ()):
        if says_same(newcomer.change, change):
            twins[change.provision] = newcomer.change.provision
            return State.ALREADY, None
    place = after
    mine = (change.paragraph_kind is Kind.NOTE, rank(key))
    for newcomer in merged.growth.get(after, ()):
        if (newcomer.change.paragraph_kind is Kind.NOTE, rank(newcomer.keys[0])) < mine:
            place = newcomer.change.provision
            for follower in below(merged.growth, place):
                place = follower.change.provision
    return State.OK, change if place == change.after else replace(change, after=place)


def _reworded(change: Change, before: Manuscript, merged: Merged) -> _Fate:
    old, new = before.by_id[change.provision], merged.manuscript.by_id[change.provision]
    if new.struck:
        only_strikes = not any(edit.words for edit in change.edits)
        return (State.ALREADY if only_strikes else State.NEEDS_AUTHOR), None
    shift = merged.shifts.get(change.provision)
    if shift is None:
        return State.OK, change
    theirs = [
        (claim, edit, key)
        for key, other in merged.about[change.provision]
        for claim, edit in zip(claims(other, old, key), other.edits, strict=True)
    ]
    free: list[Edit] = []
    contests: list[_Contest] = []
    for edit, claim in zip(change.edits, claims(change, old, ""), strict=True):
        grades = {severity(claim, other) for other, _, _ in theirs}
        if Severity.CONCURRING in grades:
            continue
        if Severity.HARD not in grades:
            free.append(edit)
        elif edit.words or not _all_struck(edit, new, shift):
            rivals = [other for other in theirs if severity(claim, other[0]) is Severity.HARD]
            whole = claim.start < 0 or any(other.start < 0 for other, _, _ in rivals)
            contests.append(_Contest.of(edit, [(edit, key) for _, edit, key in rivals], whole))
    if contests:
        edits = _overriding(change.edits, free, _apart(contests), old, new, shift)
        offer = changes.reword(merged.manuscript, change.provision, reads(new, edits))
        return State.NEEDS_AUTHOR, offer if offer.edits else None
    if not free:
        return State.ALREADY, None
    edits = tuple(_moved(edit, shift) for edit in free)
    return State.OK, replace(change, text=reads(new, edits), edits=edits)


def _moved(edit: Edit, shift: Shift) -> Edit:
    if edit.start == edit.end:
        return Edit(shift.gaps[edit.start], shift.gaps[edit.start], edit.words)
    return Edit(shift.cells[edit.start], shift.cells[edit.end - 1] + 1, edit.words)


def _all_struck(edit: Edit, new: Paragraph, shift: Shift) -> bool:
    return all(new.cells[shift.cells[place]].struck for place in range(edit.start, edit.end))


# The offer: where the author's words and those merged exclude each other, the author's stand again.


@dataclass(frozen=True, slots=True)
class _Contest:
    """A stretch of the old cells that the author and amendments that were merged read differently."""

    start: int
    end: int
    keys: frozenset[str]  # of those amendments
    inserted: Edit | None = None  # where both only insert at one place

    @classmethod
    def of(cls, edit: Edit, rivals: Sequence[tuple[Edit, str]], whole: bool) -> "_Contest":
        keys = frozenset(key for _, key in rivals)
        if whole:
            return cls(-1, sys.maxsize, keys)
        every = [edit, *(rival for rival, _ in rivals)]
        start, end = min(each.start for each in every), max(each.end for each in every)
        return cls(start, end, keys, edit if start == end else None)

    def holds(self, edit: Edit) -> bool:
        return edit.start < self.end and self.start < edit.end


def _apart(contests: Iterable[_Contest]) -> list[_Contest]:
    """Make one of contests that overlap."""
    apart: list[_Contest] = []
    for contest in sorted(contests, key=lambda contest: (contest.start, contest.end)):
        if apart and contest.start < apart[-1].end:
            before = apart.pop()
            contest = _Contest(before.start, max(before.end, contest.end), before.keys | contest.keys)
        apart.append(contest)
    return apart


def _overriding(
    own: Sequence[Edit],
    free: Iterable[Edit],
    contests: Sequence[_Contest],
    old: Paragraph,
    new: Paragraph,
    shift: Shift,
) -> tuple[Edit, ...]:
    """Give the edits of the new cells that put the author's reading in the place of what was merged."""
    edits = [_moved(edit, shift) for edit in free if not any(contest.holds(edit) for contest in contests)]
    for contest in contests:
        if contest.inserted:  # both can stand: the author's words come after the others
            edits.append(_moved(contest.inserted, shift))
            continue
        first, last = max(contest.start, 0), min(contest.end, len(old.cells))
        start, end = 0, len(new.cells)
        if contest.start >= 0:
            start, end = shift.gaps[first], shift.cells[last - 1] + 1
            while end < shift.gaps[last] and contest.keys.intersection(new.cells[end].by):
                end += 1
        edits.append(Edit(start, end, _reading(old, own, contest, first, last)))
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _reading(old: Paragraph, own: Iterable[Edit], contest: _Contest, first: int, last: int) -> Text:
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
