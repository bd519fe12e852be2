"""Coming in and going out: signing in, one-time links, one's account, members and how one sees the pages."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafting import queries
from drafting.languages import LANGUAGES
from drafting.messages import Message, NotFound, OutOfOrder, Refused
from drafting.models import Member as Person
from drafting.permissions import Role
from web import demo, signing_in
from web.dependencies import COOKIE, Database, Seat
from web.rendering import say
from web.routes import Anybody, Inviter, Member, back_to, show

router = APIRouter()

YEAR = 365 * 24 * 3600


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
        _alike(password, again)
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
        _alike(password, again)
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


_ROLES = {
    Role.DELEGATION: Message("a delegation"),
    Role.OBSERVER: Message("an observer"),
    Role.SECRETARIAT: Message("the secretariat"),
}


@router.get("/members")
def members(request: Request, session: Database, seat: Inviter) -> HTMLResponse:
    """Who takes part, for the secretariat."""
    return _members(request, session, seat)


@router.post("/members")
def invite(
    request: Request,
    session: Database,
    seat: Inviter,
    delegation: Annotated[str, Form()],
    name: Annotated[str, Form()],
    role: Annotated[str, Form()] = Role.DELEGATION.value,
) -> HTMLResponse:
    """Make a one-time link for somebody, who is entered if new."""
    typed = {"delegation": delegation, "name": name, "role": role}
    try:
        with session.begin_nested():
            member = signing_in.make_member(session, delegation, name, Role(role))
            secret = signing_in.invite(session, member, seat.by)
    except (Refused, ValueError) as refusal:
        error = say(refusal, seat.language) if isinstance(refusal, Refused) else str(refusal)
        return _members(request, session, seat, typed=typed, error=error, status=422)
    return _members(request, session, seat, link=_link(request, secret), link_for=member.name)


@router.post("/members/{member_id:int}/invite")
def invite_again(request: Request, session: Database, seat: Inviter, member_id: int) -> HTMLResponse:
    """Make a new one-time link for a member; links given earlier end."""
    member = session.get(Person, member_id)
    if member is None:
        raise NotFound("There is no such member.")
    secret = signing_in.invite(session, member, seat.by)
    return _members(request, session, seat, link=_link(request, secret), link_for=member.name)


def _members(request: Request, session: Session, seat: Seat, status: int = 200, **also: Any) -> HTMLResponse:
    last_seen = signing_in.last_seen(session)
    invited = signing_in.invited(session)
    context: dict[str, Any] = {
        "members": [
            {
                "id": each.id,
                "name": each.name,
                "delegation": queries.name(each.delegation, seat.language),
                "role": each.delegation.role,
                "state": "invited" if each.id in invited else "",
                "last_seen": last_seen.get(each.id),
            }
            for each in queries.members(session)
        ],
        "delegations": [queries.name(each, seat.language) for each in queries.delegations(session)],
        "roles": [(role.value, say(message, seat.language)) for role, message in _ROLES.items()],
        "link": None,
        "link_for": "",
        "typed": {"delegation": "", "name": "", "role": Role.DELEGATION.value},
        "error": None,
    }
    return show(request, seat, "members.html", status, **context | also)


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


def _alike(password: str, again: str) -> None:
    if password != again:
        raise OutOfOrder("The two passwords are not the same.")


def _link(request: Request, secret: str) -> str:
    origin = request.app.state.settings.origin or str(request.base_url)
    return f"{origin.rstrip('/')}/invitation/{secret}"


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
