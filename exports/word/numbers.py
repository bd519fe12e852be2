"""Word's own numbering of paragraphs, made so that it prints what the draft's language prints."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from drafting.languages import LANGUAGES
from drafting.lettering import letters, roman
from drafting.ordinals import han
from exports.word.package import attribute
from exports.word.styles import DEPTH, FIRST_LINE, left

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"  # the order in which Arabic counts
ALIF_BA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"  # and the order of its alphabet

# How Word counts, by the name that its files have for it.
COUNTS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letters,
    "lowerRoman": roman,
    "upperLetter": lambda step: letters(step).upper(),
    "upperRoman": lambda step: roman(step).upper(),
    "arabicAbjad": lambda step: ABJAD[(step - 1) % 28] * ((step - 1) // 28 + 1),
    "arabicAlpha": lambda step: ALIF_BA[(step - 1) % 28] * ((step - 1) // 28 + 1),
    "chineseCounting": han,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of numbering: how it counts, and the signs around its number."""

    count: str
    before: str
    after: str

    def print(self, step: int) -> str:
        """Give a number of this level as it is printed."""
        return f"{self.before}{COUNTS[self.count](step)}{self.after}"


@cache
def level(language: str, depth: int) -> Level | None:
    """Find how Word can count as a language prints, or nothing where it cannot.

    Depth 0 are the operative paragraphs, 1 and more their sub-paragraphs.
    """
    spoken = LANGUAGES[language]
    if spoken.rtl:  # Word and LibreOffice put a counted number on different sides of its place
        return None
    printed = [spoken.letter(step, depth) if depth else spoken.numeral(step) for step in range(1, 13)]
    for name, count in COUNTS.items():
        before, found, after = printed[1].partition(count(2))
        tried = Level(name, before, after)
        if found and all(tried.print(step) == print for step, print in enumerate(printed, 1)):
            return tried
    return None


class Lists:
    """The lists of one document: one of its operative paragraphs, and one wherever letters begin anew."""

    def __init__(self, language: str) -> None:
        self._levels = [level(language, depth) for depth in range(DEPTH + 1)]
        self._count = 1

    def counts(self, depth: int) -> bool:
        """Whether Word can count this level as the language prints it."""
        return self._levels[depth] is not None

    def begin(self) -> int:
        """Begin a new list and give its id; 1 is the list of the operative paragraphs."""
        self._count += 1
        return self._count

    def xml(self) -> str:
        """Give the lists, the content of ``word/numbering.xml``."""
        levels = "".join(_level(depth, each) for depth, each in enumerate(self._levels) if each is not None)
        lists = range(1, self._count + 1)
        kind = '<w:multiLevelType w:val="multilevel"/>'
        return "".join(
            f'<w:abstractNum w:abstractNumId="{id}">{kind}{levels}</w:abstractNum>' for id in lists
        ) + "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in lists)


def numbered(list_id: int, depth: int) -> str:
    """Give the property that makes a paragraph one of a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _level(depth: int, level: Level) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.count}"/>'
        f'<w:lvlText w:val={attribute(f"{level.before}%{depth + 1}{level.after}")}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left(depth) + 2 * FIRST_LINE}"/></w:tabs>'
        f'<w:ind w:left="{left(depth)}" w:firstLine="{FIRST_LINE}"/></w:pPr></w:lvl>'
    )
