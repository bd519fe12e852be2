"""The page of the log: every act with its words, and whether the record's seals fit."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.log import DEEDS, outcome
from drafting import queries
from drafting.models import Draft, Entry
from web.dependencies import Seat
from web.pages.frame import happened
from web.rendering import say


def chosen(session: Session, draft: Draft, asked: Mapping[str, str]) -> list[Entry]:
    """The entries that the filters leave."""
    delegation = asked.get("delegation", "")
    return queries.entries(
        session,
        draft,
        delegation=int(delegation) if delegation.isdigit() else None,
        act=asked.get("act"),
        place=asked.get("place"),
    )


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the log shows."""
    draft = seat.on
    every = queries.entries(session, draft)
    looked = queries.looked_until(session, draft, seat.by)
    fresh = {
        each.number
        for each in every
        if looked is not None and each.number > looked and each.member_id != seat.by.id
    }
    found = chosen(session, draft, asked)
    if asked.get("since"):
        found = [each for each in found if each.number in fresh]
    broken = queries.broken_seal(session, draft)
    delegations = {each.delegation_id: queries.name(each.delegation, seat.language) for each in every}
    places = list(dict.fromkeys(place for each in every for place in each.places))
    numbers = {each.number for each in proposed.amendments(session, draft)}
    filters = {name: value for name, value in asked.items() if name != "since"}
    return {
        "entries": [
            {
                "number": each.number,
                "at": each.at,
                "delegation": queries.name(each.delegation, seat.language),
                "member": each.member.name,
                "sentence": happened(each, seat.language),
                "words": [*each.words, *(say(line, seat.language) for line in outcome(each))],
                "places": each.places,
                "url": f"/drafts/{draft.id}/amendments/{each.amendment}"
                if each.amendment in numbers
                else None,
                "fresh": each.number in fresh,
            }
            for each in reversed(found)
        ],
        "unseen": len(fresh),
        "chosen": {name: asked.get(name, "") for name in ("delegation", "place", "act", "since")},
        "delegations": sorted(delegations.items(), key=lambda each: each[1]),
        "places": places,
        "acts": [(deed.value, say(message, seat.language)) for deed, message in DEEDS.items()],
        "head": every[-1].seal if every else "",
        "sound": broken is None,
        "broken": broken,
        **{
            f"{kind}_url": f"/drafts/{draft.id}/log.{kind}" + (f"?{urlencode(filters)}" if filters else "")
            for kind in ("docx", "xlsx", "csv")
        },
    }
