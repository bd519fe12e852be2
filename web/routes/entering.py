"""Coming in and going out: signing in, one-time links, signing out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafting import queries
from drafting.messages import NotFound, OutOfOrder, Refused
from drafting.models import Member as Person
from web import demo, signing_in
from web.dependencies import COOKIE, Database, Seat
from web.rendering import say
from web.routes import Anybody, Member, back_to, show

router = APIRouter()


@router.get("/")
def start(seat: Anybody) -> RedirectResponse:
    """Lead to where one can begin."""
    return back_to("/drafts" if seat.member else "/sign-in")


@router.get("/sign-in")
def sign_in_form(request: Request, session: Database, seat: Anybody, next: str = "/drafts") -> HTMLResponse:
    """The form by which one signs in."""
    return _sign_in_form(request, session, seat, next)


@router.post("/sign-in")
def sign_in(
    request: Request,
    session: Database,
    visitor: Anybody,
    seat: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/drafts",
) -> Response:
    """Sign in by name and password, or in the demonstration by choosing a seat."""
    browser = _browser(request)
    try:
        if seat:
            _, secret = signing_in.start(session, _sitting(session, seat), browser)
        else:
            _, secret = signing_in.sign_in(session, name, password, browser)
    except Refused as refusal:
        return _sign_in_form(request, session, visitor, next, name, say(refusal, visitor.language), 403)
    return _with_secret(request, back_to(next), secret)


def _sitting(session: Session, key: str) -> Person:
    """Find who sits in a seat of the demonstration."""
    member = demo.sitting(session, key)
    if member is None:
        raise NotFound("There is no such seat here.")
    return member


def _sign_in_form(
    request: Request,
    session: Session,
    seat: Seat,
    next: str,
    name: str = "",
    error: str | None = None,
    status: int = 200,
) -> HTMLResponse:
    seats = demo.seats(session, seat.language)
    return show(request, seat, "sign_in.html", status, seats=seats, name=name, error=error, next=next)


@router.post("/sign-out")
def sign_out(session: Database, seat: Member) -> Response:
    """Sign out of this browser."""
    if seat.sign_in is not None:
        signing_in.end(session, seat.by, seat.sign_in.id)
    answer = back_to("/sign-in")
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/invitation/{token}")
def invitation(request: Request, session: Database, seat: Anybody, token: str) -> HTMLResponse:
    """The page that a one-time link leads to."""
    return _invitation(request, session, seat, token)


@router.post("/invitation/{token}")
def accept(
    request: Request,
    session: Database,
    seat: Anybody,
    token: str,
    password: Annotated[str, Form()],
    again: Annotated[str, Form()],
) -> Response:
    """Choose a password and sign in; the link is then used up."""
    signing_in.invitation(session, token)
    try:
        signing_in.alike(password, again)
        _, secret = signing_in.accept(session, token, password, _browser(request))
    except OutOfOrder as refusal:
        return _invitation(request, session, seat, token, say(refusal, seat.language), 422)
    return _with_secret(request, back_to("/drafts"), secret)


def _invitation(
    request: Request, session: Session, seat: Seat, token: str, error: str | None = None, status: int = 200
) -> HTMLResponse:
    member = signing_in.invitation(session, token).member
    delegation = queries.name(member.delegation, seat.language)
    context = {"token": token, "member_name": member.name, "delegation": delegation, "error": error}
    return show(request, seat, "invitation.html", status, **context)


def _browser(request: Request) -> str:
    """Name a browser so that its owner knows it again: "Firefox, Linux"."""
    agent = request.headers.get("user-agent", "")
    names = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
    systems = ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux")
    found = [next((each for each in known if each in agent), "") for known in (names, systems)]
    return (
        ", ".join(each for each in found if each).replace("Edg", "Edge").replace("OPR", "Opera") or agent[:80]
    )


def _with_secret(request: Request, answer: RedirectResponse, secret: str) -> RedirectResponse:
    settings = request.app.state.settings
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=settings.idle_days * 24 * 3600,
        httponly=True,
        samesite="lax",
        secure=settings.secure,
    )
    return answer
