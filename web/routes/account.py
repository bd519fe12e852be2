"""One's account: the password, where one is signed in, and how one sees the pages."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafting.languages import LANGUAGES
from drafting.messages import Message, Refused
from web import signing_in
from web.dependencies import Database, Seat
from web.rendering import say
from web.routes import Anybody, Member, back_to, show

router = APIRouter()

YEAR = 365 * 24 * 3600


@router.get("/account")
def account(request: Request, session: Database, seat: Member) -> HTMLResponse:
    """Where one is signed in, and one's password."""
    done = say(Message("The password is changed. Every other browser is signed out."), seat.language)
    return _account(request, session, seat, done=done if "done" in request.query_params else None)


@router.post("/account/password")
def change_password(
    request: Request,
    session: Database,
    seat: Member,
    password: Annotated[str, Form()],
    again: Annotated[str, Form()],
    present: Annotated[str, Form()] = "",
) -> Response:
    """Change one's password; every other browser is signed out."""
    try:
        signing_in.alike(password, again)
        signing_in.change_password(
            session, seat.by, present, password, seat.sign_in.id if seat.sign_in else 0
        )
    except Refused as refusal:
        return _account(request, session, seat, say(refusal, seat.language), status=422)
    return back_to("/account?done=1")


@router.post("/account/sign-ins/{sign_in_id:int}/end")
def end(session: Database, seat: Member, sign_in_id: int) -> RedirectResponse:
    """Sign out of another browser."""
    signing_in.end(session, seat.by, sign_in_id)
    return back_to("/account")


def _account(
    request: Request,
    session: Session,
    seat: Seat,
    error: str | None = None,
    done: str | None = None,
    status: int = 200,
) -> HTMLResponse:
    here = seat.sign_in.id if seat.sign_in else None
    rows = [
        {
            "id": each.id,
            "browser": each.browser,
            "since": each.since,
            "last_seen": each.last_seen,
            "here": each.id == here,
        }
        for each in signing_in.sign_ins(session, seat.by)
    ]
    has_password = seat.by.password_hash is not None
    context = {"sign_ins": rows, "error": error, "done": done, "has_password": has_password}
    return show(request, seat, "account.html", status, **context)


@router.post("/preferences")
def preferences(
    seat: Anybody,
    back: Annotated[str, Form()] = "/drafts",
    language: Annotated[str | None, Form()] = None,
    theme: Annotated[str | None, Form()] = None,
) -> RedirectResponse:
    """Choose the language of the pages, or light or dark."""
    answer = back_to(back)
    if language is not None and language in LANGUAGES:
        answer.set_cookie("language", language, max_age=YEAR, httponly=True, samesite="lax")
    if theme is not None and theme in ("", "light", "dark"):
        answer.set_cookie("theme", theme, max_age=YEAR, httponly=True, samesite="lax")
    return answer
