"""The addresses: each takes what was sent, does one act or none, and answers with a page."""

from typing import Annotated, Any

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse

from drafting.permissions import Act
from web import pages
from web.dependencies import Seat, may
from web.pages.frame import frame
from web.rendering import page

Anybody = Annotated[Seat, may(Act.ENTER)]
Reader = Annotated[Seat, may(Act.READ)]
Member = Annotated[Seat, may(Act.KEEP_ACCOUNT)]
Opener = Annotated[Seat, may(Act.OPEN)]
Proposer = Annotated[Seat, may(Act.PROPOSE)]
Bringer = Annotated[Seat, may(Act.BRING)]
Sponsor = Annotated[Seat, may(Act.SPONSOR)]
Merger = Annotated[Seat, may(Act.MERGE)]
Inviter = Annotated[Seat, may(Act.INVITE)]


def path_of(request: Request) -> str:
    """This page's address with its query, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def show(request: Request, seat: Seat, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """Answer with a page that is not about one draft."""
    return page(template, seat.language, status, **frame(seat, path_of(request)), **context)


def show_draft(request: Request, session: Session, seat: Seat, name: str, **also: str) -> HTMLResponse:
    """Answer with one of the pages of a draft."""
    context = pages.make(session, seat, name, {**request.query_params, **also})
    return page(pages.PAGES[name].template, seat.language, 200, **in_draft(request, seat), **context)


def in_draft(request: Request, seat: Seat) -> dict[str, Any]:
    """Give what the frame of a draft's page takes from the request."""
    return frame(seat, path_of(request)) | {
        "presence": request.app.state.rooms.present(seat.on.id, seat.language, seat)
    }


def back_to(path: str, status: int = 303) -> RedirectResponse:
    """Lead on to another page after an act; only to pages of our own."""
    own = path.startswith("/") and not path.startswith(("//", "/\\"))
    return RedirectResponse(path if own else "/drafts", status)
