"""Where amendments to the same text meet: which exclude each other, which only touch, which agree.

Places are counted in the words that stand, as their authors saw them. Everything is found by one sweep
over sorted spans, in O(n log n) and what it finds. MERGE.md, Collisions, has the table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.edits import lowered
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind
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


@dataclass(frozen=True, slots=True)
class Claim:
    """What one amendment does to one stretch of a paragraph, or to the place after it.

    The span is open at both ends: a claim on a whole paragraph reaches past its first and last word.
    ``does`` is the same for two claims that say the very same.
    """

    start: int
    end: int
    key: str
    does: tuple[object, ...]


_Claims: TypeAlias = dict[tuple[str, bool], list[Claim]]  # by paragraph, and whether in it or after it


def collisions(manuscript: Manuscript, proposals: Iterable[Proposal]) -> tuple[Collision, ...]:
    """Find every pair of amendments that meet, paragraph by paragraph."""
    found: list[Collision] = []
    for (provision, inside), here in _claims(manuscript, proposals).items():
        meetings = _sweep(here) if inside else _siblings(here)
        found += _gravest(manuscript, provision, meetings)
    return tuple(found)


def between(manuscript: Manuscript, proposal: Proposal, others: Iterable[Proposal]) -> tuple[Collision, ...]:
    """Find where one amendment meets others; ``one`` is always its own key."""
    found: list[Collision] = []
    mine = _claims(manuscript, [proposal])
    theirs = _claims(manuscript, (other for other in others if other.key != proposal.key), set(mine))
    for (provision, inside), here in theirs.items():
        pairs = ((one, other) for one in mine[provision, inside] for other in here)
        judge = severity if inside else _sibling_severity
        meetings = ((one, other, grade) for one, other in pairs if (grade := judge(one, other)))
        found += _gravest(manuscript, provision, meetings)
    return tuple(found)


def clusters(manuscript: Manuscript, proposals: Iterable[Proposal]) -> tuple[tuple[str, ...], ...]:
    """Group the amendments that exclude each other, directly or through others, without listing pairs."""
    leader: dict[str, str] = {}

    def first(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = key = leader[leader[key]]
        return key

    for (_, inside), here in _claims(manuscript, proposals).items():
        if not inside:
            continue
        for group in _contested(here):
            for key in group[1:]:
                leader[first(key)] = first(group[0])
    groups: dict[str, list[str]] = defaultdict(list)
    for key in leader:
        groups[first(key)].append(key)
    return tuple(tuple(group) for group in groups.values())


def _claims(
    manuscript: Manuscript, proposals: Iterable[Proposal], wanted: set[tuple[str, bool]] | None = None
) -> _Claims:
    found: _Claims = defaultdict(list)
    for proposal in proposals:
        for change in proposal.changes:
            inserts = change.kind is ChangeKind.INSERT
            place = (change.after if inserts else change.provision, not inserts)
            paragraph = manuscript.by_id.get(place[0])
            if paragraph is not None and (wanted is None or place in wanted):
                found[place].extend(claims(change, paragraph, proposal.key))
    return found


def claims(change: Change, paragraph: Paragraph, key: str) -> Iterator[Claim]:
    """Give what a change claims of the paragraph that it is about, one claim for each of its edits."""
    if change.kind is ChangeKind.INSERT:
        if (
            change.paragraph_kind is not Kind.NOTE
        ):  # notes stand in the order in which the text refers to them
            yield Claim(0, 0, key, (change.paragraph_kind, change.level, change.text))
        return
    words = sum(not cell.struck for cell in paragraph.cells)
    if change.kind is ChangeKind.DELETE:
        yield Claim(-1, words + 1, key, ())
        return
    for edit in lowered(paragraph, change.edits):
        if edit.start == 0 and edit.end == words:
            yield Claim(-1, words + 1, key, (edit.words,))
        else:
            yield Claim(edit.start, edit.end, key, (edit.words,))


def severity(one: Claim, other: Claim) -> Severity | None:
    """Judge two claims on the words of one paragraph.

    >>> [severity(Claim(2, 6, "a", ("x",)), Claim(at, at, "b", ("y",))) for at in (4, 6, 7)]
    [<Severity.HARD: 3>, <Severity.SOFT: 2>, None]
    """
    if (one.start, one.end) == (other.start, other.end):
        return Severity.CONCURRING if one.does == other.does else Severity.HARD
    if one.start < other.end and other.start < one.end:
        return Severity.HARD
    if one.start <= other.end and other.start <= one.end:
        return Severity.SOFT
    return None


def _sibling_severity(one: Claim, other: Claim) -> Severity:
    return Severity.CONCURRING if one.does == other.does else Severity.SOFT


_Meeting: TypeAlias = tuple[Claim, Claim, Severity]


def _sweep(claims: Iterable[Claim]) -> Iterator[_Meeting]:
    """Give the pairs of claims by different amendments that meet, looking only at those still open."""
    still: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        still = [other for other in still if other.end >= claim.start]
        for other in still:
            if other.key != claim.key and (grade := severity(other, claim)):
                yield other, claim, grade
        still.append(claim)


def _siblings(claims: Sequence[Claim]) -> Iterator[_Meeting]:
    for at, claim in enumerate(claims):
        for other in claims[:at]:
            if other.key != claim.key:
                yield other, claim, _sibling_severity(other, claim)


def _contested(claims: Iterable[Claim]) -> Iterator[list[str]]:
    """Group the keys of claims that exclude each other, directly or through others.

    Claims that say the very same are one claim with several keys: alone they exclude nobody.
    """
    same: dict[tuple[int, int, tuple[object, ...]], list[str]] = defaultdict(list)
    for claim in claims:
        same[claim.start, claim.end, claim.does].append(claim.key)
    group: list[list[str]] = []
    last, reach = (0, 0), -2
    for (start, end, _), keys in sorted(same.items(), key=lambda item: item[0][:2]):
        if not (start < reach or (start, end) == last):
            yield from _united(group)
            group = []
        group.append(keys)
        last, reach = (start, end), max(reach, end)
    yield from _united(group)


def _united(group: list[list[str]]) -> Iterator[list[str]]:
    if len(group) > 1:
        yield [key for keys in group for key in keys]


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
