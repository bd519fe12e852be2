"""Which words of two texts differ, few stretches that read well rather than as few words as can be.

The shortest difference is not the one that reads best: it keeps stray words in the middle of what was
rewritten and begins a new clause with the comma of the one before. MERGE.md, Readable redlines, says
how it is cleaned up.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from drafting.hunks import Hunk, difference, joined
from drafting.phrases import CLAUSE, JOINING, is_han, is_number, one_piece, said, weight


def readable(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Compare two texts by the keys of their words, and clean up what was found.

    >>> readable("wash , rinse and dry".split(), "wash , rinse , iron and dry".split())
    [Hunk(a=3, a_end=3, b=3, b_end=5)]
    """
    hunks = difference(a, b)
    hunks = _swallow(hunks, a)
    hunks = _moved(_slide, hunks, a, b)
    hunks = _moved(_widen, hunks, a, b)
    return [Hunk(0, len(a), 0, len(b))] if _rewritten(hunks, a, b) else hunks


def _swallow(hunks: list[Hunk], a: Sequence[str]) -> list[Hunk]:
    """Give up small words kept between two changes, which only make a rewritten phrase hard to read."""
    done: list[Hunk] = []
    for hunk in hunks:
        while done and _alike(done[-1], hunk) and _is_little(a[done[-1].a_end : hunk.a], done[-1], hunk, a):
            before = done.pop()
            hunk = Hunk(before.a, hunk.a_end, before.b, hunk.b_end)
        done.append(hunk)
    return done


def _alike(one: Hunk, other: Hunk) -> bool:
    """Whether two hunks are two replacements, or a deletion and an insertion."""
    if one.replaces or other.replaces:
        return one.replaces and other.replaces
    return (one.a == one.a_end) != (other.a == other.a_end)


def _is_little(island: Sequence[str], one: Hunk, other: Hunk, a: Sequence[str]) -> bool:
    if len(island) > 3 or not CLAUSE.isdisjoint(island):
        return False
    if len(island) == 1 and one.replaces and other.replaces:
        dated = is_number(a[one.a_end - 1]) and is_number(a[other.a])  # 20 *July* 2010
        if dated or is_han(island[0]):
            return True
    return all(weight(word) < 2 for word in island)


_Move: TypeAlias = Callable[[Hunk, Sequence[str], Sequence[str], int, int], Hunk]


def _moved(move: _Move, hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Move the edges of each hunk in turn, within the words kept to its left and to its right."""
    moved: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        left = hunk.a - (moved[-1].a_end if moved else 0)
        right = (hunks[at + 1].a if at + 1 < len(hunks) else len(a)) - hunk.a_end
        moved.append(move(hunk, a, b, left, right))
    return joined(moved)


def _slide(hunk: Hunk, a: Sequence[str], b: Sequence[str], left: int, right: int) -> Hunk:
    """Move an insertion or a deletion to where a phrase begins and ends: "girls," and not ", girls"."""
    if hunk.replaces:
        return hunk
    text, start, end = (b, hunk.b, hunk.b_end) if hunk.a == hunk.a_end else (a, hunk.a, hunk.a_end)
    back = 0
    while back < left and text[start - back - 1] == text[end - back - 1]:
        back += 1
    forth = 0
    while forth < right and text[start + forth] == text[end + forth]:
        forth += 1
    step = max(
        range(-back, forth + 1), key=lambda step: (_phrase(text, start + step, end + step), -abs(step))
    )
    return Hunk(hunk.a + step, hunk.a_end + step, hunk.b + step, hunk.b_end + step)


def _phrase(text: Sequence[str], start: int, end: int) -> int:
    """How much the words from ``start`` up to ``end`` look like a phrase by themselves."""
    after_clause = start == 0 or text[start - 1] in CLAUSE
    return (
        2 * after_clause
        + (text[end - 1] in CLAUSE and after_clause)
        - (text[end - 1].lower() in JOINING)
        - (text[start] in CLAUSE and end < len(text) and text[end] in CLAUSE)
    )


def _widen(hunk: Hunk, a: Sequence[str], b: Sequence[str], left: int, right: int) -> Hunk:
    """Take in the rest of what is read as one: 七十六 becomes 七十八, 2015–2018 becomes 2015–2020."""
    back = forth = 0
    while back < left and (_sticks(a, hunk.a - back) or _sticks(b, hunk.b - back)):
        back += 1
    while forth < right and (_sticks(a, hunk.a_end + forth) or _sticks(b, hunk.b_end + forth)):
        forth += 1
    return Hunk(hunk.a - back, hunk.a_end + forth, hunk.b - back, hunk.b_end + forth)


def _sticks(text: Sequence[str], at: int) -> bool:
    return 0 < at < len(text) and one_piece(text[at - 1], text[at])


def _rewritten(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether so little of the shorter text is kept that it is better read as a whole.

    That is less than half of what it says where several stretches change; of one stretch, which can
    be read anyway, less than a quarter.
    """
    if not any(hunk.replaces for hunk in hunks) and len(hunks) < 2:
        return False
    share = 2 if len(hunks) > 1 else 4
    struck = sum(said(a[hunk.a : hunk.a_end]) for hunk in hunks)
    return share * (said(a) - struck) < min(said(a), said(b))
