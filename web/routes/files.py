"""Files to take along: revisions, the compilation text and the log, as Word files, text and tables."""

from dataclasses import replace
from functools import partial
from urllib.parse import quote

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from amendments import queries as proposed
from amendments.compilation import Compilation
from amendments.compiling import compilation_of
from amendments.proceedings import log_of
from drafting import queries
from drafting.messages import NotFound
from drafting.models import Draft, Revision
from exports import documents, log, log_files, word
from exports.word import Author, compilation, compilation_tracked
from web.dependencies import Database
from web.pages.log import chosen
from web.rendering import say
from web.routes import Reader

router = APIRouter(prefix="/drafts/{draft_id:int}")

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {".docx": WORD, ".txt": "text/plain; charset=utf-8"}


@router.get("/files/{name}")
def file(session: Database, seat: Reader, name: str, since: int | None = None) -> Response:
    """A revision as a file: ``2.docx``, ``2.txt``, or with tracked changes: ``2-tracked.docx``."""
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


@router.get("/log.xlsx")
def log_workbook(request: Request, session: Database, seat: Reader) -> Response:
    """The log as a workbook, with the filters of its page."""
    found = log_of(session, seat.on, chosen(session, seat.on, request.query_params))
    content = log_files.write_workbook(found, partial(say, language=seat.on.language))
    return _attached(content, WORKBOOK, f"log of draft {seat.on.id}.xlsx")


@router.get("/log.docx")
def log_document(request: Request, session: Database, seat: Reader) -> Response:
    """The amendment log as a Word file, of what the filters of the log's page leave."""
    found = log_of(session, seat.on, chosen(session, seat.on, request.query_params))
    content = log_files.write(found, partial(say, language=seat.on.language))
    return _attached(content, WORD, f"log of draft {seat.on.id}.docx")


@router.get("/compilation.docx")
def compiled(session: Database, seat: Reader) -> Response:
    """The compilation text for printing, as things stand now."""
    found = compilation_of(session, seat.on)
    return _attached(compilation.write(found), WORD, f"{_called(found)}.docx")


@router.get("/compilation-tracked.docx")
def compiled_tracked(session: Database, seat: Reader) -> Response:
    """The compilation text with tracked changes and comments, as things stand now."""
    found = compilation_of(session, seat.on)
    return _attached(compilation_tracked.write_tracked(found), WORD, f"{_called(found)} tracked.docx")


def _called(found: Compilation) -> str:
    label = found.head.symbol or f"{found.title[:60]} {found.revision}"
    return f"{label.replace('/', '_')} compilation {found.at:%Y-%m-%d %H%M}"


def _attached(content: bytes, kind: str, name: str) -> Response:
    header = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=kind, headers={"Content-Disposition": header})
