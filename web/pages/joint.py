"""A joint text: what the amendments say that it reconciles, and what the words typed would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from amendments import places
from amendments import queries as proposed
from amendments.asking import require_notes
from amendments.changes import ChangeKind, Proposal
from amendments.deciding import jointly
from amendments.formal_wording import FormalWording, names
from amendments.merge import merge
from amendments.models import Amendment
from drafting import queries
from drafting.messages import NotFound, OutOfOrder, Refused
from drafting.numbering import note_numbers, number
from drafting.outline import Kind
from drafting.text import Text, markup, parse, plain
from drafting.written_notes import lift
from web.dependencies import Seat
from web.pages import checks
from web.pages.amendments import redline_of
from web.pages.proposals import behind, instructions, url, worded
from web.rendering import say


@dataclass(frozen=True)
class Joint:
    """What is asked for: at which paragraph, of which amendments, and the words typed (none: not yet)."""

    at: str
    of: Sequence[int]
    new: bool = False  # it stands in the place of new paragraphs after that one
    words: str | None = None

    @property
    def text(self) -> Text:
        """The words typed."""
        return parse(self.words or "")


def make(session: Session, seat: Seat, asked: Joint) -> dict[str, Any]:
    """Give what the page shows on which a joint text is written."""
    draft = seat.on
    text = queries.revision(session, draft).text
    paragraph = text.by_id.get(asked.at)
    if paragraph is None or paragraph.struck:
        raise NotFound("The text has no paragraph {id}.", id=asked.at)
    place = next(each for each in number(text.outline) if each.provision.id == asked.at)
    amendments = _amendments(session, seat, asked)
    here = {each.key: places.beside(text, each.wording.changes).get(asked.at, []) for each in amendments}
    inserted = [change.text for each in here.values() for change in each if change.kind is ChangeKind.INSERT]
    words = asked.words
    if words is None:
        words = markup(inserted[0] if asked.new and inserted else paragraph.text)
    numbers = note_numbers(text.outline.provisions)
    formal = FormalWording(text, draft.language)
    return {
        "at": asked.at,
        "new": asked.new,
        "of": [each.number for each in amendments],
        "label": place.label,
        "place": names(text, seat.language)[asked.at],
        "number": place.number,
        "kind": paragraph.kind.value,
        "proposals": [
            {
                "number": each.number,
                "movers": behind(each, seat.language),
                "url": url(draft, each),
                "runs": [run for change in here[each.key] for run in redline_of(text, change)],
                "wording": instructions(formal, here[each.key], numbers),
            }
            for each in amendments
        ],
        "movers": [name for each in amendments for name in proposed.movers(each, seat.language)],
        "typed": words,
        "notes": [
            {"id": each.id, "number": numbers.get(each.id), "plain": plain(each.text)}
            for each in text.outline.of(Kind.NOTE)
        ],
        "revision": draft.revision,
        **_consequence(session, seat, asked, amendments),
        "numbers": numbers,
    }


def check(session: Session, seat: Seat, asked: Joint) -> None:
    """Refuse words that refer to a note that neither the text nor one of the amendments has."""
    if lift(asked.words or "")[1]:
        raise OutOfOrder("A joint text refers to notes that there are; it brings no new one.")
    known = {each.id for each in queries.revision(session, seat.on).text.outline.of(Kind.NOTE)}
    for each in _amendments(session, seat, asked):
        known.update(change.provision for change in each.wording.changes)
    require_notes([asked.text], known)


def _amendments(session: Session, seat: Seat, asked: Joint) -> list[Amendment]:
    return [proposed.amendment(session, seat.on, each) for each in dict.fromkeys(asked.of)]


def _consequence(
    session: Session, seat: Seat, asked: Joint, amendments: Sequence[Amendment]
) -> dict[str, Any]:
    """Give what the words typed would do, or why they cannot stand."""
    draft = seat.on
    if asked.words is None:
        return {"consequence": None, "error": None}
    text = queries.revision(session, draft).text
    try:
        check(session, seat, asked)
        joint = jointly(session, draft, amendments, asked.at, asked.text, asked.new)
    except Refused as refusal:
        return {"consequence": None, "error": say(refusal, seat.language)}
    changes = places.beside(text, joint[0][1].changes)[asked.at]
    done = merge(text, [Proposal("joint", joint[0][1].changes)]).manuscript
    shown = {
        "unchanged": False,
        "redlines": [redline_of(text, each) for each in changes],
        "dropped": [],
        "wording": worded(
            FormalWording(text, draft.language), changes, note_numbers(text.outline.provisions)
        ),
        "collisions": [],
        "findings": checks.caused(text.outline, done.outline, seat.language),
    }
    return {"consequence": shown, "error": None}
