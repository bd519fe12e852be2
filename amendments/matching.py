"""Pairing the paragraphs of two texts by what they say: in their order, elsewhere, in parts, together."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from rapidfuzz.distance import Indel

from amendments.likeness import Likeness, alike, heaviest, parts
from drafting.outline import Kind, Provision
from drafting.text import Text, divides

_ONLY_ONE = (Kind.TITLE, Kind.ENACTING)  # paired whatever they say
_DIVISIBLE = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_MOST = 6  # paragraphs into which one is found to be split
_HOLDS = 1000.0  # what is only one stays where it is, and the others move around it

Joinable: TypeAlias = Callable[[Text, Text, Text], bool]


@dataclass
class Pairing:
    """Which old paragraphs are which new ones, all by their places."""

    likeness: Likeness
    kept: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    split: dict[int, range] = field(default_factory=dict)
    joined: dict[int, range] = field(default_factory=dict)  # the old ones by the new one

    def alike(self, old: Iterable[int], new: Iterable[int]) -> float:
        """Give how alike some paragraphs of the old text and some of the new one are."""
        one, other = self.likeness.letters
        return alike("".join(one[i] for i in old), "".join(other[j] for j in new))

    def left(self) -> tuple[list[int], list[int]]:
        """Give what has no pair yet, of the old text and of the new one."""
        old = {*self.kept, *self.moved, *self.split, *(i for each in self.joined.values() for i in each)}
        new = {*self.kept.values(), *self.moved.values(), *self.joined}
        new.update(j for each in self.split.values() for j in each)
        sizes = [len(side) for side in self.likeness.sorts]
        return [i for i in range(sizes[0]) if i not in old], [j for j in range(sizes[1]) if j not in new]

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Give what has no pair yet, between each two pairs in their order."""
        left, right = self.left()
        a = b = 0
        ends = sorted((*self.kept.items(), *((i, each.start) for i, each in self.split.items())))
        for i, j in [*ends, (len(self.likeness.sorts[0]), len(self.likeness.sorts[1]))]:
            start, new_start = a, b
            while a < len(left) and left[a] < i:
                a += 1
            while b < len(right) and right[b] < j:
                b += 1
            if start < a and new_start < b:
                yield left[start:a], right[new_start:b]


def pair(old: Sequence[Provision], new: Sequence[Provision], joinable: Joinable, stay: bool) -> Pairing:
    """Pair the paragraphs of two texts; where they ``stay`` they are only sought in their order.

    First come those that read the same, then what is clearly the same in another place, then those most
    alike between them, and at last what one became of two or two of one.
    """
    sides = [[_sort(each) for each in side] for side in (old, new)]
    words = [[tuple(word.key for word in each.text) for each in side] for side in (old, new)]
    made = Pairing(Likeness((sides[0], sides[1]), (words[0], words[1])))
    ids: dict[Hashable, int] = {}
    left, right = (
        [ids.setdefault(reading, len(ids)) for reading in zip(*each, strict=True)]
        for each in zip(sides, words, strict=True)
    )
    for block in Indel.editops(left, right).as_matching_blocks():
        made.kept |= {block.a + step: block.b + step for step in range(block.size)}
    made.likeness.measure(*made.left())
    if not stay:
        _move(made, old)
    for i, j in _only_ones(old, new):
        made.likeness.pairs[i, j] = 1.0
    for gap in [*made.gaps()]:
        made.kept |= made.likeness.in_order(*gap)
    if not stay:
        _split(made, old)
        _join(made, old, new, joinable)
    return made


def _sort(provision: Provision) -> Hashable:
    """Give what paragraphs have in common that can be one; a pilcrow would divide it if it were reworded."""
    own = provision.text if divides(provision.text) else ()
    return provision.kind, provision.level, own


def _move(made: Pairing, old: Sequence[Provision]) -> None:
    """Pair what is clearly the same elsewhere; of all pairs the fewest are taken to have moved."""
    left, right = made.left()
    found = [pair for pair in made.likeness.clear(left, right) if old[pair[0]].kind not in _ONLY_ONE]

    def weight(i: int) -> float:
        return _HOLDS if old[i].kind in _ONLY_ONE else 1 + len(old[i].text) / 1e6

    every = {**made.kept, **dict(found)}
    made.kept = dict(heaviest((i, j, weight(i)) for i, j in every.items()))
    made.moved = {i: j for i, j in every.items() if i not in made.kept}


def _only_ones(old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[tuple[int, int]]:
    """Give the titles of both texts, and the enacting lines, which are the same whatever they say."""
    for i, one in enumerate(old):
        if one.kind in _ONLY_ONE:
            yield from ((i, j) for j, other in enumerate(new) if _sort(one) == _sort(other))


def _split(made: Pairing, old: Sequence[Provision]) -> None:
    """See which paragraphs became several that follow each other."""
    one, other = made.likeness.letters
    free = {*made.left()[1]}
    for i, seed in [*_seeds(made.kept, made.gaps(), made.likeness.pairs)]:
        near = free.intersection(range(seed - _MOST, seed + _MOST + 1))
        like = {j for j in near if made.likeness.sorts[1][j] == made.likeness.sorts[0][i] and other[j]}
        if old[i].kind in _DIVISIBLE and not divides(old[i].text):
            found = parts(one[i], other, seed, like, _MOST)
            if found:
                made.kept.pop(i, None)
                made.split[i] = found
                free -= {*found}


def _join(made: Pairing, old: Sequence[Provision], new: Sequence[Provision], joinable: Joinable) -> None:
    """See which two paragraphs that followed each other became one."""
    one, other = made.likeness.letters
    free = {*made.left()[0]}
    turned = {(j, i): alike for (i, j), alike in made.likeness.pairs.items()}
    kept = {j: i for i, j in made.kept.items()}
    for j, seed in [*_seeds(kept, ((right, left) for left, right in made.gaps()), turned)]:
        near = free.intersection((seed - 1, seed + 1))
        like = {i for i in near if made.likeness.sorts[0][i] == made.likeness.sorts[1][j] and one[i]}
        if new[j].kind in _DIVISIBLE and not divides(new[j].text):
            found = parts(other[j], one, seed, like, 2)
            if found and joinable(old[found[0]].text, old[found[1]].text, new[j].text):
                made.kept.pop(seed, None)
                made.joined[j] = found
                free -= {*found}


def _seeds(
    kept: Mapping[int, int],
    gaps: Iterable[tuple[list[int], list[int]]],
    likeness: Mapping[tuple[int, int], float],
) -> Iterator[tuple[int, int]]:
    """Give each paragraph that may be made of several, or be several, and the one of them most like it."""
    yield from kept.items()
    for mine, others in gaps:
        for at in mine:
            best = max(others, key=lambda each: likeness.get((at, each), 0.0))
            if (at, best) in likeness:
                yield at, best
