"""Carrying an amendment onto the text that others were merged into.

Its places are found exactly, through what was merged; never by comparing texts again. What cannot be
carried goes back to its author with an offer (MERGE.md, Rebase onto the next revision).
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import claims, needs
from amendments.collisions import Severity, severity
from amendments.edits import reads
from amendments.merge import Merged
from amendments.new_paragraphs import below, rank, says_same
from amendments.offers import Contest, apart, overriding
from amendments.weaving import Shift, moved
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind
from drafting.redline import Edit


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
    contests: list[Contest] = []
    for edit, claim in zip(change.edits, claims(change, old, ""), strict=True):
        grades = {severity(claim, other) for other, _, _ in theirs}
        if Severity.CONCURRING in grades:
            continue
        if Severity.HARD not in grades:
            free.append(edit)
        elif edit.words or not _all_struck(edit, new, shift):
            rivals = [other for other in theirs if severity(claim, other[0]) is Severity.HARD]
            whole = claim.start < 0 or any(other.start < 0 for other, _, _ in rivals)
            contests.append(Contest.of(edit, [(edit, key) for _, edit, key in rivals], whole))
    if contests:
        edits = overriding(change.edits, free, apart(contests), old, new, shift)
        offer = changes.reword(merged.manuscript, change.provision, reads(new, edits))
        return State.NEEDS_AUTHOR, offer if offer.edits else None
    if not free:
        return State.ALREADY, None
    edits = tuple(moved(edit, shift) for edit in free)
    return State.OK, replace(change, text=reads(new, edits), edits=edits)


def _all_struck(edit: Edit, new: Paragraph, shift: Shift) -> bool:
    return all(new.cells[shift.cells[place]].struck for place in range(edit.start, edit.end))
