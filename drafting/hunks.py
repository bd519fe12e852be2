"""Which words of two texts differ."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from rapidfuzz.distance import Indel

from drafting.phrases import said


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


def difference(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Compare two texts by the keys of their words, keeping as much of what they say as can be.

    >>> difference("girls and women".split(), "girls , women and elders".split())
    [Hunk(a=1, a_end=2, b=1, b_end=2), Hunk(a=3, a_end=3, b=3, b_end=5)]
    """
    start = _common_start(a, b)
    end = _common_end(a[start:], b[start:])
    ids: dict[str, int] = {}
    left, right = (
        [ids.setdefault(key, len(ids)) for key in text[start : len(text) - end]] for text in (a, b)
    )
    hunks = joined(
        Hunk(step.src_start + start, step.src_end + start, step.dest_start + start, step.dest_end + start)
        for step in Indel.opcodes(left, right)
        if step.tag != "equal"
    )
    return _weightier(hunks, a, b)


def _common_start(a: Iterable[str], b: Iterable[str]) -> int:
    return sum(takewhile(bool, map(eq, a, b)))


def _common_end(a: Sequence[str], b: Sequence[str]) -> int:
    return _common_start(reversed(a), reversed(b))


def _weightier(hunks: list[Hunk], a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Keep other words than those between two changes where they say more: "women", and not "and"."""
    done = hunks[:1]
    for other in hunks[1:]:
        one = done.pop()
        island = said(a[one.a_end : other.a])
        for a_end, b_end in ((other.a_end, one.b_end), (one.a_end, other.b_end)):
            kept = _common_end(a[one.a : a_end], b[one.b : b_end])
            if said(a[a_end - kept : a_end]) > island:
                one = Hunk(one.a, a_end - kept, one.b, b_end - kept)
                other = Hunk(a_end, other.a_end, b_end, other.b_end)
                break
        done += [one, other]
    return done


def joined(hunks: Iterable[Hunk]) -> list[Hunk]:
    """Make one of hunks between which nothing is kept."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if joined and joined[-1].a_end >= hunk.a and joined[-1].b_end >= hunk.b:
            joined[-1] = Hunk(joined[-1].a, hunk.a_end, joined[-1].b, hunk.b_end)
        else:
            joined.append(hunk)
    return joined
