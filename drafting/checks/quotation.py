"""Quotation marks, apostrophes and the spaces of French: E24, E29."""

from collections.abc import Iterator

import regex

from drafting.checks.expressions import ALL, Expression
from drafting.checks.paragraph import Edit, Finding, Paragraph
from drafting.messages import Message
from drafting.outline import Kind

# Opening and closing, with what stands within them.
_MARKS = {
    "en": ("“", "”"),
    "fr": ("«\u00a0", "\u00a0»"),
    "es": ("“", "”"),
    "ru": ("«", "»"),
    "zh": ("“", "”"),
    "ar": ("”", "“"),
}
_STRAIGHT = regex.compile(r'(?<!\d)"|(?<=\d)"(?=[\s,;.])')
_ANGLED = regex.compile(r"«[ \u00a0\u202f]?|[ \u00a0\u202f]?»")
_CURLED = regex.compile(r"“|”")
_APOSTROPHE = Expression(
    "E24", "en fr es", r"(?<=\p{L})'(?=\p{L}|s?(?![\p{L}']))", "’", kinds=ALL, quoted=True
)
_BROKEN = regex.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) (?=\S)")


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give the marks and spaces that are set otherwise in the draft's language."""
    yield from _quoted(paragraph)
    yield from _APOSTROPHE.found(paragraph)
    if paragraph.language == "fr":
        yield from _spaces(paragraph)


def _quoted(paragraph: Paragraph) -> Iterator[Finding]:
    """E24: the marks of the language, not straight ones nor another's."""
    letters, language = paragraph.letters, paragraph.language
    own = _MARKS[language]
    wrong = [_STRAIGHT]
    if language in ("en", "es") and not _CURLED.search(letters):
        wrong.append(_ANGLED)
    if language in ("fr", "ru") and "«" not in letters and paragraph.kind is not Kind.NOTE:
        wrong.append(_CURLED)
    for pattern in wrong:
        marks = list(pattern.finditer(letters))
        if not marks:
            continue
        edits: list[Edit] = [(*each.span(), own[at % 2]) for at, each in enumerate(marks)]
        said = Message("Quotation marks are {opening}…{closing}.", opening=own[0], closing=own[1])
        start, end = marks[0].start(), marks[-1].end()
        yield paragraph.finding("E24", start, end, said, edits if _paired(letters, marks, language) else None)


def _paired(letters: str, marks: list["regex.Match[str]"], language: str) -> bool:
    """Whether the marks open before words and close behind them, turn by turn."""
    if language == "zh":  # which has no spaces to tell by
        return len(marks) % 2 == 0
    for at, mark in enumerate(marks):
        before, after = letters[: mark.start()][-1:], letters[mark.end() :][:1]
        if at % 2 and (before.isspace() or after.isalnum()):
            return False
        if not at % 2 and (before.isalnum() or after.isspace() or not after):
            return False
    return len(marks) % 2 == 0


def _spaces(paragraph: Paragraph) -> Iterator[Finding]:
    """E29: a no-break space before : ; ? ! » and after «, in a draft that has them at all."""
    broken = list(_BROKEN.finditer(paragraph.letters))
    every = sum(len(_BROKEN.findall(each.letters)) for each in paragraph.sheet.paragraphs)
    if broken and paragraph.sheet.kept_spaces >= every:
        said = Message("A no-break space stands before : ; ? ! » and after «.")
        edits: list[Edit] = [(*each.span(), "\u00a0") for each in broken]
        yield paragraph.finding("E29", broken[0].start(), broken[-1].end() + 1, said, edits)
