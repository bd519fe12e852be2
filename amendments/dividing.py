"""The act of dividing an amendment, so that one part of it can be taken without the rest (rule 129)."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from amendments import places, queries, targets
from amendments.changes import Change
from amendments.division import divide as divided
from amendments.formal_wording import spoken
from amendments.models import Amendment, Second, Status, Wording
from drafting.actions import enter, lock
from drafting.clock import now
from drafting.messages import OutOfOrder
from drafting.models import Draft, Member
from drafting.permissions import Act, Role, require
from drafting.queries import role_on
from drafting.record import Deed


def divide(
    session: Session, by: Member, draft_id: int, number: int, separate: Collection[int], *, on: int
) -> tuple[Amendment, Amendment]:
    """Make two amendments of one: some of its smallest parts (``amendments.division``), and the rest.

    Its mover may do so, and the penholder. Both get numbers of their own, and keep the mover, the sponsors
    and the day of filing.
    """
    draft = lock(session, draft_id, on)
    role = role_on(draft, by)
    require(role, Act.PROPOSE)
    whole = queries.amendment(session, draft, number)
    if whole.delegation_id != by.delegation_id and role is not Role.PENHOLDER:
        raise OutOfOrder("Only its mover or the penholder can divide No. {number}.", number=number)
    if whole.status != Status.OPEN.value or not queries.stands(whole, draft):
        raise OutOfOrder("No. {number} is not open on the current text.", number=number)
    if amending := queries.amending(session, whole):
        raise OutOfOrder(
            "No. {number} cannot be divided while No. {other} amends it.",
            number=number,
            other=amending[0].number,
        )
    manuscript = targets.Readings(session, draft).of(whole)
    one, other = (
        _part(session, draft, whole, changes)
        for changes in divided(manuscript, whole.wording.changes, separate)
    )
    whole.status = Status.DIVIDED.value
    enter(
        session,
        draft,
        by,
        Deed.DIVIDED,
        amendment=number,
        revision=draft.revision,
        places=places.labels(manuscript.outline, whole.wording.changes),
        words=[
            f"[{part.number}] {sentence}"
            for part in (one, other)
            for sentence in spoken(manuscript, part.wording.changes, draft.language)
        ],
        numbers=[one.number, other.number],
    )
    return one, other


def _part(session: Session, draft: Draft, whole: Amendment, changes: tuple[Change, ...]) -> Amendment:
    draft.proposals += 1
    part = Amendment(
        draft_id=draft.id,
        delegation_id=whole.delegation_id,
        delegation=whole.delegation,
        number=draft.proposals,
        status=Status.OPEN.value,
        explanation=whole.explanation,
        saves=0,
        saved_at=now(),
        submitted_at=whole.submitted_at,
        target=whole.amends(),
        whole_id=whole.id,
        wordings=[Wording(revision=draft.revision, changes=changes, member_id=whole.wording.member_id)],
        seconds=[
            Second(
                delegation_id=each.delegation_id,
                delegation=each.delegation,
                joined_at=each.joined_at,
                withdrawn_at=each.withdrawn_at,
            )
            for each in whole.seconds
        ],
    )
    session.add(part)
    session.flush()
    return part
