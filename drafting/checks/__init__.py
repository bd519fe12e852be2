"""Editorial checks: the rules E01 to E36 of UN_FORMAT.md that a program can decide, and what they find.

Each rule holds in the languages that it names; what cannot be told from the text alone is left to people.
A rule that is wrong once in a hundred paragraphs is not worth having: a draft that is nearly clean must
look so.
"""

from collections.abc import Callable, Iterable, Iterator

from drafting.checks import (
    citations,
    dates,
    endings,
    notes,
    numbers,
    openings,
    order,
    quotation,
    spelling,
)
from drafting.checks.paragraph import Finding, Paragraph, Sheet
from drafting.outline import Kind, Outline

__all__ = ["DECIDED", "Finding", "check"]

# The rules that are decided, and in which languages; UN_FORMAT.md says what they are about.
_ALL = "en fr es ru zh ar"
DECIDED = {
    "E01": _ALL,
    "E02": _ALL,
    "E03": "en fr es ru ar",
    "E04": "en fr es ru ar",
    "E05": "en fr es ru",
    "E06": "en fr es ru",
    "E07": _ALL,
    "E09": "en fr es ru",
    "E10": "en",
    "E11": "en",
    "E12": "en fr es",
    "E13": "en fr es ru",
    "E14": "en fr es ru",
    "E15": _ALL,
    "E16": _ALL,
    "E17": "en",
    "E18": _ALL,
    "E19": _ALL,
    "E20": "en fr es",
    "E21": "en",
    "E22": "en fr es ru",
    "E23": "en fr es ru ar",
    "E24": _ALL,
    "E25": "en",
    "E27": _ALL,
    "E29": "fr",
    "E30": "es",
    "E31": "fr",
    "E32": "ru",
    "E33": "zh",
    "E34": "ar",
    "E35": _ALL,
}
_Rule = Callable[[Paragraph], Iterable[Finding]]
_RULES: tuple[_Rule, ...] = (
    order.found,
    openings.found,
    endings.found,
    citations.found,
    spelling.found,
    numbers.found,
    dates.found,
    quotation.found,
    notes.found,
)


def check(outline: Outline) -> tuple[Finding, ...]:
    """Give what the editorial rules find in a draft, in the order of its paragraphs.

    >>> from drafting.outline import Provision
    >>> from drafting.text import markup, parse
    >>> words = parse("*Recalling* the programme of July 30, 2010,")
    >>> [found] = check(Outline(provisions=(Provision("p", Kind.PREAMBULAR, words),)))
    >>> found.rule, found.place, str(found.message), markup(found.fix)
    ('E23', 'PP1', '“July 30, 2010” is written “30 July 2010”.', '*Recalling* the programme of 30 July 2010,')
    """
    return tuple(_found(Sheet(outline)))


def _found(sheet: Sheet) -> Iterator[Finding]:
    for paragraph in sheet.paragraphs:
        if paragraph.kind is not Kind.HEADING and paragraph.letters:  # annexes are kept as headings
            found = (each for rule in _RULES for each in rule(paragraph))
            yield from sorted(found, key=lambda each: (each.start, each.rule))
