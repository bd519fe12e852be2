"""The merging desk's acts: choosing, putting in order, writing a joint text, issuing a revision."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse

from amendments import deciding, desk
from amendments.models import Ordered
from drafting.messages import OutOfOrder
from web.dependencies import Database, Seat
from web.pages import joint
from web.pages.frame import draft_frame
from web.pages.joint import Joint
from web.rendering import page
from web.routes import Merger, back_to, in_draft

router = APIRouter(prefix="/drafts/{draft_id:int}/desk")
_CHOICES = {"take": True, "leave": False, "": None}
Revision = Annotated[int, Form()]
Place = Annotated[str, Form()]


@router.post("")
def choose(
    session: Database,
    seat: Merger,
    amendment: Annotated[int, Form()],
    revision: Revision,
    choice: Annotated[str, Form()] = "",
    at: Place = "",
) -> RedirectResponse:
    """Take an amendment into the next revision, leave it out, or take the choice back."""
    if choice not in _CHOICES:
        raise OutOfOrder("At the desk an amendment is taken or left.")
    deciding.choose(session, seat.by, seat.on.id, amendment, _CHOICES[choice], on=revision)
    return _back(seat, at)


@router.post("/order/{of}")
def put_first(
    session: Database,
    seat: Merger,
    of: Ordered,
    first: Annotated[int, Form()],
    among: Annotated[list[int], Form()],
    revision: Revision,
    at: Place = "",
) -> RedirectResponse:
    """Put an amendment before others: in the text where they insert at one place, or in the voting."""
    deciding.put_first(session, seat.by, seat.on.id, first, among, of=of, on=revision)
    return _back(seat, at)


def written(
    request: Request,
    at: Place,
    of: Annotated[list[int], Form()],
    words: Annotated[str, Form()] = "",
    new: Annotated[bool, Form()] = False,
) -> Joint:
    """Take a joint text as it was typed, and keep it at hand to be given back with a refusal."""
    request.state.typed = words
    return Joint(at, of, new, words)


Written = Annotated[Joint, Depends(written)]


def _draw(request: Request, session: Session, seat: Seat, asked: Joint) -> HTMLResponse:
    context = draft_frame(session, seat, "desk", {}) | joint.make(session, seat, asked)
    return page("joint.html", seat.language, 200, **in_draft(request, seat), **context)


@router.get("/joint")
def write_joint(
    request: Request, session: Database, seat: Merger, at: str, new: bool = False
) -> HTMLResponse:
    """The page on which a joint text is written."""
    of = [int(each) for each in request.query_params.getlist("of") if each.isdecimal()]
    return _draw(request, session, seat, Joint(at, of, new))


@router.post("/joint/preview")
def preview(request: Request, session: Database, seat: Merger, sent: Written) -> HTMLResponse:
    """The same page with what the joint text would do."""
    return _draw(request, session, seat, sent)


@router.post("/joint")
def reconcile(session: Database, seat: Merger, sent: Written, revision: Revision) -> RedirectResponse:
    """Take amendments with a joint text."""
    joint.check(session, seat, sent)
    deciding.reconcile(session, seat.by, seat.on.id, sent.of, sent.at, sent.text, new=sent.new, on=revision)
    return _back(seat, sent.at)


@router.post("/issue")
def issue(
    session: Database,
    seat: Merger,
    revision: Revision,
    taken: Annotated[list[int] | None, Form()] = None,
) -> RedirectResponse:
    """Issue the next revision with what is taken."""
    desk.issue(session, seat.by, seat.on.id, on=revision, taken=taken or [])
    return back_to(f"/drafts/{seat.on.id}?view=marked")


def _back(seat: Seat, at: str) -> RedirectResponse:
    return back_to(f"/drafts/{seat.on.id}/desk" + (f"?at={at}" if at else ""))
