"""The page of the text: read it, see what is proposed beside it, amend it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from amendments import places, targets
from amendments import queries as proposed
from amendments.changes import ChangeKind
from amendments.collisions import Severity
from amendments.formal_wording import FormalWording
from amendments.models import Amendment, Status
from drafting import queries
from drafting.numbering import note_numbers, number
from web.dependencies import Seat
from web.pages.checks import counted
from web.pages.proposals import Card, Meeting, behind, instructions, meetings, revision_label, url
from web.pages.provisions import as_opened, masthead, sheet, viewed
from web.rendering import say


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the text shows."""
    draft = seat.on
    revision = queries.revision(session, draft)
    view, shown, credits = viewed(session, draft, revision, asked.get("view"), seat.language)
    opened = proposed.amendments(session, draft, Status.OPEN)
    ours = proposed.private(session, draft, seat.delegation_id) if seat.can("propose") else None
    standing = {each.key: each for each in opened if proposed.stands(each, draft)}
    if ours is not None and proposed.stands(ours, draft):
        standing[ours.key] = ours
    text = revision.text
    numbers = note_numbers(text.outline.provisions)
    found = targets.met(session, draft, list(standing.values()))
    met = meetings(found, standing, seat.language)
    formal = FormalWording(text, draft.language)
    by_id = {row.id: row for row in shown}
    for at, count in counted(text.outline).items():
        by_id[at].findings = count
    amending = _amending(session, seat, list(standing.values()), met)
    for each in standing.values():
        if each.amends() is not None:
            continue
        for at, changes in places.beside(text, each.wording.changes).items():
            card = Card(
                f"{each.key}-{at}",
                each.number,
                behind(each, seat.language),
                each.status,
                instructions(formal, changes, numbers),
                url(draft, each),
                each.delegation_id == seat.delegation_id,
            )
            card.collides_with = met[each.key].get(at, []) if each.key in met else []
            card.amending = amending.pop(each.key, [])
            if each.number is None:
                card.place, card.url = _writing(draft.id, changes[0].kind, at, changes[0].provision)
            by_id[at].amendments.append(card)
    unseen = queries.since_visit(session, draft, seat.by)
    sponsors = queries.sponsorships(session, draft)
    is_sponsor = any(each.delegation_id == seat.delegation_id for each in sponsors)
    return {
        "view": view,
        "opened": as_opened(session, draft, seat.language),
        "masthead": masthead(queries.outline(session, draft, revision).masthead, revised=draft.revision > 0),
        "strip": {
            "revision": revision.label,
            "issued_at": revision.issued_at,
            "open": len(opened),
            "collisions": sum(each.severity > Severity.CONCURRING for each in found),
            "unseen": unseen.count,
            "since": unseen.since,
        },
        "ours": ours
        and _tray(session, seat, ours, [each for each in found if ours.key in (each.one, each.other)]),
        "waiting": [
            (each.number, url(draft, each))
            for each in opened
            if each.key not in standing
            and each.delegation_id == seat.delegation_id
            and not proposed.waits_with(each, draft)
        ],
        "may_join": seat.can("sponsor") and not is_sponsor,
        "is_sponsor": is_sponsor,
        **sheet(shown, text.outline, credits),
    }


def _writing(draft: int, kind: ChangeKind, at: str, provision: str, to: int | None = None) -> tuple[str, str]:
    """Where the editor of a change in our own draft opens, and by which address.

    That of an amendment to an amendment opens on a page of its own.
    """
    edit = f"/drafts/{draft}/edit?" + ("" if to is None else f"to={to}&")
    if kind is ChangeKind.INSERT:
        return "" if to else f"after-{at}", f"{edit}after={at}&provision={provision}"
    return "" if to else f"edit-{at}", f"{edit}provision={provision}{_MODES.get(kind, '')}"


_MODES = {ChangeKind.DELETE: "&delete=1", ChangeKind.MOVE: "&move=1", ChangeKind.JOIN: "&join=1"}


def _amending(
    session: Session,
    seat: Seat,
    standing: list[Amendment],
    met: Mapping[str, Mapping[str, list[Meeting]]],
) -> dict[str, list[Card]]:
    """Give the amendments to other amendments, by the key of the one in whose card they are shown."""
    draft, texts = seat.on, targets.Readings(session, seat.on)
    found: dict[str, list[Card]] = defaultdict(list)
    for each in standing:
        target = above = each.amends()
        if target is None:
            continue
        while above is not None:
            top, above = above, above.amends()
        text = texts.of(each)
        formal, numbers = FormalWording(text, draft.language), note_numbers(text.outline.provisions)
        change = each.wording.changes[0] if each.wording.changes else None
        address = url(draft, each)
        if each.number is None and change:
            address = _writing(draft.id, change.kind, change.after, change.provision, target.number)[1]
        found[top.key].append(
            Card(
                each.key,
                each.number,
                behind(each, seat.language),
                each.status,
                instructions(formal, each.wording.changes, numbers),
                address,
                each.delegation_id == seat.delegation_id,
                collides_with=list(
                    dict.fromkeys(one for there in met.get(each.key, {}).values() for one in there)
                ),
                to=target.number,
            )
        )
    return found


def _tray(session: Session, seat: Seat, ours: Amendment, found: list[Any]) -> dict[str, Any]:
    draft = seat.on
    target = ours.amends()
    fallen = target is not None and target.closed_in is None and target.status != Status.OPEN.value
    text = targets.Readings(session, draft).of(ours)
    labels = {place.provision.id: place.label for place in number(text.outline)}
    links = []
    to = target.number if target else None
    for change in (each for each in ours.wording.changes if not each.is_new_note):
        at = places.touched(change)
        place, address = _writing(draft.id, change.kind, at, change.provision, to)
        if at in labels:
            links.append((say(places.label(change, labels), seat.language), address, place))
    return {
        "places": links,
        "to": target and (target.number, url(draft, target)),
        "closed": target.status if target and fallen else "",
        "words": instructions(
            FormalWording(text, draft.language), ours.wording.changes, note_numbers(text.outline.provisions)
        ),
        "saves": ours.saves,
        "saved_at": ours.saved_at,
        "collisions": sum(each.severity > Severity.CONCURRING for each in found),
        "offered": ours.offer is not None,
        "stale": "" if proposed.stands(ours, draft) else revision_label(draft.revision),
    }
