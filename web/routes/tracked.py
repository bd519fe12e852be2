"""Bringing a file with tracked changes: say whose its authors are, see what each asks for, and confirm it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, UploadFile
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


class _Sent:
    """What the form says: the file, whose each author is, whether that is what was shown, what was taken."""

    def __init__(
        self, source: Source, revision: Number, saves: Number,
        author: Several = None, whose: Several = None, shown: Several = None, taken: Several = None,
        again: Annotated[str, Form()] = "",
    ) -> None:  # fmt: skip
        self.source, self.revision, self.saves = source, revision, saves
        named = zip(author or [], whose or [], strict=False)
        self.whose = {author: int(each) for author, each in named if each.isdecimal()}
        self.as_shown = not again and (whose or []) == (shown or [])
        self.taken: dict[int, set[int]] = {}
        for mover, _, place in (each.partition(".") for each in taken or []):
            if mover.isdecimal() and place.isdecimal():
                self.taken.setdefault(int(mover), set()).add(int(place))


Sent = Annotated[_Sent, Depends()]


@router.post("/bring/tracked")
def ours(request: Request, session: Database, seat: Proposer, sent: Sent) -> Response:
    """Put our own part of the file into our draft amendment; the authors changed, show it again."""
    return _confirm(request, session, seat, sent)


@router.post("/bring/others/tracked")
def others(request: Request, session: Database, seat: Bringer, sent: Sent) -> Response:
    """Bring each delegation's part of the file in its name; the authors changed, show it again."""
    return _confirm(request, session, seat, sent)


def _confirm(request: Request, session: Session, seat: Seat, sent: _Sent) -> Response:
    try:
        copy = TrackedCopy.again(bringing.text_of(session, seat), sent.source)
    except Refused as refused:
        return form(request, session, seat, say(refused, seat.language), others=not seat.can("propose"))
    if not sent.as_shown:
        return review_copy(request, session, seat, copy, sent.whose)
    try:
        with session.begin_nested():
            return back_to(f"/drafts/{seat.on.id}" + _bring(session, seat, copy, sent))
    except Refused as late:
        return review_copy(request, session, seat, copy, sent.whose, late)


def _bring(session: Session, seat: Seat, copy: TrackedCopy, sent: _Sent) -> str:
    """Bring the part of each delegation, or none; say which page shows them."""
    allowed = {each.id: each for each in tracked.movers(session, seat)}
    page = None
    for mover, part in tracked.parts(copy, sent.whose).items():
        taken = sent.taken.get(mover, set())
        if mover not in allowed or not part.asked(taken):
            continue
        asked = copy.asks(part.authors, taken)
        told = part.explanation
        if mover == seat.delegation_id and seat.can("propose"):
            bring(
                session,
                seat.by,
                seat.on.id,
                on=sent.revision,
                saves=sent.saves,
                asked=asked,
                explanation=told,
            )
            page = page or ""
        else:
            bring_for(
                session, seat.by, seat.on.id, allowed[mover], on=sent.revision, asked=asked, explanation=told
            )
            page = "/amendments"
    if page is None:
        raise OutOfOrder("Nothing of the file is chosen.")
    return page
