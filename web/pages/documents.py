"""The page of the documents: each that a draft has, in every format that it can be taken along in."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.models import Amendment, Status
from drafting import queries
from drafting.models import Draft, Revision
from exports import pdf
from web.dependencies import Seat
from web.pages.proposals import behind
from web.pages.proposals import url as page_of

_DRAFT = (".docx", ".pdf", ".txt", ".html")
_TEXT = (*_DRAFT, ".xml")
_TRACKED = (".docx", ".pdf")
_COMPILATIONS = (("compilation", _DRAFT), ("compilation-tracked", _TRACKED))


def formats(draft: Draft, name: str, suffixes: Sequence[str] = _DRAFT, query: str = "") -> dict[str, str]:
    """Where a document's files are, by their suffixes; PDF only where it can be made."""
    base = f"/drafts/{draft.id}/files/{name}"
    return {each: base + each + query for each in suffixes if each != ".pdf" or pdf.available()}


def make(session: Session, seat: Seat, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of the documents shows."""
    draft = seat.on
    opened = proposed.amendments(session, draft, Status.OPEN)
    every = queries.revisions(session, draft)
    shown = [
        {
            "number": each.number,
            "label": each.label,
            "issued_at": each.issued_at,
            "current": each.number == draft.revision,
            "symbol": queries.symbol(each),
            "documents": _of_revision(session, draft, each, every),
        }
        for each in reversed(every)
    ]
    return {
        "issued": shown,
        "amendments": [
            {
                "number": each.number,
                "movers": behind(each, seat.language),
                "url": page_of(draft, each),
                "word_url": of_amendment(draft, each)[".docx"],
            }
            for each in opened
        ],
        "compilations": [(kind, formats(draft, kind, each)) for kind, each in _COMPILATIONS]
        if opened
        else [],
        "log": formats(draft, "log", (*_DRAFT, ".xlsx", ".csv")),
    }


def of_amendment(draft: Draft, amendment: Amendment) -> dict[str, str]:
    """Where the document of an amendment is, by its formats."""
    return formats(draft, f"{amendment.number}-amendment")


def _of_revision(
    session: Session, draft: Draft, revision: Revision, every: Sequence[Revision]
) -> list[dict[str, Any]]:
    """Give the documents of a revision: its kind, what it is written against, and its formats."""
    number = revision.number
    found: list[dict[str, Any]] = [{"kind": "text", "formats": formats(draft, str(number), _TEXT)}]
    for before in dict.fromkeys((number - 1, 0)) if number else ():
        where = formats(draft, f"{number}-tracked", _TRACKED, f"?since={before}")
        found.append({"kind": "tracked", "against": every[before].label, "formats": where})
    if any(queries.sponsors_changed(session, draft, revision)):
        found.append({"kind": "sponsors", "formats": formats(draft, f"{number}-sponsors")})
    if number:
        where = formats(draft, f"{number}-corrigendum")
        found.append({"kind": "corrigendum", "against": every[number - 1].label, "formats": where})
    return found
