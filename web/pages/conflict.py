"""A form that came too late: the text as it is by now, and the words typed against it."""

from contextlib import suppress
from typing import Any

from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments.formal_wording import names
from drafting import queries
from drafting.languages import LANGUAGES
from drafting.messages import Refused
from drafting.numbering import note_numbers
from drafting.redline import redline, runs
from web.dependencies import Seat
from web.pages.editor import Typed, standing_change, written_on
from web.pages.proposals import revision_label


def overtaken(session: Session, seat: Seat, typed: Typed, was: int) -> dict[str, Any] | None:
    """Give what a form that came too late is told: the text as it is, the words typed against it."""
    draft = seat.on
    revision = queries.revision(session, draft)
    text, target = revision.text, None
    with suppress(Refused):  # what was amended may be closed by now
        text, target = written_on(session, draft, typed)
    paragraph = text.by_id.get(typed.at)
    if paragraph is None:
        return None
    ours = proposed.private(session, draft, seat.delegation_id)
    stands = ours is not None and proposed.stands(ours, draft) and ours.amends() is target
    mine = typed.text
    current = () if typed.after is not None or paragraph.struck else paragraph.text
    kept = ours and stands and standing_change(ours, typed)
    if kept:
        current = kept.text
    entries = queries.entries(session, draft, after=draft.entries - 1)
    by_colleague = was == draft.revision
    fields: dict[str, Any] = {
        "mode": typed.mode,
        "revision": revision.number,
        "saves": ours.saves if ours else 0,
        "explanation": typed.explanation or "",
    }
    if typed.after is not None:
        fields |= {"after": typed.after, "kind": typed.kind}
    if target is not None:
        fields["to"] = target.number
    if typed.provision and not (typed.after is not None and not kept):
        fields["provision"] = typed.provision
    who = ours.wording.member if by_colleague and ours else None
    return {
        "place": names(text, seat.language).get(typed.at, ""),
        "was": revision_label(was),
        "now": revision.label,
        "who": who.name
        if who
        else ""
        if by_colleague or not entries
        else queries.name(entries[0].delegation, seat.language),
        "numbers": note_numbers(text.outline.provisions),
        "current": current,
        "mine": typed.words or "",
        "runs": runs(current, redline(current, mine)),
        "language": draft.language,
        "direction": "rtl" if LANGUAGES[draft.language].rtl else "ltr",
        "url": f"/drafts/{draft.id}/proposal",
        "text_url": f"/drafts/{draft.id}",
        "gone": bool(paragraph.struck),
        "fields": fields,
    }
