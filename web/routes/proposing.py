"""Writing an amendment: the editor, the delegation's own draft, submitting it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse

from amendments import actions
from drafting.messages import OutOfOrder
from web.dependencies import Database, Seat
from web.pages import editor
from web.pages.editor import Typed
from web.pages.frame import draft_frame
from web.rendering import page
from web.routes import Proposer, back_to, in_draft

router = APIRouter(prefix="/drafts/{draft_id:int}")


@dataclass(frozen=True)
class Sheet:
    """What the form of the editor sends: the words typed, and on what they were written."""

    typed: Typed
    revision: int
    saves: int


def sheet(
    request: Request,
    mode: Annotated[str, Form()] = "reword",
    provision: Annotated[str | None, Form()] = None,
    after: Annotated[str | None, Form()] = None,
    kind: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    explanation: Annotated[str, Form()] = "",
    revision: Annotated[int, Form()] = 0,
    saves: Annotated[int, Form()] = 0,
    behind: Annotated[str | None, Form()] = None,
    to: Annotated[int | None, Form()] = None,
) -> Sheet:
    """Take what was typed, and keep it at hand to be given back with a refusal."""
    does = (mode == "move", mode == "join", behind or None, to)
    typed = Typed(provision or None, after or None, mode == "delete", words, kind, explanation, saves, *does)
    request.state.sheet = Sheet(typed, revision, saves)
    return Sheet(typed, revision, saves)


Sent = Annotated[Sheet, Depends(sheet)]


def draw(request: Request, session: Session, seat: Seat, typed: Typed) -> HTMLResponse:
    """Answer with the editor."""
    context = draft_frame(session, seat, "text", {}) | editor.make(session, seat, typed)
    return page("editor.html", seat.language, 200, **in_draft(request, seat), **context)


@router.get("/edit")
def edit(
    request: Request,
    session: Database,
    seat: Proposer,
    provision: str | None = None,
    after: str | None = None,
    delete: bool = False,
    move: bool = False,
    join: bool = False,
    to: int | None = None,
    fix: str = "",
    words: str = "",
) -> HTMLResponse:
    """The editor of a paragraph, or of a new one after it: of the text, or as an amendment would leave it.

    With ``fix`` and ``words`` it opens with what a rule has against these words put right.
    """
    against = (fix, words) if fix else None
    asked = Typed(provision, after, delete, moves=move, joins=join, to=to, against=against)
    return draw(request, session, seat, asked)


@router.post("/proposal/preview")
def preview(request: Request, session: Database, seat: Proposer, sent: Sent) -> HTMLResponse:
    """The editor with what the words typed would do."""
    return draw(request, session, seat, sent.typed)


@router.post("/proposal")
def keep(session: Database, seat: Proposer, sent: Sent) -> RedirectResponse:
    """Keep the words in the delegation's own draft amendment."""
    _keep(session, seat, sent)
    return _back(seat, sent)


@router.post("/proposal/submit")
def submit(session: Database, seat: Proposer, sent: Sent) -> RedirectResponse:
    """Submit the delegation's draft amendment, with the words typed last where there are any."""
    saves = _keep(session, seat, sent) if sent.typed.at else sent.saves
    actions.submit(session, seat.by, seat.on.id, on=sent.revision, saves=saves)
    return _back(seat, sent)


def _keep(session: Session, seat: Seat, sent: Sheet) -> int:
    typed = sent.typed
    editor.check_notes(session, seat, typed)
    kind, level = typed.paragraph_kind
    if typed.moves and typed.behind is None:
        raise OutOfOrder("It was not said behind which paragraph it shall stand.")
    amendment = actions.propose(
        session,
        seat.by,
        seat.on.id,
        on=sent.revision,
        saves=sent.saves,
        provision=typed.provision,
        after=typed.after,
        behind=typed.behind,
        joins=typed.joins,
        text=typed.text,
        kind=kind,
        level=level,
        written=typed.written,
        explanation=typed.explanation,
        to=typed.to,
    )
    return amendment.saves


def _back(seat: Seat, sent: Sheet) -> RedirectResponse:
    """Lead back to what was amended: the text, or somebody's amendment."""
    about = "" if sent.typed.to is None else f"/amendments/{sent.typed.to}"
    return back_to(f"/drafts/{seat.on.id}{about}#{sent.typed.at}".rstrip("#"))


@router.post("/proposal/discard")
def discard(session: Database, seat: Proposer, sent: Sent) -> RedirectResponse:
    """Throw away the delegation's draft amendment, or what it says of one paragraph."""
    actions.discard(session, seat.by, seat.on.id, sent.typed.provision)
    return _back(seat, sent)


@router.post("/proposal/confirm")
def confirm(session: Database, seat: Proposer, sent: Sent) -> RedirectResponse:
    """Agree to the form in which the delegation's draft was put on the new text."""
    actions.confirm(session, seat.by, seat.on.id, None, on=sent.revision)
    return back_to(f"/drafts/{seat.on.id}")
