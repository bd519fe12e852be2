"""What a delegation does with an amendment: write, submit, withdraw, sponsor, confirm it on a new text."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from amendments import places, queries, targets
from amendments.asking import asked, relocated, without
from amendments.formal_wording import spoken
from amendments.merge import merge
from amendments.models import Amendment, Second, Status, Wording
from amendments.rebase import State
from drafting.actions import enter, lock
from drafting.clock import now
from drafting.manuscript import Manuscript
from drafting.messages import NotFound, OutOfOrder, Superseded
from drafting.models import Draft, Member
from drafting.numbering import number
from drafting.outline import Kind
from drafting.permissions import Act, require
from drafting.queries import role_on
from drafting.record import Deed
from drafting.text import Text


def propose(
    session: Session,
    by: Member,
    draft_id: int,
    *,
    on: int,
    saves: int,
    provision: str | None = None,
    after: str | None = None,
    behind: str | None = None,
    joins: bool = False,
    text: Text = (),
    kind: Kind = Kind.OPERATIVE,
    level: int = 0,
    written: Mapping[str, Text] | None = None,
    explanation: str | None = None,
    to: int | None = None,
) -> Amendment:
    """Keep a change in the delegation's own draft amendment, in the place of what it said there before.

    With ``provision`` the paragraph shall read ``text``, or be deleted where there is none; it is moved
    after the one that ``behind`` names, or joined to the one before it. With ``after`` a new paragraph
    stands after that one; ``written`` are new notes to which the text refers. ``on`` is the revision and
    ``saves`` the number of times the delegation's draft had been saved when the form was opened:
    Superseded if either has moved on. With ``to`` it is an amendment to the one of that number, on the text
    as that would leave it.
    """
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.PROPOSE)
    target = targets.open_target(session, draft, to) if to is not None else None
    amendment = writing(session, by, draft, saves, target)
    wording = amendment.wording
    manuscript = targets.Readings(session, draft).of(amendment)
    if target is not None:
        targets.require_place(manuscript, target, after or provision or "")
    new_id = f"{amendment.key}.{amendment.saves + 1}"
    if provision is not None and (behind is not None or joins):
        wording.changes = relocated(manuscript, wording.changes, provision, None if joins else behind)
    else:
        wording.changes = asked(
            manuscript, wording.changes, new_id, provision, after, text, kind, level, written
        )
    if explanation is not None:
        amendment.explanation = explanation.strip()
    return saved(session, by, amendment, manuscript)


def writing(
    session: Session, by: Member, draft: Draft, saves: int, target: Amendment | None = None
) -> Amendment:
    """Give the delegation's own draft amendment to write in, a new one if it has none.

    Superseded if it was saved since, or was written on an earlier text; OutOfOrder if it amends another
    amendment than ``target``, or the text.
    """
    amendment = queries.private(session, draft, by.delegation_id)
    if (amendment.saves if amendment else 0) != saves:
        raise Superseded("Somebody of your delegation has saved your draft amendment since you opened it.")
    if amendment is None:
        amendment = Amendment(
            draft_id=draft.id,
            delegation_id=by.delegation_id,
            delegation=by.delegation,
            status=Status.PRIVATE.value,
            explanation="",
            saves=0,
            saved_at=now(),
            target=target,
            wordings=[Wording(revision=draft.revision, changes=(), member_id=by.id)],
        )
        session.add(amendment)
        session.flush()
    if amendment.wording.revision != draft.revision:
        raise Superseded("Your draft amendment was written on an earlier text: confirm or discard it first.")
    if not amendment.wording.changes:
        amendment.target = target
    targets.require_one_target(amendment, target)
    return amendment


def saved(session: Session, by: Member, amendment: Amendment, manuscript: Manuscript) -> Amendment:
    """Note who has written in the delegation's own draft amendment, and when, if it can stand as it is."""
    _check(manuscript, amendment)
    amendment.wording.member_id = by.id
    amendment.saves += 1
    amendment.saved_at = now()
    session.flush()
    return amendment


def _check(manuscript: Manuscript, amendment: Amendment) -> None:
    """Refuse what could never be merged, before it stands in the way of the desk."""
    try:
        merge(manuscript, [amendment.proposal])
    except OutOfOrder as refused:
        id = refused.message.values["provision"]
        place = next((each.label for each in number(manuscript.outline) if each.provision.id == id), id)
        raise OutOfOrder(
            "{place}: your amendment would do two things at once to the whole paragraph. Discard one first.",
            place=place,
        ) from None
    except NotFound as refused:
        raise NotFound("The text has no paragraph {id}.", id=refused.message.values["provision"]) from None


def discard(session: Session, by: Member, draft_id: int, provision: str | None = None) -> None:
    """Throw away the delegation's own draft amendment, or what it says of one paragraph."""
    draft = lock(session, draft_id)
    require(role_on(draft, by), Act.PROPOSE)
    amendment = _private(session, draft, by)
    wording = amendment.wording
    manuscript = targets.Readings(session, draft).of(amendment)
    rest = without(manuscript, wording.changes, provision) if provision is not None else ()
    if rest:
        wording.changes = rest
        amendment.saves += 1
        amendment.saved_at = now()
        return
    for each in amendment.wordings:
        session.delete(each)
    session.flush()
    session.delete(amendment)


def submit(session: Session, by: Member, draft_id: int, *, on: int, saves: int) -> Amendment:
    """Put the delegation's draft amendment before the room, which gives it a number."""
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.PROPOSE)
    amendment = _private(session, draft, by)
    if amendment.saves != saves:
        raise Superseded("Somebody of your delegation has saved your draft amendment since you opened it.")
    if amendment.wording.revision != draft.revision:
        raise Superseded("Your draft amendment was written on an earlier text: confirm or discard it first.")
    if not amendment.wording.changes:
        raise OutOfOrder("Your draft amendment changes nothing yet.")
    target = amendment.amends()
    if target is not None:
        targets.require_open(target)
    about = {} if target is None else {"target": target.number}
    put_forward(session, draft, by, amendment, Deed.SUBMITTED, **about)
    return amendment


def put_forward(
    session: Session, draft: Draft, by: Member, amendment: Amendment, deed: Deed, **details: Any
) -> None:
    """Give an amendment that can stand its number, and put it on the record."""
    draft.proposals += 1
    amendment.number = draft.proposals
    amendment.status = Status.OPEN.value
    amendment.submitted_at = now()
    _enter(session, draft, by, deed, amendment, **details)


def withdraw(session: Session, by: Member, draft_id: int, number: int) -> Amendment:
    """Take back one's own amendment, which stays on the record (rule 122: before it is acted upon).

    The amendments to it lapse.
    """
    draft, amendment = _open(session, by, draft_id, number, Act.PROPOSE, own=True)
    amendment.status = Status.WITHDRAWN.value
    lapsed = targets.lapse(session, amendment)
    _enter(session, draft, by, Deed.WITHDREW, amendment, **({"lapsed": lapsed} if lapsed else {}))
    return amendment


def second(session: Session, by: Member, draft_id: int, number: int) -> Second:
    """Join the sponsors of somebody's amendment in the name of one's delegation."""
    draft, amendment = _open(session, by, draft_id, number, Act.SPONSOR)
    if amendment.delegation_id == by.delegation_id or _standing(amendment, by):
        raise OutOfOrder(
            "{delegation} stands behind No. {number} already.", delegation=by.delegation.name, number=number
        )
    joined = Second(
        amendment_id=amendment.id, delegation_id=by.delegation_id, delegation=by.delegation, joined_at=now()
    )
    amendment.seconds.append(joined)
    _enter(session, draft, by, Deed.SECONDED, amendment)
    return joined


def unsecond(session: Session, by: Member, draft_id: int, number: int) -> None:
    """Withdraw one's delegation from the sponsors of somebody's amendment."""
    draft, amendment = _open(session, by, draft_id, number, Act.SPONSOR)
    standing = _standing(amendment, by)
    if standing is None:
        raise OutOfOrder(
            "{delegation} has not joined No. {number}.", delegation=by.delegation.name, number=number
        )
    standing.withdrawn_at = now()
    _enter(session, draft, by, Deed.UNSECONDED, amendment)


def confirm(session: Session, by: Member, draft_id: int, number: int | None, *, on: int) -> Amendment:
    """Agree to the form in which one's amendment, or one's own draft of one, was put on the new text."""
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.PROPOSE)
    amendment = _private(session, draft, by) if number is None else queries.amendment(session, draft, number)
    _own(amendment, by)
    offer = amendment.offer
    if offer is None or amendment.status not in (Status.OPEN.value, Status.PRIVATE.value):
        raise OutOfOrder("There is nothing to confirm.")
    offer.offered = False
    offer.member_id = by.id
    amendment.saves += 1
    if number is not None:
        offered = targets.offer_again(session, draft, amendment)
        details = {State.NEEDS_AUTHOR.value: offered} if offered else {}
        _enter(session, draft, by, Deed.CONFIRMED, amendment, **details)
    return amendment


def _enter(
    session: Session, draft: Draft, by: Member, deed: Deed, amendment: Amendment, **details: Any
) -> None:
    wording = amendment.wording
    manuscript = targets.Readings(session, draft).of(amendment)
    enter(
        session,
        draft,
        by,
        deed,
        amendment=amendment.number,
        revision=wording.revision,
        places=places.labels(manuscript.outline, wording.changes),
        words=spoken(manuscript, wording.changes, draft.language),
        **details,
    )


def _private(session: Session, draft: Draft, by: Member) -> Amendment:
    amendment = queries.private(session, draft, by.delegation_id)
    if amendment is None:
        raise OutOfOrder("Your delegation has no draft amendment.")
    return amendment


def _open(
    session: Session, by: Member, draft_id: int, number: int, act: Act, own: bool = False
) -> tuple[Draft, Amendment]:
    draft = lock(session, draft_id)
    require(role_on(draft, by), act)
    amendment = queries.amendment(session, draft, number)
    if own:
        _own(amendment, by)
    targets.require_open(amendment)
    return draft, amendment


def _own(amendment: Amendment, by: Member) -> None:
    if amendment.delegation_id != by.delegation_id:
        raise OutOfOrder("No. {number} is not your delegation’s.", number=amendment.number)


def _standing(amendment: Amendment, by: Member) -> Second | None:
    standing = (each for each in amendment.seconds if each.withdrawn_at is None)
    return next((each for each in standing if each.delegation_id == by.delegation_id), None)
