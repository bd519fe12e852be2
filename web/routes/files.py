"""Files to take along: the documents of a draft, each in its formats, and the log as a table."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from drafting.messages import NotFound
from exports import log
from web import documents
from web.dependencies import Database
from web.documents import Asked
from web.pages.log import chosen
from web.routes import Reader

router = APIRouter(prefix="/drafts/{draft_id:int}")

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".xml": "application/akn+xml",
}
_DIGITS = 6  # of a number that a revision or an amendment may have
Since = Annotated[int | None, Query(ge=0, lt=10**_DIGITS)]
Symbol = Annotated[str, Query(max_length=60)]


@router.get("/files/{name}")
def file(
    session: Database,
    seat: Reader,
    name: str,
    since: Since = None,
    symbol: Symbol = "",
    date: str = "",
) -> Response:
    """A document as a file: ``2.docx`` is Rev.2, ``2-tracked.docx`` and ``3-amendment.pdf`` what they say."""
    stem, dot, suffix = name.rpartition(".")
    number, _, kind = stem.partition("-")
    media = TYPES.get(dot + suffix)
    if media is None or not number.isdecimal() or len(number) > _DIGITS:
        raise NotFound("There is no file {name}.", name=name)
    which = Asked(int(number), since, symbol.strip() or None, documents.day(date))
    document = documents.make(session, seat.on, kind or "revision", which)
    return _attached(document.write(dot + suffix), media, f"{document.name}{dot}{suffix}")


@router.get("/log.csv")
def log_csv(request: Request, session: Database, seat: Reader) -> Response:
    """The log as a table, with the filters of its page."""
    rows = log.csv(chosen(session, seat.on, request.query_params))
    return _attached(rows.encode(), "text/csv; charset=utf-8", f"log of draft {seat.on.id}.csv")


def _attached(content: bytes, kind: str, name: str) -> Response:
    header = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=kind, headers={"Content-Disposition": header})
