"""Putting amendments into the text: in any order, and in any number of steps, with one result.

Nothing is taken out. Struck words and paragraphs stay in their places with the keys of who struck them,
so that a place that somebody's amendment names can be found again (MERGE.md, The model). Words that went
elsewhere with their paragraph are struck where they were and stand where they came to.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.claims import Claim, claims, needs
from amendments.collisions import Severity, collisions
from amendments.new_paragraphs import Growth, Newcomer, below, growth, rank
from amendments.orders import Orders, in_order
from amendments.relocating import Part, divided, joined, left_behind
from amendments.weaving import Shift, identity, spaced, woven
from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.messages import NotFound, OutOfOrder, Refused
from drafting.redline import Edit


class Collides(Refused):
    """Two of the amendments that shall be merged exclude each other."""

    def __init__(self, one: str, other: str, provision: str) -> None:
        text = "{one} and {other} cannot both be merged: they exclude each other in {provision}."
        super().__init__(text, one=one, other=other, provision=provision)
        self.one, self.other, self.provision = one, other, provision


class Met(NamedTuple):
    """What an amendment that was merged claimed of a paragraph's words, and its edit."""

    claim: Claim
    edit: Edit
    reach: int  # where this and all that starts before it has ended


_Keys: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Merged:
    """A text with amendments merged into it, and how to find in it the places of the text before."""

    manuscript: Manuscript
    before: Manuscript
    proposals: tuple[Proposal, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)  # of the paragraphs whose words changed
    homes: Mapping[str, str] = field(default_factory=dict)  # of a joined paragraph: where its words are
    rows: Mapping[str, Sequence[Cell]] = field(default_factory=dict)  # their cells, before they are divided
    parts: Mapping[str, Sequence[Part]] = field(default_factory=dict)  # of them: the paragraphs they became
    left: Mapping[str, str] = field(default_factory=dict)  # of a moved paragraph: the id of its old place
    growth: Growth = field(default_factory=dict)  # the new paragraphs, by the id of what they follow

    @cached_property
    def about(self) -> Mapping[str, Sequence[tuple[str, Change]]]:
        """What was merged of each paragraph that stood before, with the key of the amendment."""
        found: dict[str, list[tuple[str, Change]]] = defaultdict(list)
        for proposal in self.proposals:
            for change in proposal.changes:
                if change.kind is not ChangeKind.INSERT:
                    found[change.provision].append((proposal.key, change))
                if change.kind is ChangeKind.JOIN:
                    found[change.after].append((proposal.key, change))
        return found

    @cached_property
    def claimed(self) -> Mapping[str, Sequence[Met]]:
        """What was merged of the words of each paragraph that stood before, in their order."""
        found: dict[str, Sequence[Met]] = {}
        for provision, changes in self.about.items():
            old = self.before.by_id[provision]
            pairs: list[tuple[Claim, Edit]] = []
            for key, change in changes:
                edge = 0 if provision == change.provision else len(old.cells)
                edits = [Edit(edge, edge)] if change.kind is ChangeKind.JOIN else change.edits
                pairs += zip(claims(change, old, key), edits, strict=False)  # what goes has no edits
            pairs.sort(key=lambda pair: pair[0][:2])
            reaches = accumulate((claim.end for claim, _ in pairs), max)
            found[provision] = [Met(*pair, reach) for pair, reach in zip(pairs, reaches, strict=True)]
        return found

    def met(self, provision: str, claim: Claim) -> Sequence[Met]:
        """Give what was merged that a claim on a paragraph's words may overlap or touch."""
        claimed = self.claimed.get(provision, ())
        first = bisect_left(claimed, claim.start, key=attrgetter("reach"))
        last = bisect_right(claimed, claim.end, key=lambda met: met.claim.start)
        return claimed[first:last]

    @cached_property
    def closed(self) -> Mapping[str, str]:
        """The places between paragraphs that were joined, with the id of the one that came to the other."""
        every = (change for each in self.proposals for change in each.changes)
        joins = {each.provision: each.after for each in every if each.kind is ChangeKind.JOIN}
        return {id: each for each, after in joins.items() for id in self.before.between(after, each)}

    @cached_property
    def needed(self) -> set[str]:
        """The paragraphs without which something that was merged makes no sense."""
        return {id for each in self.proposals for change in each.changes for id in needs(self.before, change)}

    def follows(self, after: str) -> str:
        """Give the place after a paragraph of the text before as a place of this one."""
        return self.left.get(after) or (self.parts[after][-1].id if after in self.parts else after)

    def parted(self, provision: str, edits: Iterable[Edit]) -> dict[str, list[Edit]]:
        """Give edits of the row of cells that a paragraph became, by the paragraph that has them now."""
        home = self.homes.get(provision, provision)
        if home != provision:
            first = self.shifts[provision].first(self.rows[home])
            edits = (edit if edit.start != first else spaced(edit, self.rows[home][first]) for edit in edits)
        if home not in self.parts:
            return {home: list(edits)}
        found: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits:
            part = next(each for each in reversed(self.parts[home]) if edit.start >= each.start)
            end = min(edit.end, part.end)
            found[part.id].append(Edit(edit.start - part.start, end - part.start, edit.words))
        return found


def merge(manuscript: Manuscript, proposals: Iterable[Proposal], orders: Orders = ()) -> Merged:
    """Put amendments into a text; the order in which they are given makes no difference.

    Collides, naming the pair, if two of them exclude each other. ``orders`` are what the penholder said of
    amendments that insert at one place: their keys in the order in which their words shall stand.
    """
    chosen = sorted({each.key: each for each in proposals}.values(), key=lambda each: rank(each.key))
    chosen = in_order(chosen, orders)
    _check(manuscript, chosen)
    for collision in collisions(manuscript, chosen, orders):
        if collision.severity is Severity.HARD:
            raise Collides(collision.one, collision.other, collision.provision)
    edits: dict[str, list[tuple[str, Edit]]] = defaultdict(list)
    struck, gone, joins = (defaultdict[str, list[str]](list) for _ in range(3))
    targets: dict[str, str] = {}
    for proposal in chosen:
        for change in proposal.changes:
            if change.kind is ChangeKind.REWORD:
                edits[change.provision] += [(proposal.key, edit) for edit in change.edits]
            elif change.kind is ChangeKind.DELETE:
                struck[change.provision].append(proposal.key)
            elif change.kind is ChangeKind.MOVE:
                gone[change.provision].append(proposal.key)
            elif change.kind is ChangeKind.JOIN:
                joins[change.provision].append(proposal.key)
                targets[change.provision] = change.after
    rows: dict[str, tuple[Cell, ...]] = {}
    shifts: dict[str, Shift] = {}
    for id, said in edits.items():
        rows[id], shifts[id] = woven(manuscript.by_id[id], said)
    homes = _join(manuscript, joins, targets, rows, shifts)
    dividing = any(change.divides for each in chosen for change in each.changes)
    parts = divided(manuscript, rows, homes, {each.key for each in chosen}) if dividing else {}
    left = {id: manuscript.unused(f"{id}~") for id in gone}
    merged = Merged(manuscript, manuscript, tuple(chosen), shifts, homes, rows, parts, left)
    new = growth(chosen, merged.follows)
    paragraphs = [*_newcomers(new, "", manuscript, rows)]
    for paragraph in manuscript.paragraphs:
        now = replace(paragraph, cells=rows[paragraph.id]) if paragraph.id in rows else paragraph
        if paragraph.id in homes:
            now = left_behind(paragraph, paragraph.id, joins[paragraph.id])
        elif paragraph.id in gone:
            now = left_behind(paragraph, left[paragraph.id], gone[paragraph.id])
        elif not paragraph.struck and paragraph.id in struck:
            now = replace(now, struck=tuple(struck[paragraph.id]))
        for each in [part.of(now) for part in parts.get(paragraph.id, ())] or [now]:
            paragraphs.append(each)
            paragraphs += _newcomers(new, each.id, manuscript, rows)
    text = replace(manuscript, paragraphs=tuple(paragraphs))
    return replace(merged, manuscript=text, growth=new)


def _join(
    manuscript: Manuscript,
    joins: _Keys,
    targets: Mapping[str, str],
    rows: dict[str, tuple[Cell, ...]],
    shifts: dict[str, Shift],
) -> dict[str, str]:
    """Put the words of joined paragraphs behind those of the ones before; gives where they are now."""
    homes: dict[str, str] = {}
    for id in sorted(joins, key=lambda each: manuscript.position[each]):
        home = homes[id] = targets[id]
        row = rows.get(home, manuscript.by_id[home].cells)
        own = rows.get(id, manuscript.by_id[id].cells)
        shifts[id] = shifts.get(id, identity(len(own))).by(len(row))
        rows[home] = (*row, *joined(own, joins[id], manuscript.masthead.language))
    return homes


def _check(manuscript: Manuscript, proposals: Iterable[Proposal]) -> None:
    """Refuse what names a paragraph that the text does not have, rather than leave it out in silence."""
    standing = {paragraph.id for paragraph in manuscript.paragraphs if not paragraph.struck}
    for proposal in proposals:
        others = [each for each in proposal.changes if not each.only_words or each.provision not in standing]
        after = {change.provision: change.after for change in others if change.has_place}
        for change in others:
            at = change.after
            seen = {change.provision}
            while change.has_place and at in after and at not in seen:
                seen.add(at)
                at = after[at]
            known = change.kind is ChangeKind.INSERT or change.provision in standing
            nowhere = change.has_place and at and at not in manuscript.by_id
            if not known or nowhere or at in seen:
                raise NotFound(
                    "{key} is about {provision}, which the text does not have.",
                    key=proposal.key,
                    provision=change.after or change.provision,
                )
        whole = [id for change in others for id in _whole(change)]
        for id in (id for id in whole if whole.count(id) > 1):
            raise OutOfOrder("{key} does two things at once to {provision}.", key=proposal.key, provision=id)


def _whole(change: Change) -> Iterator[str]:
    """Give the paragraphs that a change takes as a whole, which can be done only once."""
    if not change.leaves_whole and change.kind is not ChangeKind.INSERT:
        yield change.provision
    if change.kind is ChangeKind.JOIN:
        yield change.after


def _newcomers(
    new: Growth, provision: str, manuscript: Manuscript, rows: Mapping[str, Sequence[Cell]]
) -> Iterator[Paragraph]:
    for newcomer in below(new, provision):
        yield _paragraph(newcomer, manuscript, rows)


def _paragraph(newcomer: Newcomer, manuscript: Manuscript, rows: Mapping[str, Sequence[Cell]]) -> Paragraph:
    change, keys = newcomer.change, newcomer.keys
    if change.kind is ChangeKind.MOVE:
        was = manuscript.by_id[change.provision]
        return replace(was, cells=tuple(rows.get(was.id, was.cells)), by=(*was.by, *keys))
    cells = tuple(Cell(word, keys) for word in change.text)
    return Paragraph(change.provision, change.paragraph_kind, cells, change.level, keys)
