"""The page of one paragraph: each revision in which it changed, and by whom."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.changes import Change, ChangeKind
from amendments.formal_wording import FormalWording, names
from amendments.models import Amendment
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.marks import marks
from drafting.messages import NotFound
from drafting.models import Draft, Revision
from drafting.numbering import note_numbers
from web.dependencies import Seat
from web.pages.origins import behind
from web.pages.proposals import instructions
from web.pages.provisions import as_opened, credits


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of a paragraph shows: how it came to read as it does, the newest first."""
    draft, id = seat.on, asked["provision"]
    issued = queries.revisions(session, draft)
    having = [each for each in issued if id in each.text.by_id]
    if not having:
        raise NotFound("The text has no paragraph {id}.", id=id)
    named = [name for each in having if (name := names(each.text, seat.language).get(id))]
    merged = proposed.merged(session, draft, 0, draft.revision)
    shown = [
        change
        for each in reversed(having)
        if each.number and (change := _changed(draft, each, issued[each.number - 1].text, id, merged, seat))
    ]
    return {
        "id": id,
        "place": named[-1] if named else id,
        "gone": id not in {each.id for each in having[-1].text.outline.provisions},
        "revisions": shown,
        "first": _dated(draft, having[0]) | {"text": having[0].text.by_id[id].text}
        if not having[0].number
        else None,
        "opened": as_opened(session, draft, seat.language),
    }


def _dated(draft: Draft, revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "label": revision.label,
        "url": f"/drafts/{draft.id}/revisions/{revision.number}",
        "issued_at": revision.issued_at,
        "numbers": note_numbers(revision.text.outline.provisions),
    }


def _changed(
    draft: Draft,
    revision: Revision,
    before: Manuscript,
    id: str,
    merged: Mapping[str, Amendment],
    seat: Seat,
) -> dict[str, Any] | None:
    """Give what one revision did to the paragraph, or nothing where it left it alone."""
    fresh = {key: each for key, each in merged.items() if each.closed_in == revision.number}
    paragraph = next(each for each in revision.text.history if each.id == id)
    drawn = marks(replace(paragraph, by=()), fresh)  # to come from elsewhere makes no words new
    named = credits(fresh, draft, seat.language)
    origins = behind(paragraph, drawn, fresh, named, seat.language)
    if not origins:
        return None
    formal = FormalWording(before, draft.language)
    numbers = note_numbers(before.outline.provisions)
    said = {
        named[key].number: instructions(formal, [c for c in each.wording.changes if _about(c, id)], numbers)
        for key, each in fresh.items()
    }
    return _dated(draft, revision) | {
        "runs": drawn,
        "credits": named,
        "origins": [
            {"credit": each.credit, "did": each.did, "instructions": said[each.credit.number]}
            for each in origins
        ],
    }


def _about(change: Change, id: str) -> bool:
    joined = change.kind is ChangeKind.JOIN and change.after == id
    return joined or change.provision == id.partition("~")[0]
