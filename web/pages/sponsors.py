"""The page of the sponsors: who they are, and the line as it will be printed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from drafting import queries
from web.dependencies import Seat
from web.pages.provisions import masthead


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the sponsors shows."""
    draft = seat.on
    sponsors = queries.sponsorships(session, draft)
    joined = any(each.delegation_id == seat.delegation_id for each in sponsors)
    outline = queries.outline(session, draft, queries.revision(session, draft))
    return {
        "printed": masthead(outline.masthead, revised=draft.revision > 0)["sponsors"],
        "sponsors": [
            {
                "name": queries.name(each.delegation, draft.language),
                "since": each.joined_at,
                "ours": each.delegation_id == seat.delegation_id,
            }
            for each in sponsors
        ],
        "left": [
            {"name": queries.name(each.delegation, draft.language), "at": each.withdrawn_at}
            for each in queries.withdrawn(session, draft)
        ],
        "may_join": seat.can("sponsor") and not joined,
        "may_leave": seat.can("sponsor") and joined,
    }
