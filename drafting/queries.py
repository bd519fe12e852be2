"""What can be asked about the drafts on the table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from drafting import record, states
from drafting.messages import NotFound
from drafting.models import Delegation, Draft, Entry, Member, Revision, Sponsorship, Visit
from drafting.outline import Outline, Sponsor
from drafting.permissions import Role


def draft(session: Session, id: int) -> Draft:
    """Find a draft."""
    found = session.get(Draft, id)
    if found is None:
        raise NotFound("There is no draft {id} on the table.", id=id)
    return found


def drafts(session: Session) -> Sequence[Draft]:
    """Every draft on the table, the newest first."""
    return session.scalars(select(Draft).order_by(Draft.opened_at.desc(), Draft.id.desc())).all()


def role_on(draft: Draft | None, member: Member) -> Role:
    """In what capacity a member acts on a draft: members of the leading delegation hold the pen."""
    role = Role(member.delegation.role)
    if draft is not None and role is Role.DELEGATION and draft.penholder_id == member.delegation_id:
        return Role.PENHOLDER
    return role


def revision(session: Session, draft: Draft, number: int | None = None) -> Revision:
    """Find a revision by its number, or the current one."""
    wanted = draft.revision if number is None else number
    found = session.scalar(select(Revision).where(Revision.draft_id == draft.id, Revision.number == wanted))
    if found is None:
        raise NotFound("“{title}” has no Rev.{number}.", title=draft.title, number=wanted)
    return found


def revisions(session: Session, draft: Draft) -> Sequence[Revision]:
    """Every revision of a draft, the first one first."""
    return session.scalars(
        select(Revision).where(Revision.draft_id == draft.id).order_by(Revision.number)
    ).all()


def sponsorships(session: Session, draft: Draft, at: datetime | None = None) -> list[Sponsorship]:
    """Who sponsors a draft, now or at a moment past, in the order in which the list is printed."""
    held = session.scalars(select(Sponsorship).where(Sponsorship.draft_id == draft.id)).all()
    standing = [each for each in held if _stands(each, at)]
    order = states.order([name(each.delegation, draft.language) for each in standing], draft.language)
    return sorted(standing, key=lambda each: order.index(name(each.delegation, draft.language)))


def sponsors_changed(
    session: Session, draft: Draft, since: Revision
) -> tuple[list[Sponsorship], list[Sponsorship]]:
    """Who joined and who left the sponsors after a revision was issued, until the next one was."""
    following = since.number < draft.revision
    until = revision(session, draft, since.number + 1).issued_at if following else None
    then, now = (
        {each.delegation_id: each for each in sponsorships(session, draft, at)}
        for at in (since.issued_at, until)
    )
    joined = [each for id, each in now.items() if id not in then]
    return joined, [each for id, each in then.items() if id not in now]


def withdrawn(session: Session, draft: Draft) -> list[Sponsorship]:
    """Who sponsored a draft once and does so no more, the latest to leave first."""
    standing = {each.delegation_id for each in sponsorships(session, draft)}
    asked = select(Sponsorship).where(Sponsorship.draft_id == draft.id, Sponsorship.withdrawn_at.is_not(None))
    left = session.scalars(asked.order_by(Sponsorship.withdrawn_at.desc())).all()
    return list(
        {each.delegation_id: each for each in reversed(left) if each.delegation_id not in standing}.values()
    )[::-1]


def _stands(sponsorship: Sponsorship, at: datetime | None) -> bool:
    if at is None:
        return sponsorship.withdrawn_at is None
    withdrawn = sponsorship.withdrawn_at
    return sponsorship.joined_at <= at and (withdrawn is None or withdrawn > at)


def name(delegation: Delegation, language: str) -> str:
    """A delegation's name as a document in this language prints it."""
    return (states.name(delegation.code, language) if delegation.code else None) or delegation.name


def outline(session: Session, draft: Draft, revision: Revision) -> Outline:
    """A revision as it is printed: its text, with the sponsors of its day or, the current one, of today."""
    following = revision.number < draft.revision
    until = _next(session, revision).issued_at if following else None
    sponsors = tuple(
        Sponsor(name(each.delegation, draft.language), each.starred)
        for each in sponsorships(session, draft, until)
    )
    text = revision.text.outline
    masthead = replace(text.masthead, symbol=symbol(revision))
    if revision.number:
        issued = revision.issued_at.date()
        masthead = replace(masthead, date=issued, job=None, job_dates=None, reissued=None)
    if sponsors or masthead.submitted_by is None:
        masthead = replace(masthead, sponsors=sponsors, submitted_by=None)
    return replace(text, masthead=masthead)


def symbol(revision: Revision) -> str | None:
    """A revision's symbol: that of the draft as first opened, with the count of revisions since."""
    base = revision.text.masthead.symbol
    if base is None or not revision.number:
        return base
    document, _, count = base.partition("/Rev.")
    return f"{document}/Rev.{int(count or 0) + revision.number}"


def _next(session: Session, revision: Revision) -> Revision:
    return session.scalars(
        select(Revision).where(Revision.draft_id == revision.draft_id, Revision.number == revision.number + 1)
    ).one()


def entries(
    session: Session,
    draft: Draft,
    *,
    after: int = 0,
    delegation: int | None = None,
    act: str | None = None,
    place: str | None = None,
) -> list[Entry]:
    """The record of a draft in its order, all of it or what concerns a delegation, an act, a paragraph."""
    asked = select(Entry).where(Entry.draft_id == draft.id, Entry.number > after).order_by(Entry.number)
    if delegation is not None:
        asked = asked.where(Entry.delegation_id == delegation)
    if act:
        asked = asked.where(Entry.act == act)
    found = session.scalars(asked).all()
    return [each for each in found if not place or place in each.places]


def broken_seal(session: Session, draft: Draft) -> int | None:
    """The number of the first entry whose seal does not fit what it says, if the record was changed."""
    before = ""
    for entry in entries(session, draft):
        if entry.seal != record.seal(before, said(entry)):
            return entry.number
        before = entry.seal
    return None


def said(entry: Entry) -> dict[str, Any]:
    """All that an entry says, as it is sealed."""
    return {
        "draft": entry.draft_id,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "member": entry.member_id,
        "delegation": entry.delegation_id,
        "act": entry.act,
        "amendment": entry.amendment,
        "revision": entry.revision,
        "places": entry.places,
        "words": entry.words,
        "details": entry.details,
    }


@dataclass(frozen=True, slots=True)
class SinceVisit:
    """What a member has not seen yet of a draft: how many entries, and since when."""

    count: int
    since: datetime | None


def since_visit(session: Session, draft: Draft, member: Member) -> SinceVisit:
    """What changed since the member last looked, the member's own acts left out."""
    visit = session.get(Visit, (member.id, draft.id))
    unseen = Entry.number > (visit.entry if visit else 0)
    count = session.scalar(
        select(func.count())
        .select_from(Entry)
        .where(Entry.draft_id == draft.id, unseen, Entry.member_id != member.id)
    )
    return SinceVisit(count or 0, visit.at if visit else None)


def looked_until(session: Session, draft: Draft, member: Member) -> int | None:
    """The number of the last entry that the member has marked as seen; none: never had the draft open."""
    visit = session.get(Visit, (member.id, draft.id))
    return visit.entry if visit else None


def delegations(session: Session) -> Sequence[Delegation]:
    """Every delegation, by name."""
    return session.scalars(select(Delegation).order_by(Delegation.name)).all()


def members(session: Session) -> Sequence[Member]:
    """Every member, by delegation and name."""
    return (
        session.scalars(select(Member).join(Delegation).order_by(Delegation.name, Member.name)).unique().all()
    )
