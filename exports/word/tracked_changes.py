"""Tracked changes in the XML of a Word file: whose they are, and how a part reads when some are accepted."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from lxml import etree

from exports.word.looks import W

Accepts: TypeAlias = Callable[[str], bool]  # whether an author's changes are accepted; else they are rejected

COMING = (f"{W}ins", f"{W}moveTo")
GOING = (f"{W}del", f"{W}moveFrom")
_OLD_LOOKS = (f"{W}pPrChange", f"{W}rPrChange")
_OLD_LAYOUTS = tuple(f"{W}{tag}PrChange" for tag in ("sect", "tbl", "tblEx", "tr", "tc"))
MARKS = (*COMING, *GOING, *_OLD_LOOKS, *_OLD_LAYOUTS)
_PROPERTIES = tuple(f"{W}{tag}" for tag in ("rPr", "pPr", "trPr", "numPr"))
_KEPT = {f"{W}pPrChange": (f"{W}rPr", f"{W}sectPr"), f"{W}rPrChange": (*COMING, *GOING)}
_STRUCK_LETTERS = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_LETTERS = tuple(
    f"{W}{tag}" for tag in ("t", "tab", "br", "cr", "sym", "footnoteReference", "endnoteReference", "fldChar")
)


def everybody(author: str) -> bool:
    """Accept all changes, whoever made them."""
    return True


def nobody(author: str) -> bool:
    """Reject all changes."""
    return False


def author_of(mark: etree._Element) -> str:
    """Give the name of who made a change, as the file has it."""
    return " ".join((mark.get(f"{W}author") or "").split())


def parent_of(element: etree._Element) -> etree._Element:
    """Give what an element stands in, which is not the root."""
    parent = element.getparent()
    assert parent is not None
    return parent


def changes_in(root: etree._Element) -> Iterator[etree._Element]:
    """Give the elements by which a part says that something is changed."""
    return root.iter(*MARKS)


def settle(root: etree._Element, accepts: Accepts) -> None:
    """Turn a part into what it is when some changes are accepted and all others are rejected.

    The end of a paragraph may come or go by itself: then the paragraph goes on in the next one, and looks
    like the first of them that has words.
    """
    for old in [*root.iter(*_OLD_LOOKS)]:
        _look(old, accepts(author_of(old)))
    for mark in [*root.iter(*COMING, *GOING)]:
        stands = accepts(author_of(mark)) is (mark.tag in COMING)
        parent = mark.getparent()
        if parent is None:
            continue  # the change around it took it away
        if parent.tag not in _PROPERTIES:
            _unwrap(mark) if stands else parent.remove(mark)
        elif parent.tag == f"{W}trPr":
            _drop_if(not stands, parent_of(parent))
        elif parent.tag == f"{W}numPr":
            _drop_if(not stands, parent)
        elif not stands and parent_of(parent).tag == f"{W}pPr":
            parent_of(parent_of(parent)).set("gone", "1")
    for each in root.iter(*_STRUCK_LETTERS):
        each.tag = _STRUCK_LETTERS[each.tag]
    for paragraph in reversed([*root.iter(f"{W}p")]):
        if paragraph.attrib.pop("gone", ""):
            _go_on(paragraph)


def _look(old: etree._Element, accepted: bool) -> None:
    """Let what looks otherwise now look as it does or as it did."""
    properties = parent_of(old)
    properties.remove(old)
    if not accepted:
        for each in [each for each in properties if each.tag not in _KEPT[old.tag]]:
            properties.remove(each)
        for each in reversed([*old.iterfind("*/*")]):
            properties.insert(0, each)


def _unwrap(element: etree._Element) -> None:
    parent = parent_of(element)
    at = parent.index(element)
    parent[at : at + 1] = [*element]


def _drop_if(gone: bool, element: etree._Element) -> None:
    parent = element.getparent()
    if gone and parent is not None:
        parent.remove(element)


def _go_on(paragraph: etree._Element) -> None:
    """Let a paragraph without an end of its own go on in the next one, if there is one beside it."""
    following = paragraph.getnext()
    while following is not None and following.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        following = following.getnext()
    if following is None or following.tag != f"{W}p":
        return
    look, other = paragraph.find(f"{W}pPr"), following.find(f"{W}pPr")
    says = next(paragraph.iter(*_LETTERS), None) is not None
    content = [each for each in paragraph if each is not look]
    if says:
        if other is not None:
            following.remove(other)
        if look is not None:
            following.insert(0, look)
    place = 0 if following.find(f"{W}pPr") is None else 1
    following[place:place] = content
    parent_of(paragraph).remove(paragraph)
