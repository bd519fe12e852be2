"""From the lines of a text file to its paragraphs: what was broken for want of room is joined."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from drafting.languages import LANGUAGES
from drafting.opening_words import kinds
from drafting.reading_language import detect
from drafting.reading_marks import typed_label, typed_letter, typed_number
from drafting.reading_sponsors import begins_sponsors, ends_sponsors
from exports.plain_pages import Line, folded, is_enacting, is_symbol, lines

_NOTE = regex.compile(
    r"(?:\[fn\]\s*)?\[\^(?P<own>[^\]\s]+)\]:\s*(?P<a>.*)|"
    r"\[fn\]\s*(?P<fn>\*+|[⁰¹²³⁴-⁹]+|\d{1,3}|[a-z])[.)]?\s*(?P<b>.*)|"
    r"(?P<raised>[⁰¹²³⁴-⁹]+)\s*(?P<c>.*)|"
    r"(?P<star>\*{1,3})\s+(?P<d>\p{L}.*)",
    regex.DOTALL,
)
_FIGURE = regex.compile(r"(?P<figure>\d{1,3})(?:\s+(?P<words>[\p{L}“«\"‘(].*))?", regex.DOTALL)
_ALONE = regex.compile(r"[⁰¹²³⁴-⁹]+")
_MARK = regex.compile(r"\{[a-z][a-z 0-9*]*\}(?:\s|$)")
_ENDED = regex.compile(
    r"[,;:.،؛，；。：!?؟][”’»\"')\]*]*(?:\s?(?:[⁰¹²³⁴-⁹]+|\[\^[^\]\s]+\]|\d{1,3}(?:,\d{1,3})*))*$"
)
_WIDE = regex.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LONG = 45  # a line shorter than this was not broken for want of room
_WIDEST = 130  # and none of a text with lines wider than this


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text file as it was typed; a note's comes without its mark."""

    text: str
    note: str | None = None
    broken: bool = False  # page furniture or notes stand before it
    own: bool = False  # it has a mark of ours


def paragraphs(text: str, language: str | None = None) -> Iterator[Paragraph]:
    """Give the paragraphs of a text, without what stands on every page."""
    every = list(lines(text))
    language = language or detect(line.text for line in every)
    broken, figure = False, 0
    for first, words in _joined(every, language):
        broken = broken or first.broken
        note = _NOTE.fullmatch(words)
        numbered = _figure(first, words, figure) or _note_without_rule(words, figure, language)
        if _MARK.match(words):
            yield Paragraph(words, own=True)
        elif note:
            yield Paragraph(_words(note), _named(note))
        elif numbered and numbered["words"]:
            figure = int(numbered["figure"])
            yield Paragraph(numbered["words"], numbered["figure"])
        else:
            yield Paragraph(words, broken=broken)
        broken = note is not None or numbered is not None


def note_number(mark: str) -> str:
    """Give the number that raised figures show.

    >>> note_number("¹²")
    '12'
    """
    return mark.translate(_RAISED)


def _joined(every: list[Line], language: str) -> Iterator[tuple[Line, str]]:
    """Give each paragraph's first line, and its words."""
    column = _Column(every, language)
    first: Line | None = None
    done, last = "", Line("")
    for line in every:
        if first is not None and column.goes_on(done, last, line):
            close = done.endswith(("-", "‑")) or max(done[-1], line.text[0]) >= "\u3000"
            done += line.text if close else f" {line.text}"
        else:
            if first is not None:
                yield first, done
            first, done = line, line.text
        last = line
    if first is not None:
        yield first, done


@dataclass
class _Column:
    """The column that a text is set in, by which it is told why a line ended."""

    every: list[Line]
    language: str
    above: bool = True  # in the masthead
    figure: int = 0  # of the last note below a rule

    @cached_property
    def width(self) -> int:
        """How wide the column is, which a single line that is wider does not change."""
        long = sorted(_width(line.text) for line in self.every if _width(line.text) >= _LONG)
        return long[len(long) * 9 // 10] if long else 0

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines end for want of room: many a long one then goes on in small letters on the next."""
        pairs = [(one, other) for one, other in pairwise(self.every) if _width(one.text) >= _LONG]
        on = sum(
            1
            for one, other in pairs
            if not _ENDED.search(one.text) and not other.apart and not other.text[0].isupper()
        )
        return self.width <= _WIDEST and on * 3 > len(pairs)

    def goes_on(self, done: str, last: Line, line: Line) -> bool:
        """Whether the paragraph that ``last`` is the last line of goes on with a line."""
        self.above = self.above and not is_enacting(last.text)
        numbered = _figure(last, done, self.figure)
        if numbered:
            self.figure = int(numbered["figure"])
        if (numbered and not numbered["words"]) or (_ALONE.fullmatch(done) and not line.apart):
            return True
        if line.apart or self._begins(done, last, line):
            return False
        low = line.text[0].islower()
        if low and last.text.endswith(".") and (numbered or _NOTE.fullmatch(done)):
            return False  # a note is over, and the paragraph above it goes on
        if _ENDED.search(last.text):
            latin = self.language in ("en", "fr", "es")
            return self.wrapped and (self._full(last, line) or (low and latin)) and not self._opens(line.text)
        return low or self._full(last, line)

    def _begins(self, done: str, last: Line, line: Line) -> bool:
        """Whether a line begins a paragraph: by what stands at its beginning, or ends the one before."""
        words = line.text
        if _NOTE.fullmatch(words) or _MARK.match(words) or typed_label(words):
            return True
        if _figure(line, words, self.figure) or is_symbol(words) or _is_line(last.text) or _is_line(words):
            return True
        if self.above and (begins_sponsors(words, self.language) or ends_sponsors(done, self.language)):
            return True
        ended = _ENDED.search(last.text) is not None
        number, letter = typed_number(words), typed_letter(words)
        if ended and line.indent > last.indent + 1 and words[:1].isupper():
            return True
        if not ended and self._full(last, line) and not (number and number[1] and self._counts(words)):
            return False
        if number and number[1] and words[number[2] : number[2] + 1] not in ("", *"0123456789"):
            return True
        if ended and self._counts(words):
            return True
        return letter is not None and (words[0] != letter[0][0] or ")" in words[:5])

    def _counts(self, words: str) -> bool:
        number = typed_number(words)
        return number is not None and self._opens(words[number[2] :])

    def _full(self, last: Line, line: Line) -> bool:
        """Whether the next word had no room on the line before."""
        room = _width(last.text) + _width(line.text.split(" ")[0][:20]) + 1
        return self.wrapped and _width(last.text) >= _LONG and room > self.width * 0.85

    def _opens(self, words: str) -> bool:
        return bool(kinds(words.lstrip("*"), self.language))


def _width(words: str) -> int:
    return len(words) + len(_WIDE.findall(words))


def _figure(line: Line, words: str, before: int) -> "regex.Match[str] | None":
    """Read the figure of a note below the rule, which is the next one after that of the note before."""
    match = _FIGURE.fullmatch(words) if line.noted else None
    return match if match and (not before or int(match["figure"]) in (1, before + 1)) else None


def _note_without_rule(words: str, before: int, language: str) -> "regex.Match[str] | None":
    """Read a note whose figure is not raised and that no rule parts from the text."""
    match = _FIGURE.fullmatch(words)
    said = match["words"] if match else None
    whole = said is not None and said.endswith((".", "。")) and not kinds(said, language)
    return match if match and whole and int(match["figure"]) == before + 1 else None


def _is_line(line: str) -> bool:
    """Whether a line is one of those that stand alone: the masthead's, the enacting line."""
    bare = folded(line)
    return bare in _LINES or bare.startswith(("distr", "original:", "original :"))


_LINES = frozenset(
    name.casefold()
    for language in LANGUAGES.values()
    for name in (
        language.organization,
        language.own_name,
        language.english_name,
        *language.organs.values(),
        *language.enacting.values(),
        *language.committees,
        *language.commissions.values(),
    )
)


def _words(note: regex.Match[str]) -> str:
    return next(note[name] for name in ("a", "b", "c", "d") if note[name] is not None).strip()


def _named(note: regex.Match[str]) -> str:
    mark: str = note["own"] or note["fn"] or note["raised"] or note["star"]
    return mark if note["own"] else note_number(mark)
