"""From paragraphs to an outline: what every reader of files hands over, and what it gets back."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.messages import Message
from drafting.outline import Kind, Masthead, Outline
from drafting.text import Text


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it was read, with what its reader was not sure of or set aside."""

    outline: Outline
    remarks: tuple[Message, ...] = ()


def read_blocks(
    blocks: Sequence[Block], language: str | None = None, masthead: Masthead | None = None
) -> Reading:
    """Read a draft from its paragraphs; Unreadable names what is missing where it is no draft.

    ``language`` is found out where it is not given; ``masthead`` is what the file says for certain.
    """
    raise NotImplementedError
