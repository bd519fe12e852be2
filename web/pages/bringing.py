"""Proposing by a document: the form, and the review of what the document would do before it is confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from amendments import places
from amendments import queries as proposed
from amendments.alignment import Found, Match
from amendments.bringing import check_notes, kept
from amendments.changes import Change, ChangeKind, Proposal, delete
from amendments.formal_wording import FormalWording, spoken
from amendments.merge import merge
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.messages import Message, Refused
from drafting.numbering import note_numbers, number
from drafting.outline import Kind
from exports.brought import Brought
from web.dependencies import Seat
from web.pages.amendments import redline_of
from web.pages.proposals import instructions, met
from web.rendering import say


def text_of(session: Session, seat: Seat) -> Manuscript:
    """Give the text that a document is brought to."""
    return queries.revision(session, seat.on).text


def example(session: Session, seat: Seat) -> str:
    """Give an instruction as one may type it, in the language of the draft."""
    text = queries.revision(session, seat.on).text
    paragraphs = [*text.outline.of(Kind.OPERATIVE)] or [*text.outline.provisions]
    return spoken(text, [delete(text, paragraphs[-1].id)], seat.on.language)[0]


def make(session: Session, seat: Seat, brought: Brought, late: Refused | None = None) -> dict[str, Any]:
    """Give what the review of a document shows; ``late`` says why it was not taken when it was confirmed."""
    draft = seat.on
    revision = queries.revision(session, draft)
    ours = proposed.private(session, draft, seat.delegation_id)
    made = brought.changes()
    found = met(session, seat, brought.text, made)
    before = ours.wording.changes if ours is not None and proposed.stands(ours, draft) else ()
    numbers = note_numbers(brought.text.outline.provisions)
    new = (each for each in made if each.kind is ChangeKind.INSERT and each.paragraph_kind is Kind.NOTE)
    numbers |= {each.provision: len(numbers) + at for at, each in enumerate(new, 1)}
    shown = [
        *(
            _instructions(brought, seat.language)
            if brought.copy is None
            else _findings(brought, seat.language)
        )
    ]
    formal = FormalWording(brought.text, draft.language)
    for item in shown:
        changes = item.pop("changes")
        ids = {id for each in changes for id in (each.provision, each.after)}
        item["redlines"] = [*redlines(brought.text, changes)]
        item["wording"] = instructions(formal, [*placed(changes, made)], numbers)
        item["collisions"] = [each for each in found if each["provision"] in ids]
    return {
        "what": brought.what.value,
        "source": brought.source,
        "remarks": [say(each, seat.language) for each in brought.remarks],
        "items": shown,
        "unread": sum(bool(item["why"]) for item in shown),
        "changes": len(made),
        "collisions": sum(each["severity"] != "concurring" for each in found),
        "revision": {"number": revision.number, "label": revision.label},
        "saves": ours.saves if ours else 0,
        "replaced": _replaced(brought.text, before, made, seat.language),
        "late": say(late, seat.language) if late else "",
        "error": error_of(brought.text, made, seat.language),
        "numbers": numbers,
    }


def _instructions(brought: Brought, language: str) -> Iterator[dict[str, Any]]:
    """Give each instruction as it stands, with the changes of the paragraphs that it is about."""
    document = brought.read()
    text = brought.text
    in_order = sorted(
        document.changes, key=lambda one: text.position.get(places.touched(one), len(text.position))
    )
    for each in document.instructions:
        changes = [one for one in in_order if one.provision in each.about]
        yield {
            "label": ", ".join(places.labels(text.outline, changes)),
            "said": say(_UNREAD, language) if each.why else "",
            "words": each.words,
            "why": each.why,
            "choice": None,
            "changes": changes,
        }


def _findings(brought: Brought, language: str) -> Iterator[dict[str, Any]]:
    """Give each paragraph of a copy that is not the same, with what was found of it and the changes."""
    assert brought.copy is not None
    was = {each.provision.id: each.label for each in number(brought.text.outline)}
    now = [each.label for each in number(brought.copy)]
    for at, match, changes in _changed(brought):
        old, new = [was[id] for id in match.old], [now[place] for place in match.new]
        moves = match.found is Found.MOVED and old != new
        yield {
            "label": f"{old[0]} → {new[0]}" if moves else ", ".join(old or new),
            "said": say(_said(match, new), language),
            "words": "",
            "why": None,
            "choice": (at, say(_CHOICES[match.found], language)) if brought.asks(match) else None,
            "changes": changes,
        }


def _changed(brought: Brought) -> Iterator[tuple[int, Match, list[Change]]]:
    """Give the matches that change something, by their places among all, each with its changes."""
    assert brought.copy is not None
    found = brought.matches
    made = brought.changes()
    provisions = brought.copy.provisions
    new = [each.new[0] for each in found if each.found is Found.NEW]
    new.sort(key=lambda place: (provisions[place].kind is Kind.NOTE, place))
    inserted = dict(zip(new, (each for each in made if each.kind is ChangeKind.INSERT), strict=True))
    for at, match in enumerate(found):
        changes = [each for each in made if each.provision in match.old]
        if match.found is Found.NEW:
            changes = [inserted[match.new[0]]]
        if changes:
            yield at, match, changes


_UNREAD = Message("cannot be followed")
_CHOICES = {
    Found.SAME: Message("the same paragraph"),
    Found.REWORDED: Message("the same paragraph"),
    Found.MOVED: Message("the same paragraph"),
    Found.SPLIT: Message("the same paragraph, divided"),
    Found.JOINED: Message("the same paragraphs, joined"),
    Found.NEW: Message("insert it"),
    Found.DELETED: Message("delete it"),
}


def _said(match: Match, new: Sequence[str]) -> Message:
    alike = int(100 * match.likeness)
    if match.found is Found.MOVED and match.likeness == 1:
        return Message("moved; it reads the same")
    if match.found is Found.MOVED:
        return Message("moved and reworded; {alike} % alike", alike=alike)
    if match.found is Found.SPLIT:
        return Message("divided into {places}; {alike} % alike", places=", ".join(new), alike=alike)
    if match.found is Found.JOINED:
        return Message("joined to one; {alike} % alike", alike=alike)
    if match.found is Found.NEW:
        return Message("a new paragraph")
    if match.found is Found.DELETED:
        return Message("no longer there")
    return Message("reworded; {alike} % alike", alike=alike)


def redlines(text: Manuscript, changes: Sequence[Change]) -> Iterator[Any]:
    """Draw each paragraph once that changes are about, as all of them leave it."""
    by_id = {each.provision: each for each in changes if each.kind is not ChangeKind.MOVE}
    by_id |= {each.provision: each for each in changes if each.edits}
    for id in dict.fromkeys(each.provision for each in changes):
        yield redline_of(text, by_id.get(id) or next(each for each in changes if each.provision == id))


def placed(changes: Iterable[Change], every: Sequence[Change]) -> Iterator[Change]:
    """Let what follows a new paragraph follow the one that this follows, so that it is worded by itself."""
    new = {each.provision: each.after for each in every if each.kind is ChangeKind.INSERT}
    for change in changes:
        after = change.after
        while after in new:
            after = new[after]
        yield replace(change, after=after)


def _replaced(text: Manuscript, before: Sequence[Change], made: Sequence[Change], language: str) -> list[str]:
    """Name the places of our draft amendment of which the document says something else."""
    stays = {each.provision for each in kept(before, made)}
    labels = {each.provision.id: each.label for each in number(text.outline)}
    gone = (say(places.label(each, labels), language) for each in before if each.provision not in stays)
    return [*dict.fromkeys(gone)]


def error_of(text: Manuscript, made: Sequence[Change], language: str) -> str:
    """Say why what the document asks for cannot stand in one amendment, if so."""
    try:
        check_notes(text, made)
        merge(text, [Proposal("new", tuple(made))])
    except Refused as refused:
        return say(refused, language)
    return ""
