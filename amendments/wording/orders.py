"""What a sentence of formal wording says of a paragraph's words, and which words it means by that.

Words are named by quoting them. Where they occur more than once, the words before them are quoted too,
and where that does not help, it is said which mention is meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.phrases import CLAUSE, LITTLE, is_han, weight
from drafting.redline import Edit
from drafting.text import Text, Word

_LONGEST = 12  # words of an anchor; beyond that it is clearer to count mentions


@dataclass(frozen=True, slots=True)
class Order:
    """Words to strike or replace, or words to insert at an anchor.

    ``mention`` counts from 1 the place that is meant among those where the quoted words occur; it is 0
    where they occur once.
    """

    struck: Text
    new: Text
    anchor: Text = ()
    before: bool = False  # the new words go before the anchor; else what is meant follows it
    mention: int = 0


def order(edit: Edit, text: Text) -> Order:
    """Put an edit of a text into an order that means this edit and no other.

    >>> from drafting.text import parse, plain
    >>> text = parse("the right to water and the right to sanitation,")
    >>> found = order(Edit(6, 7, ()), text)
    >>> plain(found.struck), plain(found.anchor)
    ('right', 'water and the')
    """
    return next(each for each in _candidates(edit, text) if resolve(each, text) == edit)


def resolve(order: Order, text: Text) -> Edit | None:
    """Find the edit that an order means, or nothing where its words do not occur, or occur more than once."""
    quoted = (*order.anchor, *order.struck)
    places = occurrences(quoted, text)
    if not quoted or (order.mention == 0 and len(places) != 1) or order.mention > len(places):
        return None
    place = places[max(order.mention - 1, 0)]
    start = place if order.before else place + len(order.anchor)
    return Edit(start, start + len(order.struck), order.new)


def occurrences(words: Sequence[Word], text: Sequence[Word]) -> list[int]:
    """Find where in a text words occur, whatever their marks."""
    wanted, keys = [word.key for word in words], [word.key for word in text]
    return [at for at in range(len(keys) - len(wanted) + 1) if keys[at : at + len(wanted)] == wanted]


def _candidates(edit: Edit, text: Text) -> Iterator[Order]:
    struck = text[edit.start : edit.end]
    if struck:
        yield Order(struck, edit.words)
        anchors = list(_anchors(text, edit.start))
        yield from (Order(struck, edit.words, anchor) for anchor in anchors)
        place = occurrences(struck, text).index(edit.start)
        yield Order(struck, edit.words, mention=place + 1)
        return
    anchors = list(_anchors(text, edit.start))
    yield from (Order((), edit.words, anchor) for anchor in anchors)
    if not anchors:
        for end in range(1, len(text) + 1):
            if weight(text[end - 1].key) == 2 or end == len(text):
                yield Order((), edit.words, text[:end], before=True)
    anchor = anchors[0] if anchors else text[:1]
    places = occurrences(anchor, text)
    place = places.index(edit.start - len(anchor) if anchors else 0)
    yield Order((), edit.words, anchor, before=not anchors, mention=place + 1)


def _anchors(text: Text, end: int) -> Iterator[Text]:
    """Give the phrases that end at ``end``, the shortest first and last the longest, whatever it is."""
    first = max(0, end - _LONGEST)
    shorter = [start for start in range(end - 1, first, -1) if _begins_phrase(text, start, end)]
    for start in [*shorter, first]:
        if start < end:
            yield text[start:end]


def _begins_phrase(text: Text, start: int, end: int) -> bool:
    """Whether words from ``start`` up to ``end`` can be quoted by themselves without sounding cut off."""
    keys = [word.key for word in text[start:end]]
    if is_han(keys[0]):
        before = text[start - 1].key
        return len(keys) >= 4 or (len(keys) >= 2 and (before in CLAUSE or before in LITTLE))
    return text[start].note is None and weight(keys[0]) == 2
