"""From a text file to its lines: what stands on every page goes, and it is kept where a page ended."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from drafting.languages import LANGUAGES

_FURNITURE = regex.compile(
    r"\[job number\].*|"
    r"\*?\d{2}-\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,3}|"  # job number
    r"(?:\d{6}\s+){1,2}\d{2}-\d{5}\*?\s*\([A-Z]\)|"
    r"GE\.\d\d-\d{5}.*|V\.\d\d-\d{5}.*|\*\d{7}\*|"
    r"\d{1,3}/\d{1,3}(?:\s+\d{2}-\d{5})?|\d{2}-\d{5}\s+\d{1,3}/\d{1,3}|"  # page 3 of 14
    r"(?:[Pp]age|[Pp]ágina|Стр\.?|第)\s?\d{1,3}\s?页?|[-–—]\s?\d{1,3}\s?[-–—]|"
    r"Please recycle.*|[_‗]{4,}|[-–—=*]{4,}|\f"
)
_RULE = regex.compile(r"[_‗]{4,}")  # it parts a page's text from its notes
_SYMBOL = regex.compile(r"(?:A|E|S|CEDAW|CAT|UNEP|TD|DP|ID)(?:/[A-Za-z0-9.()\-]+)+\*?")
_LINES = regex.compile(r"\r\n?|\u2028|\u0085")
_ENACTING = frozenset(
    line.casefold() for language in LANGUAGES.values() for line in language.enacting.values()
)
_COMMA = regex.compile(r"[,،，]\**$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file, without the spaces around it."""

    text: str
    apart: bool = False  # an empty line or page furniture stands before it
    broken: bool = False  # page furniture stands before it
    noted: bool = False  # it stands below the rule, where a page has its notes
    indent: int = 0


def lines(text: str) -> Iterator[Line]:
    """Give the lines of a text, without the empty ones and without what stands on every page."""
    apart, broken, noted, below, seen = True, False, False, False, set[str]()
    unified = _LINES.sub("\n", text.removeprefix("\ufeff")).replace("\f", "\n\f\n")
    for each in unified.split("\n"):
        line = regex.sub(r"[ \t\v]+", " ", each).strip(" \u3000")
        if not line:
            apart = True
            continue
        if is_furniture(line) or _running(line, seen, below):
            apart = broken = True
            noted = _RULE.fullmatch(line) is not None
            continue
        if len(seen) < 3:  # the masthead's symbol comes again at the head of each page
            seen.update(found.rstrip("*.") for found in _SYMBOL.findall(line) if found != line)
        yield Line(line, apart, broken, noted, len(each) - len(each.lstrip()))
        apart, broken = False, False
        below = below or is_enacting(line)


def furniture(text: str) -> Iterator[str]:
    """Give the lines that are no part of the text, without the mark that says so."""
    for line in map(str.strip, text.splitlines()):
        if is_furniture(line):
            yield line.removeprefix("[job number] ")


def is_furniture(line: str) -> bool:
    """Whether a line is no part of the document: a page's number, a job number, a rule."""
    return _FURNITURE.fullmatch(line) is not None


def is_symbol(line: str) -> bool:
    """Whether a line is a symbol and nothing else."""
    return _SYMBOL.fullmatch(line) is not None


def is_enacting(line: str) -> bool:
    """Whether a line is the enacting line of an organ that we know; without its comma it names the organ."""
    return folded(line) in _ENACTING and _COMMA.search(line) is not None


def folded(line: str) -> str:
    """Give a line without its capitals, its asterisks and the comma at its end.

    >>> folded("*The General Assembly*,")
    'the general assembly'
    """
    return line.strip("*, ،，").replace("'", "’").casefold()


def _running(line: str, seen: set[str], below: bool) -> bool:
    """Whether a line is the symbol at the head of a page; the first one is the masthead's."""
    if not is_symbol(line):
        return False
    bare = line.rstrip("*.")
    known = bare in seen or (below and "/L." in line and not line.endswith("."))
    seen.add(bare)
    return known
