"""What the frame of every page is told: who is looking, and the draft that the page is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.log import sentence
from drafting import queries
from drafting.languages import LANGUAGES
from drafting.models import Draft, Entry
from web.dependencies import Seat
from web.rendering import say


@dataclass(frozen=True)
class Heading:
    """A draft as the frame of its pages shows it."""

    id: int
    title: str
    line: str
    symbol: str | None
    language: str
    direction: str
    revision: str
    number: int
    issued_at: datetime
    amendments: int
    sponsors: int
    revisions: int


def heading(session: Session, draft: Draft) -> Heading:
    """Give what stands above every page of a draft."""
    current = queries.revision(session, draft)
    masthead = current.text.masthead
    language = LANGUAGES[draft.language]
    item = language.agenda_line(masthead.agenda_item) if masthead.agenda_item else None
    return Heading(
        draft.id,
        draft.title,
        " · ".join(part for part in (masthead.committee or masthead.organ, item) if part),
        queries.symbol(current),
        draft.language,
        "rtl" if language.rtl else "ltr",
        current.label,
        current.number,
        current.issued_at,
        proposed.open_count(session, draft),
        len(queries.sponsorships(session, draft)),
        draft.revision + 1,
    )


def frame(seat: Seat, path: str) -> dict[str, Any]:
    """Give the context of any page."""
    return {
        "viewer": seat if seat.member else None,
        "theme": seat.theme,
        "path": path,
        "csrf_token": seat.csrf_token,
        "languages_offered": [(code, language.own_name) for code, language in LANGUAGES.items()],
    }


def happened(entry: Entry, language: str) -> str:
    """Say what an entry of the record says, in the reader's language."""
    return say(sentence(entry, queries.name(entry.delegation, language)), language)


def draft_frame(session: Session, seat: Seat, page: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give the context of any page of a draft: the heading, where to listen, and what happened last."""
    draft = seat.on
    query = urlencode({"page": page, **asked})
    last = queries.entries(session, draft, after=draft.entries - 1)
    return {
        "draft": heading(session, draft),
        "tab": page,
        "entry": draft.entries,
        "live_url": f"/drafts/{draft.id}/live?{query}",
        "happened": happened(last[0], seat.language) if last else "",
    }
