"""The merging desk: what is proposed place by place, what is chosen, and what would be issued."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from amendments import desk, places, targets
from amendments import queries as proposed
from amendments.changes import Change
from amendments.collisions import Collision, Severity, collisions
from amendments.models import Amendment, Choice, Ordered
from amendments.rebase import State
from drafting import queries
from drafting.messages import Message
from drafting.models import Draft
from drafting.numbering import note_numbers
from web.dependencies import Seat
from web.pages.desk_amending import with_amending
from web.pages.desk_place import opened
from web.pages.desk_voting import votings
from web.pages.frame import happened
from web.pages.proposals import url
from web.pages.provisions import Row, credits, masthead, rows, sheet
from web.rendering import say

ROOM = 6  # the last things that happened, beside the desk


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the desk shows: the places, one place with its proposals, and the prospect."""
    draft = seat.on
    found = desk.prospect(session, draft)
    text = found.before
    chosen = proposed.choices(session, draft)
    orders = proposed.orders(session, draft, Ordered.WORDS)
    standing = {each.key: each for each in proposed.pending(session, draft)}
    said = {each.key: each.proposal for each in standing.values()}
    said |= {each.key: each for each in found.merged.steps[0].proposals}
    met = collisions(text, said.values(), orders)
    here: dict[str, list[tuple[Amendment, list[Change]]]] = defaultdict(list)
    for each in standing.values():
        for provision, changes in places.beside(text, each.wording.changes).items():
            here[provision].append((each, changes))
    open_at = {each.provision for each in met if _is_left(each, standing, chosen)}
    shown = rows(text, seat.language)
    at = _asked_place(shown, asked.get("at"), open_at, here)
    row = next((row for row in shown if row.id == at), None)
    every = proposed.standing(session, draft)
    decided = [each for each in every if each.id in chosen]
    entries = queries.entries(session, draft, after=draft.entries - ROOM)
    return {
        "next": f"Rev.{draft.revision + 1}",
        "figures": {
            "decided": len(decided),
            "of": len(every),
            "collisions": sum(_is_left(each, standing, chosen) for each in met),
            "taken": len(found.taken),
        },
        "places": [
            _place(draft, each, here[each.id], chosen, each.id in open_at, each.id == at, seat)
            for each in shown
        ],
        "votings": votings(
            draft,
            text,
            standing,
            said,
            met,
            [each.key for each, _ in here[row.id]] if row else [],
            chosen,
            proposed.orders(session, draft, Ordered.VOTING),
            seat.language,
        ),
        "place": row
        and with_amending(
            session, seat, opened(found, row, here[row.id], chosen, orders, seat), chosen, found.taken
        ),
        "fates": fates(session, seat, found),
        "room": [{"sentence": happened(each, seat.language), "at": each.at} for each in reversed(entries)],
        "revision": draft.revision,
        "numbers": note_numbers(text.outline.provisions),
    }


def _asked_place(
    shown: Sequence[Row], asked: str | None, open_at: set[str], here: Mapping[str, object]
) -> str | None:
    """Find the place to open: the one asked for, else the first collision, else the first proposal."""
    wanted = (
        [row.id for row in shown if row.id == asked],
        [row.id for row in shown if row.id in open_at],
        [row.id for row in shown if row.id in here],
    )
    return next((ids[0] for ids in wanted if ids), None)


def _is_left(collision: Collision, standing: Mapping[str, Amendment], chosen: Mapping[int, Choice]) -> bool:
    """Whether the penholder still has to look at a collision: neither side is left out."""
    sides = [chosen.get(standing[key].id) for key in (collision.one, collision.other)]
    if collision.severity is Severity.CONCURRING or any(side is not None and not side.take for side in sides):
        return False
    return collision.severity is Severity.HARD or any(side is None for side in sides)


def _place(
    draft: Draft,
    row: Row,
    here: Sequence[tuple[Amendment, list[Change]]],
    chosen: Mapping[int, Choice],
    collides: bool,
    current: bool,
    seat: Seat,
) -> dict[str, Any]:
    taken = sum(each.id in chosen and chosen[each.id].take for each, _ in here)
    undecided = sum(each.id not in chosen for each, _ in here)
    state = (
        Message("{count} open", count=undecided)
        if undecided
        else Message("{count} taken", count=taken)
        if taken
        else Message("left")
    )
    return {
        "label": row.label,
        "url": f"/drafts/{draft.id}/desk?at={row.id}",
        "state": say(state, seat.language) if here else "",
        "collides": collides,
        "current": current,
    }


def fates(session: Session, seat: Seat, found: desk.Prospect) -> list[dict[str, Any]]:
    """Say what would become of every open amendment."""
    states = [(each, "taken") for each in found.taken]
    states += [(each, _fate(each, state, seat.on)) for each, state in found.fates]
    texts = targets.Readings(session, seat.on)
    return [
        {
            "number": each.number,
            "mover": queries.name(each.delegation, seat.language),
            "url": url(seat.on, each),
            "places": places.labels(texts.of(each).outline, each.wording.changes),
            "fate": fate,
            "to": target.number if target else None,
        }
        for each, fate in sorted(states, key=lambda each: each[0].number or 0)
        for target in [each.amends()]
    ]


def _fate(amendment: Amendment, state: State | None, draft: Draft) -> str:
    """Name what becomes of an amendment; one to another amendment may wait with it."""
    if state is not None:
        return state.value.replace(" ", "-")
    with_target = amendment.amends() and (
        proposed.stands(amendment, draft) or proposed.waits_with(amendment, draft)
    )
    return "waits-with" if with_target else "waits"


def make_issue(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give the preview of the next revision."""
    draft = seat.on
    found = desk.prospect(session, draft)
    text = found.merged.manuscript
    taken = {each.key: each for each in found.taken}
    shown = rows(text, seat.language, taken)
    head = queries.outline(session, draft, queries.revision(session, draft)).masthead
    return {
        "next": f"Rev.{draft.revision + 1}",
        "revision": draft.revision,
        "taken": [each.number for each in found.taken],
        "fates": fates(session, seat, found),
        "changed": sum(bool(row.change) for row in shown),
        "masthead": masthead(head, revised=True),
        **sheet(shown, text.outline, credits(taken, draft, seat.language)),
    }
