"""Bringing what a document asks for: into a delegation's own draft amendment, or in the name of others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sqlalchemy.orm import Session

from amendments.actions import put_forward, saved, writing
from amendments.asking import require_notes
from amendments.changes import Change, ChangeKind
from amendments.models import Amendment, Status, Wording
from amendments.new_paragraphs import says_same
from drafting.actions import lock
from drafting.clock import now
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder
from drafting.models import Delegation, Member
from drafting.outline import Kind
from drafting.permissions import Act, Role, require
from drafting.queries import revision, role_on
from drafting.record import Deed

Asked: TypeAlias = Callable[[Manuscript, str], Iterable[Change]]


def bring(
    session: Session,
    by: Member,
    draft_id: int,
    *,
    on: int,
    saves: int,
    asked: Asked,
    explanation: str = "",
) -> Amendment:
    """Put all changes that a document asks for into the delegation's own draft amendment, or none.

    ``asked`` finds them in the text as it stands; its new paragraphs get ids that begin with the letters
    given. They take the place of what the draft amendment said of the same paragraphs. ``on`` and ``saves``
    are those of the page on which they were confirmed: Superseded if either has moved on. An explanation
    is added to what the draft amendment has.
    """
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.PROPOSE)
    amendment = writing(session, by, draft, saves)
    text = revision(session, draft).text
    new = tuple(asked(text, f"{amendment.key}.{amendment.saves + 1}."))
    if not new:
        raise OutOfOrder("The document changes nothing.")
    check_notes(text, new)
    amendment.wording.changes = (*kept(amendment.wording.changes, new), *new)
    if explanation not in amendment.explanation:
        amendment.explanation = "\n".join(filter(None, (amendment.explanation, explanation)))
    return saved(session, by, amendment, text)


def bring_for(
    session: Session,
    by: Member,
    draft_id: int,
    mover: Delegation,
    *,
    on: int,
    asked: Asked,
    explanation: str = "",
) -> Amendment:
    """Put another delegation's amendment before the room, which gives it a number.

    The record says who brought it, and in whose name; the mover may withdraw it like any other of its own.
    """
    draft = lock(session, draft_id, on)
    require(role_on(draft, by), Act.BRING)
    if mover.role != Role.DELEGATION.value:
        raise OutOfOrder("{mover} cannot propose an amendment.", mover=mover.name)
    text = revision(session, draft).text
    wording = Wording(revision=draft.revision, changes=(), member_id=by.id)
    amendment = Amendment(
        draft_id=draft.id,
        delegation_id=mover.id,
        delegation=mover,
        status=Status.PRIVATE.value,
        explanation=explanation,
        saves=0,
        saved_at=now(),
        wordings=[wording],
    )
    session.add(amendment)
    session.flush()
    wording.changes = tuple(asked(text, f"{amendment.key}.1."))
    if not wording.changes:
        raise OutOfOrder("The document changes nothing.")
    check_notes(text, wording.changes)
    saved(session, by, amendment, text)
    put_forward(session, draft, by, amendment, Deed.BROUGHT, mover=mover.name)
    return amendment


def kept(before: Sequence[Change], new: Sequence[Change]) -> tuple[Change, ...]:
    """Give what stays of a draft amendment when new changes come into it.

    What is new there and said again is not said twice: what follows it follows the one that came.
    """
    touched = {id for change in new for id in _about(change)}
    again = {
        one.provision: other.provision
        for one in before
        for other in new
        if one.kind is other.kind is ChangeKind.INSERT and says_same(one, other) and one.after == other.after
    }
    stays = (each for each in before if each.provision not in again and touched.isdisjoint(_about(each)))
    return tuple(
        replace(each, after=again.get(each.after, each.after)) if each.has_place else each for each in stays
    )


def check_notes(text: Manuscript, changes: Sequence[Change]) -> None:
    """Refuse words that refer to a note which neither the text nor the amendment has."""
    known = {each.id for each in text.paragraphs if each.kind is Kind.NOTE}
    known |= {each.provision for each in changes if each.paragraph_kind is Kind.NOTE}
    require_notes((change.text for change in changes), known)


def _about(change: Change) -> tuple[str, ...]:
    both = (change.provision, change.after)
    return both if change.kind is ChangeKind.JOIN else both[:1]
