"""What a reader of one format hands over: the paragraphs of a file, with what the file knows of them."""

from dataclasses import dataclass

from drafting.messages import Message
from drafting.outline import Kind, Outline
from drafting.text import Piece, Text, build, pieces, plain


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a file, with what the file itself knows of it; page furniture is gone already."""

    text: Text
    number: str | None = None  # as the file counts it, "5." or "(a)"; a typed number is part of the text
    heading: bool = False  # bold, centred or in the style of a heading
    note: str | None = None  # of which note this is the text, by its id in references; "*" of the sponsors'
    kind: Kind | None = None  # where the file says for certain what it is; the text is then taken as it is
    level: int = 0  # with ``kind``: that of a sub-paragraph
    broken: bool = False  # a page ended before it

    @property
    def words(self) -> str:
        """The letters, with the number before them."""
        return f"{self.number} {plain(self.text)}" if self.number else plain(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it was read, with what its reader was not sure of or set aside."""

    outline: Outline
    remarks: tuple[Message, ...] = ()


def cut(text: Text, start: int) -> Text:
    """Give a text without its first ``start`` letters and spaces.

    >>> from drafting.text import markup, parse
    >>> markup(cut(parse("1. *Decides* to act;"), 3))
    '*Decides* to act;'
    """
    left: list[Piece] = []
    for piece in pieces(text):
        if piece.note is not None or len(piece.text) > start:
            left.append(Piece(piece.text[start:], piece.italic, piece.link, piece.note))
        start = max(start - len(piece.text), 0)
    return build(left)


def join(first: Text, second: Text) -> Text:
    """Join what a page break parted; a hyphen at the end stays, and Chinese takes no space.

    >>> plain(join(build([Piece("Organized")]), build([Piece("Crime,")])))
    'Organized Crime,'
    """
    before, after = plain(first), plain(second)
    close = not before or before.endswith(("-", "‑", "/")) or max(before[-1], after[:1]) >= "\u3000"
    return build([*pieces(first), Piece("" if close else " "), *pieces(second)])
