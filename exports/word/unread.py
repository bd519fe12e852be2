"""What of a file's tracked changes cannot be read as a change of words: each is named, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from drafting.messages import Message
from exports.word.looks import W, list_of, toggle
from exports.word.tracked_changes import COMING, GOING, author_of, changes_in, parent_of
from exports.word.walk import LETTERS, is_frame, said, shortened

_LOOKS = Message("Only how it looks is changed, not what it says.")
_TABLE = Message("It stands in a table, which is left out.")
_BOX = Message("It stands in a text box, which is left out.")
_HEADER = Message("It stands in a header or footer of the pages.")
_LAYOUT = Message("The layout of a page or a table is changed.")
_HIDDEN = Message("It is hidden, and left out.")


@dataclass(frozen=True, slots=True)
class Unread:
    """A change, or a comment, that becomes no part of an amendment: whose, its words, and why."""

    author: str
    words: str
    why: Message


def unread(root: etree._Element, running: bool = False) -> Iterator[Unread]:
    """Give the changes of a part that are not read; ``running`` where it is a header or a footer.

    What an author does to the words of one paragraph for one reason is named once.
    """
    tables = set(_left_out(root))
    found = ((mark, _HEADER if running else _why(mark, tables)) for mark in changes_in(root))
    named = [(mark, why) for mark, why in found if why is not None]
    for (author, _, _), marks in groupby(named, lambda each: (author_of(each[0]), each[1], _around(each[0]))):
        several = [*marks]
        yield Unread(author, " ".join(filter(None, (_words(mark) for mark, _ in several))), several[0][1])


def _left_out(root: etree._Element) -> Iterator[etree._Element]:
    """Give the tables that are not read: all but the one on top and mere frames."""
    begun = root.tag != f"{W}document"
    for child in root.iterfind(f"{W}body/*"):
        if child.tag == f"{W}p":
            begun = begun or any(each.text for each in child.iter(*LETTERS))
        elif child.tag == f"{W}tbl" and begun and not is_frame(child):
            yield child


def _why(mark: etree._Element, tables: set[etree._Element]) -> Message | None:
    parent = parent_of(mark)
    above = [*mark.iterancestors()]
    if tables.intersection(above):
        return _TABLE
    if any(each.tag == f"{W}txbxContent" for each in above):
        return _BOX
    if mark.tag == f"{W}rPrChange":
        return _LOOKS if _leans(parent) == _leans(mark.find(f"{W}rPr")) else None
    if mark.tag == f"{W}pPrChange":
        return _LOOKS if list_of(parent) == list_of(mark.find(f"{W}pPr")) else None
    if mark.tag not in (*COMING, *GOING):
        return _LAYOUT
    other = next((each for each in above if each.tag in COMING), None)
    if mark.tag in GOING and other is not None and author_of(other) != author_of(mark):
        return _of_others(author_of(other))
    hidden = [toggle(run.find(f"{W}rPr"), "vanish") for run in mark.iter(f"{W}r")]
    return _HIDDEN if hidden and all(hidden) else None


def _of_others(author: str) -> Message:
    return Message("It strikes what {author} inserts.", author=author)


def _leans(properties: etree._Element | None) -> tuple[bool | None, str | None]:
    style = properties.find(f"{W}rStyle") if properties is not None else None
    return toggle(properties, "i"), style.get(f"{W}val") if style is not None else None


def _around(mark: etree._Element) -> etree._Element | None:
    return next(mark.iterancestors(f"{W}p"), None)


def _words(mark: etree._Element) -> str:
    """Give the words that a change is about: its own, or those that look otherwise."""
    if mark.tag in (f"{W}rPrChange", f"{W}pPrChange"):
        return shortened(said(parent_of(parent_of(mark))))
    return shortened(said(mark)) or ("¶" if parent_of(mark).tag == f"{W}rPr" else "")
