"""What a draft is made of and in which order: E01, E02, E07, E27, E35."""

from collections.abc import Iterator

import regex

from drafting.checks.expressions import TEXT, Expression
from drafting.checks.paragraph import NOTE, Finding, Paragraph
from drafting.messages import Message
from drafting.outline import Kind

_COMMA = {"zh": "，", "ar": "،"}
_ITALIC = ("en", "fr", "es", "ru")  # the languages whose organ and openings are printed in italics
_NUMBERED = regex.compile(r"\d{1,3}\.[ \u00a0](?=\D)")
_VERSION = regex.compile(r"(?:\d+ )?(?:alt|bis|ter|quater)\b[.:]?(?! \p{Ll}{3})", regex.IGNORECASE)
_BRACKETS = Expression(
    "E35",
    "en fr es ru zh ar",
    r"\[(?!sic\]|\p{L}\]|…\]|\.\.\.\])[^\[\]]*\]?",
    says=Message("“{words}”: brackets are cleared before the draft is issued."),
    kinds=TEXT,
)


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give what is out of its place."""
    yield from _BRACKETS.found(paragraph)
    letters, kind = paragraph.letters, paragraph.kind
    if kind is Kind.ENACTING:
        yield from _enacting(paragraph)
    elif kind is Kind.TITLE:
        yield from _title(paragraph)
    elif kind is Kind.PREAMBULAR and _after_operative(paragraph):
        said = Message("A preambular paragraph stands after an operative one; the preamble comes first.")
        yield paragraph.finding("E01", 0, paragraph.opening, said)
    if kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        if typed := _NUMBERED.match(letters):
            said = Message("“{words}”: numbers are counted, not typed.", words=typed.group().strip())
            yield paragraph.finding("E07", 0, typed.end(), said, [(0, typed.end(), "")])
        elif version := _VERSION.match(letters):
            said = Message("“{words}”: one version is left when the draft is issued.", words=version.group())
            yield paragraph.finding("E35", 0, version.end(), said)


def _after_operative(paragraph: Paragraph) -> bool:
    """Whether it stands right after the operative part; sections and parts may each have a preamble."""
    before = paragraph.before
    while before and before.kind is Kind.SUBPARAGRAPH:
        before = before.before
    return before is not None and before.kind is Kind.OPERATIVE


def _enacting(paragraph: Paragraph) -> Iterator[Finding]:
    letters = paragraph.letters
    bare = letters.rstrip(" \u00a0,，،:：;.")
    mark = letters[len(bare) :].strip()
    has_preamble = paragraph.after is not None and paragraph.after.kind is Kind.PREAMBULAR
    if has_preamble and mark not in (",", "，", "،"):
        said = Message("The organ’s name is followed by a comma.")
        comma = _COMMA.get(paragraph.language, ",")
        yield paragraph.finding("E02", 0, len(letters), said, [(len(bare), len(letters), comma)])


def _title(paragraph: Paragraph) -> Iterator[Finding]:
    letters = paragraph.letters.rstrip(NOTE)
    if letters.endswith((".", "。")) and not letters.endswith(("..", " etc.")):
        said = Message("A title has no full stop.")
        yield paragraph.finding(
            "E27", len(letters) - 1, len(letters), said, [(len(letters) - 1, len(letters), "")]
        )
    words = regex.findall(r"\p{L}{2,}", letters)
    if len(words) > 2 and letters.isupper():
        said = Message("A title is not set in capitals: only its first letter and names have one.")
        yield paragraph.finding("E27", 0, len(letters), said)
