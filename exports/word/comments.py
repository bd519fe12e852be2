"""The comments of a Word file: who says what about which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from exports.word.looks import W
from exports.word.tracked_changes import author_of
from exports.word.walk import LETTERS, said, shortened


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says in the margin, and the words beside which it stands."""

    author: str
    words: str
    about: str

    def __str__(self) -> str:
        return f"“{self.about}”: {self.words}" if self.about else self.words


def comments(document: etree._Element, part: etree._Element | None) -> Iterator[Comment]:
    """Give the comments of a text in their order, and those that stand beside nothing last."""
    every = {each.get(f"{W}id"): each for each in part.iter(f"{W}comment")} if part is not None else {}
    places = [each.get(f"{W}id") for each in document.iter(f"{W}commentReference")]
    for id in dict.fromkeys([*(each for each in places if each in every), *every]):
        words = " ".join(said(every[id]).split())
        if words:
            yield Comment(author_of(every[id]), words, _about(document, id))


def _about(document: etree._Element, id: str | None) -> str:
    """Give the words between the two signs of a comment."""
    between: list[str] = []
    within = False
    for each in document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}p", *LETTERS):
        if each.tag == f"{W}commentRangeStart":
            within = within or each.get(f"{W}id") == id
        elif each.tag == f"{W}commentRangeEnd":
            if each.get(f"{W}id") == id:
                break
        elif within:
            between.append(" " if each.tag == f"{W}p" else each.text or "")
    return shortened("".join(between))
