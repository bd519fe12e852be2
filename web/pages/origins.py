"""Where the words of a paragraph come from: the amendments behind them, and what each of them did."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from amendments.changes import ChangeKind
from amendments.models import Amendment
from drafting.manuscript import Paragraph
from drafting.marks import Mark
from drafting.messages import Message
from drafting.redline import Run
from drafting.text import divides
from web.rendering import Credit, say


@dataclass(frozen=True)
class Origin:
    """An amendment that made a paragraph what it is, and what it did to it."""

    credit: Credit
    did: str


def behind(
    paragraph: Paragraph,
    drawn: Iterable[Run | Mark],
    every: Mapping[str, Amendment],
    named: Mapping[str, Credit],
    language: str,
) -> list[Origin]:
    """Give the amendments behind a paragraph and its words, the earliest first."""
    keys = {*paragraph.by, *paragraph.struck, *(key for cell in paragraph.cells for key in cell.came)}
    for mark in drawn:
        if isinstance(mark, Mark):
            keys.update(mark.by, mark.of)
    order = sorted(keys & every.keys(), key=lambda key: (every[key].closed_in or 0, every[key].number or 0))
    return [Origin(named[key], say(_did(key, every[key], paragraph), language)) for key in order]


def _did(key: str, amendment: Amendment, paragraph: Paragraph) -> Message:
    """Say what an amendment did to a paragraph as a whole, or that it is about its words."""
    id, left, _ = paragraph.id.partition("~")  # where a paragraph stood before it was moved
    about = [each for each in amendment.wording.changes if each.provision == id]
    kinds: Collection[ChangeKind] = {each.kind for each in about}
    if key in paragraph.struck:
        went = ChangeKind.MOVE in kinds and left
        joined = ChangeKind.JOIN in kinds
        return _MOVED_AWAY if went else _JOINED_AWAY if joined else _STRUCK
    if key in paragraph.by:
        return _NEW if ChangeKind.INSERT in kinds else _MOVED if ChangeKind.MOVE in kinds else _DIVIDED_OFF
    if any(key in cell.came for cell in paragraph.cells):
        return _JOINED
    return _DIVIDED if any(divides(each.text) for each in about) else _WORDS


_NEW = Message("new paragraph")
_STRUCK = Message("paragraph struck")
_MOVED = Message("moved here")
_MOVED_AWAY = Message("moved from here")
_JOINED = Message("joined with the one after it")
_JOINED_AWAY = Message("joined to the one before it")
_DIVIDED = Message("divided into paragraphs")
_DIVIDED_OFF = Message("divided from the one before it")
_WORDS = Message("changed words")
