"""What is done with a draft as a whole: opening it, sponsoring it, putting an act on the record."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting import queries, record, states
from drafting.clock import now
from drafting.manuscript import manuscript
from drafting.messages import NotFound, OutOfOrder, Superseded
from drafting.models import Delegation, Draft, Entry, Member, Revision, Sponsorship, Visit
from drafting.outline import Kind, Outline
from drafting.permissions import Act, Role, require
from drafting.record import Deed


def lock(session: Session, draft: int, on: int | None = None) -> Draft:
    """Take a draft for an act: whoever acts on it at the same moment waits, and then sees the result.

    ``on`` is the revision that the act was prepared on: Superseded if another one has been issued since.
    """
    found = session.get(Draft, draft, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("There is no draft {id} on the table.", id=draft)
    if on is not None and found.revision != on:
        raise Superseded("Rev.{number} has been issued since you opened this page.", number=found.revision)
    return found


def enter(
    session: Session,
    draft: Draft,
    by: Member,
    deed: Deed,
    *,
    amendment: int | None = None,
    revision: int | None = None,
    places: Sequence[str] = (),
    words: Sequence[str] = (),
    **details: Any,
) -> Entry:
    """Put an act on the draft's record, sealed with all that came before."""
    before = session.scalar(
        select(Entry.seal).where(Entry.draft_id == draft.id, Entry.number == draft.entries)
    )
    draft.entries += 1
    entry = Entry(
        draft_id=draft.id,
        number=draft.entries,
        at=now(),
        member_id=by.id,
        member=by,
        delegation_id=by.delegation_id,
        delegation=by.delegation,
        act=deed.value,
        amendment=amendment,
        revision=revision,
        places=list(places),
        words=list(words),
        details=details,
    )
    entry.seal = record.seal(before or "", queries.said(entry))
    session.add(entry)
    session.flush()
    return entry


def open_draft(session: Session, by: Member, outline: Outline, penholder: Delegation | None = None) -> Draft:
    """Put a draft on the table, led by the member's own delegation or the one that the secretariat names."""
    require(queries.role_on(None, by), Act.OPEN)
    leading = penholder or by.delegation
    if leading.role != Role.DELEGATION or (
        by.delegation.role == Role.DELEGATION and leading is not by.delegation
    ):
        raise OutOfOrder("A draft is led by a delegation: choose which one holds the pen.")
    if not outline.title:
        raise OutOfOrder("The draft has no title.")
    if not any(outline.of(Kind.OPERATIVE)):
        raise OutOfOrder("The draft has no operative paragraph.")
    opened = now()  # one moment for all: the sponsors are those of the text as it is opened
    draft = Draft(
        title=outline.title,
        language=outline.masthead.language,
        penholder_id=leading.id,
        penholder=leading,
        opened_at=opened,
        revision=0,
        entries=0,
        proposals=0,
    )
    session.add(draft)
    session.flush()
    text = manuscript(replace(outline, masthead=replace(outline.masthead, sponsors=())))
    session.add(Revision(draft_id=draft.id, number=0, issued_at=opened, member_id=by.id, text=text))
    for sponsor in outline.masthead.sponsors:
        delegation = delegation_named(session, sponsor.name, draft.language)
        session.add(
            Sponsorship(
                draft_id=draft.id, delegation_id=delegation.id, joined_at=opened, starred=sponsor.starred
            )
        )
    enter(
        session,
        draft,
        by,
        Deed.OPENED,
        revision=0,
        words=[outline.title],
        sponsors=[sponsor.name for sponsor in outline.masthead.sponsors],
    )
    return draft


def delegation_named(session: Session, name: str, language: str = "en") -> Delegation:
    """Find the delegation of this name, or enter it in the list of delegations."""
    code = states.code(name, language)
    wanted = Delegation.code == code if code else Delegation.name == name
    found = session.scalar(select(Delegation).where(wanted))
    if found is None:
        found = Delegation(
            name=states.name(code, "en") if code else name, code=code, role=Role.DELEGATION.value
        )
        session.add(found)
        session.flush()
    return found


def join(session: Session, by: Member, draft_id: int) -> Sponsorship:
    """Join the sponsors of a draft in the name of one's delegation."""
    draft = lock(session, draft_id)
    require(queries.role_on(draft, by), Act.SPONSOR)
    if _standing(session, draft, by) is not None:
        raise OutOfOrder("{delegation} is a sponsor already.", delegation=by.delegation.name)
    sponsorship = Sponsorship(
        draft_id=draft.id, delegation_id=by.delegation_id, joined_at=now(), starred=False
    )
    session.add(sponsorship)
    enter(session, draft, by, Deed.JOINED)
    return sponsorship


def leave(session: Session, by: Member, draft_id: int) -> None:
    """Withdraw one's delegation from the sponsors of a draft."""
    draft = lock(session, draft_id)
    require(queries.role_on(draft, by), Act.SPONSOR)
    sponsorship = _standing(session, draft, by)
    if sponsorship is None:
        raise OutOfOrder("{delegation} is not a sponsor.", delegation=by.delegation.name)
    sponsorship.withdrawn_at = now()
    enter(session, draft, by, Deed.LEFT)


def _standing(session: Session, draft: Draft, by: Member) -> Sponsorship | None:
    return session.scalar(
        select(Sponsorship).where(
            Sponsorship.draft_id == draft.id,
            Sponsorship.delegation_id == by.delegation_id,
            Sponsorship.withdrawn_at.is_(None),
        )
    )


def look(session: Session, by: Member, draft: Draft) -> None:
    """Remember that the member has now seen all that is on the draft's record."""
    visit = session.get(Visit, (by.id, draft.id))
    if visit is None:
        session.add(Visit(member_id=by.id, draft_id=draft.id, entry=draft.entries, at=now()))
    else:
        visit.entry, visit.at = draft.entries, now()
