"""The next revision: what it would be as the desk's choices stand, and issuing it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from amendments import places, queries
from amendments.models import Amendment, Ordered, Status, Wording
from amendments.rebase import Carried, State
from amendments.subamendments import MergedInSteps, merge_all
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
    merged: MergedInSteps
    fates: tuple[tuple[Amendment, State | None], ...]  # none: it waits for its author already


def prospect(session: Session, draft: Draft) -> Prospect:
    """See the next revision as the choices stand."""
    before = revision(session, draft).text
    standing = queries.standing(session, draft)
    chosen = queries.taken(session, draft)
    taken = tuple(each for each, _ in chosen)
    amending = queries.targets(standing)
    orders = queries.orders(session, draft, Ordered.WORDS)
    merged = merge_all(before, [proposal for _, proposal in chosen], amending, orders)
    carried = merged.carry([each.proposal for each in standing if each not in taken], amending)
    fates = tuple(
        (each, carried[each.key].state if each.key in carried else None)
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
    outcome: dict[str, list[int]] = {name: [] for name in (*State, "waiting")}
    waiting = [each for each, _ in issued.fates]
    found = _carried(issued, [*waiting, *queries.unsubmitted(session, draft)], draft.revision - 1)
    for amendment, source, carried in found:
        if carried is None:
            outcome["waiting"] += [amendment.number] if amendment.number else []
            continue
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


def _carried(
    issued: Prospect, amendments: Iterable[Amendment], was: int
) -> Iterator[tuple[Amendment, Wording, Carried | None]]:
    """Give what amendments say on the text issued; nothing where one waits with the one that it amends.

    What could not even be offered on the revision before stays as its author left it.
    """
    sources = {each: each.offer or each.wording for each in amendments}
    known = {each.key for each in issued.taken}
    amending: dict[str, str] = {}
    said: dict[Amendment, Wording] = {}
    for each, source in sources.items():  # targets come before what amends them
        target = each.amends(source)
        if source.revision == was and (target is None or target.key in known):
            said[each] = source
            known.add(each.key)
            if target is not None:
                amending[each.key] = target.key
    amending |= queries.targets(issued.taken)
    carried = issued.merged.carry([each.proposal_of(source) for each, source in said.items()], amending)
    return ((each, source, carried.get(each.key)) for each, source in said.items())
