"""The drafts on the table, and a draft as it was read before it is opened."""

from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.models import Status
from drafting import queries
from drafting.languages import LANGUAGES
from drafting.messages import Message
from drafting.numbering import note_numbers
from drafting.outline import Kind, Outline
from web.dependencies import Seat
from web.pages.frame import heading
from web.pages.provisions import masthead, plain_sheet
from web.rendering import say


def make(session: Session, seat: Seat) -> dict[str, Any]:
    """Give the drafts on the table with what changed on each since one looked."""
    shown = []
    for draft in queries.drafts(session):
        head = heading(session, draft)
        since = queries.since_visit(session, draft, seat.by)
        private = proposed.private(session, draft, seat.delegation_id)
        shown.append(
            {
                "id": draft.id,
                "url": f"/drafts/{draft.id}",
                "title": head.title,
                "language": head.language,
                "direction": head.direction,
                "line": head.line,
                "symbol": head.symbol,
                "stage": head.revision,
                "issued_at": head.issued_at,
                "penholder": queries.name(draft.penholder, seat.language),
                "sponsors": head.sponsors,
                "amendments": head.amendments,
                "unseen": since.count,
                "since": since.since,
                "ours": private is not None,
                "waiting": sum(
                    each.delegation_id == seat.delegation_id
                    and not proposed.stands(each, draft)
                    and not proposed.waits_with(each, draft)
                    for each in proposed.amendments(session, draft, Status.OPEN)
                ),
            }
        )
    return {"drafts": shown}


def preview(outline: Outline, remarks: tuple[Message, ...], language: str) -> dict[str, Any]:
    """Give a draft as it was read."""
    return {
        "title": outline.title,
        "language_of_draft": outline.masthead.language,
        "direction_of_draft": "rtl" if LANGUAGES[outline.masthead.language].rtl else "ltr",
        "remarks": [say(remark, language) for remark in remarks],
        "counts": {
            "preambular": sum(1 for _ in outline.of(Kind.PREAMBULAR)),
            "operative": sum(1 for _ in outline.of(Kind.OPERATIVE)),
            "notes": len(note_numbers(outline.provisions)),
        },
        "masthead": masthead(outline.masthead),
        **plain_sheet(outline, language),
    }
