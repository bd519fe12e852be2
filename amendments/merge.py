"""Putting amendments into the text: in any order, and in any number of steps, with one result.

Nothing is taken out. Struck words and paragraphs stay in their places with the keys of who struck them,
so that a place that somebody's amendment names can be found again (MERGE.md, The model).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Severity, collisions
from amendments.new_paragraphs import Growth, Newcomer, below, growth, rank
from amendments.weaving import Shift, woven
from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.messages import NotFound, Refused
from drafting.redline import Edit


class Collides(Refused):
    """Two of the amendments that shall be merged exclude each other."""

    def __init__(self, one: str, other: str, provision: str) -> None:
        text = "{one} and {other} cannot both be merged: they exclude each other in {provision}."
        super().__init__(text, one=one, other=other, provision=provision)
        self.one, self.other, self.provision = one, other, provision


@dataclass(frozen=True)
class Merged:
    """A text with amendments merged into it, and how to find in it the places of the text before."""

    manuscript: Manuscript
    proposals: tuple[Proposal, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)  # of the paragraphs whose words changed

    @cached_property
    def growth(self) -> Growth:
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
            cells, shifts[paragraph.id] = woven(paragraph, edits[paragraph.id])
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


def _paragraph(newcomer: Newcomer) -> Paragraph:
    change, keys = newcomer.change, newcomer.keys
    cells = tuple(Cell(word, keys) for word in change.text)
    return Paragraph(change.provision, change.paragraph_kind, cells, change.level, keys)
