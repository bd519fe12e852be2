"""How alike paragraphs of two documents are, and which of one is which of the other for that reason.

Everything is counted in words, of which each is one letter of an alphabet made for the two documents.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract_iter

ALIKE = 0.5  # how alike two readings of one paragraph are at least
_HARDLY = 0.3  # what is less alike than this is not looked at again
_CLEARLY = 0.75  # how alike a paragraph must be that is found in another place
_APART = 0.15  # by how much less alike every other paragraph must then be
_WORDS = 3  # the words that say something, and are the same there, at least
_RARE = 2  # a word says something where so many paragraphs of each document have it at most,
_OF = 50  # or one of so many
_SHARE = 0.6  # of a part of a paragraph: how much of it stands in the whole at least
_WHOLE = 0.7  # how alike the parts together and the whole are at least


@dataclass
class Likeness:
    """Two rows of paragraphs, old and new, with what is known of how alike they are.

    Only paragraphs of one ``sort``, their kind and level, are compared.
    """

    sorts: tuple[Sequence[Hashable], Sequence[Hashable]]
    words: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]
    pairs: dict[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def letters(self) -> tuple[list[str], list[str]]:
        """Give the paragraphs as rows of letters, one a word, whatever its case."""
        alphabet: dict[str, str] = {}

        def letter(word: str) -> str:
            count = len(alphabet)
            return alphabet.setdefault(word.casefold(), chr(count if count < 0xD800 else count + 0x800))

        old, new = (["".join(map(letter, words)) for words in each] for each in self.words)
        return old, new

    def measure(self, old: Iterable[int], new: Iterable[int]) -> None:
        """Compare these paragraphs of the old document with all of the new one, and the other way round."""
        left = {*old}
        rest = [i for i in range(len(self.sorts[0])) if i not in left]
        self.pairs |= dict(self._compared(left, range(len(self.sorts[1])), 0))
        self.pairs |= {(i, j): alike for (j, i), alike in self._compared(new, rest, 1)}

    def _compared(
        self, these: Iterable[int], those: Iterable[int], side: int
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Give what is at least hardly alike of paragraphs of one side and those of the other."""
        by_sort: dict[Hashable, dict[int, str]] = defaultdict(dict)
        for at in those:
            by_sort[self.sorts[not side][at]][at] = self.letters[not side][at]
        for at in these:
            choices = by_sort.get(self.sorts[side][at], {})
            found = extract_iter(
                self.letters[side][at], choices, scorer=Indel.normalized_similarity, score_cutoff=_HARDLY
            )
            yield from (((at, other), alike) for _, alike, other in found)

    def clear(self, old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
        """Pair what is clearly the same paragraph wherever it stands: nothing else is nearly as alike."""
        rows, columns = _Best(), _Best()
        for (i, j), alike in self.pairs.items():
            rows.see(i, j, alike)
            columns.see(j, i, alike)
        still = set(new)
        found = []
        for i in old:
            j = rows.best.get(i, (0.0, -1))[1]
            if j not in still or columns.best[j][1] != i:
                continue
            if self._only(i, j) or (
                rows.best[i][0] >= _CLEARLY
                and rows.best[i][0] - max(rows.next[i], columns.next[j]) >= _APART
                and self._says_the_same(i, j)
            ):
                found.append((i, j))
        return found

    def _only(self, i: int, j: int) -> bool:
        """Whether two paragraphs read the same and no other does."""
        reading = self.letters[0][i]
        return reading == self.letters[1][j] and len(reading) >= _WORDS and self._counted[reading] == 2

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter([*self.letters[0], *self.letters[1]])

    @cached_property
    def _common(self) -> set[str]:
        """The words that many paragraphs have: what they share, they share by chance."""
        common = set()
        for rows in self.letters:
            times = Counter(letter for row in rows for letter in set(row))
            common |= {letter for letter in times if times[letter] > max(_RARE, len(rows) / _OF)}
        return common

    def _says_the_same(self, i: int, j: int) -> bool:
        one, other = (set(row) - self._common for row in (self.letters[0][i], self.letters[1][j]))
        shared = len(one & other)
        return shared >= _WORDS and 2 * shared >= max(len(one), len(other))

    def in_order(self, old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
        """Pair paragraphs in their order so that all pairs together are as alike as can be."""
        there = {*new}
        return heaviest(
            (i, j, alike) for i in old for j, alike in self._near[i].items() if j in there and alike >= ALIKE
        )

    @cached_property
    def _near(self) -> dict[int, dict[int, float]]:
        near: dict[int, dict[int, float]] = defaultdict(dict)
        for (i, j), alike in self.pairs.items():
            near[i][j] = alike
        return near


class _Best:
    """The best of what was seen for each paragraph, and how good the next best is."""

    def __init__(self) -> None:
        self.best: dict[int, tuple[float, int]] = {}
        self.next: dict[int, float] = defaultdict(float)

    def see(self, at: int, other: int, alike: float) -> None:
        before = self.best.get(at, (0.0, -1))
        if alike > before[0]:
            self.best[at] = (alike, other)
            alike = before[0]
        self.next[at] = max(self.next[at], alike)


def alike(one: str, other: str) -> float:
    """Give how alike two rows of letters are: 1 where they are the same, 0 where they share nothing."""
    return Indel.normalized_similarity(one, other)


def heaviest(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Give pairs of places of which none crosses another, so that together they weigh most.

    >>> heaviest([(0, 0, 1), (1, 3, 1), (2, 1, 1), (3, 2, 1)])
    [(0, 0), (2, 1), (3, 2)]
    """
    ends: list[int] = []  # the new places where a row of pairs can end; the later, the heavier
    rows: list[tuple[float, tuple[Any, ...]]] = []  # its weight, and its pairs, each with those before it
    for i, j, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, j)
        heavy, before = rows[at - 1] if at else (0.0, ())
        heavy += weight
        beyond = at
        while beyond < len(ends) and rows[beyond][0] <= heavy:
            beyond += 1
        if beyond > at or at == len(ends) or ends[at] > j:
            ends[at:beyond] = [j]
            rows[at:beyond] = [(heavy, (i, j, before))]
    found: list[tuple[int, int]] = []
    row = rows[-1][1] if rows else ()
    while row:
        i, j, row = row
        found.append((i, j))
    return found[::-1]


def parts(whole: str, row: Sequence[str], seed: int, free: Collection[int], most: int) -> range | None:
    """Find the paragraphs of a row, around one of them, that are the parts of a whole one.

    The others must be ``free``; there are two at least.
    """
    start, end = seed, seed + 1
    while seed - start < most - 1 and start - 1 in free:
        start -= 1
    while end - seed < most and end in free:
        end += 1
    if end - start == 1:
        return None
    shares = dict(zip(range(start, end), _shares(whole, row[start:end]), strict=True))
    first, last = seed, seed
    while shares[seed] >= _SHARE and last - first + 1 < most:
        ahead, behind = shares.get(first - 1, 0.0), shares.get(last + 1, 0.0)
        if max(ahead, behind) < _SHARE:
            break
        first, last = (first - 1, last) if ahead > behind else (first, last + 1)
    together = alike(whole, "".join(row[first : last + 1]))
    found = first < last and together >= _WHOLE and together > alike(whole, row[seed])
    return range(first, last + 1) if found else None


def _shares(whole: str, row: Sequence[str]) -> list[float]:
    """Give how much of each paragraph stands in a whole one, in its order and not word by word."""
    found = []
    blocks = Indel.editops(whole, "".join(row)).as_matching_blocks()
    start = 0
    for each in row:
        end = start + len(each)
        same = sum(
            max(0, min(end, block.b + block.size) - max(start, block.b))
            for block in blocks
            if block.size >= min(2, len(each))
        )
        found.append(same / len(each) if same >= min(_WORDS, len(each)) and each else 0.0)
        start = end
    return found
