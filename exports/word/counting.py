"""The numbers that Word prints in front of paragraphs of a list, counted as Word counts them."""

from collections import defaultdict
from dataclasses import dataclass

import regex
from lxml import etree

from exports.word.looks import W
from exports.word.numbers import COUNTS

_PLACE = regex.compile(r"%([1-9])")
_MOST = 9  # levels of a list


@dataclass(frozen=True, slots=True)
class _Level:
    count: str
    text: str
    start: int


class Lists:
    """The lists of a file; asked for each paragraph in turn, because they count."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Level | int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if numbering is None:
            return
        for each in numbering.iter(f"{W}abstractNum"):
            self._abstract[each.get(f"{W}abstractNumId", "")] = dict(map(_level, each.iter(f"{W}lvl")))
        for each in numbering.iter(f"{W}num"):
            id = each.get(f"{W}numId", "")
            self._of[id] = _value(each, "abstractNumId") or ""
            self._overrides[id] = dict(map(_override, each.iter(f"{W}lvlOverride")))

    def number(self, list_id: str, depth: int) -> str | None:
        """Count the next paragraph of a list and give its number as Word prints it; none for a bullet."""
        abstract = self._of.get(list_id, "")
        levels = dict(self._abstract.get(abstract, {}))
        for at, override in self._overrides.get(list_id, {}).items():
            if isinstance(override, _Level):
                levels[at] = override
            elif (list_id, at) not in self._begun and at in levels and at == depth:
                self._counts[abstract].pop(at, None)
                levels[at] = _Level(levels[at].count, levels[at].text, override)
        self._begun.add((list_id, depth))
        if depth not in levels:
            return None
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in range(depth + 1, _MOST):
            counts.pop(deeper, None)
        if levels[depth].count in ("bullet", "none"):
            return None
        printed = _PLACE.sub(lambda place: _printed(levels, counts, int(place[1]) - 1), levels[depth].text)
        return printed.strip() or None


def _printed(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    step = counts.get(depth, level.start)
    return COUNTS.get(level.count, str)(step) if step > 0 else str(step)


def _value(element: etree._Element, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val") if found is not None else None


def _level(element: etree._Element) -> tuple[int, _Level]:
    depth, start = element.get(f"{W}ilvl", "0"), _value(element, "start") or "1"
    return int(depth) if depth.isdecimal() else 0, _Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        int(start) if start.isdecimal() else 1,
    )


def _override(element: etree._Element) -> tuple[int, _Level | int]:
    level = element.find(f"{W}lvl")
    if level is not None:
        return _level(level)
    depth, start = element.get(f"{W}ilvl", "0"), _value(element, "startOverride") or "1"
    return int(depth) if depth.isdecimal() else 0, int(start) if start.isdecimal() else 1
