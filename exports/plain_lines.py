"""From the lines of a text file to its paragraphs: page furniture goes, wrapped lines are joined."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from drafting.languages import LANGUAGES
from drafting.opening_words import kinds
from drafting.reading_marks import typed_label, typed_letter, typed_number

_FURNITURE = regex.compile(
    r"\[job number\].*|"
    r"\*?\d{2}-\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,3}|"  # job number
    r"(?:\d{6}\s+){1,2}\d{2}-\d{5}\*?\s*\([A-Z]\)|"
    r"GE\.\d\d-\d{5}.*|V\.\d\d-\d{5}.*|\*\d{7}\*|"
    r"\d{1,3}/\d{1,3}(?:\s+\d{2}-\d{5})?|\d{2}-\d{5}\s+\d{1,3}/\d{1,3}|"  # page 3 of 14
    r"(?:[Pp]age|[Pp]ágina|Стр\.?|第)\s?\d{1,3}\s?页?|[-–—]\s?\d{1,3}\s?[-–—]|"
    r"Please recycle.*|[_‗]{4,}|[-–—=*]{4,}"
)
_RULE = regex.compile(r"[_‗]{4,}")  # it parts a page's text from its notes
_FIGURE = regex.compile(r"(?P<figure>\d{1,3})\s+(?P<words>\p{L}.*)", regex.DOTALL)
_NOTE = regex.compile(
    r"(?:\[fn\]\s*)?\[\^(?P<own>[^\]\s]+)\]:\s*(?P<a>.*)|"
    r"\[fn\]\s*(?P<fn>\*+|[⁰¹²³⁴-⁹]+|\d{1,3}|[a-z])[.)]?\s*(?P<b>.*)|"
    r"(?P<raised>[⁰¹²³⁴-⁹]+)\s*(?P<c>.*)|"
    r"(?P<star>\*{1,3})\s+(?P<d>\p{L}.*)",
    regex.DOTALL,
)
_SYMBOL = regex.compile(r"(?:A|E|S|CEDAW|CAT|UNEP|TD|DP|ID)(?:/[A-Za-z0-9.()\-]+)+\*?")
_MARK = regex.compile(r"\{[a-z][a-z 0-9*]*\}(?:\s|$)")
_ENDS = (",", ";", ":", ".", "،", "؛", "，", "；", "。", "：", ",*", ";*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_ALONE = regex.compile(r"[⁰¹²³⁴-⁹]+")
_ANY_ALONE = regex.compile(r"[⁰¹²³⁴-⁹]+|\d{1,3}")
_WRAPPED = 45  # a line is not the end of a wrapped paragraph unless it is this long


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text file as it was typed; a note's comes without its mark."""

    text: str
    note: str | None = None
    broken: bool = False  # page furniture or notes stand before it
    own: bool = False  # it has a mark of ours


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a text, without what stands on every page."""
    broken, ruled, seen = False, False, set[str]()
    for lines in _groups(text):
        for line in _joined(lines):
            if _FURNITURE.fullmatch(line) or _running(line, seen):
                broken = True
                ruled = _RULE.fullmatch(line) is not None
                continue
            if len(seen) < 3:  # the masthead's symbol comes again at the head of each page
                seen.update(each.rstrip("*.") for each in _SYMBOL.findall(line) if each != line)
            if _MARK.match(line):
                yield Paragraph(line, own=True)
                broken = False
                continue
            note = _NOTE.fullmatch(line)
            if note:
                yield Paragraph(_words(note), _named(note))
                broken = True
                continue
            figure = _FIGURE.fullmatch(line) if ruled else None
            if figure:
                yield Paragraph(figure["words"], figure["figure"])
                broken = True
                continue
            yield Paragraph(line, broken=broken)
            broken = False


def note_number(mark: str) -> str:
    """Give the number that raised figures show.

    >>> note_number("¹²")
    '12'
    """
    return mark.translate(_RAISED)


def _groups(text: str) -> Iterator[list[str]]:
    """Give the stretches of lines between empty ones; a form feed ends a page, and so a stretch."""
    unified = regex.sub(r"\r\n?|\u2028|\u0085", "\n", text.removeprefix("\ufeff")).replace("\f", "\n\n")
    group: list[str] = []
    for line in unified.split("\n"):
        line = regex.sub(r"[ \t\v]+", " ", line).strip(" \u3000")
        if line:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _joined(lines: list[str]) -> Iterator[str]:
    """Join the lines of a wrapped paragraph; what begins a paragraph of its own stays apart."""
    width = max(map(len, lines))
    done = lines[0]
    last = lines[0]
    figures = _ANY_ALONE if any(map(_RULE.fullmatch, lines)) else _RAISED_ALONE
    for line in lines[1:]:
        if _begins(line) or not (_is_wrapped(last, line, width) or figures.fullmatch(last)):
            yield done
            done = line
        else:
            close = done.endswith(("-", "‑")) or max(done[-1], line[0]) >= "\u3000"
            done += line if close else f" {line}"
        last = line
    yield done


def _is_wrapped(last: str, line: str, width: int) -> bool:
    """Whether a paragraph goes on after a line: it was broken for want of room, not ended."""
    if width > 200 or _SYMBOL.fullmatch(line) or _is_line(last) or _is_line(line):
        return False
    full = len(last) >= _WRAPPED and len(last) + len(line.split(" ")[0]) + 1 > width * 0.85
    if last.endswith(_ENDS):
        return full and not _opens(line)
    return full or line[:1].islower()


def _opens(line: str) -> bool:
    bare = line.lstrip("*")
    return any(kinds(bare, code) for code in LANGUAGES)


def _begins(line: str) -> bool:
    """Whether a line begins a paragraph, whatever stands before it."""
    if _NOTE.fullmatch(line) or _FURNITURE.fullmatch(line) or _MARK.match(line) or typed_label(line):
        return True
    number = typed_number(line)
    if number and number[1] and line[number[2] : number[2] + 1] not in ("", *"0123456789"):
        return True
    letter = typed_letter(line)
    return (letter is not None and line[:1] != letter[0][:1]) or (letter is not None and ")" in line[:5])


def _is_line(line: str) -> bool:
    """Whether a line is one of those that stand alone: the masthead's, the enacting line."""
    bare = line.strip("*, ،，").replace("'", "’").casefold()
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
    )
)


def _running(line: str, seen: set[str]) -> bool:
    """Whether a line is the symbol at the head of a page; the first one is the masthead's."""
    if not _SYMBOL.fullmatch(line):
        return False
    bare = line.rstrip("*")
    known = bare in seen
    seen.add(bare)
    return known


def _words(note: regex.Match[str]) -> str:
    return next(note[name] for name in ("a", "b", "c", "d") if note[name] is not None).strip()


def _named(note: regex.Match[str]) -> str:
    mark: str = note["own"] or note["fn"] or note["raised"] or note["star"]
    return mark if note["own"] else note_number(mark)
