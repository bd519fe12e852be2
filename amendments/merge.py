"""Putting amendments into the text: in any order, and in any number of steps, with one result.

Nothing is taken out. Struck words and paragraphs stay in their places with the keys of who struck them,
so that a place that somebody's amendment names can be found again (MERGE.md, The model).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from rapidfuzz.distance import Indel

from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Severity, collisions
from amendments.edits import lowered
from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.messages import NotFound, Refused
from drafting.outline import Kind
from drafting.redline import Edit
from drafting.text import Word


class Collides(Refused):
    """Two of the amendments that shall be merged exclude each other."""

    def __init__(self, one: str, other: str, provision: str) -> None:
        text = "{one} and {other} cannot both be merged: they exclude each other in {provision}."
        super().__init__(text, one=one, other=other, provision=provision)
        self.one, self.other, self.provision = one, other, provision


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a paragraph's places went: cell ``i`` is now at ``cells[i]``, and what was to be inserted
    before it now goes in at ``gaps[i]``."""

    cells: tuple[int, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class Merged:
    """A text with amendments merged into it, and how to find in it the places of the text before."""

    manuscript: Manuscript
    proposals: tuple[Proposal, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)  # of the paragraphs whose words changed

    @cached_property
    def growth(self) -> "Growth":
        """The new paragraphs, by the id of what they follow."""
        return growth(self.proposals)

    @cached_property
    def about(self) -> Mapping[str, Sequence[tuple[str, Change]]]:
        """What was merged of each paragraph that stood before, with the key of the amendment."""
        found: dict[str, list[tuple[str, Change]]] = defaultdict(list)
        for proposal in self.proposals:
            for change in proposal.changes:
                if change.kind is not ChangeKind.INSERT:
                    found[change.provision].append((proposal.key, change))
        return found


def merge(manuscript: Manuscript, proposals: Iterable[Proposal]) -> Merged:
    """Put amendments into a text; the order in which they are given makes no difference.

    Collides, naming the pair, if two of them exclude each other.
    """
    chosen = sorted({each.key: each for each in proposals}.values(), key=lambda each: rank(each.key))
    _check(manuscript, chosen)
    for collision in collisions(manuscript, chosen):
        if collision.severity is Severity.HARD:
            raise Collides(collision.one, collision.other, collision.provision)
    edits: dict[str, list[tuple[str, Edit]]] = defaultdict(list)
    struck: dict[str, list[str]] = defaultdict(list)
    for proposal in chosen:
        for change in proposal.changes:
            if change.kind is ChangeKind.REWORD:
                edits[change.provision] += [(proposal.key, edit) for edit in change.edits]
            elif change.kind is ChangeKind.DELETE:
                struck[change.provision].append(proposal.key)
    new = growth(chosen)
    shifts: dict[str, Shift] = {}
    paragraphs = [_paragraph(each) for each in below(new, "")]
    for paragraph in manuscript.paragraphs:
        if edits.get(paragraph.id):
            cells, shifts[paragraph.id] = _woven(paragraph, edits[paragraph.id])
            paragraph = replace(paragraph, cells=cells)
        if not paragraph.struck and struck.get(paragraph.id):
            paragraph = replace(paragraph, struck=tuple(struck[paragraph.id]))
        paragraphs.append(paragraph)
        paragraphs += (_paragraph(each) for each in below(new, paragraph.id))
    return Merged(replace(manuscript, paragraphs=tuple(paragraphs)), tuple(chosen), shifts)


def _check(manuscript: Manuscript, proposals: Iterable[Proposal]) -> None:
    """Refuse what names a paragraph that the text does not have, rather than leave it out in silence."""
    standing = {paragraph.id for paragraph in manuscript.paragraphs if not paragraph.struck}
    for proposal in proposals:
        new = {change.provision for change in proposal.changes if change.kind is ChangeKind.INSERT} | {""}
        for change in proposal.changes:
            inserts = change.kind is ChangeKind.INSERT
            if (
                (change.after not in manuscript.by_id.keys() | new)
                if inserts
                else (change.provision not in standing)
            ):
                text = "{key} is about {provision}, which the text does not have."
                raise NotFound(text, key=proposal.key, provision=change.after or change.provision)


def rank(key: str) -> list[str | int]:
    """Put keys in the order of their numbers: a2 before a10.

    >>> sorted(["a10", "a2", "a1"], key=rank)
    ['a1', 'a2', 'a10']
    """
    return [int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", key)]


# New paragraphs


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A new paragraph and the amendments that propose it, in the very same words."""

    change: Change
    keys: tuple[str, ...]


Growth: TypeAlias = Mapping[str, Sequence[Newcomer]]  # the new paragraphs, by the id of what they follow


def growth(proposals: Iterable[Proposal]) -> Growth:
    """Put new paragraphs in their order after the one that they follow: notes last, then by amendment.

    The proposals come in the order of their rank. Of new paragraphs with the very same words the first
    stands for all.
    """
    new: dict[str, list[Newcomer]] = defaultdict(list)
    standing: dict[str, str] = {}  # the id of a new paragraph that is the same as another → that one's
    for proposal in proposals:
        for change in proposal.changes:
            if change.kind is not ChangeKind.INSERT:
                continue
            after = standing.get(change.after, change.after)
            siblings = new[after]
            same = next((at for at, each in enumerate(siblings) if says_same(each.change, change)), None)
            if same is None or proposal.key in siblings[same].keys:
                siblings.append(Newcomer(change, (proposal.key,)))
            else:
                siblings[same] = Newcomer(siblings[same].change, (*siblings[same].keys, proposal.key))
                standing[change.provision] = siblings[same].change.provision
    return {
        after: sorted(siblings, key=lambda each: each.change.paragraph_kind is Kind.NOTE)
        for after, siblings in new.items()
    }


def says_same(one: Change, other: Change) -> bool:
    """Whether two new paragraphs are the same but for where they stand; a note, which has an id that
    other words refer to, is the same as no other.
    """
    return one.paragraph_kind is not Kind.NOTE and (one.paragraph_kind, one.level, one.text) == (
        other.paragraph_kind,
        other.level,
        other.text,
    )


def below(new: Growth, provision: str) -> Iterable[Newcomer]:
    """Give the new paragraphs that follow one, each with those that follow it in turn."""
    for newcomer in new.get(provision, ()):
        yield newcomer
        yield from below(new, newcomer.change.provision)


def _paragraph(newcomer: Newcomer) -> Paragraph:
    change, keys = newcomer.change, newcomer.keys
    cells = tuple(Cell(word, keys) for word in change.text)
    return Paragraph(change.provision, change.paragraph_kind, cells, change.level, keys)


# Words


def _woven(paragraph: Paragraph, edits: Iterable[tuple[str, Edit]]) -> tuple[tuple[Cell, ...], Shift]:
    """Put edits into a paragraph's cells.

    At one place stand first the words that replace what ends there, then what is inserted there, then
    the words with which a replacement that starts there begins, then the cell itself: so that the
    order in which amendments come does not matter.
    """
    struck: dict[int, tuple[str, ...]] = {}
    ending: dict[int, list[Cell]] = defaultdict(list)
    between: dict[int, list[Cell]] = defaultdict(list)
    starting: dict[int, list[Cell]] = defaultdict(list)
    for edit, keys in _united(paragraph, edits):
        if edit.start == edit.end:
            between[edit.start] += [Cell(word, keys) for word in edit.words]
            continue
        gone, come = _inside(paragraph.cells, edit)
        struck |= dict.fromkeys(gone, keys)
        for place, words in come:
            side = starting if place == edit.start else ending
            side[place] += [Cell(word, keys) for word in words]
    row: list[Cell] = []
    cells: list[int] = []
    gaps: list[int] = []
    for place in range(len(paragraph.cells) + 1):
        row += ending.get(place, ())
        row += between.get(place, ())
        gaps.append(len(row))
        row += starting.get(place, ())
        if place < len(paragraph.cells):
            cells.append(len(row))
            cell = paragraph.cells[place]
            row.append(replace(cell, struck=struck[place]) if place in struck else cell)
    return tuple(row), Shift(tuple(cells), tuple(gaps))


def _united(
    paragraph: Paragraph, edits: Iterable[tuple[str, Edit]]
) -> Iterable[tuple[Edit, tuple[str, ...]]]:
    """Make one of edits that say the very same, with the keys of all who say it."""
    stated = list(edits)
    seen = lowered(paragraph, [edit for _, edit in stated])  # at one place, on whichever side of struck words
    said: dict[Edit, tuple[Edit, tuple[str, ...]]] = {}
    for (key, edit), sight in zip(stated, seen, strict=True):
        first, keys = said.get(sight, (edit, ()))
        said[sight] = (min(first, edit, key=lambda each: each.start), (*keys, key))
    return said.values()


def _inside(cells: Sequence[Cell], edit: Edit) -> tuple[list[int], list[tuple[int, Sequence[Word]]]]:
    """Find what of a replacement is really new, so that words that stayed keep where they came from.

    Gives the cells that are struck, and what words come before which cell (or after the last one).
    """
    places = [place for place in range(edit.start, edit.end) if not cells[place].struck]
    if not edit.words:
        return places, []
    ids: dict[Word, int] = {}
    old = [ids.setdefault(cells[place].word, len(ids)) for place in places]
    new = [ids.setdefault(word, len(ids)) for word in edit.words]
    kept = [step for step in Indel.opcodes(old, new) if step.tag == "equal"]
    gone: list[int] = []
    come: list[tuple[int, Sequence[Word]]] = []
    left, right = 0, 0
    for left_end, right_end, left_next, right_next in [
        *((step.src_start, step.dest_start, step.src_end, step.dest_end) for step in kept),
        (len(old), len(new), 0, 0),
    ]:
        gone += places[left:left_end]
        if right < right_end:
            place = places[left_end - 1] + 1 if left_end else edit.start
            come.append((place, edit.words[right:right_end]))
        left, right = left_next, right_next
    return gone, come
