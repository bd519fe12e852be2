"""What every route is given: one transaction, and who is acting in what capacity."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection

from drafting import permissions, queries
from drafting.clock import now
from drafting.database import reading, writing
from drafting.messages import NotAllowed, NotFound
from drafting.models import Draft, Member
from drafting.permissions import Act, Role
from web.models import SignIn
from web.rendering import language_of
from web.signing_in import request_token, signed_in

SAFE = frozenset({"GET", "HEAD"})
COOKIE = "penholder"


class NotSignedIn(NotAllowed):
    """The page is for members, and nobody is signed in in this browser."""

    def __init__(self) -> None:
        super().__init__("Sign in first.")


def transaction(request: Request) -> Iterator[Session]:
    """Give a request its one transaction, which is kept before the answer is sent (scope="function")."""
    begin = reading if request.method in SAFE else writing
    with begin(request.app.state.engine) as session:
        yield session


Database = Annotated[Session, Depends(transaction, scope="function")]


@dataclass(frozen=True)
class Seat:
    """Who is acting: a member in a capacity, on a draft where the page is about one; or a visitor."""

    role: Role
    language: str
    theme: str = ""
    member: Member | None = None
    draft: Draft | None = None
    sign_in: SignIn | None = None
    csrf_token: str = ""

    def can(self, act: str) -> bool:
        """Say whether this seat may do something, for a page that shows or leaves out a button."""
        return permissions.may(self.role, Act[act.upper()])

    @property
    def by(self) -> Member:
        """The member who acts."""
        if self.member is None:
            raise NotSignedIn
        return self.member

    @property
    def on(self) -> Draft:
        """The draft that the page is about."""
        if self.draft is None:
            raise NotFound("There is no such draft.")
        return self.draft

    @property
    def member_name(self) -> str:
        """The member's name, for the page."""
        return self.by.name

    @property
    def delegation_id(self) -> int:
        """The id of the member's delegation."""
        return self.by.delegation_id

    @property
    def delegation_name(self) -> str:
        """The delegation's name in the language of the page."""
        return queries.name(self.by.delegation, self.language)

    @property
    def delegation_code(self) -> str:
        """The delegation's three letters."""
        return self.by.delegation.code or self.by.delegation.name[:3].upper()


def may(act: Act) -> Any:
    """Let only those take a route who may do this act, and tell the route who they are."""

    async def form_token(request: Request) -> str | None:
        if request.method in SAFE:
            return None
        sent = request.headers.get("x-csrf-token")
        if sent:
            return sent
        form = await request.form()
        token = form.get("csrf_token")
        return token if isinstance(token, str) else None

    # The form comes before the transaction, so that a slow upload never holds the database.
    def seat(request: Request, token: Annotated[str | None, Depends(form_token)], session: Database) -> Seat:
        asked = request.path_params.get("draft_id")
        found = seat_of(session, request, act, int(asked) if asked is not None else None)
        if found.member and request.method not in SAFE and token != found.csrf_token:
            raise NotAllowed("This form is no longer valid. Load the page again.")
        if found.sign_in and request.method not in SAFE:
            found.sign_in.last_seen = now()
        return found

    return Depends(_marked(seat, act), scope="function")


def seat_of(session: Session, connection: HTTPConnection, act: Act, draft_id: int | None) -> Seat:
    """Find who is acting, on which draft, and refuse those who may not do this act."""
    secret = connection.cookies.get(COOKIE, "")
    row = signed_in(session, secret, connection.app.state.settings.idle_days) if secret else None
    if row is None and act is not Act.ENTER:
        raise NotSignedIn
    draft = queries.draft(session, draft_id) if row and draft_id is not None else None
    role = queries.role_on(draft, row.member) if row else Role.VISITOR
    permissions.require(role, act)
    return Seat(
        role,
        language_of(connection),
        connection.cookies.get("theme", ""),
        row.member if row else None,
        draft,
        row,
        request_token(secret) if row else "",
    )


def _marked(seat: Callable[..., Seat], act: Act) -> Callable[..., Seat]:
    seat.act = act  # type: ignore[attr-defined]  # read by the test that every route has its row
    return seat
