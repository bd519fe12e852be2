"""Amendments as the pages show them: in which words, behind whom, and where they meet others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from amendments import queries as proposed
from amendments import targets
from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Collision, Severity
from amendments.formal_wording import FormalWording
from amendments.models import Amendment, Wording
from drafting import queries
from drafting.manuscript import Manuscript
from drafting.messages import Message
from drafting.models import Draft
from drafting.text import parse, plain
from web.dependencies import Seat
from web.rendering import say, words


@dataclass(frozen=True)
class Meeting:
    """Another amendment that one meets: its number (none: our own draft), its mover, and how gravely."""

    number: int | None
    mover: str
    severity: str


@dataclass
class Card:
    """An amendment beside one paragraph."""

    key: str
    number: int | None
    movers: str
    status: str
    instructions: list[Markup]
    url: str
    ours: bool
    place: str = ""
    collides_with: list[Meeting] = field(default_factory=list)
    to: int | None = None  # the number of the amendment that it amends
    amending: list["Card"] = field(default_factory=list)  # the amendments to it


def behind(amendment: Amendment, language: str) -> str:
    """Name who stands behind an amendment: "Egypt", "Egypt and Kenya", "Egypt, Kenya and 2 others"."""
    names = proposed.movers(amendment, language)
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return say(Message("{one} and {other}", one=names[0], other=names[1]), language)
    text = Message("{one}, {other} and {more} more", one=names[0], other=names[1], more=len(names) - 2)
    return say(text, language)


def instructions(
    formal: FormalWording, changes: Sequence[Change], numbers: Mapping[str, int]
) -> list[Markup]:
    """Word changes as they are printed, each new paragraph on a line of its own."""
    return [line for instruction in worded(formal, changes, numbers) for line in instruction]


def worded(
    formal: FormalWording, changes: Sequence[Change], numbers: Mapping[str, int]
) -> list[list[Markup]]:
    """Word changes as they are printed, each instruction with the new paragraphs that are set below it."""
    said = ((parse(each.text), *each.paragraphs) for each in formal.word(changes))
    return [[words(line, numbers) for line in lines] for lines in said]


def url(draft: Draft, amendment: Amendment) -> str:
    """The page of an amendment, or of a private draft the text in which it is written."""
    if amendment.number is None:
        return f"/drafts/{draft.id}"
    return f"/drafts/{draft.id}/amendments/{amendment.number}"


def meetings(
    found: Iterable[Collision], every: Mapping[str, Amendment], language: str
) -> dict[str, dict[str, list[Meeting]]]:
    """Group collisions by the amendment and the paragraph at which it meets another."""
    grouped: dict[str, dict[str, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for collision in found:
        for mine, other in ((collision.one, collision.other), (collision.other, collision.one)):
            rival = every[other]
            mover = proposed.movers(rival, language)[0]
            grouped[mine][collision.provision].append(
                Meeting(rival.number, mover, collision.severity.name.lower())
            )
    return grouped


def how(collision: Collision, rival: Amendment, text: Manuscript, language: str) -> str:
    """Say in a sentence how an amendment meets a rival."""
    paragraph = text.by_id.get(collision.provision)
    there = plain(paragraph.text[collision.start : collision.end]) if paragraph else ""
    who = proposed.movers(rival, language)[0]
    number = rival.number
    if number is None:
        return say(Message("Our own draft amendment changes this too."), language)
    whole = any(
        change.kind is ChangeKind.DELETE and change.provision == collision.provision
        for change in rival.wording.changes
    )
    if collision.severity is Severity.CONCURRING:
        said = Message("No. {number} ({who}) proposes the very same.", number=number, who=who)
    elif collision.severity is Severity.HARD and whole:
        said = Message("No. {number} ({who}) proposes to delete this paragraph.", number=number, who=who)
    elif collision.severity is Severity.HARD:
        said = Message(
            "No. {number} ({who}) changes the same words: “{words}”.", number=number, who=who, words=there
        )
    elif not there:
        said = Message("No. {number} ({who}) inserts at the same place.", number=number, who=who)
    else:
        said = Message(
            "No. {number} ({who}) changes words right beside: “{words}”.", number=number, who=who, words=there
        )
    return say(said, language)


def met(
    session: Session, seat: Seat, text: Manuscript, changes: Sequence[Change], target: Amendment | None = None
) -> list[dict[str, Any]]:
    """Give the open amendments that changes would meet on the text on which they are written, and how."""
    draft = seat.on
    rivals = {each.key: each for each in proposed.standing(session, draft)}
    own = proposed.private(session, draft, seat.delegation_id)
    proposal = Proposal(own.key if own else "a0", tuple(changes))
    return [
        {
            "provision": each.provision,
            "number": rivals[each.other].number,
            "mover": queries.name(rivals[each.other].delegation, seat.language),
            "sentence": how(each, rivals[each.other], text, seat.language),
            "severity": each.severity.name.lower(),
            "url": url(draft, rivals[each.other]),
        }
        for each in targets.met_by(session, draft, proposal, target)
    ]


@dataclass(frozen=True)
class Summary:
    """An amendment in a list of them."""

    number: int
    url: str
    movers: str
    mover: str
    places: list[str]
    status: str
    closed_in: str | None
    waits: bool
    instructions: list[Markup]
    collides_with: list[Meeting]
    ours: bool
    submitted_at: datetime | None
    to: tuple[int | None, str] | None = None  # of the amendment that it amends, with its address
    waits_with: int | None = None


def revision_label(number: int | None) -> str | None:
    """How the room calls a revision, by its number."""
    return None if number is None else f"Rev.{number}" if number else "Original"


def latest(amendment: Amendment) -> Wording:
    """The form of an amendment that its place is best named by: the offered one, where there is one."""
    return amendment.offer or amendment.wording
