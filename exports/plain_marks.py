"""Marks that say for certain what a line of a text file is, for where plain print would leave it open.

``{operative} Decides …`` is an operative paragraph whatever it looks like; ``{symbol} A/C.3/81/L.5`` is the
masthead's. Where one line of a masthead bears a mark all do.
"""

import datetime
from collections.abc import Iterable

import regex

from drafting.languages import LANGUAGES
from drafting.messages import Unreadable
from drafting.outline import Kind, Masthead, Provision, Sponsor

_MARKED = regex.compile(
    r"\{(?P<name>[a-z][a-z ]*)(?P<level> \d+)?(?P<star>\*?)\}\s?(?P<value>.*)", regex.DOTALL
)
_TEXTS = (
    "symbol", "distribution", "job", "job dates", "reissued", "organ", "dates", "committee", "agenda item",
    "agenda title", "kind", "submitted by", "on behalf of",
)  # fmt: skip


def provision_mark(provision: Provision) -> str:
    """Give the mark of a provision, without its text.

    >>> provision_mark(Provision("op5b", Kind.SUBPARAGRAPH, (), 1))
    '{subparagraph 1}'
    """
    level = f" {provision.level}" if provision.level or provision.kind is Kind.SUBPARAGRAPH else ""
    return f"{{{provision.kind.value}{level}}}"


def read_mark(line: str) -> tuple[Kind, int, str] | None:
    """Read a line with a provision's mark: what it is, its level, its text."""
    match = _MARKED.fullmatch(line)
    if not match or match["name"] not in set(Kind) or match["star"]:
        return None
    return Kind(match["name"]), int(match["level"] or 0), match["value"]


def masthead_lines(head: Masthead) -> list[str]:
    """Write a masthead as marked lines, one for each thing that is known."""
    lines = [f"{{language}} {head.language}"]
    for name in _TEXTS:
        value = getattr(head, name.replace(" ", "_"))
        lines += [f"{{{name}}} {value}"] if value is not None else []
    lines += [f"{{date}} {head.date.isoformat()}"] if head.date else []
    lines += [f"{{original language}} {head.original_language}"] if head.original_language is not None else []
    lines += [f"{{session}} {head.session}"] if head.session is not None else []
    return lines + [f"{{sponsor{'*' if each.starred else ''}}} {each.name}" for each in head.sponsors]


def read_masthead(lines: Iterable[str], language: str | None) -> Masthead | None:
    """Read a masthead from marked lines, or nothing where there are none."""
    found: dict[str, object] = {}
    sponsors: list[Sponsor] = []
    for line in lines:
        match = _MARKED.fullmatch(line)
        if not match or match["level"]:
            raise Unreadable("The mark of the line “{line}” is not known.", line=line)
        name, value = match["name"], match["value"]
        if name == "sponsor":
            sponsors.append(Sponsor(value, bool(match["star"])))
        elif name in (*_TEXTS, "language", "original language"):
            found[name.replace(" ", "_")] = value
        elif name == "session" and value.isdecimal():
            found[name] = int(value)
        elif name == "date":
            found[name] = _date(line, value)
        else:
            raise Unreadable("The mark of the line “{line}” is not known.", line=line)
    if not found and not sponsors:
        return None
    given = language or str(found.get("language", "en"))
    if given not in LANGUAGES:
        raise Unreadable("“{code}” is none of the six languages en, fr, es, ru, zh, ar.", code=given)
    return Masthead(**{**found, "language": given, "sponsors": tuple(sponsors)})  # type: ignore[arg-type]


def _date(line: str, value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise Unreadable("The date of the line “{line}” is none.", line=line) from error
