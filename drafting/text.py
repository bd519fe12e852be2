"""A paragraph's words as a value: letters, italics, links and references to notes.

A text is a tuple of words. It is written in a small markup: ``*italics*``, ``[words](address)``,
``[^id]`` for a reference to a note; a backslash makes the next sign an ordinary one. A pilcrow that an
amendment puts into a paragraph divides it: what follows becomes a paragraph of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

import regex

from drafting import tokens


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it is printed: its letters, the space before it, and its marks."""

    text: str
    glue: str = ""
    italic: bool = False
    link: str | None = None
    note: str | None = None  # the id of the note that stands here; such a word has no letters
    # What the word is compared by: its letters without marks, or the note it refers to.
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = tokens.key(self.text) if self.note is None else f"[^{self.note}]"
        object.__setattr__(self, "key", key)

    def __hash__(self) -> int:
        """Words are kept and counted by the thousand: a string knows its own hash."""
        return hash(self.key)


Text: TypeAlias = tuple[Word, ...]
PILCROW = "¶"
_LONG = 60  # letters of a stretch that no text says twice

_LINK = r"\[(?=(?:\\.|[^\[\]\\])*\]\([^()\s]*\))"
_MARKUP = regex.compile(
    rf"\\(?P<plain>.) | (?P<italic>\*) | \[\^(?P<note>[^\]\s]+)\] | (?P<link>{_LINK}) |"
    r" \]\((?P<href>[^()\s]*)\)",
    regex.VERBOSE | regex.DOTALL,
)
_SIGNS = regex.compile(rf"[\\*]|\[(?=\^)|{_LINK}|\](?=\()")
_BRACKETS = regex.compile(r"[\\*\[\]^]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the same marks throughout, for whoever prints it."""

    text: str
    italic: bool = False
    link: str | None = None
    note: str | None = None


def build(stretches: Iterable[Piece]) -> Text:
    """Make a text of stretches that differ in their marks; a change of marks ends a word.

    >>> plain(build([Piece("Recalling", italic=True), Piece(" its resolution,")]))
    'Recalling its resolution,'
    """
    words: list[Word] = []
    glue = ""
    for piece in _joined(stretches):
        if piece.note is not None:
            words.append(Word("", glue if words else "", note=piece.note))
            glue = ""
            continue
        content = tokens.clean(piece.text)
        came = len(words)
        for chunk in tokens.chunks(content):
            words += _words(chunk, piece.italic, piece.link)
        if came < len(words):
            first = words[came]
            words[came] = replace(first, glue=(glue or first.glue) if came else "")
            glue = ""
        glue = tokens.glue(content[len(content.rstrip()) :]) or glue
    return tuple(words)


def _words(chunk: str, italic: bool, link: str | None) -> Text:
    """Give the words of a chunk; a draft says the same ones again and again."""
    return _known(chunk, italic, link) if len(chunk) < _LONG else _known.__wrapped__(chunk, italic, link)


@lru_cache(maxsize=50_000)
def _known(chunk: str, italic: bool, link: str | None) -> Text:
    return tuple(Word(letters, space, italic, link) for space, letters in tokens.split(chunk))


def pieces(text: Sequence[Word]) -> list[Piece]:
    """Give the stretches of a text that have the same marks; a space has the marks that both sides share.

    >>> [piece.text for piece in pieces(parse("*Recalling also* its [64/293](#) of 2010,[^1]"))]
    ['Recalling also', ' its ', '64/293', ' of 2010,', '']
    """
    stretches: list[Piece] = []
    run: list[str] = []
    italic, link = False, None  # the marks of the run
    before: tuple[bool, str | None] | None = None  # those of the word before, where they are others

    def end(italic: bool, link: str | None) -> None:
        if said := "".join(run):
            stretches.append(Piece(said, italic, link))
        run.clear()

    for word in text:
        if before is None and word.italic is italic and word.link == link and word.note is None:
            run.append(word.glue + word.text)
            continue
        if word.glue:
            was_italic, was_link = before or (italic, link)
            both, shared = word.italic and was_italic, word.link if word.link == was_link else None
            if both is not italic or shared != link:
                end(italic, link)
                italic, link = both, shared
            run.append(word.glue)
        before = None
        if word.note is not None:
            end(italic, link)
            stretches.append(Piece(word.text, word.italic, word.link, word.note))
        elif word.text:
            if word.italic is not italic or word.link != link:
                end(italic, link)
                italic, link = word.italic, word.link
            run.append(word.text)
        if word.italic is not italic or word.link != link:
            before = word.italic, word.link
    end(italic, link)
    return stretches


def _joined(stretches: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    filled = (piece for piece in stretches if piece.text or piece.note is not None)
    for (italic, link, note), run in groupby(
        filled, key=lambda piece: (piece.italic, piece.link, piece.note)
    ):
        if note is not None:
            joined.extend(run)
        else:
            joined.append(Piece("".join(piece.text for piece in run), italic, link))
    return joined


def parse(markup: str) -> Text:
    """Read a text from its markup.

    >>> [word.note or word.text for word in parse("*Recalling* the Agenda,[^1]")]
    ['Recalling', 'the', 'Agenda', ',', '1']
    """
    found: list[Piece] = []
    italic, link_start, position, run = False, -1, 0, ""
    for match in _MARKUP.finditer(markup):
        run += markup[position : match.start()]
        position = match.end()
        if match["plain"] is not None:
            run += match["plain"]
            continue
        if match["href"] is not None and link_start < 0:  # a closing sign without its opening one is text
            run += match.group()
            continue
        found.append(Piece(run, italic))
        run = ""
        if match["italic"] is not None:
            italic = not italic
        elif match["note"] is not None:
            found.append(Piece("", note=match["note"]))
        elif match["link"] is not None:
            link_start = len(found)
        else:
            found[link_start:] = [replace(piece, link=match["href"]) for piece in found[link_start:]]
            link_start = -1
    found.append(Piece(run + markup[position:], italic))
    return build(found)


def markup(text: Sequence[Word]) -> str:
    """Write a text in its markup, so that ``parse`` gives it back.

    >>> markup(parse("*Decides* that [64/293](#) stands [as appropriate];[^2]"))
    '*Decides* that [64/293](#) stands [as appropriate];[^2]'
    """
    written = []
    for piece in pieces(text):
        if piece.note is not None:
            written.append(f"[^{piece.note}]")
            continue
        signs = _BRACKETS if piece.link is not None else _SIGNS
        content = signs.sub(lambda match: "\\" + match.group(), piece.text)
        content = f"*{content}*" if piece.italic else content
        written.append(f"[{content}]({piece.link})" if piece.link is not None else content)
    return "".join(written)


def plain(text: Sequence[Word]) -> str:
    """Give the letters alone, without marks and without references to notes."""
    return "".join(word.glue + word.text for word in text if word.note is None).strip()


def notes(text: Iterable[Word]) -> list[str]:
    """Give the ids of the notes that a text refers to, in its order."""
    return [word.note for word in text if word.note is not None]


def bare(text: Text) -> Text:
    """Give words without the space before them."""
    return (replace(text[0], glue=""), *text[1:]) if text and text[0].glue else text


def divides(text: Iterable[Word]) -> bool:
    """Whether words that are put into a paragraph divide it."""
    return any(word.text == PILCROW for word in text)


def divided(text: Text) -> list[Text]:
    """Give the paragraphs into which pilcrows divide a text.

    >>> [plain(part) for part in divided(parse("Calls upon all States; ¶ Requests a report;"))]
    ['Calls upon all States;', 'Requests a report;']
    """
    parts: list[list[Word]] = [[]]
    for word in text:
        if word.text == PILCROW:
            parts.append([])
        else:
            parts[-1].append(word)
    first, *others = (tuple(part) for part in parts)
    return [first, *(bare(part) for part in others)]


def undivided(parts: Iterable[Text]) -> Text:
    """Give one text of several paragraphs, with pilcrows between those that have words.

    >>> markup(undivided([parse("Calls upon all States;"), (), parse("Requests a report;")]))
    'Calls upon all States; ¶ Requests a report;'
    """
    first, *others = [part for part in parts if part] or [()]
    words = list(first)
    for part in others:
        words += (Word(PILCROW, " "), replace(part[0], glue=" "), *part[1:])
    return tuple(words)
