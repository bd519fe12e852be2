"""The application: the routes, what every request is held to, and how refusals are answered."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from drafting.database import connect, reading
from drafting.messages import Message, NotAllowed, NotFound, OutOfOrder, Refused, Superseded, Unreadable
from drafting.permissions import Act
from web import live
from web.dependencies import NotSignedIn, Seat, seat_of
from web.pages.conflict import overtaken
from web.rendering import say
from web.rooms import Rooms
from web.routes import (
    account,
    acting,
    bringing,
    desk,
    entering,
    files,
    members,
    opening,
    path_of,
    proposing,
    show,
    tracked,
)
from web.routes import reading as reading_routes
from web.security import Guard
from web.settings import Settings

STATUSES: dict[type[Refused], int] = {
    NotAllowed: 403,
    NotFound: 404,
    Superseded: 409,
    OutOfOrder: 409,
    Unreadable: 422,
}


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application for one database, which has been migrated already."""
    settings = settings or Settings()
    engine = connect(settings.database)
    rooms = Rooms(engine)

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with rooms.open():
            yield
        engine.dispose()

    app = FastAPI(title="Penholder", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings, app.state.engine, app.state.rooms = settings, engine, rooms
    rooms_of = (
        entering,
        account,
        members,
        opening,
        reading_routes,
        proposing,
        bringing,
        tracked,
        acting,
        desk,
        files,
        live,
    )
    for routes in rooms_of:
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(Guard, origin=settings.origin, limit=settings.upload_limit)
    app.add_exception_handler(NotSignedIn, _to_sign_in)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _not_served)
    app.add_exception_handler(RequestValidationError, _incomplete)
    return app


async def _to_sign_in(request: Request, refusal: Exception) -> Response:
    """Lead to the sign-in page, and from there back to the page that was asked for."""
    back = path_of(request) if request.method == "GET" else "/drafts"
    return Response(status_code=303, headers={"Location": f"/sign-in?next={quote(back)}"})


async def _refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refused)
    status = next((code for kind, code in STATUSES.items() if isinstance(refusal, kind)), 409)
    return await run_in_threadpool(_answer, request, refusal.message, status)


async def _not_served(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, HTTPException)
    said = {404: Message("There is no such page."), 405: Message("This address cannot be used like that.")}
    message = said.get(refusal.status_code, Message("This could not be done."))
    return await run_in_threadpool(_answer, request, message, refusal.status_code)


async def _incomplete(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, RequestValidationError)
    fields = ", ".join(str(error["loc"][-1]) for error in refusal.errors())
    return await run_in_threadpool(
        _answer, request, Message("The form was not complete: {fields}.", fields=fields), 422
    )


def _answer(request: Request, message: Message, status: int) -> Response:
    """Say what was refused; to a form that came too late, with the text as it is and the words typed."""
    sheet = getattr(request.state, "sheet", None)
    typed = sheet.typed.words if sheet is not None else getattr(request.state, "typed", None)
    in_place = "hx-request" in request.headers  # the page is still there, with what was typed
    back = _own_path(request) if request.method != "GET" and not in_place else None
    with reading(request.app.state.engine) as session:
        seat = _seat(request, session)
        conflict = None
        if status == 409 and sheet is not None and seat.draft is not None and sheet.typed.at:
            conflict = overtaken(session, seat, sheet.typed, sheet.revision)
        return show(
            request,
            seat,
            "error.html",
            status,
            status=status,
            message=say(message, seat.language),
            remedy="",
            back=back,
            conflict=conflict,
            typed=typed if conflict is None and not in_place else None,
        )


def _seat(request: Request, session: Session) -> Seat:
    """Find who is told, as far as that can be found."""
    asked = request.path_params.get("draft_id")
    for draft_id in (int(asked) if asked is not None else None, None):
        with contextlib.suppress(Refused):
            return seat_of(session, request, Act.ENTER, draft_id)
    raise AssertionError("anybody may enter")


def _own_path(request: Request) -> str | None:
    """The page from which an act was tried, if it was one of ours."""
    came_from = urlsplit(request.headers.get("referer", ""))
    ours = came_from.netloc == request.url.netloc
    return came_from.path + (f"?{came_from.query}" if came_from.query else "") if ours else None
