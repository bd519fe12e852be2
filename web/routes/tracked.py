"""Bringing a file with tracked changes: say whose its authors are, see what each asks for, and confirm it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from amendments.bringing import bring, bring_for
from drafting.messages import OutOfOrder, Refused, Unreadable
from exports.brought_tracked import TrackedCopy
from web.dependencies import Database, Seat
from web.pages import bringing, tracked
from web.rendering import say
from web.routes import Bringer, Proposer, back_to
from web.routes.bringing import form, review_copy

router = APIRouter(prefix="/drafts/{draft_id:int}")

Source = Annotated[str, Form()]
Number = Annotated[int, Form()]
Several = Annotated[list[str] | None, Form()]


@router.get("/bring/others")
def start(request: Request, session: Database, seat: Bringer) -> HTMLResponse:
    """The form that takes a file with changes of several delegations."""
    return form(request, session, seat, others=True)


@router.post("/bring/others")
def read(request: Request, session: Database, seat: Bringer, file: UploadFile | None = None) -> HTMLResponse:
    """What the authors of the file ask for, before anything of it is done."""
    try:
        if file is None or not file.filename:
            raise Unreadable("Choose a file with tracked changes.")
        copy = TrackedCopy(bringing.text_of(session, seat), file.file.read())
    except Refused as refused:
        return form(request, session, seat, say(refused, seat.language), others=True)
    return review_copy(request, session, seat, copy)


@router.post("/bring/tracked")
def ours(
    request: Request, session: Database, seat: Proposer, source: Source, revision: Number, saves: Number,
    author: Several = None, whose: Several = None, shown: Several = None, taken: Several = None,
    again: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Put our own part of the file into our draft amendment; the authors changed, show it again."""
    chosen = _Chosen(author or [], whose or [], shown or [], taken or [], bool(again))
    return _confirm(request, session, seat, source, revision, saves, chosen)


@router.post("/bring/others/tracked")
def others(
    request: Request, session: Database, seat: Bringer, source: Source, revision: Number, saves: Number,
    author: Several = None, whose: Several = None, shown: Several = None, taken: Several = None,
    again: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Bring each delegation's part of the file in its name; the authors changed, show it again."""
    chosen = _Chosen(author or [], whose or [], shown or [], taken or [], bool(again))
    return _confirm(request, session, seat, source, revision, saves, chosen)


class _Chosen:
    """What the form says: whose each author is, whether that is what was shown, and what was taken."""

    def __init__(
        self, authors: list[str], whose: list[str], shown: list[str], taken: list[str], again: bool
    ) -> None:
        self.whose = {
            author: int(each) for author, each in zip(authors, whose, strict=False) if each.isdecimal()
        }
        self.as_shown = not again and whose == shown
        places = (each.partition(".") for each in taken)
        self.taken: dict[int, set[int]] = {}
        for mover, _, place in places:
            if mover.isdecimal() and place.isdecimal():
                self.taken.setdefault(int(mover), set()).add(int(place))


def _confirm(
    request: Request, session: Session, seat: Seat, source: str, revision: int, saves: int, chosen: _Chosen
) -> Response:
    try:
        copy = TrackedCopy.again(bringing.text_of(session, seat), source)
    except Refused as refused:
        return form(request, session, seat, say(refused, seat.language), others=not seat.can("propose"))
    if not chosen.as_shown:
        return review_copy(request, session, seat, copy, chosen.whose)
    try:
        with session.begin_nested():
            return back_to(f"/drafts/{seat.on.id}" + _bring(session, seat, copy, revision, saves, chosen))
    except Refused as late:
        return review_copy(request, session, seat, copy, chosen.whose, late)


def _bring(
    session: Session, seat: Seat, copy: TrackedCopy, revision: int, saves: int, chosen: _Chosen
) -> str:
    """Bring the part of each delegation, or none; say which page shows them."""
    allowed = {each.id: each for each in tracked.movers(session, seat)}
    page = None
    for mover, part in tracked.parts(copy, chosen.whose).items():
        taken = chosen.taken.get(mover, set())
        if mover not in allowed or not part.asked(taken):
            continue
        asked = copy.asks(part.authors, taken)
        told = part.explanation
        if mover == seat.delegation_id and seat.can("propose"):
            bring(session, seat.by, seat.on.id, on=revision, saves=saves, asked=asked, explanation=told)
            page = page or ""
        else:
            bring_for(
                session, seat.by, seat.on.id, allowed[mover], on=revision, asked=asked, explanation=told
            )
            page = "/amendments"
    if page is None:
        raise OutOfOrder("Nothing of the file is chosen.")
    return page
