"""A file with tracked changes before it is confirmed: whose its authors are, and what each asks for."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from amendments import places
from amendments import queries as proposed
from amendments.changes import Change, ChangeKind
from amendments.formal_wording import FormalWording
from drafting import queries, states
from drafting.messages import Message, Refused
from drafting.models import Delegation
from drafting.numbering import note_numbers
from drafting.outline import Kind
from drafting.permissions import Role
from exports.brought_tracked import Part, TrackedCopy
from exports.word import Unread
from web.dependencies import Seat
from web.pages.bringing import error_of, placed, redlines
from web.pages.proposals import instructions, met
from web.rendering import say

_NOT_OURS = Message("It is another’s: only the penholder or the secretariat may bring it.")
_LEFT_OUT = Message("Its author is left out.")


def movers(session: Session, seat: Seat) -> list[Delegation]:
    """Give the delegations in whose name one may bring amendments: one's own, or with the pen all."""
    every = [each for each in queries.delegations(session) if each.role == Role.DELEGATION.value]
    return [each for each in every if seat.can("bring") or each.id == seat.delegation_id]


def proposed_movers(session: Session, seat: Seat, authors: Sequence[str]) -> dict[str, int]:
    """Find whose an author is: by the delegation's name in any language, or as its member.

    A delegation that brings a file with an author whom nobody knows is taken for it.
    """
    whose: dict[str, int] = {}
    codes = {each.code: each.id for each in queries.delegations(session) if each.code}
    names = {each.name.casefold(): each.id for each in queries.delegations(session)}
    names |= {each.name.casefold(): each.delegation_id for each in queries.members(session)}
    allowed = {each.id for each in movers(session, seat)}
    for author in authors:
        known = names.get(author.casefold()) or codes.get(states.code(author, seat.language) or "")
        if known in allowed:
            whose[author] = known
        elif known is None and not seat.can("bring"):
            whose[author] = seat.delegation_id
    return whose


def parts(copy: TrackedCopy, whose: Mapping[str, int]) -> dict[int, Part]:
    """Give what each delegation asks for, whose authors are read together."""
    authors: dict[int, list[str]] = {}
    for author in copy.file.authors:
        if author in whose:
            authors.setdefault(whose[author], []).append(author)
    return {mover: copy.part(each) for mover, each in authors.items()}


def make(
    session: Session, seat: Seat, copy: TrackedCopy, whose: Mapping[str, int], late: Refused | None = None
) -> dict[str, Any]:
    """Give what the review of a file shows; ``late`` says why it was not taken when it was confirmed."""
    draft = seat.on
    revision = queries.revision(session, draft)
    options = [(each.id, queries.name(each, seat.language)) for each in movers(session, seat)]
    names = dict(options)
    whose = {author: mover for author, mover in whose.items() if mover in names}
    ours = proposed.private(session, draft, seat.delegation_id)
    found = parts(copy, whose)
    left_out = [author for author in copy.file.authors if author not in whose]
    known = proposed_movers(session, seat, left_out)
    aside = [
        *(each for each in copy.file.unread if each.author in whose),
        *(each for part in found.values() for each in part.unread),
    ]
    for author in left_out:
        why = _LEFT_OUT if seat.can("bring") or author in known else _NOT_OURS
        aside += (each for each in copy.file.unread if each.author == author)
        aside += copy.set_aside([author], why)
    return {
        "source": copy.source,
        "remarks": [say(each, seat.language) for each in copy.file.remarks],
        "authors": [(author, whose.get(author)) for author in copy.file.authors],
        "movers": options,
        "parts": [_part(session, seat, copy, mover, names[mover], part) for mover, part in found.items()],
        "aside": [_aside(each, seat.language) for each in dict.fromkeys(aside)],
        "wholes": sum(len(part.wholes) for part in found.values()),
        "revision": {"number": revision.number, "label": revision.label},
        "saves": ours.saves if ours else 0,
        "late": say(late, seat.language) if late else "",
    }


def _aside(unread: Unread, language: str) -> tuple[str, str, str]:
    return unread.author, unread.words, say(unread.why, language)


def _part(
    session: Session, seat: Seat, copy: TrackedCopy, mover: int, name: str, part: Part
) -> dict[str, Any]:
    made = [change for whole in part.wholes for change in whole]
    numbers = note_numbers(copy.text.outline.provisions)
    new = (each for each in made if each.kind is ChangeKind.INSERT and each.paragraph_kind is Kind.NOTE)
    numbers |= {each.provision: len(numbers) + at for at, each in enumerate(new, 1)}
    formal = FormalWording(copy.text, seat.on.language)
    meets = met(session, seat, copy.text, made)
    return {
        "id": mover,
        "name": name,
        "ours": mover == seat.delegation_id and seat.can("propose"),
        "authors": part.authors,
        "explanation": part.explanation,
        "error": error_of(copy.text, made, seat.language),
        "numbers": numbers,
        "items": [
            _item(copy, whole, made, f"{mover}.{at}", formal, numbers, meets)
            for at, whole in enumerate(part.wholes)
        ],
    }


def _item(
    copy: TrackedCopy,
    whole: Sequence[Change],
    made: Sequence[Change],
    value: str,
    formal: FormalWording,
    numbers: Mapping[str, int],
    meets: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    ids = {id for each in whole for id in (each.provision, each.after)}
    return {
        "value": value,
        "label": ", ".join(places.labels(copy.text.outline, whole)),
        "redlines": [*redlines(copy.text, whole)],
        "wording": instructions(formal, [*placed(whole, made)], numbers),
        "collisions": [each for each in meets if each["provision"] in ids],
    }
