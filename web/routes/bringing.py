"""Proposing by a document: read it, show what it would do, put what is confirmed into our draft amendment."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from amendments.bringing import bring
from drafting.manuscript import Manuscript
from drafting.messages import Refused, Superseded, Unreadable
from exports import brought
from exports.brought import Brought, What
from exports.brought_tracked import TrackedCopy
from web.dependencies import Database, Seat
from web.pages import bringing, tracked
from web.pages.editor import Typed
from web.pages.frame import draft_frame
from web.rendering import page, say
from web.routes import Proposer, back_to, in_draft
from web.routes.proposing import Sheet

TRACKED = "tracked"  # what a document may be said to be, beside what ``What`` has
router = APIRouter(prefix="/drafts/{draft_id:int}")


@router.get("/bring")
def start(request: Request, session: Database, seat: Proposer) -> HTMLResponse:
    """The form that takes a document."""
    return form(request, session, seat)


@router.post("/bring")
def read(
    request: Request,
    session: Database,
    seat: Proposer,
    file: UploadFile | None = None,
    pasted: Annotated[str, Form()] = "",
    what: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """What the document would do, before anything of it is done."""
    try:
        name, content = _sent(file, pasted)
        text = bringing.text_of(session, seat)
        copy = TrackedCopy(text, content) if what == TRACKED else None
        copy = copy or (_tracked(text, name, content) if not what else None)
        if copy is not None:
            return review_copy(request, session, seat, copy)
        said = What(what) if what in [*What] else None
        found = brought.read(text, name, content, said)
    except Refused as refused:
        return form(request, session, seat, say(refused, seat.language), pasted, what)
    return _review(request, session, seat, found)


@router.post("/bring/confirm")
def confirm(
    request: Request,
    session: Database,
    seat: Proposer,
    source: Annotated[str, Form()],
    what: Annotated[What, Form()],
    revision: Annotated[int, Form()],
    saves: Annotated[int, Form()],
    taken: Annotated[list[int] | None, Form()] = None,
) -> Response:
    """Put what the delegation confirmed into its own draft amendment; come too late, show it again."""
    request.state.sheet = Sheet(Typed(words=source), revision, saves)
    try:
        bring(
            session,
            seat.by,
            seat.on.id,
            on=revision,
            saves=saves,
            asked=lambda text, prefix: brought.again(text, source, what).asked(taken or (), prefix),
        )
    except Superseded as late:
        found = brought.again(bringing.text_of(session, seat), source, what)
        return _review(request, session, seat, found, late)
    return back_to(f"/drafts/{seat.on.id}")


@router.post("/bring/again")
def again(
    request: Request,
    session: Database,
    seat: Proposer,
    source: Annotated[str, Form()] = "",
    what: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """The form with the document in it, to be changed."""
    return form(request, session, seat, None, source, what)


def _sent(file: UploadFile | None, pasted: str) -> tuple[str, bytes]:
    """Give the name and the content of what was sent; what is pasted is a text file."""
    if file is not None and file.filename:
        return file.filename, file.file.read()
    if not pasted.strip():
        raise Unreadable("Choose a file, or paste the text.")
    return "pasted.txt", pasted.encode()


def _tracked(text: Manuscript, name: str, content: bytes) -> TrackedCopy | None:
    """Give a file that is a copy of the text with tracked changes; nothing where it is anything else."""
    try:
        return TrackedCopy(text, content) if name.lower().endswith(".docx") else None
    except Unreadable:
        return None


def review_copy(
    request: Request,
    session: Session,
    seat: Seat,
    copy: TrackedCopy,
    whose: Mapping[str, int] | None = None,
    late: Refused | None = None,
) -> HTMLResponse:
    """Answer with what a file with tracked changes would do; ``whose`` its authors are is proposed first."""
    if whose is None:
        whose = tracked.proposed_movers(session, seat, copy.file.authors)
    shown = tracked.make(session, seat, copy, whose, late)
    return answer(request, session, seat, "bring_tracked.html", 409 if late else 200, **shown)


def _review(
    request: Request, session: Session, seat: Seat, found: Brought, late: Superseded | None = None
) -> HTMLResponse:
    shown = bringing.make(session, seat, found, late)
    return answer(request, session, seat, "bring_review.html", 409 if late else 200, **shown)


def form(
    request: Request,
    session: Session,
    seat: Seat,
    error: str | None = None,
    pasted: str = "",
    what: str = "",
    others: bool = False,
) -> HTMLResponse:
    """Answer with the form; ``others`` where it takes what other delegations propose."""
    limit = f"{request.app.state.settings.upload_limit // 1_000_000} MB"
    asked: dict[str, Any] = {"error": error, "pasted": pasted, "what": what, "limit": limit, "others": others}
    asked["example"] = bringing.example(session, seat)
    return answer(request, session, seat, "bring.html", 422 if error else 200, **asked)


def answer(
    request: Request, session: Session, seat: Seat, template: str, status: int, /, **also: Any
) -> HTMLResponse:
    """Answer with a page that is about what is brought to a draft."""
    context = draft_frame(session, seat, "amendments", {}) | also
    return page(template, seat.language, status, **in_draft(request, seat), **context)
