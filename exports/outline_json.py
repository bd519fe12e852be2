"""A draft's outline as one JSON object, as ``penholder read --json`` prints it.

Notes are named by their numbers there, in the text too: ``[^3]``. Ids are not kept: from a draft's places
they are made anew (``drafting.reading_ids``).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from drafting.languages import LANGUAGES
from drafting.messages import Unreadable
from drafting.numbering import Place, number
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.reading_ids import with_ids
from drafting.text import Text, markup, parse

_TEXTS = (
    "symbol", "distribution", "original_language", "organ", "committee", "agenda_item", "agenda_title",
    "dates",
)  # fmt: skip
_GROUPS = ("submitted_by", "on_behalf_of", "job", "job_dates", "reissued")


def to_json(outline: Outline) -> dict[str, Any]:
    """Give a draft as the one JSON object that stands for it.

    ``provisions`` holds the paragraphs and headings between enacting line and notes, sub-paragraphs as
    ``children`` of theirs. A sponsor with the asterisk of the group note ends in ``*``.
    """
    outline = with_ids(outline)
    head = outline.masthead
    found: dict[str, Any] = {"language": head.language}
    found |= {key: getattr(head, key) for key in _TEXTS[:2]}
    found |= {"date": head.date.isoformat() if head.date else None}
    found |= {
        key: getattr(head, key) for key in ("original_language", "organ", "session", *_TEXTS[4:], "kind")
    }
    found["sponsors"] = [each.name for each in head.sponsors]
    found["starred_sponsors"] = [each.name for each in head.sponsors if each.starred]
    found |= {key: getattr(head, key) for key in _GROUPS}
    places = number(outline)
    for key, kind in (("title", Kind.TITLE), ("enacting_line", Kind.ENACTING)):
        texts = [_markup(place.provision.text) for place in places if place.provision.kind is kind]
        found[key] = texts[0] if texts else None
    found["provisions"] = _nested(places)
    found["notes"] = [
        {"number": place.provision.id[1:], "text": _markup(place.provision.text)}
        for place in places
        if place.provision.kind is Kind.NOTE
    ]
    return found


def _nested(places: Iterable[Place]) -> list[dict[str, Any]]:
    top: list[dict[str, Any]] = []
    above: list[list[dict[str, Any]]] = [top]
    for place in places:
        kind = place.provision.kind
        if kind in (Kind.TITLE, Kind.ENACTING, Kind.NOTE):
            continue
        written: dict[str, Any] = {
            "label": place.label,
            "kind": kind.value,
            "number": place.number,
            "text": _markup(place.provision.text),
            "children": [],
        }
        depth = len(place.path) - 1 if kind is Kind.SUBPARAGRAPH else 0
        del above[depth + 1 :]
        above[-1].append(written)
        above.append(written["children"])
    return top


def _markup(text: Text) -> str:
    return markup(tuple(replace(word, note=word.note[1:]) if word.note else word for word in text))


def from_json(value: object) -> Outline:
    """Read a draft from its JSON object; Unreadable names the key that is missing or wrong."""
    found = _object(value, "the document")
    head = _masthead(found)
    provisions = [
        Provision(kind.value, kind, parse(text))
        for kind, text in (
            (Kind.TITLE, _text(found, "title")),
            (Kind.ENACTING, _text(found, "enacting_line")),
        )
        if text is not None
    ]
    provisions += _provisions(found, 0, "provisions")
    for place, each in enumerate(_list(found, "notes"), 1):
        note = _object(each, f"note {place}")
        provisions.append(Provision(str(note.get("number")), Kind.NOTE, parse(_text(note, "text") or "")))
    if not any(each.kind is Kind.OPERATIVE for each in provisions):
        raise Unreadable("There is no operative paragraph among the “provisions”.")
    return with_ids(Outline(head, tuple(provisions)))


def _masthead(found: Mapping[str, Any]) -> Masthead:
    language = _text(found, "language") or "en"
    if language not in LANGUAGES:
        raise Unreadable("“{code}” is none of the six languages en, fr, es, ru, zh, ar.", code=language)
    session, date = found.get("session"), _text(found, "date")
    if session is not None and (not isinstance(session, int) or isinstance(session, bool)):
        raise Unreadable("“{key}” is not a number.", key="session")
    try:
        issued = datetime.date.fromisoformat(date) if date else None
    except ValueError as error:
        raise Unreadable("“{key}” is not a date such as 2026-11-03.", key="date") from error
    starred = set(map(str, _list(found, "starred_sponsors")))
    return Masthead(
        language=language,
        date=issued,
        session=session,
        kind=_text(found, "kind") or "draft resolution",
        sponsors=tuple(Sponsor(str(name), str(name) in starred) for name in _list(found, "sponsors")),
        **{key: _text(found, key) for key in (*_TEXTS, *_GROUPS)},
    )


def _provisions(found: Mapping[str, Any], depth: int, where: str) -> list[Provision]:
    provisions: list[Provision] = []
    for place, each in enumerate(_list(found, "provisions" if depth == 0 else "children"), 1):
        here = f"{where}, {place}"
        written = _object(each, here)
        kind = _text(written, "kind")
        if kind not in set(Kind):
            raise Unreadable("{place}: “{kind}” is no kind of provision.", place=here, kind=kind)
        level = depth if kind == Kind.SUBPARAGRAPH else 0
        provisions.append(Provision("", Kind(kind), parse(_text(written, "text") or ""), level))
        provisions += _provisions(written, depth + 1, here)
    return provisions


def _object(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Unreadable("{place} is not a JSON object.", place=where[0].upper() + where[1:])
    return value


def _list(found: Mapping[str, Any], key: str) -> list[Any]:
    value = found.get(key) or []
    if not isinstance(value, list):
        raise Unreadable("“{key}” is not a list.", key=key)
    return value


def _text(found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is not None and not isinstance(value, str):
        raise Unreadable("“{key}” is not a text.", key=key)
    return " ".join(value.split(" ")) if value is not None else None
