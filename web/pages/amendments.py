"""The pages of the amendments: the list, and each by itself with what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from amendments import places, targets
from amendments import queries as proposed
from amendments.changes import Change, ChangeKind
from amendments.division import parts
from amendments.edits import lowered
from amendments.formal_wording import FormalWording, names
from amendments.models import Amendment, Status, Wording
from amendments.subamendments import brought
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.models import Draft
from drafting.numbering import note_numbers, number
from drafting.permissions import Role
from drafting.redline import Edit, Run, runs
from drafting.text import divides, notes
from web.dependencies import Seat
from web.pages.documents import of_amendment
from web.pages.frame import happened
from web.pages.proposals import Summary, behind, how, instructions, latest, meetings, revision_label, url


def make_list(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list of amendments shows: the open ones, all, or those of one's own delegation."""
    draft = seat.on
    show = asked.get("show") if asked.get("show") in ("all", "ours") else "open"
    every = proposed.amendments(session, draft, *([Status.OPEN] if show == "open" else []))
    if show == "ours":
        every = [each for each in every if each.delegation_id == seat.delegation_id]
    texts = targets.Readings(session, draft)
    written_on = {id(text): text for text in (texts.of(each) for each in every)}
    formals = {key: FormalWording(text, draft.language) for key, text in written_on.items()}
    numbers = {key: note_numbers(text.outline.provisions) for key, text in written_on.items()}
    standing = {each.key: each for each in proposed.standing(session, draft)}
    found = targets.met(session, draft, list(standing.values()))
    met = meetings(found, standing, seat.language)
    shown = []
    for each in every:
        text = texts.of(each)
        waits_with = proposed.waits_with(each, draft)
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
                instructions(formals[id(text)], each.wording.changes, numbers[id(text)]),
                list(dict.fromkeys(one for there in rivals.values() for one in there)),
                each.delegation_id == seat.delegation_id,
                each.submitted_at,
                (each.target.number, url(draft, each.target)) if each.target else None,
                waits_with.number if waits_with else None,
            )
        )
    waiting = seat.can("propose") and proposed.private(session, draft, seat.delegation_id) is not None
    return {"amendments": shown, "show": show, "ours_waiting": waiting}


def make_one(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of one amendment shows."""
    draft = seat.on
    found = proposed.amendment(session, draft, int(asked["number"]))
    texts = targets.Readings(session, draft)
    wording, offer = found.wording, found.offer
    opened = found.status == Status.OPEN.value
    waits = opened and not proposed.stands(found, draft)
    waits_with = proposed.waits_with(found, draft) if opened else None
    text = texts.of(found)
    ours = proposed.private(session, draft, seat.delegation_id) if seat.can("propose") else None
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
        "to": found.target and _named(draft, found.target, seat.language),
        "amending": amending(session, seat, found, texts),
        "saves": ours.saves if ours else 0,
        "changes": _shown(
            text,
            wording,
            draft,
            seat.language,
            current=not waits and opened,
            amendable=_amendable(seat, found, texts) if opened and not waits else None,
        ),
        "collisions": _collisions(session, seat, found, texts) if opened and not waits else [],
        "waits": waits,
        "waits_with": waits_with and _named(draft, waits_with, seat.language),
        "offer": _shown(texts.of(found, offer), offer, draft, seat.language) if waits and offer else None,
        "offer_on": revision_label(draft.revision),
        "whole": whole and (whole.number, url(draft, whole)),
        "parts": [(each.number, url(draft, each)) for each in proposed.parts(session, found)],
        "divisible": _parts(text, wording, draft)
        if opened and not waits and (own or seat.role is Role.PENHOLDER)
        else [],
        "may_join": opened and seat.can("sponsor") and not own and seat.delegation_id not in standing,
        "may_leave": opened and seat.delegation_id in standing,
        "may_withdraw": opened and own,
        "formats": of_amendment(draft, found),
        "may_confirm": waits and own and offer is not None and offer.revision == draft.revision,
    }
    history = [{"sentence": happened(each, seat.language), "at": each.at} for each in entries]
    return {
        "a": a,
        "history": history,
        "numbers": note_numbers(texts.of(found, latest(found)).outline.provisions),
    }


def _named(draft: Draft, amendment: Amendment, language: str) -> dict[str, Any]:
    return {
        "number": amendment.number,
        "movers": behind(amendment, language),
        "url": url(draft, amendment),
        "status": amendment.status,
        "in_text": amendment.closed_in is not None,
    }


def _about(number: int | None, details: Mapping[str, Any], amendment: Amendment) -> bool:
    outcome = (each for each in details.values() if isinstance(each, list))
    if amendment.number in (number, details.get("target")):
        return True
    return any(amendment.number in each for each in outcome)


def _shown(
    text: Manuscript,
    wording: Wording,
    draft: Draft,
    language: str,
    current: bool = True,
    amendable: Mapping[str, tuple[str, str]] | None = None,
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
                    "ids": (ids := _left_in(change, wording.changes, amendable or {})),
                    "amendable": [(id, *amendable[id]) for id in ids if id in amendable] if amendable else [],
                }
            )
    return shown


def _parts(text: Manuscript, wording: Wording, draft: Draft) -> list[list[Markup]]:
    """Word the smallest parts into which an amendment can be divided; none if it has only one."""
    found = parts(text, wording.changes)
    formal, numbers = FormalWording(text, draft.language), note_numbers(text.outline.provisions)
    return [instructions(formal, part, numbers) for part in found if len(found) > 1]


def _left_in(change: Change, every: Sequence[Change], brought: Iterable[str]) -> list[str]:
    """The paragraphs that have what a change leaves: one, or those into which it divides it."""
    at = change.after if change.kind is ChangeKind.JOIN else change.provision
    others = {each.provision for each in every} if divides(change.text) else ()
    return [at, *(id for id in brought if others and id not in others)]


def _amendable(seat: Seat, found: Amendment, texts: targets.Readings) -> dict[str, tuple[str, str]]:
    """Where the editor opens for the paragraphs in which an amendment can be amended, with their labels."""
    if not seat.can("propose"):
        return {}
    reading = texts.left_by(found, seat.on.revision)
    ids = brought(reading, found.key)
    base = f"/drafts/{seat.on.id}/edit?to={found.number}&provision="
    places = (place for place in number(reading.outline) if place.provision.id in ids)
    return {place.provision.id: (base + place.provision.id, place.label) for place in places}


def redline_of(text: Manuscript, change: Change) -> Sequence[Run]:
    """Draw what a change does to its paragraph."""
    paragraph = text.by_id.get(change.provision)
    if paragraph is None:
        return runs((), [Edit(0, 0, change.text)])
    if change.kind is ChangeKind.DELETE:
        return runs(paragraph.text, [Edit(0, len(paragraph.text))])
    return runs(paragraph.text, lowered(paragraph, change.edits))


def _collisions(
    session: Session, seat: Seat, found: Amendment, texts: targets.Readings
) -> list[dict[str, Any]]:
    draft = seat.on
    every = {each.key: each for each in proposed.standing(session, draft)}
    ours = proposed.private(session, draft, seat.delegation_id) if seat.can("propose") else None
    if ours is not None and proposed.stands(ours, draft):
        every[ours.key] = ours
    return [
        {
            "number": rival.number,
            "sentence": how(each, rival, texts.of(rival if rival.amends() else found), seat.language),
            "severity": each.severity.name.lower(),
            "url": url(draft, rival),
        }
        for each in targets.met(session, draft, list(every.values()))
        if found.key in (each.one, each.other)
        for rival in [every[each.other if each.one == found.key else each.one]]
    ]


def amending(
    session: Session, seat: Seat, target: Amendment, texts: targets.Readings
) -> list[dict[str, Any]]:
    """Give the amendments to an amendment, as they are worded on what it makes of the text."""
    shown = []
    for each in proposed.ever_amending(session, target):
        text = texts.of(each)
        formal, numbers = FormalWording(text, seat.on.language), note_numbers(text.outline.provisions)
        shown.append(
            {
                **_named(seat.on, each, seat.language),
                "places": places.labels(text.outline, each.wording.changes),
                "wording": instructions(formal, each.wording.changes, numbers),
            }
        )
    return shown
