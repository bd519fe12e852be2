"""How numbers are written: E22."""

from collections.abc import Iterator

import regex

from drafting.checks.expressions import Expression
from drafting.checks.paragraph import BODY, Finding, Paragraph

_WORDS = "_ one two three four five six seven eight nine".split()
_FIGURES = {"ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30"}
_COUNTED = r"(?:Member States|States|countries|Governments|experts|meetings|resolutions|delegations)\b"
# A number that names something is no quantity: No. 39574, A/71/53, paragraph 12345.
_NO_YEAR = r"(?<!\b\d{1,2}(?:er)? (?:de )?\p{L}+ (?:de )?)"
_NO_NAME = r"(?<![\d/.,\p{L}–-]|\b(?:[Nn]os?\.|[Nn]úms?\.|n[ºo°]|№) ?)"
_BARE = _NO_YEAR + _NO_NAME + r"\d{5,}(?![\d/.,\p{L}–-]*[\d/\p{L}-])"


def _parted(sign: str, digits: str) -> str:
    return f"{int(digits):,}".replace(",", sign)


_EXPRESSIONS = (
    Expression("E22", "en", _BARE, lambda match: _parted(",", match.group()), kinds=BODY),
    Expression(
        "E22",
        "en",
        r"(?<![\d/.,\p{L}-])\d{1,3}(?:\u00a0\d{3})+(?![\d/.,]*\d)",
        lambda match: match.group().replace("\u00a0", ","),
        kinds=BODY,
    ),
    Expression("E22", "fr es ru", _BARE, lambda match: _parted("\u00a0", match.group()), kinds=BODY),
    Expression(
        "E22",
        "fr es",
        r"(?<![\d/.,\p{L}-])\d{1,3}(?:\.\d{3})+(?![\d/.,]*\d)",
        lambda match: match.group().replace(".", "\u00a0"),
        kinds=BODY,
    ),
    Expression("E22", "en", r"(?<![\w/–-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/–-])", r"\1–\2"),
    Expression(
        "E22", "en", rf"(?<![\w/.,–-]|[\d)] )[2-9](?= {_COUNTED})", lambda match: _WORDS[int(match.group())]
    ),
    Expression(
        "E22", "en", rf"\b(?:{'|'.join(_FIGURES)})(?= {_COUNTED})", lambda match: _FIGURES[match.group()]
    ),
)
_LARGE = regex.compile(r"\b[1-9]\d+ (?:of |other )?(?:\p{L}+ )?" + _COUNTED)


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give the numbers that are written otherwise; small ones beside large ones may stand in figures."""
    for expression in _EXPRESSIONS:
        for each in expression.found(paragraph):
            if len(each.words) == 1 and _LARGE.search(paragraph.letters):
                continue
            yield each
