"""Where amendments to the same text meet: which exclude each other, which only touch, which agree.

It is found from what each of them claims of a paragraph. Everything is found by one sweep
over sorted spans, in O(n log n) and what it finds. MERGE.md, Collisions, has the table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from typing import TypeAlias

from amendments.changes import Proposal
from amendments.claims import JOINS, STAYS, Claim, Where, gathered
from amendments.orders import Orders, ordered
from drafting.manuscript import Manuscript
from drafting.text import Text


class Severity(IntEnum):
    """What it means that two amendments meet, from the lightest to the gravest."""

    CONCURRING = 1  # they say the very same: one edit with two sources
    SOFT = 2  # they touch: both can be merged, and the words between want to be read once more
    HARD = 3  # they exclude each other


@dataclass(frozen=True, slots=True)
class Collision:
    """How two amendments meet in one paragraph, at the gravest place where they do.

    ``start`` and ``end`` are the words that stand there and that either of them claims; for two new
    paragraphs ``provision`` is the one that both come after.
    """

    one: str
    other: str
    provision: str
    severity: Severity
    start: int = 0
    end: int = 0


def collisions(
    manuscript: Manuscript, proposals: Iterable[Proposal], orders: Orders = ()
) -> tuple[Collision, ...]:
    """Find every pair of amendments that meet, paragraph by paragraph.

    Insertions at one place that have been put in order exclude each other no more.
    """
    found: list[Collision] = []
    for (provision, where), here in gathered(manuscript, proposals).items():
        if len(here) > 1:
            meetings = _sweep(here) if where is Where.WORDS else _all_pairs(here, where)
            found += _gravest(manuscript, provision, _softened(meetings, orders))
    return tuple(found)


def between(
    manuscript: Manuscript, proposal: Proposal, others: Iterable[Proposal], orders: Orders = ()
) -> tuple[Collision, ...]:
    """Find where one amendment meets others; ``one`` is always its own key."""
    found: list[Collision] = []
    mine = gathered(manuscript, [proposal])
    theirs = gathered(manuscript, (other for other in others if other.key != proposal.key), set(mine))
    for (provision, where), here in theirs.items():
        pairs = ((one, other) for one in mine[provision, where] for other in here)
        meetings = ((one, other, grade) for one, other in pairs if (grade := severity(one, other, where)))
        found += _gravest(manuscript, provision, _softened(meetings, orders))
    return tuple(found)


def clusters(manuscript: Manuscript, proposals: Iterable[Proposal]) -> tuple[tuple[str, ...], ...]:
    """Group the amendments that exclude each other, directly or through others, without listing pairs."""
    leader: dict[str, str] = {}

    def first(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = key = leader[leader[key]]
        return key

    for (_, where), here in gathered(manuscript, proposals).items():
        if where is Where.AFTER and all(each.does[0] != JOINS for each in here):
            continue
        for group in _contested(here):
            head = first(group[0])
            for key in group:
                if leader.setdefault(key, head) != head:
                    leader[first(key)] = head
    groups: dict[str, list[str]] = defaultdict(list)
    for key in leader:
        groups[first(key)].append(key)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def severity(one: Claim, other: Claim, where: Where = Where.WORDS) -> Severity | None:
    """Judge two claims on one paragraph.

    >>> [severity(Claim(2, 6, "a", ("x",)), Claim(at, at, "b", ("y",))) for at in (4, 6, 7)]
    [<Severity.HARD: 3>, <Severity.SOFT: 2>, None]
    """
    if where is Where.AFTER:
        if one.does == other.does:
            return Severity.CONCURRING
        return Severity.HARD if JOINS in (one.does[0], other.does[0]) else Severity.SOFT
    if where is Where.STANDING:
        if one.does == other.does:
            return None if one.does == STAYS else Severity.CONCURRING
        return Severity.HARD
    if (one.start, one.end) == (other.start, other.end):
        return Severity.CONCURRING if one.does == other.does else Severity.HARD
    if one.start < other.end and other.start < one.end:
        return Severity.HARD
    if one.start <= other.end and other.start <= one.end:
        return Severity.SOFT
    return None


_Meeting: TypeAlias = tuple[Claim, Claim, Severity]


def _softened(meetings: Iterable[_Meeting], orders: Orders) -> Iterable[_Meeting]:
    """Let insertions at one place stand together where an order was given."""
    if not orders:
        yield from meetings
        return
    for one, other, grade in meetings:
        inserts = one.start == one.end == other.start == other.end
        joins = JOINS in (*one.does[:1], *other.does[:1])
        soft = inserts and not joins and grade is Severity.HARD and ordered(one.key, other.key, orders)
        yield one, other, Severity.SOFT if soft else grade


def _sweep(claims: Iterable[Claim]) -> Iterator[_Meeting]:
    """Give the pairs of claims by different amendments that meet, looking only at those still open."""
    still: list[Claim] = []
    for claim in sorted(claims, key=itemgetter(0, 1)):
        still = [other for other in still if other.end >= claim.start]
        for other in still:
            if other.key != claim.key and (grade := severity(other, claim)):
                yield other, claim, grade
        still.append(claim)


def _all_pairs(claims: Sequence[Claim], where: Where) -> Iterator[_Meeting]:
    for at, claim in enumerate(claims):
        for other in claims[:at]:
            if other.key != claim.key and (grade := severity(other, claim, where)):
                yield other, claim, grade


def _contested(claims: Iterable[Claim]) -> Iterator[list[str]]:
    """Group the keys of claims that exclude each other, directly or through others.

    Claims that say the very same are one claim with several keys: alone they exclude nobody.
    """
    spans: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        spans[claim.start, claim.end].append(claim)
    group: list[Claim] = []
    reach = -2
    for (start, end), here in sorted(spans.items()):
        if start >= reach:
            yield from _rivals(group)
            group = []
        group += here
        reach = max(reach, end)
    yield from _rivals(group)


def _rivals(group: Sequence[Claim]) -> Iterator[list[str]]:
    """Give the keys of claims that overlap, unless all of them say the very same."""
    if any(claim[:2] != group[0][:2] or claim.does != group[0].does for claim in group):
        yield [claim.key for claim in group]


def _gravest(manuscript: Manuscript, provision: str, meetings: Iterable[_Meeting]) -> Iterator[Collision]:
    """Give one collision for each pair: the first of the gravest."""
    gravest: dict[tuple[str, str], Collision] = {}
    length = len(manuscript.by_id[provision].cells)
    for one, other, severity in meetings:
        before = gravest.get((one.key, other.key)) or gravest.get((other.key, one.key))
        if before is None or before.severity < severity:
            pair = (before.one, before.other) if before else (one.key, other.key)
            start, end = max(0, min(one.start, other.start)), min(length, max(one.end, other.end))
            gravest[pair] = Collision(*pair, provision, severity, start, end)
    return iter(gravest.values())


def contested(manuscript: Manuscript, collision: Collision) -> Text:
    """Give the words that stand now where two amendments meet; none where both only insert."""
    return manuscript.by_id[collision.provision].text[collision.start : collision.end]
