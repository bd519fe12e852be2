"""What can be asked about the amendments to a draft."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from amendments.changes import Proposal
from amendments.models import Amendment, Choice, Ordered, Ordering, Status
from drafting import queries
from drafting.messages import NotFound
from drafting.models import Draft


def amendment(session: Session, draft: Draft, number: int) -> Amendment:
    """Find an amendment by the number that the room knows it by."""
    found = session.scalar(
        select(Amendment).where(Amendment.draft_id == draft.id, Amendment.number == number)
    )
    if found is None:
        raise NotFound("There is no amendment No. {number} to “{title}”.", number=number, title=draft.title)
    return found


def amendments(session: Session, draft: Draft, *statuses: Status) -> Sequence[Amendment]:
    """The amendments that the room sees, all or those of these statuses, in the order of submission."""
    asked = select(Amendment).where(Amendment.draft_id == draft.id, Amendment.number.is_not(None))
    if statuses:
        asked = asked.where(Amendment.status.in_([status.value for status in statuses]))
    return session.scalars(asked.order_by(Amendment.number)).unique().all()


def amending(session: Session, amendment: Amendment) -> list[Amendment]:
    """The open amendments to an amendment."""
    asked = select(Amendment).where(
        Amendment.draft_id == amendment.draft_id,
        Amendment.target_id.is_not(None),
        Amendment.status == Status.OPEN.value,
    )
    found = session.scalars(asked.order_by(Amendment.number)).unique()
    return [each for each in found if each.amends(each.wordings[-1]) is amendment]


def ever_amending(session: Session, amendment: Amendment) -> Sequence[Amendment]:
    """The amendments that were submitted to an amendment, whatever became of them."""
    asked = select(Amendment).where(Amendment.target_id == amendment.id, Amendment.number.is_not(None))
    return session.scalars(asked.order_by(Amendment.number)).unique().all()


def parts(session: Session, amendment: Amendment) -> Sequence[Amendment]:
    """The amendments into which one was divided."""
    asked = select(Amendment).where(Amendment.whole_id == amendment.id)
    return session.scalars(asked.order_by(Amendment.number)).unique().all()


def open_count(session: Session, draft: Draft) -> int:
    """How many amendments to a draft are open."""
    opened = (Amendment.draft_id == draft.id, Amendment.status == Status.OPEN.value)
    return session.scalar(select(func.count()).select_from(Amendment).where(*opened)) or 0


def private(session: Session, draft: Draft, delegation_id: int) -> Amendment | None:
    """The amendment that a delegation is writing and nobody else sees."""
    return next((each for each in unsubmitted(session, draft) if each.delegation_id == delegation_id), None)


def unsubmitted(session: Session, draft: Draft) -> Sequence[Amendment]:
    """The amendments that delegations are writing, each seen by its own delegation alone."""
    asked = select(Amendment).where(Amendment.draft_id == draft.id, Amendment.status == Status.PRIVATE.value)
    return session.scalars(asked.order_by(Amendment.id)).unique().all()


def movers(amendment: Amendment, language: str) -> list[str]:
    """The delegations that stand behind an amendment: its mover, then those who joined, as printed."""
    joined = [second.delegation for second in amendment.seconds if second.withdrawn_at is None]
    return [queries.name(each, language) for each in (amendment.delegation, *joined)]


def stands(amendment: Amendment, draft: Draft) -> bool:
    """Whether an amendment is written on the current text; else its author must look at it again.

    One that amends another stands with it.
    """
    target = amendment.amends()
    above = target is None or (target.status == Status.OPEN.value and stands(target, draft))
    return above and amendment.wording.revision == draft.revision


def waits_with(amendment: Amendment, draft: Draft) -> Amendment | None:
    """The amendment with which one waits: the one that it amends, while that one's author is needed."""
    target = amendment.amends()
    waits = target is not None and target.status == Status.OPEN.value and not stands(target, draft)
    return target if waits else None


def pending(session: Session, draft: Draft) -> list[Amendment]:
    """The open amendments to the text itself that can be merged into it as it stands."""
    return [each for each in standing(session, draft) if each.amends() is None]


def standing(session: Session, draft: Draft) -> list[Amendment]:
    """The open amendments that can be merged into the current text, those to other amendments too."""
    return [each for each in amendments(session, draft, Status.OPEN) if stands(each, draft)]


def targets(found: Iterable[Amendment]) -> dict[str, str]:
    """Which amendment others amend, key by key."""
    return {each.key: target.key for each in found if (target := each.amends())}


def choices(session: Session, draft: Draft) -> dict[int, Choice]:
    """What the penholder has chosen so far on the current text, by the id of the amendment.

    A joint text stands only as long as all whose words it reconciles are open and taken in it.
    """
    asked = (
        select(Choice)
        .join(Amendment, Amendment.id == Choice.amendment_id)
        .where(Amendment.draft_id == draft.id, Choice.revision == draft.revision)
    )
    made = {choice.amendment_id: choice for choice in session.scalars(asked)}
    joint = {each.key: made[each.id].joint for each in standing(session, draft) if each.id in made}
    return {
        id: choice
        for id, choice in made.items()
        if all(joint.get(key) == choice.joint for key in choice.joint or ())
    }


def orders(session: Session, draft: Draft, of: Ordered) -> list[list[str]]:
    """The orders given on the current text, by the keys of the amendments; a later one goes before."""
    asked = select(Ordering.keys).where(
        Ordering.draft_id == draft.id, Ordering.revision == draft.revision, Ordering.of == of.value
    )
    return list(session.scalars(asked.order_by(Ordering.id)))


def taken(session: Session, draft: Draft) -> list[tuple[Amendment, Proposal]]:
    """The amendments that are taken into the next revision, each as it is taken.

    One that amends another is taken as long as that is, and as its author worded it.
    """
    chosen = choices(session, draft)
    found: dict[Amendment, Proposal] = {}
    for each in standing(session, draft):  # targets come before what amends them
        target = each.amends()
        if (
            each.id in chosen
            and chosen[each.id].take
            and (target is None or found.get(target) == target.proposal)
        ):
            found[each] = Proposal(each.key, chosen[each.id].changes or each.wording.changes)
    return list(found.items())


def merged(session: Session, draft: Draft, after: int, until: int) -> dict[str, Amendment]:
    """The amendments that went into a draft's text after one revision and until another, by key."""
    found = amendments(session, draft, Status.MERGED)
    return {each.key: each for each in found if each.closed_in and after < each.closed_in <= until}
