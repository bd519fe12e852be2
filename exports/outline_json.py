"""A draft as one JSON object: its masthead, its provisions as a tree, its notes.

Texts are in the markup of ``drafting.text``; a reference to a note bears the note's printed number.
Beside what the masthead prints there is ``starred_sponsors``, the sponsors behind whose names an asterisk
stands. Sub-paragraphs are the ``children`` of what they belong to.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from drafting.languages import LANGUAGES
from drafting.messages import Unreadable
from drafting.naming import named, renamed
from drafting.numbering import note_numbers, number
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.text import markup, parse

_AS_THEY_ARE = (
    "symbol", "distribution", "original_language", "organ", "session", "committee", "agenda_item",
    "agenda_title", "submitted_by", "on_behalf_of",
)  # fmt: skip
_ONCE = {Kind.TITLE: "title", Kind.ENACTING: "enacting_line"}


def to_json(outline: Outline) -> dict[str, Any]:
    """Give a draft as a value that ``json.dumps`` takes."""
    head = outline.masthead
    found: dict[str, Any] = {
        "language": head.language,
        "symbol": head.symbol,
        "distribution": head.distribution,
        "date": head.date.isoformat() if head.date else None,
        "original_language": head.original_language,
        "organ": head.organ,
        "session": head.session,
        "committee": head.committee,
        "agenda_item": head.agenda_item,
        "agenda_title": head.agenda_title,
        "kind": head.kind,
        "sponsors": [sponsor.name for sponsor in head.sponsors],
        "starred_sponsors": [sponsor.name for sponsor in head.sponsors if sponsor.starred],
        "submitted_by": head.submitted_by,
        "on_behalf_of": head.on_behalf_of,
        "title": None,
        "enacting_line": None,
        "provisions": [],
        "notes": [],
    }
    numbers = {note: str(position) for note, position in note_numbers(outline.provisions).items()}
    open_lists: list[list[dict[str, Any]]] = [found["provisions"]]
    for place in number(outline):
        kind = place.provision.kind
        text = markup(renamed(place.provision.text, numbers))
        if kind in _ONCE and found[_ONCE[kind]] is None:
            found[_ONCE[kind]] = text
        elif kind is Kind.NOTE:
            found["notes"].append({"number": place.number, "text": text})
        else:
            depth = 0
            if kind is Kind.SUBPARAGRAPH:
                depth = min(max(place.provision.level, 1), len(open_lists) - 1)
            children: list[dict[str, Any]] = []
            open_lists[depth].append(
                {
                    "label": place.label,
                    "kind": kind.value,
                    "number": place.number,
                    "text": text,
                    "children": children,
                }
            )
            open_lists[depth + 1 :] = [children]
    return found


def from_json(value: Any) -> Outline:
    """Read a draft from such an object; Unreadable names the place where it is another one."""
    given = _object(value, "the file")
    for place in ("language", "provisions"):
        if place not in given:
            raise Unreadable("The file is not a draft: “{place}” is missing.", place=place)
    provisions = [
        Provision(name, kind, parse(_text(given, name)))
        for kind, name in _ONCE.items()
        if given.get(name) is not None
    ]
    provisions += _provisions(_list(given, "provisions"), "provisions", 0)
    for at, each in enumerate(_list(given, "notes")):
        place = f"notes[{at}]"
        note = _object(each, place)
        id = note.get("number")
        text = parse(_text(note, "text", place))
        provisions.append(Provision(str(id) if id is not None else f"{place}", Kind.NOTE, text))
    return named(Outline(_masthead(given), tuple(provisions)))


def _masthead(given: Mapping[str, Any]) -> Masthead:
    language = _text(given, "language")
    if language not in LANGUAGES:
        raise Unreadable("“{place}” is not one of en, fr, es, ru, zh and ar.", place="language")
    fields = {name: given.get(name) for name in _AS_THEY_ARE}
    for name, found in fields.items():
        if found is not None and not isinstance(found, int if name == "session" else str):
            raise Unreadable("“{place}” is not what a draft has there.", place=name)
    date = None
    if given.get("date") is not None:
        try:
            date = datetime.date.fromisoformat(_text(given, "date"))
        except ValueError as error:
            raise Unreadable("“{place}” is not a date like 2026-11-24.", place="date") from error
    starred = _list(given, "starred_sponsors")
    sponsors = tuple(Sponsor(str(name), name in starred) for name in _list(given, "sponsors"))
    kind = given.get("kind") or Masthead().kind
    return Masthead(language=language, date=date, kind=str(kind), sponsors=sponsors, **fields)


def _provisions(values: list[Any], where: str, level: int) -> Iterator[Provision]:
    for at, each in enumerate(values):
        place = f"{where}[{at}]"
        value = _object(each, place)
        try:
            kind = Kind(_text(value, "kind", place))
        except ValueError as error:
            raise Unreadable("“{place}” is of no known kind.", place=place) from error
        depth = level or int(kind is Kind.SUBPARAGRAPH)
        yield Provision(place, kind, parse(_text(value, "text", place)), depth)
        yield from _provisions(_list(value, "children", place), f"{place}.children", depth + 1)


def _object(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Unreadable("“{place}” is not a JSON object.", place=place)
    return value


def _list(value: Mapping[str, Any], name: str, place: str = "") -> list[Any]:
    found = value.get(name) or []
    if not isinstance(found, list):
        raise Unreadable("“{place}” is not a list.", place=f"{place}.{name}".lstrip("."))
    return found


def _text(value: Mapping[str, Any], name: str, place: str = "") -> str:
    found = value.get(name)
    if not isinstance(found, str):
        raise Unreadable("“{place}” is not a text.", place=f"{place}.{name}".lstrip("."))
    return found
