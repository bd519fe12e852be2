"""Files to take along: revisions as Word files, plain text and Akoma Ntoso, the log as a table."""

from dataclasses import replace
from urllib.parse import quote

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from amendments import queries as proposed
from drafting import queries
from drafting.messages import NotFound
from drafting.models import Draft, Revision
from exports import documents, log, word
from exports.word import Author
from web.dependencies import Database
from web.pages.log import chosen
from web.routes import Reader

router = APIRouter(prefix="/drafts/{draft_id:int}")

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {".docx": WORD, ".txt": "text/plain; charset=utf-8", ".xml": "application/akn+xml"}


@router.get("/files/{name}")
def file(session: Database, seat: Reader, name: str, since: int | None = None) -> Response:
    """A revision as a file: ``2.docx``, ``2.txt``, ``2.xml``, or with tracked changes: ``2-tracked.docx``."""
    stem, dot, suffix = name.rpartition(".")
    number, _, tracked = stem.partition("-")
    if dot + suffix not in TYPES or not number.isdigit() or tracked not in ("", "tracked"):
        raise NotFound("There is no file {name}.", name=name)
    draft = seat.on
    revision = queries.revision(session, draft, int(number))
    outline = queries.outline(session, draft, revision)
    label = (outline.masthead.symbol or f"{draft.title[:60]} {revision.label}").replace("/", "_")
    if tracked:
        if suffix != "docx" or revision.number == 0:
            raise NotFound("There is no file {name}.", name=name)
        before = revision.number - 1 if since is None else since
        text = replace(revision.text, masthead=outline.masthead)
        content = word.write_tracked(text, authors(session, draft, revision, before))
        return _attached(content, WORD, f"{label} tracked.docx")
    return _attached(documents.write(outline, f".{suffix}"), TYPES[f".{suffix}"], f"{label}.{suffix}")


def authors(session: Session, draft: Draft, revision: Revision, since: int) -> dict[str, Author]:
    """Who put in and struck the words since an earlier revision, and when they proposed it."""
    found = proposed.merged(session, draft, since, revision.number)
    return {
        key: Author(queries.name(each.delegation, draft.language), each.submitted_at or revision.issued_at)
        for key, each in found.items()
    }


@router.get("/log.csv")
def log_csv(request: Request, session: Database, seat: Reader) -> Response:
    """The log as a table, with the filters of its page."""
    rows = log.csv(chosen(session, seat.on, request.query_params))
    return _attached(rows.encode(), "text/csv; charset=utf-8", f"log of draft {seat.on.id}.csv")


def _attached(content: bytes, kind: str, name: str) -> Response:
    header = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=kind, headers={"Content-Disposition": header})
