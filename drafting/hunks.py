"""Which words of two texts differ, few stretches that read well rather than as few words as can be.

The shortest difference is not the one that reads best: it keeps stray words in the middle of what was
rewritten and begins a new clause with the comma of the one before. MERGE.md, Readable redlines, says
how it is cleaned up.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import Indel

from drafting.phrases import CLAUSE, HAN_NUMERALS, JOINING, is_han, is_number, weight


class Hunk(NamedTuple):
    """Words ``a`` up to ``a_end`` of the old text became words ``b`` up to ``b_end`` of the new one."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def replaces(self) -> bool:
        """Whether words are both struck and put in."""
        return self.a < self.a_end and self.b < self.b_end


def readable(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Compare two texts by the keys of their words, and clean up what was found.

    >>> readable("wash , rinse and dry".split(), "wash , rinse , iron and dry".split())
    [Hunk(a=3, a_end=3, b=3, b_end=5)]
    """
    hunks = _difference(a, b)
    hunks = _swallow(hunks, a)
    hunks = _moved(_slide, hunks, a, b)
    hunks = _moved(_widen_numerals, hunks, a, b)
    return [Hunk(0, len(a), 0, len(b))] if _rewritten(hunks, a, b) else hunks


def _difference(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Compare what is left between the common beginning and the common end."""
    shorter = min(len(a), len(b))
    start = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    shorter -= start
    end = next((at for at in range(shorter) if a[-1 - at] != b[-1 - at]), shorter)
    ids: dict[str, int] = {}
    left, right = (
        [ids.setdefault(key, len(ids)) for key in text[start : len(text) - end]] for text in (a, b)
    )
    return joined(
        Hunk(step.src_start + start, step.src_end + start, step.dest_start + start, step.dest_end + start)
        for step in Indel.opcodes(left, right)
        if step.tag != "equal"
    )


def joined(hunks: Iterable[Hunk]) -> list[Hunk]:
    """Make one of hunks between which nothing is kept."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if joined and joined[-1].a_end >= hunk.a and joined[-1].b_end >= hunk.b:
            joined[-1] = Hunk(joined[-1].a, hunk.a_end, joined[-1].b, hunk.b_end)
        else:
            joined.append(hunk)
    return joined


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


def _widen_numerals(hunk: Hunk, a: Sequence[str], b: Sequence[str], left: int, right: int) -> Hunk:
    """Take in the rest of a Chinese numeral, of which every digit is a word: 七十六 becomes 七十八."""
    changed = [words for words in (a[hunk.a : hunk.a_end], b[hunk.b : hunk.b_end]) if words]
    if not any(words[0] in HAN_NUMERALS or words[-1] in HAN_NUMERALS for words in changed):
        return hunk
    back = forth = 0
    while back < left and a[hunk.a - back - 1] in HAN_NUMERALS:
        back += 1
    while forth < right and a[hunk.a_end + forth] in HAN_NUMERALS:
        forth += 1
    return Hunk(hunk.a - back, hunk.a_end + forth, hunk.b - back, hunk.b_end + forth)


def _rewritten(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether so little of the shorter text is kept that it is better read as a whole.

    That is less than half of what it says where several stretches change; of one stretch, which can
    be read anyway, less than a quarter.
    """
    if not any(hunk.replaces for hunk in hunks) and len(hunks) < 2:
        return False
    share = 2 if len(hunks) > 1 else 4
    all_of_a, all_of_b = sum(map(weight, a)), sum(map(weight, b))
    struck = sum(weight(word) for hunk in hunks for word in a[hunk.a : hunk.a_end])
    return share * (all_of_a - struck) < min(all_of_a, all_of_b)
