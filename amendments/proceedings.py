"""What became of each amendment, act by act: the amendment log of a draft."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from amendments import queries
from amendments.formal_wording import FormalWording
from amendments.log import STATUSES, sentence
from amendments.models import Amendment, Status
from amendments.places import labels
from amendments.targets import Readings
from drafting import queries as drafts
from drafting.messages import Message
from drafting.models import Draft, Entry
from drafting.outline import Masthead
from drafting.record import Deed


@dataclass(frozen=True, slots=True)
class Fate:
    """An amendment with all that happened to it; the first of ``movers`` moved it."""

    number: int
    to: int | None  # the number of the amendment that it amends
    movers: tuple[str, ...]
    places: tuple[str, ...]
    wording: tuple[str, ...]
    status: Message
    acts: tuple[tuple[datetime, Message], ...]


@dataclass(frozen=True, slots=True)
class AmendmentLog:
    """The amendments to a draft in the order of their numbers, and the entries of the record about them."""

    head: Masthead
    title: str
    fates: tuple[Fate, ...]
    entries: tuple[Entry, ...]


def log_of(session: Session, draft: Draft, entries: Sequence[Entry] | None = None) -> AmendmentLog:
    """Give the amendment log of a draft, of its whole record or of these entries of it."""
    found = tuple(drafts.entries(session, draft) if entries is None else entries)
    outline = drafts.outline(session, draft, drafts.revision(session, draft))
    return AmendmentLog(outline.masthead, outline.title, tuple(_fates(session, draft, found)), found)


def _fates(session: Session, draft: Draft, entries: Sequence[Entry]) -> Iterator[Fate]:
    acts: dict[int, list[tuple[datetime, Message]]] = defaultdict(list)
    for entry in entries:
        said = (entry.at, sentence(entry, drafts.name(entry.delegation, draft.language)))
        for number in dict.fromkeys(_about(entry)):
            acts[number].append(said)
    readings = Readings(session, draft)
    formal: dict[tuple[int | None, int], FormalWording] = {}

    def fate(each: Amendment) -> Fate:
        text = readings.of(each)
        target = each.amends()
        on = (target.id if target else None, each.wording.revision)
        if on not in formal:
            formal[on] = FormalWording(text, draft.language)
        return Fate(
            each.number or 0,
            target.number if target else None,
            tuple(queries.movers(each, draft.language)),
            tuple(labels(text.outline, each.wording.changes)),
            tuple(formal[on].spoken(each.wording.changes)),
            Message(STATUSES[Status(each.status)].text, revision=each.closed_in),
            tuple(acts[each.number or 0]),
        )

    return (fate(each) for each in queries.amendments(session, draft) if each.number in acts)


def _about(entry: Entry) -> list[int]:
    """Give the numbers of the amendments that an entry is about."""
    found = [entry.amendment] if entry.amendment is not None else []
    found += entry.details.get("numbers", ())
    if entry.act in (Deed.ISSUED.value, Deed.WITHDREW.value, Deed.CONFIRMED.value):
        found += (number for key in _OUTCOMES for number in entry.details.get(key, ()))
    return found


_OUTCOMES = ("merged", "already", "lapsed")
