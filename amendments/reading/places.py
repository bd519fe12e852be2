"""Reading which paragraphs a sentence of formal wording names: "operative paragraphs 3, 43 and 45 (a)".

The names are those of ``amendments.wording.patterns``, in whatever position they stand there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from amendments.reading import english
from amendments.wording.names import Naming
from amendments.wording.patterns import PATTERNS
from drafting.numbering import Place
from drafting.ordinals import ordinal
from drafting.outline import Kind

LETTERS = r"(?:\s*(?:\([\p{L}\p{N}]+\)|\b\p{L}{1,4}\)|[㈠-㈩]))*"
_LETTER = r"\s*\([\p{L}\p{N}]+\)"
_NUMBER = rf"\d+{LETTERS}"
_TO = r"\s*(?:\b(?:to|through|à|a|по)\b|至|إلى|[-–])\s*"
_ITEM = regex.compile(rf"(?P<to>{_TO})?(?:(?P<figure>\d+)(?P<letters>{LETTERS})|(?P<letters>(?:{_LETTER})+))")
_DIGITS = regex.compile(r"(?P<figure>\d+)(?:st|nd|rd|th)\b")
_MOST = 199  # the highest number that is written in words
_POSITIONS = ("there", "whole", "after", "before")
_OF_THE_DRAFT = regex.compile(
    r" (?:of|in) the (?:draft )?(?:resolution|text)(?: \S+/\S+)?$", regex.IGNORECASE
)
_LAST = {"last": -1, "final": -1, "penultimate": -2}


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
    words = _OF_THE_DRAFT.sub("", words) if language == "en" else words
    found: list[Place] = []
    position = 0
    while position < len(words):
        if found and (joint := _joint(language).match(words, position)):
            position = joint.end()
        met = [read for name in names if (read := name.read(words, position, language))]
        if not met:
            return None
        kind, end, steps = max(met, key=lambda each: each[1])
        most = max((each.path[0] for each in places if each.parent is kind and each.path), default=0)
        for step, letters in steps:
            figure = step if step >= 0 else most + 1 + step
            place = next((each for each in places if _is(each, kind, figure, letters, language)), None)
            if place is None:
                return None
            found.append(place)
        position = end
    return found or None


def _is(place: Place, kind: Kind, figure: int, letters: str, language: str) -> bool:
    if place.parent is not kind or (place.path[:1] or (0,))[0] != figure:
        return False
    return _squeezed(Naming(language).letters(place)) == _squeezed(letters)


def _squeezed(letters: str) -> str:
    return regex.sub(r"[\s()]", "", letters)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that paragraphs can have: what stands before its ordinals, if it has some, and after them."""

    kind: Kind
    before: "regex.Pattern[str]"
    after: "regex.Pattern[str] | None" = None

    def read(self, words: str, at: int, language: str) -> tuple[Kind, int, list[tuple[int, str]]] | None:
        """Read the name where it begins; gives its end, and the figures, each with its letters."""
        match = self.before.match(words, at)
        if match is None or self.after is None:
            return (self.kind, match.end(), list(_figures(match))) if match else None
        end, ordinals = _ordinals_at(words, match.end(), language)
        rest = self.after.match(words, end) if ordinals else None
        if rest is None:
            return None
        letters = rest.groupdict().get("sub") or ""
        return self.kind, rest.end(), [(each, letters) for each in ordinals]


def _figures(match: "regex.Match[str]") -> Iterator[tuple[int, str]]:
    groups = match.groupdict()
    sub = groups.get("sub") or ""
    if not groups.get("n"):
        yield 0, ""
        return
    before = 0
    for item in _ITEM.finditer(groups["n"]):
        figure = int(item["figure"] or before)
        if item["to"]:
            yield from ((each, "") for each in range(before + 1, figure))
        yield figure, item["letters"] or sub
        before = figure


def _ordinals_at(words: str, at: int, language: str) -> tuple[int, list[int]]:
    """Read the ordinals that are listed at a place; gives where they end, and what they are."""
    known, longest = _ordinals(language)
    found: list[int] = []
    end = at
    while True:
        if digits := _DIGITS.match(words, at) if language == "en" else None:
            found.append(int(digits["figure"]))
            end = digits.end()
        else:
            lengths = range(min(longest, len(words) - at), 0, -1)
            length = next((each for each in lengths if words[at : at + each].casefold() in known), 0)
            if not length:
                return end, found
            found.append(known[words[at : at + length].casefold()])
            end = at + length
        joint = _joint(language).match(words, end)
        if not joint:
            return end, found
        at = joint.end()
        at += len("the ") if language == "en" and words[at:].casefold().startswith("the ") else 0


@lru_cache
def _names(language: str) -> list[_Name]:
    """Give the names that paragraphs can have."""
    joint = _joint(language).pattern
    parts = {
        "n": rf"(?P<n>{_NUMBER}(?:(?:{_TO}|{joint}){_NUMBER}|{joint}{_LETTER}+)*)",
        "figure": r"(?P<n>\d+)",
        "letters": rf"(?P<sub>{LETTERS})",
        "sub": rf"(?P<sub>{LETTERS})",
        "nth": "\ue000",
    }
    found = []
    for kind, name in PATTERNS[language].names.items():
        positions = (
            name.there,
            name.whole,
            name.after,
            name.before,
            *(name.several or ()),
            *(name.two or ()),
        )
        found += [(kind, template_pattern(template, parts)) for template in dict.fromkeys(positions)]
    before = ""
    if language == "en":
        before = english.CHAPEAU
        for kind, template in english.NAMES:
            found.append((kind, regex.sub(r"\{(\w+)\}", lambda at: parts[at[1]], template)))
    names = []
    for kind, written in found:
        first, has_nth, rest = written.partition("\ue000")
        after = regex.compile(rest, regex.IGNORECASE) if has_nth else None
        names.append(_Name(kind, regex.compile(before + first, regex.IGNORECASE), after))
    return names


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
    patterns = PATTERNS[language]
    lists = (patterns.joined, patterns.listed, patterns.figures_listed)
    signs = {regex.escape(sign.strip()) for each in lists if each for sign in each} | {"&"}
    either = "|".join(sorted(signs, key=len, reverse=True))
    comma = regex.escape(patterns.joined[0].strip())
    return regex.compile(rf"\s*(?:{comma}\s*(?:{either})|{either})\s*", regex.IGNORECASE)


@lru_cache
def _ordinals(language: str) -> tuple[dict[str, int], int]:
    """Give the numbers that ordinal words mean, as they stand in any position, and how long they can be."""
    patterns = PATTERNS[language]
    known = {
        patterns.inflected(ordinal(number, language, gender), position).casefold(): number
        for number in range(_MOST, 0, -1)
        for position in (*_POSITIONS, *(f"several {each}" for each in ("there", "then", "whole")))
        for gender in {patterns.gender, "masculine"}
    }
    known |= _LAST if language == "en" else {}
    return known, max(map(len, known))
