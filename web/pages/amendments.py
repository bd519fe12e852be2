"""The pages of the amendments: the list, and each by itself with what became of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from amendments import places
from amendments import queries as proposed
from amendments.changes import Change, ChangeKind
from amendments.collisions import between, collisions
from amendments.division import parts
from amendments.edits import lowered
from amendments.formal_wording import FormalWording, names
from amendments.models import Amendment, Status, Wording
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.models import Draft
from drafting.numbering import note_numbers, number
from drafting.permissions import Role
from drafting.redline import Edit, Run, runs
from drafting.text import notes
from web.dependencies import Seat
from web.pages.frame import happened
from web.pages.proposals import Summary, behind, how, instructions, latest, meetings, revision_label, url


def make_list(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list of amendments shows: the open ones, all, or those of one's own delegation."""
    draft = seat.on
    show = asked.get("show") if asked.get("show") in ("all", "ours") else "open"
    every = proposed.amendments(session, draft, *([Status.OPEN] if show == "open" else []))
    if show == "ours":
        every = [each for each in every if each.delegation_id == seat.delegation_id]
    texts = _Texts(session, draft)
    written_on = {each.wording.revision for each in every}
    formals = {revision: FormalWording(texts[revision], draft.language) for revision in written_on}
    numbers = {revision: note_numbers(texts[revision].outline.provisions) for revision in written_on}
    standing = {each.key: each for each in proposed.pending(session, draft)}
    found = collisions(texts[draft.revision], [each.proposal for each in standing.values()])
    met = meetings(found, standing, seat.language)
    shown = []
    for each in every:
        text = texts[each.wording.revision]
        rivals = met.get(each.key, {})
        shown.append(
            Summary(
                each.number or 0,
                url(draft, each),
                behind(each, seat.language),
                queries.name(each.delegation, seat.language),
                places.labels(text.outline, each.wording.changes),
                each.status,
                revision_label(each.closed_in),
                not proposed.stands(each, draft),
                instructions(
                    formals[each.wording.revision], each.wording.changes, numbers[each.wording.revision]
                ),
                list(dict.fromkeys(one for there in rivals.values() for one in there)),
                each.delegation_id == seat.delegation_id,
                each.submitted_at,
            )
        )
    waiting = seat.can("propose") and proposed.private(session, draft, seat.delegation_id) is not None
    return {"amendments": shown, "show": show, "ours_waiting": waiting}


def make_one(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of one amendment shows."""
    draft = seat.on
    found = proposed.amendment(session, draft, int(asked["number"]))
    texts = _Texts(session, draft)
    wording, offer = found.wording, found.offer
    opened = found.status == Status.OPEN.value
    waits = opened and not proposed.stands(found, draft)
    own = found.delegation_id == seat.delegation_id
    whole = session.get(Amendment, found.whole_id) if found.whole_id else None
    standing = [each.delegation_id for each in found.seconds if each.withdrawn_at is None]
    joined = [
        (queries.name(each.delegation, seat.language), each.joined_at)
        for each in found.seconds
        if not each.withdrawn_at
    ]
    entries = [
        each for each in queries.entries(session, draft) if _about(each.amendment, each.details, found)
    ]
    a = {
        "number": found.number,
        "movers": [(queries.name(found.delegation, seat.language), found.submitted_at), *joined],
        "status": found.status,
        "closed_in": revision_label(found.closed_in),
        "submitted_at": found.submitted_at,
        "on": revision_label(wording.revision),
        "explanation": found.explanation,
        "changes": _shown(
            texts[wording.revision], wording, draft, seat.language, current=not waits and opened
        ),
        "collisions": _collisions(session, seat, found, texts[draft.revision])
        if opened and not waits
        else [],
        "waits": waits,
        "offer": _shown(texts[offer.revision], offer, draft, seat.language) if waits and offer else None,
        "offer_on": revision_label(draft.revision),
        "whole": whole and (whole.number, url(draft, whole)),
        "parts": [(each.number, url(draft, each)) for each in proposed.parts(session, found)],
        "divisible": _parts(texts[wording.revision], wording, draft)
        if opened and not waits and (own or seat.role is Role.PENHOLDER)
        else [],
        "may_join": opened and seat.can("sponsor") and not own and seat.delegation_id not in standing,
        "may_leave": opened and seat.delegation_id in standing,
        "may_withdraw": opened and own,
        "may_confirm": waits and own and offer is not None and offer.revision == draft.revision,
    }
    history = [{"sentence": happened(each, seat.language), "at": each.at} for each in entries]
    return {
        "a": a,
        "history": history,
        "numbers": note_numbers(texts[latest(found).revision].outline.provisions),
    }


class _Texts(dict[int, Manuscript]):
    """The texts of a draft by the number of their revision, each read once."""

    def __init__(self, session: Session, draft: Draft) -> None:
        self.session, self.draft = session, draft

    def __missing__(self, number: int) -> Manuscript:
        self[number] = queries.revision(self.session, self.draft, number).text
        return self[number]


def _about(number: int | None, details: Mapping[str, Any], amendment: Amendment) -> bool:
    outcome = (each for each in details.values() if isinstance(each, list))
    return number == amendment.number or any(amendment.number in each for each in outcome)


def _shown(
    text: Manuscript, wording: Wording, draft: Draft, language: str, current: bool = True
) -> list[dict[str, Any]]:
    labels = {place.provision.id: place.label for place in number(text.outline)}
    named = names(text, language)
    formal = FormalWording(text, draft.language)
    numbers = note_numbers(text.outline.provisions)
    brought = [each for each in wording.changes if each.is_new_note]
    shown = []
    for at, changes in places.beside(text, wording.changes).items():
        for change in (each for each in changes if not each.is_new_note):
            referred = set(notes(change.text))
            shown.append(
                {
                    "label": labels.get(at, ""),
                    "url": f"/drafts/{draft.id}"
                    + ("" if current else f"/revisions/{wording.revision}")
                    + f"#{at}",
                    "place": named.get(at, ""),
                    "kind": change.kind.value,
                    "runs": redline_of(text, change),
                    "wording": instructions(
                        formal, [change, *(each for each in brought if each.provision in referred)], numbers
                    ),
                }
            )
    return shown


def _parts(text: Manuscript, wording: Wording, draft: Draft) -> list[list[Markup]]:
    """Word the smallest parts into which an amendment can be divided; none if it has only one."""
    found = parts(text, wording.changes)
    formal, numbers = FormalWording(text, draft.language), note_numbers(text.outline.provisions)
    return [instructions(formal, part, numbers) for part in found if len(found) > 1]


def redline_of(text: Manuscript, change: Change) -> Sequence[Run]:
    """Draw what a change does to its paragraph."""
    paragraph = text.by_id.get(change.provision)
    if paragraph is None:
        return runs((), [Edit(0, 0, change.text)])
    if change.kind is ChangeKind.DELETE:
        return runs(paragraph.text, [Edit(0, len(paragraph.text))])
    return runs(paragraph.text, lowered(paragraph, change.edits))


def _collisions(session: Session, seat: Seat, found: Amendment, text: Manuscript) -> list[dict[str, Any]]:
    draft = seat.on
    rivals = {each.key: each for each in proposed.pending(session, draft) if each.key != found.key}
    ours = proposed.private(session, draft, seat.delegation_id) if seat.can("propose") else None
    if ours is not None and proposed.stands(ours, draft):
        rivals[ours.key] = ours
    return [
        {
            "number": rivals[each.other].number,
            "sentence": how(each, rivals[each.other], text, seat.language),
            "severity": each.severity.name.lower(),
            "url": url(draft, rivals[each.other]),
        }
        for each in between(text, found.proposal, [rival.proposal for rival in rivals.values()])
    ]
