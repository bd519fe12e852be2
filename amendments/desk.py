"""The merging desk: the penholder chooses among the amendments and issues the next revision."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from amendments import places, queries, targets
from amendments.collisions import Severity, between
from amendments.formal_wording import spoken
from amendments.models import Amendment, Choice, Status, Wording
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
    merged = merge_all(before, [proposal for _, proposal in chosen], amending)
    carried = merged.carry([each.proposal for each in standing if each not in taken], amending)
    fates = tuple(
        (each, carried[each.key].state if each.key in carried else None)
        for each in queries.amendments(session, draft, Status.OPEN)
        if each not in taken
    )
    return Prospect(before, taken, merged, fates)


def choose(session: Session, by: Member, draft_id: int, number: int, take: bool | None, *, on: int) -> None:
    """Take an amendment into the next revision, leave it out of it, or take the choice back (none).

    Two amendments that exclude each other cannot both be taken: OutOfOrder names the other one.
    """
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.MERGE)
    amendment = queries.amendment(session, draft, number)
    if amendment.status != Status.OPEN.value or not queries.stands(amendment, draft):
        raise OutOfOrder("No. {number} is not open on the current text.", number=number)
    chosen = queries.choices(session, draft)
    standing = chosen.get(amendment.id)
    if (standing.take if standing else None) == take:
        return
    if take and amendment.amends() is None:
        _compatible(session, draft, amendment, chosen)
    targets.require_together(session, draft, amendment, take)
    session.execute(
        delete(Choice).where(Choice.amendment_id == amendment.id, Choice.revision == draft.revision)
    )
    if take is not None:
        session.add(
            Choice(amendment_id=amendment.id, revision=draft.revision, take=take, member_id=by.id, at=now())
        )
    deed = Deed.REOPENED if take is None else Deed.TOOK if take else Deed.PASSED
    manuscript = targets.Readings(session, draft).of(amendment)
    changes = amendment.wording.changes
    enter(
        session,
        draft,
        by,
        deed,
        amendment=number,
        revision=draft.revision,
        places=places.labels(manuscript.outline, changes),
        words=spoken(manuscript, changes, draft.language),
    )


def _compatible(session: Session, draft: Draft, amendment: Amendment, chosen: dict[int, Choice]) -> None:
    rivals = [
        each
        for each in queries.pending(session, draft)
        if each.id != amendment.id and each.id in chosen and chosen[each.id].take
    ]
    manuscript = revision(session, draft).text
    labels = {place.provision.id: place.label for place in numbered(manuscript.outline)}
    for collision in between(manuscript, amendment.proposal, [each.proposal for each in rivals]):
        if collision.severity is Severity.HARD:
            rival = next(each for each in rivals if each.key in (collision.one, collision.other))
            raise OutOfOrder(
                "{place}: No. {number} and No. {rival} exclude each other. Leave No. {rival} out first.",
                place=labels.get(collision.provision, ""),
                number=amendment.number,
                rival=rival.number,
            )


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
