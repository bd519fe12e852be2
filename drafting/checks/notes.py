"""Notes and the references to them: E05 for where a reference stands, E18 for what a note says."""

from collections.abc import Iterator

import regex

from drafting.checks.paragraph import BODY, NOTE, Finding, Paragraph, slanted
from drafting.messages import Message
from drafting.outline import Kind

_BEFORE_MARK = regex.compile(rf"({NOTE}+)([,;.])(?!\p{{L}})")
_NAMED = regex.compile(r"Treaty Series|Recueil des Traités|Official Records of the [^,]+")
_STOP = {"zh": "。"}


def found(paragraph: Paragraph) -> Iterator[Finding]:
    """Give what is wrong with a note, or with where it is referred to."""
    if paragraph.kind is Kind.NOTE:
        yield from _note(paragraph)
    elif paragraph.kind in BODY and paragraph.language == "en":
        for match in _BEFORE_MARK.finditer(paragraph.letters):
            said = Message("The reference to a note stands behind the mark: “{words}”.", words=match[2])
            start, end = match.span()
            edits = [(start, start, match[2]), (end - 1, end, "")]
            yield paragraph.finding("E05", start, end, said, edits)


def _note(paragraph: Paragraph) -> Iterator[Finding]:
    letters = paragraph.letters
    if letters[-1:] not in (".", "。", "…") and not letters.rstrip("”»“)").endswith((".", "。")):
        said = Message("A note ends with a full stop.")
        at = len(letters)
        stop = _STOP.get(paragraph.language, ".")
        start = letters.rfind(" ") + 1
        replaced = at - 1 if letters[-1] in ",;" else at
        yield paragraph.finding("E18", start, at, said, [(replaced, at, stop)])
    same = [each for each in paragraph.sheet.of(Kind.NOTE) if each.letters == letters]
    if same[0] is not paragraph and not regex.match(r"Ibid|Там же|同上|المرجع نفسه", letters):
        said = Message("{place} says the same; one note may be referred to again.", place=same[0].place.label)
        yield paragraph.finding("E18", 0, len(letters), said)
    slants = any(each.italics for each in paragraph.sheet.of(Kind.NOTE))
    for match in _NAMED.finditer(letters) if slants and paragraph.language in ("en", "fr") else ():
        if not any(start < match.end() and match.start() < end for start, end in paragraph.italics):
            said = Message("The title “{words}” is in italics.", words=match.group())
            fix = slanted(paragraph.text, *match.span(), True)
            yield paragraph.finding("E18", *match.span(), said, fix=fix)
