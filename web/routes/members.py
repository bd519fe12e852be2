"""Members and invitations, which are the secretariat's."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse

from drafting import queries
from drafting.messages import Message, NotFound, Refused
from drafting.models import Member
from drafting.permissions import Role
from web import signing_in
from web.dependencies import Database, Seat
from web.rendering import say
from web.routes import Inviter, show

router = APIRouter()

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
    member = session.get(Member, member_id)
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


def _link(request: Request, secret: str) -> str:
    origin = request.app.state.settings.origin or str(request.base_url)
    return f"{origin.rstrip('/')}/invitation/{secret}"
