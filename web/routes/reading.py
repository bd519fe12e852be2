"""The pages of a draft, which change nothing."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from web.dependencies import Database
from web.pages import drafts
from web.routes import Merger, Reader, show, show_draft

router = APIRouter()


@router.get("/drafts")
def table(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The drafts on the table."""
    return show(request, seat, "drafts.html", **drafts.make(session, seat))


@router.get("/drafts/{draft_id:int}")
def text(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The text, clean or marked, with what is proposed beside it."""
    return show_draft(request, session, seat, "text")


@router.get("/drafts/{draft_id:int}/provisions/{provision}")
def provision(request: Request, session: Database, seat: Reader, provision: str) -> HTMLResponse:
    """One paragraph, through all revisions."""
    return show_draft(request, session, seat, "provision", provision=provision)


@router.get("/drafts/{draft_id:int}/amendments")
def amendments(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The amendments."""
    return show_draft(request, session, seat, "amendments")


@router.get("/drafts/{draft_id:int}/amendments/{number:int}")
def amendment(request: Request, session: Database, seat: Reader, number: int) -> HTMLResponse:
    """One amendment."""
    return show_draft(request, session, seat, "amendment", number=str(number))


@router.get("/drafts/{draft_id:int}/checks")
def checks(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """What the editorial rules find in the text."""
    return show_draft(request, session, seat, "checks")


@router.get("/drafts/{draft_id:int}/sponsors")
def sponsors(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """Who sponsors the draft."""
    return show_draft(request, session, seat, "sponsors")


@router.get("/drafts/{draft_id:int}/desk")
def desk(request: Request, session: Database, seat: Merger) -> HTMLResponse:
    """The merging desk."""
    return show_draft(request, session, seat, "desk")


@router.get("/drafts/{draft_id:int}/desk/issue")
def issue(request: Request, session: Database, seat: Merger) -> HTMLResponse:
    """The next revision as it would be issued."""
    return show_draft(request, session, seat, "issue")


@router.get("/drafts/{draft_id:int}/revisions")
def revisions(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The revisions."""
    return show_draft(request, session, seat, "revisions")


@router.get("/drafts/{draft_id:int}/revisions/{number:int}")
def revision(request: Request, session: Database, seat: Reader, number: int) -> HTMLResponse:
    """One revision, for reading."""
    return show_draft(request, session, seat, "revision", number=str(number))


@router.get("/drafts/{draft_id:int}/compare")
def compare(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """Two revisions compared."""
    return show_draft(request, session, seat, "compare")


@router.get("/drafts/{draft_id:int}/log")
def log(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The record."""
    return show_draft(request, session, seat, "log")


@router.get("/drafts/{draft_id:int}/files")
def files(request: Request, session: Database, seat: Reader) -> HTMLResponse:
    """The files to take along."""
    return show_draft(request, session, seat, "files")
