"""Acts on what is on the table: sponsoring, joining an amendment, withdrawing, confirming."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from amendments import actions as amending
from amendments import dividing
from drafting import actions
from web.dependencies import Database, Seat
from web.routes import Proposer, Reader, Sponsor, back_to

router = APIRouter(prefix="/drafts/{draft_id:int}")


@router.post("/seen")
def seen(session: Database, seat: Reader) -> RedirectResponse:
    """Remember that one has seen all that is on the record."""
    actions.look(session, seat.by, seat.on)
    return back_to(f"/drafts/{seat.on.id}/log")


@router.post("/sponsors/join")
def join(session: Database, seat: Sponsor) -> RedirectResponse:
    """Join the sponsors of the draft."""
    actions.join(session, seat.by, seat.on.id)
    return back_to(f"/drafts/{seat.on.id}/sponsors")


@router.post("/sponsors/leave")
def leave(session: Database, seat: Sponsor) -> RedirectResponse:
    """Withdraw from the sponsors of the draft."""
    actions.leave(session, seat.by, seat.on.id)
    return back_to(f"/drafts/{seat.on.id}/sponsors")


@router.post("/amendments/{number:int}/join")
def second(session: Database, seat: Sponsor, number: int) -> RedirectResponse:
    """Join the sponsors of an amendment."""
    amending.second(session, seat.by, seat.on.id, number)
    return _to_amendment(seat, number)


@router.post("/amendments/{number:int}/leave")
def unsecond(session: Database, seat: Sponsor, number: int) -> RedirectResponse:
    """Withdraw from the sponsors of an amendment."""
    amending.unsecond(session, seat.by, seat.on.id, number)
    return _to_amendment(seat, number)


@router.post("/amendments/{number:int}/withdraw")
def withdraw(session: Database, seat: Proposer, number: int) -> RedirectResponse:
    """Withdraw one's amendment."""
    amending.withdraw(session, seat.by, seat.on.id, number)
    return _to_amendment(seat, number)


@router.post("/amendments/{number:int}/confirm")
def confirm(
    session: Database, seat: Proposer, number: int, revision: Annotated[int, Form()]
) -> RedirectResponse:
    """Agree to the form in which one's amendment was put on the new text."""
    amending.confirm(session, seat.by, seat.on.id, number, on=revision)
    return _to_amendment(seat, number)


@router.post("/amendments/{number:int}/divide")
def divide(
    session: Database,
    seat: Proposer,
    number: int,
    revision: Annotated[int, Form()],
    part: Annotated[list[int] | None, Form()] = None,
) -> RedirectResponse:
    """Divide an amendment in two."""
    dividing.divide(session, seat.by, seat.on.id, number, part or [], on=revision)
    return _to_amendment(seat, number)


def _to_amendment(seat: Seat, number: int) -> RedirectResponse:
    return back_to(f"/drafts/{seat.on.id}/amendments/{number}")
