"""The amendments to the amendments at one place on the merging desk, each under its target."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments import targets
from amendments.formal_wording import FormalWording
from amendments.models import Amendment, Choice
from drafting.messages import Message
from drafting.numbering import note_numbers
from web.dependencies import Seat
from web.pages.amendments import redline_of
from web.pages.desk_place import shortened
from web.pages.proposals import behind, how, instructions, url
from web.rendering import say


def with_amending(
    session: Session,
    seat: Seat,
    place: dict[str, Any],
    chosen: Mapping[int, Choice],
    taken: Collection[Amendment],
) -> dict[str, Any]:
    """Give a place on the desk with the amendments to its proposals, in the order in which they are put."""
    every = {each.key: each for each in proposed.standing(session, seat.on)}
    by_number = {each.number: each for each in every.values()}
    texts = targets.Readings(session, seat.on)
    met = targets.met(session, seat.on, list(every.values())) if any(proposed.targets(every.values())) else ()

    def collides(one: Amendment) -> Iterator[dict[str, str]]:
        for each in met:
            if one.key in (each.one, each.other):
                rival = every[each.other if each.one == one.key else each.one]
                text = texts.of(rival if rival.amends() else one)
                yield {
                    "severity": each.severity.name.lower(),
                    "sentence": how(each, rival, text, seat.language),
                }

    def below(target: Amendment) -> Iterator[dict[str, Any]]:
        for each in every.values():
            if each.amends() is target:
                text = texts.of(each)
                formal, numbers = FormalWording(text, seat.on.language), note_numbers(text.outline.provisions)
                yield {
                    "number": each.number,
                    "to": target.number,
                    "movers": behind(each, seat.language),
                    "supported": len(proposed.movers(each, seat.language)),
                    "url": url(seat.on, each),
                    "choice": ("take" if each in taken else "" if chosen[each.id].take else "leave")
                    if each.id in chosen
                    else "",
                    "runs": shortened([run for one in each.wording.changes for run in redline_of(text, one)]),
                    "wording": instructions(formal, each.wording.changes, numbers),
                    "collisions": list(collides(each)),
                    "hint": ""
                    if target in taken
                    else say(Message("Take No. {number} first.", number=target.number), seat.language),
                }
                yield from below(each)

    for proposal in place["proposals"]:
        proposal["amending"] = list(below(by_number[proposal["number"]]))
    return place
