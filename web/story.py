"""The story of the demonstration as a value, and how what it says is found in a text.

The texts and the story are in ``web/demonstration``. The story names paragraphs by their labels and
says changes as the room does: these words replaced with those, a new paragraph below another one.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from drafting.messages import Refused
from drafting.numbering import Place, number
from drafting.outline import Kind, Outline
from drafting.permissions import Role
from drafting.text import Text, markup, parse

FOLDER = Path(__file__).parent / "demonstration"


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Told(_Told):
    """One change as the story tells it: words replaced or inserted, a new paragraph, one deleted."""

    place: str = ""  # the label of the paragraph that is reworded
    replace: str = ""
    with_: str = Field(default="", alias="with")
    after: str = ""  # the words after which others are inserted
    below: str = ""  # the label of the paragraph below which a new one is inserted
    insert: str = ""
    delete: str = ""  # the label of the paragraph that is deleted
    move: str = ""  # the label of the paragraph that is moved below another one
    join: str = ""  # the label of the paragraph that is joined to the one before it


class Step(_Told):
    """One act of the story: who does what, when, and on which draft."""

    at: datetime
    by: str
    act: Literal[
        "open", "join", "leave", "write", "amend", "withdraw", "second", "unsecond", "confirm",
        "divide", "take", "leave out", "reconsider", "issue", "look",
    ]  # fmt: skip
    draft: str = "islands"
    file: str = ""
    number: int = 0
    to: int = 0  # the amendment that an amendment amends
    numbers: tuple[int, ...] = ()
    why: str = ""
    changes: tuple[Told, ...] = ()


class Party(_Told):
    """A delegation of the story with its members."""

    name: str
    members: tuple[str, ...]
    role: Role = Role.DELEGATION


class Chair(_Told):
    """A seat that a visitor of the demonstration may take."""

    key: str
    member: str
    does: str


class Story(_Told):
    """The whole demonstration."""

    delegations: tuple[Party, ...]
    seats: tuple[Chair, ...]
    steps: tuple[Step, ...]


def story() -> Story:
    """Read the story that the demonstration tells."""
    return Story.model_validate(tomllib.loads((FOLDER / "negotiation.toml").read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Found:
    """A told change with its place found: what ``amendments.actions.propose`` is asked."""

    provision: str | None = None
    after: str | None = None
    behind: str | None = None
    joins: bool = False
    text: Text = ()
    kind: Kind = Kind.OPERATIVE
    level: int = 0


def find(outline: Outline, written: Mapping[str, Text], told: Told) -> Found:
    """Find a told change in a text, of which the amendment may have reworded paragraphs already.

    Refused, naming the place, if there is no such paragraph or the words do not stand there just once.
    """
    places = number(outline)
    if told.delete:
        return Found(_labelled(places, told.delete).provision.id)
    if told.join:
        return Found(_labelled(places, told.join).provision.id, joins=True)
    if told.move:
        behind = _labelled(places, told.below).provision.id
        return Found(_labelled(places, told.move).provision.id, behind=behind)
    if told.below:
        above = _labelled(places, told.below)
        kind, level = above.provision.kind, above.provision.level
        return Found(None, _last(places, above).provision.id, None, False, parse(told.insert), kind, level)
    provision = _labelled(places, told.place).provision
    reads = markup(written.get(provision.id, provision.text))
    old = told.replace or told.after
    if reads.count(old) != 1:
        raise Refused(
            "{place} has {count} times “{words}”.", place=told.place, count=reads.count(old), words=old
        )
    new = told.with_ if told.replace else told.after + told.insert
    return Found(provision.id, text=parse(reads.replace(old, new)))


def _labelled(places: Sequence[Place], label: str) -> Place:
    for place in places:
        if place.label == label:
            return place
    raise Refused("The text has no {label}.", label=label)


def _last(places: Sequence[Place], above: Place) -> Place:
    """The last of a paragraph's own sub-paragraphs, below which the next paragraph stands."""
    last = above
    for place in places[places.index(above) + 1 :]:
        if place.provision.kind is not Kind.SUBPARAGRAPH or place.provision.level <= above.provision.level:
            break
        last = place
    return last
