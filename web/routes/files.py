"""Files to take along: the documents of a draft, each in its formats, and the log as its page filters it."""

from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from amendments.proceedings import log_of
from exports.issuing import Document
from web import documents
from web.dependencies import Database
from web.documents import Asked
from web.pages.log import chosen
from web.rendering import say
from web.routes import Reader

router = APIRouter(prefix="/drafts/{draft_id:int}")

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv; charset=utf-8",
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
    """A document as a file: ``2.docx`` is Rev.2, ``2-tracked.docx`` and ``compilation.pdf`` what they say."""
    stem, dot, suffix = name.rpartition(".")
    number, _, kind = stem.partition("-")
    numbered = number.isdecimal() and len(number) <= _DIGITS
    which = Asked(int(number) if numbered else None, since, symbol.strip() or None, documents.day(date))
    document = documents.make(session, seat.on, (kind or "revision") if numbered else stem, which)
    return _attached(document, dot + suffix)


@router.get("/log.{suffix}")
def log(request: Request, session: Database, seat: Reader, suffix: str) -> Response:
    """The log as a table, a workbook or a Word file, with the filters of its page."""
    found = log_of(session, seat.on, chosen(session, seat.on, request.query_params))
    return _attached(documents.record(seat.on, found, partial(say, language=seat.on.language)), f".{suffix}")


def _attached(document: Document, suffix: str) -> Response:
    content = document.write(suffix)
    header = f"attachment; filename*=UTF-8''{quote(document.name + suffix)}"
    return Response(content, media_type=TYPES.get(suffix), headers={"Content-Disposition": header})
