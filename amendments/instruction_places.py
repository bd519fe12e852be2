"""Reading which paragraphs a sentence of formal wording names: "operative paragraphs 3, 43 and 45 (a)".

The names are those of ``formal_wording_patterns``, in whatever position they stand there.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from amendments.formal_wording_names import Naming
from amendments.formal_wording_patterns import PATTERNS
from drafting.numbering import Place
from drafting.ordinals import ordinal
from drafting.outline import Kind

_LETTERS = r"(?:\s*(?:\([\p{L}\p{N}]+\)|\b\p{L}{1,4}\)|[㈠-㈩]))*"
_NUMBER = rf"\d+{_LETTERS}"
_TO = r"\s*(?:\b(?:to|through|à|a|по)\b|至|إلى|[-–])\s*"
_MOST = 199  # the highest number that is written in words


def named(words: str, places: Sequence[Place], language: str) -> list[Place] | None:
    """Find the paragraphs that words name, in their order; none where a name is not understood or not there.

    >>> from drafting.numbering import number
    >>> from drafting.outline import Outline, Provision
    >>> from drafting.text import parse
    >>> five = tuple(Provision(f"op{n}", Kind.OPERATIVE, parse("x")) for n in range(1, 6))
    >>> draft = Outline(provisions=five)
    >>> found = named("operative paragraphs 1 and 3 to 5", number(draft), "en")
    >>> [each.label for each in found or ()]
    ['OP1', 'OP3', 'OP4', 'OP5']
    """
    names = _names(language)
    found: list[Place] = []
    position = 0
    while position < len(words):
        if found and (joint := _joint(language).match(words, position)):
            position = joint.end()
        met = [(kind, match) for kind, name in names if (match := name.match(words, position))]
        if not met:
            return None
        kind, match = max(met, key=lambda each: each[1].end())
        for path, letters in _steps(match, language):
            place = next((each for each in places if _is(each, kind, path, letters, language)), None)
            if place is None:
                return None
            found.append(place)
        position = match.end()
    return found or None


def _is(place: Place, kind: Kind, figure: int, letters: str, language: str) -> bool:
    if place.parent is not kind or (place.path[:1] or (0,))[0] != figure:
        return False
    return _squeezed(Naming(language).letters(place)) == _squeezed(letters)


def _squeezed(letters: str) -> str:
    return regex.sub(r"[\s()]", "", letters)


def _steps(match: "regex.Match[str]", language: str) -> Iterator[tuple[int, str]]:
    """Give the figures, each with its letters, that a name has."""
    groups = match.groupdict()
    sub = groups.get("sub") or ""
    if groups.get("nth"):
        for each in _ordinal(language).finditer(groups["nth"]):
            yield _ordinals(language)[each.group().casefold()], sub
    elif groups.get("n"):
        before = 0
        for item in regex.finditer(rf"(?P<to>{_TO})?(?P<figure>\d+)(?P<letters>{_LETTERS})", groups["n"]):
            figure = int(item["figure"])
            if item["to"]:
                yield from ((each, "") for each in range(before + 1, figure))
            yield figure, item["letters"] or sub
            before = figure
    else:
        yield 0, ""


@lru_cache
def _names(language: str) -> list[tuple[Kind, "regex.Pattern[str]"]]:
    """Give the names that paragraphs can have, as patterns."""
    joint = _joint(language).pattern
    ordinals = _ordinal(language).pattern
    parts = {
        "n": rf"(?P<n>{_NUMBER}(?:(?:{_TO}|{joint}){_NUMBER})*)",
        "figure": r"(?P<n>\d+)",
        "letters": rf"(?P<sub>{_LETTERS})",
        "sub": rf"(?P<sub>{_LETTERS})",
        "nth": rf"(?P<nth>{ordinals}(?:{joint}(?:the )?{ordinals})*)",
    }
    found = []
    for kind, name in PATTERNS[language].names.items():
        templates = {name.there, name.whole, name.after, name.before, *(name.several or ())}
        for template in templates:
            written = template_pattern(template, parts)
            found.append((kind, regex.compile(rf"(?:in |the )*{written}", regex.IGNORECASE)))
    return found


def template_pattern(template: str, parts: dict[str, str]) -> str:
    """Make a pattern of a template: its words, with spaces as they come, and what each open place can be.

    >>> template_pattern("Delete {whole}.", {"whole": "(.+)"})
    'Delete\\\\s*(.+)\\\\.?'
    """
    written = ""
    for literal, name in regex.findall(r"([^{]*)(?:\{(\w+)\})?", template):
        for sign in regex.split(r"(\s+|[,،，.。])", literal):
            written += r"\s*" if sign.isspace() else regex.escape(sign) + "?" * (sign in _LOOSE)
        written += parts[name] if name else ""
    return written


_LOOSE = (",", "،", "，", ".", "。")


@lru_cache
def _joint(language: str) -> "regex.Pattern[str]":
    between, last = (regex.escape(each.strip()) for each in PATTERNS[language].joined)
    return regex.compile(rf"\s*(?:{between}\s*{last}|{between}|{last})\s*", regex.IGNORECASE)


@lru_cache
def _ordinals(language: str) -> dict[str, int]:
    """Give the numbers that ordinal words mean, as they stand in any position."""
    patterns = PATTERNS[language]
    return {
        patterns.inflected(ordinal(number, language, patterns.gender), position).casefold(): number
        for number in range(_MOST, 0, -1)
        for position in ("there", "whole", "after", "before")
    }


@lru_cache
def _ordinal(language: str) -> "regex.Pattern[str]":
    words = sorted(_ordinals(language), key=len, reverse=True)
    return regex.compile(rf"(?:{'|'.join(regex.escape(each) for each in words)})", regex.IGNORECASE)
