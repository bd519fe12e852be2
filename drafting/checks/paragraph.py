"""A paragraph as the checks look at it, what they find in it, and the words that put it right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import regex

from drafting import opening_words
from drafting.messages import Message
from drafting.numbering import Place, number
from drafting.outline import Kind, Outline
from drafting.text import Piece, Text, build, pieces

NOTE = "\ufffc"  # stands for a reference to a note among the letters of a paragraph
BODY = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
Edit: TypeAlias = tuple[int, int, str]  # letters from … to …, and what stands there instead
_KEPT = regex.compile(r"[\u00a0\u202f][:;?!]")
_QUOTED = regex.compile(r"“[^”]*”?|«[^»]*»?|„[^“”]*[“”]?|”[^“”]*“|\"[^\"]*\"?")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule of UN_FORMAT.md has against some words of a paragraph, and the paragraph put right.

    ``start`` and ``end`` count the letters of the paragraph, a reference to a note as one. There is a
    ``fix`` where it is safe: it changes the words concerned and no others.
    """

    rule: str
    provision: str
    place: str
    start: int
    end: int
    words: str
    message: Message
    fix: Text | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with those around it."""

    sheet: "Sheet"
    at: int
    place: Place

    @cached_property
    def _stretches(self) -> list[Piece]:
        return pieces(self.text)

    @cached_property
    def letters(self) -> str:
        """Its letters, with one sign for each reference to a note."""
        return "".join(NOTE if piece.note is not None else piece.text for piece in self._stretches)

    @cached_property
    def text(self) -> Text:
        """Its words."""
        return self.place.provision.text

    @cached_property
    def kind(self) -> Kind:
        """What part of the draft it is."""
        return self.place.provision.kind

    @cached_property
    def language(self) -> str:
        """The language of the draft."""
        return self.sheet.outline.masthead.language

    @property
    def before(self) -> "Paragraph | None":
        """The paragraph before it."""
        return self.sheet.paragraphs[self.at - 1] if self.at else None

    @property
    def after(self) -> "Paragraph | None":
        """The paragraph after it; the notes come last and follow nothing."""
        following = self.sheet.paragraphs[self.at + 1 :][:1]
        return following[0] if following and following[0].kind is not Kind.NOTE else None

    @cached_property
    def siblings(self) -> list["Paragraph"]:
        """The sub-paragraphs that stand side by side with it, itself among them."""
        path = self.place.path
        return [
            each
            for each in self.sheet.paragraphs
            if each.kind is self.kind and each.place.parent is self.place.parent
            and len(each.place.path) == len(path) and each.place.path[:-1] == path[:-1]
        ]  # fmt: skip

    @cached_property
    def opening(self) -> int:
        """How many of its letters open it, as the tables of opening words know."""
        return opening_words.length(self.letters, self.language, self.kind) if self.letters else 0

    @cached_property
    def italics(self) -> list[tuple[int, int]]:
        """Where its italics begin and end."""
        spans, at = [], 0
        for piece in self._stretches:
            size = 1 if piece.note is not None else len(piece.text)
            if piece.italic and piece.note is None:
                spans.append((at, at + size))
            at += size
        return spans

    @cached_property
    def foreign(self) -> list[tuple[int, int]]:
        """Where other texts are quoted or named, whose spelling is theirs: in quotation marks, in italics."""
        named = [span for span in self.italics if span[0] > 0]
        return [match.span() for match in _QUOTED.finditer(self.letters)] + named

    def own(self, start: int, end: int) -> bool:
        """Whether some letters are the draft's own words, not quoted ones."""
        return not any(first < end and start < last for first, last in self.foreign)

    def finding(
        self,
        rule: str,
        start: int,
        end: int,
        message: Message,
        edits: Sequence[Edit] | None = None,
        fix: Text | None = None,
    ) -> Finding:
        """Say that a rule has something against some letters; what puts them right are edits, or a text."""
        if edits:
            fix = rewritten(self.text, edits)
        words = self.letters[start:end].replace(NOTE, "")
        return Finding(rule, self.place.provision.id, self.place.label, start, end, words, message, fix)


@dataclass(frozen=True)
class Sheet:
    """A draft as the checks look at it."""

    outline: Outline

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs, in order."""
        return [Paragraph(self, at, place) for at, place in enumerate(number(self.outline))]

    @cached_property
    def kept_spaces(self) -> int:
        """How many no-break spaces a French draft has before its high marks: some files have lost them."""
        return sum(len(_KEPT.findall(each.letters)) for each in self.paragraphs)

    def of(self, *kinds: Kind) -> Iterator[Paragraph]:
        """Give the paragraphs of these kinds."""
        return (each for each in self.paragraphs if each.kind in kinds)


def rewritten(text: Text, edits: Sequence[Edit]) -> Text:
    """Give a text with some letters put for others; what is put has the marks of what it replaces.

    >>> from drafting.text import markup, parse
    >>> markup(rewritten(parse("*Recalls* the Agenda[^1],"), [(6, 7, "ing"), (18, 18, ","), (19, 20, "")]))
    '*Recalling* the Agenda,[^1]'
    """
    made: list[Piece] = []
    at = 0
    left = sorted(edits)
    for piece in pieces(text):
        size = 1 if piece.note is not None else len(piece.text)
        end = at + size
        if piece.note is not None:
            made.append(piece)
        else:
            words, done = "", at
            while left and (left[0][0] < end or left[0][0] == left[0][1] == end):
                start, last, new = left.pop(0)
                words += piece.text[done - at : max(start, at) - at] + new
                done = min(last, end)
                if last > end:  # the rest of what is replaced stands in the next stretch
                    left.insert(0, (end, last, ""))
                    break
            made.append(replace(piece, text=words + piece.text[done - at :]))
        at = end
    made += [Piece(new) for _, _, new in left]
    return build(made)


def slanted(text: Text, start: int, end: int, italic: bool) -> Text:
    """Give a text with some of its letters set in italics, or in roman.

    >>> from drafting.text import markup, parse
    >>> markup(slanted(parse("*Recalling the* Agenda,"), 9, 13, False))
    '*Recalling* the Agenda,'
    """
    made: list[Piece] = []
    at = 0
    for piece in pieces(text):
        if piece.note is not None:
            made.append(piece)
            at += 1
            continue
        size = len(piece.text)
        first, last = (min(max(edge - at, 0), size) for edge in (start, end))
        cut = (piece.text[:first], piece.text[first:last], piece.text[last:])
        made += [replace(piece, text=words) for words in (cut[0],) if words]
        made += [replace(piece, text=words, italic=italic) for words in (cut[1],) if words]
        made += [replace(piece, text=words) for words in (cut[2],) if words]
        at += size
    return build(made)
