"""The next revision: what it would be as the desk's choices stand, and issuing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from amendments import places, queries
from amendments.merge import Merged, merge
from amendments.models import Amendment, Ordered, Status, Wording
from amendments.rebase import State, carry
from drafting.actions import enter, lock
from drafting.clock import now
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder, Superseded
from drafting.models import Draft, Member, Revision
from drafting.numbering import number as numbered
from drafting.permissions import Act, require
from drafting.queries import revision, role_on
from drafting.record import Deed


@dataclass(frozen=True)
class Prospect:
    """What would be issued if the revision were issued now, and what would become of every open amendment."""

    before: Manuscript
    taken: tuple[Amendment, ...]
    merged: Merged
    fates: tuple[tuple[Amendment, State | None], ...]  # none: it waits for its author already


def prospect(session: Session, draft: Draft) -> Prospect:
    """See the next revision as the choices stand."""
    before = revision(session, draft).text
    pending = queries.pending(session, draft)
    chosen = queries.taken(session, draft)
    taken = tuple(each for each, _ in chosen)
    merged = merge(
        before, [proposal for _, proposal in chosen], queries.orders(session, draft, Ordered.WORDS)
    )
    fates = tuple(
        (each, carry(each.proposal, before, merged).state if each in pending else None)
        for each in queries.amendments(session, draft, Status.OPEN)
        if each not in taken
    )
    return Prospect(before, taken, merged, fates)


def issue(session: Session, by: Member, draft_id: int, *, on: int, taken: Sequence[int]) -> Revision:
    """Issue the next revision with the amendments taken, and carry all others onto its text.

    ``taken`` are the numbers that the penholder saw in the preview: Superseded if they are others by now.
    """
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.MERGE)
    now_taken = prospect(session, draft)
    numbers = [each.number for each in now_taken.taken]
    if sorted(taken) != sorted(number for number in numbers if number is not None):
        raise Superseded("What is taken has changed since you opened this page: read the preview again.")
    if not numbers:
        raise OutOfOrder("No amendment is taken yet: the next revision would read as this one does.")
    draft.revision += 1
    issued = Revision(
        draft_id=draft.id,
        number=draft.revision,
        issued_at=now(),
        member_id=by.id,
        member=by,
        text=now_taken.merged.manuscript,
    )
    session.add(issued)
    draft.title = issued.text.outline.title
    for amendment in now_taken.taken:
        amendment.status = Status.MERGED.value
        amendment.closed_in = draft.revision
    outcome: dict[str, Any] = dict(_carry_over(session, draft, now_taken))
    enter(
        session,
        draft,
        by,
        Deed.ISSUED,
        revision=draft.revision,
        places=[
            place.label
            for place in numbered(now_taken.before.outline)
            if any(
                place.provision.id == places.touched(change)
                for amendment in now_taken.taken
                for change in amendment.wording.changes
            )
        ],
        words=[draft.title],
        merged=numbers,
        **outcome,
    )
    return issued


def _carry_over(session: Session, draft: Draft, issued: Prospect) -> dict[str, list[int]]:
    outcome: dict[str, list[int]] = {state.value: [] for state in State}
    waiting = [each for each, _ in issued.fates]
    for amendment in [*waiting, *queries.unsubmitted(session, draft)]:
        source = amendment.offer or amendment.wording
        if source.revision != draft.revision - 1:
            continue  # nothing could be offered on an earlier revision either: it stays as its author left it
        carried = carry(amendment.proposal_of(source), issued.before, issued.merged)
        if carried.state is State.ALREADY and amendment.status == Status.OPEN.value and not source.offered:
            amendment.status = Status.ALREADY.value
            amendment.closed_in = draft.revision
        proposal = carried.proposal if carried.state is State.OK else carried.offered
        if proposal is not None and carried.state is not State.ALREADY:
            amendment.wordings.append(
                Wording(
                    revision=draft.revision,
                    changes=proposal.changes,
                    offered=source.offered or carried.state is State.NEEDS_AUTHOR,
                )
            )
        if amendment.number is not None:
            outcome[carried.state.value].append(amendment.number)
    return outcome
