"""Carrying an amendment onto the text that others were merged into.

Its places are found exactly, through what was merged; never by comparing texts again. What cannot be
carried goes back to its author with an offer (MERGE.md, Rebase onto the next revision).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from amendments import changes
from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import claims, needs
from amendments.collisions import Severity, severity
from amendments.edits import reads
from amendments.merge import Merged
from amendments.new_paragraphs import below, rank, says_same
from amendments.offers import Contest, apart, overriding
from amendments.weaving import Shift, identity, moved
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
    own = {change.provision for change in proposal.changes if change.has_place}
    now: Sequence[Change]
    for change in proposal.changes:
        if change.provision in merged.manuscript.dropped and not _cites(proposal, change.provision):
            only_strikes = not any(edit.words for edit in change.edits)
            state, now = (State.ALREADY if only_strikes else State.NEEDS_AUTHOR), ()
        elif change.kind is ChangeKind.REWORD:
            state, now = _reworded(change, before, merged)
        elif change.has_place:
            state, now = _placed(change, proposal.key, merged, own, twins)
        else:
            state, now = _whole(change, before, merged)
        if state is State.OK:
            state, now = _with_what_it_needs(change, now, before, merged)
        states.add(state)
        offered += now
        if state is State.OK:
            carried += now
    if State.NEEDS_AUTHOR in states:
        offered = [_hung(change, proposal, offered, merged) for change in offered]
        offer = Proposal(proposal.key, _together(offered, merged.manuscript)) if offered else None
        return Carried(State.NEEDS_AUTHOR, offered=offer)
    if not carried:
        return Carried(State.ALREADY)
    return Carried(State.OK, Proposal(proposal.key, _together(carried, merged.manuscript)))


def _cites(proposal: Proposal, note: str) -> bool:
    """Whether an amendment refers to a note anew, so that it stays although nothing else refers to it."""
    return any(note in each.cites for each in proposal.changes)


def _hung(change: Change, proposal: Proposal, offered: Sequence[Change], merged: Merged) -> Change:
    """Put a new paragraph that follows one which cannot be offered where that one would have stood."""
    places = {each.provision: each.after for each in proposal.changes if each.kind is ChangeKind.INSERT}
    known = merged.manuscript.by_id.keys() | {each.provision for each in offered} | {""}
    if not change.has_place or change.after in known:
        return change
    at = change.after
    while at in places and at not in known:
        at = places[at]
    return replace(change, after=merged.follows(at) if at not in places else at)


def _together(found: Sequence[Change], manuscript: Manuscript) -> tuple[Change, ...]:
    """Make one change of those that came to reword one paragraph, because two had been joined."""
    if len(found) < 2:
        return tuple(found)
    rewords: dict[str, Change] = {}
    others = [each for each in found if each.kind is not ChangeKind.REWORD]
    for change in found:
        if change.kind is ChangeKind.REWORD:
            before = rewords.setdefault(change.provision, change)
            if before is change:
                continue
            every = sorted((*before.edits, *change.edits), key=lambda each: each.start)
            if not any(one.end > other.start for one, other in pairwise(every)):
                text = reads(manuscript.by_id[change.provision], every)
                rewords[change.provision] = replace(change, text=text, edits=tuple(every))
    return (*rewords.values(), *others)


_Fate: TypeAlias = tuple[State, Sequence[Change]]


def _with_what_it_needs(change: Change, now: Sequence[Change], before: Manuscript, merged: Merged) -> _Fate:
    """Give a change back to its author where what it needs has gone, or gone elsewhere."""
    needed = needs(before, change)
    if not needed:
        return State.OK, now
    if any(merged.manuscript.by_id[id].struck for id in needed):
        return State.NEEDS_AUTHOR, ()
    return (State.NEEDS_AUTHOR, [change]) if needed & merged.left.keys() else (State.OK, now)


def _whole(change: Change, before: Manuscript, merged: Merged) -> _Fate:
    """Carry what is done to a paragraph as a whole: it is deleted, or joined to the one before."""
    others = [other for id in _about(change) for _, other in merged.about.get(id, ())]
    if any(_same(change, other) for other in others):
        return State.ALREADY, ()
    if change.kind is ChangeKind.DELETE:
        if change.provision not in merged.homes and merged.manuscript.by_id[change.provision].struck:
            return State.ALREADY, ()
        home = merged.homes.get(change.provision, change.provision)
        if merged.manuscript.by_id[home].struck:
            return State.NEEDS_AUTHOR, ()
        touched = others or change.provision in merged.needed
        return (State.NEEDS_AUTHOR if touched else State.OK), [replace(change, provision=home)]
    grown = [
        each for id in before.between(change.after, change.provision) for each in merged.growth.get(id, ())
    ]
    if (
        any(not other.leaves_whole for other in others)
        or any(each.change.paragraph_kind is not Kind.NOTE for each in grown)
        or merged.needed.intersection(_about(change))
    ):
        return State.NEEDS_AUTHOR, ()
    hard = any(
        severity(claim, theirs.claim) is Severity.HARD
        for id in _about(change)
        for claim in claims(change, before.by_id[id], "")
        for theirs in merged.met(id, claim)
    )
    return (State.NEEDS_AUTHOR if hard else State.OK), [change]


def _about(change: Change) -> tuple[str, ...]:
    both = (change.provision, change.after)
    return both if change.kind is ChangeKind.JOIN else both[:1]


def _same(change: Change, other: Change) -> bool:
    return (other.kind, other.provision, other.after) == (change.kind, change.provision, change.after)


def _placed(change: Change, key: str, merged: Merged, own: set[str], twins: dict[str, str]) -> _Fate:
    """Put a new or moved paragraph behind those that came to its place and go before it.

    ``twins`` is where an own new paragraph is the same as one that was merged: what follows it follows that.
    """
    after = twins.get(change.after, change.after) if change.after in own else merged.follows(change.after)
    alone = change.after in own and change.after not in twins  # it goes with its own, away from the others
    newcomers = () if alone else merged.growth.get(after, ())
    for newcomer in newcomers:
        if newcomer.change.provision not in twins.values() and says_same(newcomer.change, change):
            twins[change.provision] = newcomer.change.provision
            return State.ALREADY, ()
    if change.kind is ChangeKind.MOVE and merged.manuscript.by_id[change.provision].struck:
        return State.NEEDS_AUTHOR, ()
    if after in merged.closed and change.paragraph_kind is not Kind.NOTE:
        return State.NEEDS_AUTHOR, [replace(change, after=merged.closed[after])]
    place = after
    mine = (change.paragraph_kind is Kind.NOTE, rank(key))
    for newcomer in newcomers:
        if (newcomer.change.paragraph_kind is Kind.NOTE, rank(newcomer.keys[0])) < mine:
            at = newcomer.change.provision
            every = [at, *(each.change.provision for each in below(merged.growth, at))]
            place = next((each for each in reversed(every) if each not in own), place)
    carried = change if place == change.after else replace(change, after=place)
    if change.kind is ChangeKind.MOVE:
        others = merged.about.get(change.provision, ())
        if change.provision in merged.needed or any(not other.leaves_whole for _, other in others):
            return State.NEEDS_AUTHOR, [carried] if place != change.provision else ()
    return State.OK, [carried]


def _reworded(change: Change, before: Manuscript, merged: Merged) -> _Fate:
    if change.provision not in merged.about:
        return State.OK, [change]
    old = before.by_id[change.provision]
    home = merged.homes.get(change.provision, change.provision)
    new = merged.manuscript.by_id[home]
    if new.struck:
        only_strikes = not any(edit.words for edit in change.edits)
        return (State.ALREADY if only_strikes else State.NEEDS_AUTHOR), ()
    row = replace(new, cells=tuple(merged.rows[home])) if home in merged.parts else new
    shift = merged.shifts.get(change.provision) or identity(len(old.cells))
    free: list[Edit] = []
    contests: list[Contest] = []
    for edit, claim in zip(change.edits, claims(change, old, ""), strict=True):
        theirs = merged.met(change.provision, claim)
        grades = {severity(claim, other.claim) for other in theirs}
        if Severity.CONCURRING in grades:
            continue
        if Severity.HARD not in grades:
            free.append(edit)
        elif edit.words or not _all_struck(edit, row, shift):
            rivals = [other for other in theirs if severity(claim, other.claim) is Severity.HARD]
            whole = claim.start < 0 or any(other.claim.start < 0 for other in rivals)
            contests.append(Contest.of(edit, [(other.edit, other.claim.key) for other in rivals], whole))
    if contests or (not change.leaves_whole and change.provision in {*merged.homes, *merged.left}):
        edits = overriding(change.edits, free, apart(contests), old, row, shift)
        return State.NEEDS_AUTHOR, [
            changes.reword(merged.manuscript, each.provision, each.text)
            for each in _reworded_parts(change, merged, edits)
            if each.text != merged.manuscript.by_id[each.provision].text
        ]
    if not free:
        return State.ALREADY, ()
    return State.OK, _reworded_parts(change, merged, (moved(edit, shift) for edit in free))


def _reworded_parts(change: Change, merged: Merged, edits: Iterable[Edit]) -> list[Change]:
    """Give edits of the row of cells that a paragraph became as changes of the paragraphs that have them."""
    parts = merged.parted(change.provision, edits)
    return [
        Change(
            ChangeKind.REWORD,
            id,
            reads(merged.manuscript.by_id[id], each),
            tuple(each),
            change.after,
            change.paragraph_kind,
            change.level,
        )
        for id, each in parts.items()
    ]


def _all_struck(edit: Edit, row: Paragraph, shift: Shift) -> bool:
    return all(row.cells[shift.cell(place)].struck for place in range(edit.start, edit.end))
