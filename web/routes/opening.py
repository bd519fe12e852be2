"""Opening a draft from a file or a pasted text: read it, show it, put it on the table."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse

from drafting import actions, queries
from drafting.languages import LANGUAGES
from drafting.messages import Refused, Unreadable
from drafting.models import Delegation
from drafting.permissions import Role
from exports import documents, plain
from web.dependencies import Database, Seat
from web.pages import drafts
from web.rendering import say
from web.routes import Opener, back_to, show

router = APIRouter()


@router.get("/drafts/new")
def new(request: Request, session: Database, seat: Opener) -> HTMLResponse:
    """The form by which a draft is opened."""
    return _form(request, session, seat)


@router.post("/drafts/new")
def read(
    request: Request,
    session: Database,
    seat: Opener,
    file: UploadFile | None = None,
    pasted: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
    penholder: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """The draft as it was read, before anybody else sees it."""
    try:
        chosen = language if language in LANGUAGES else None
        if file is not None and file.filename:
            reading = documents.read(file.filename, file.file.read(), chosen)
        elif pasted.strip():
            reading = plain.read(pasted, chosen)
        else:
            raise Unreadable("Choose a file, or paste the text.")
        _leading(session, seat, penholder)
    except Refused as refusal:
        return _form(request, session, seat, say(refusal, seat.language), pasted, language, penholder)
    return show(
        request,
        seat,
        "preview.html",
        source=plain.write(reading.outline),
        penholder=penholder,
        chosen_language=reading.outline.masthead.language,
        **drafts.preview(reading.outline, reading.remarks, seat.language),
    )


@router.post("/drafts")
def open_draft(
    session: Database,
    seat: Opener,
    source: Annotated[str, Form()],
    language: Annotated[str, Form()] = "",
    penholder: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Put the draft that was shown on the table."""
    reading = plain.read(source, language or None)
    opened = actions.open_draft(session, seat.by, reading.outline, _leading(session, seat, penholder))
    return back_to(f"/drafts/{opened.id}")


def _leading(session: Session, seat: Seat, penholder: str) -> Delegation | None:
    """The delegation that shall hold the pen, where one is chosen for another."""
    if seat.role is not Role.SECRETARIAT:
        return None
    found = session.get(Delegation, int(penholder)) if penholder.isdigit() else None
    if found is None:
        raise Unreadable("Choose the delegation that holds the pen.")
    return found


def _form(
    request: Request,
    session: Session,
    seat: Seat,
    error: str | None = None,
    pasted: str = "",
    language: str = "",
    penholder: str = "",
) -> HTMLResponse:
    leading = (
        [
            (each.id, queries.name(each, seat.language))
            for each in queries.delegations(session)
            if each.role == Role.DELEGATION
        ]
        if seat.role is Role.SECRETARIAT
        else []
    )
    limit = f"{request.app.state.settings.upload_limit // 1_000_000} MB"
    return show(
        request,
        seat,
        "open_draft.html",
        422 if error else 200,
        error=error,
        pasted=pasted,
        chosen_language=language,
        delegations=leading,
        penholder=penholder,
        limit=limit,
    )
