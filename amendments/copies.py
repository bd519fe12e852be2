"""Merging amended copies of a text, of which nobody kept a record but the copies themselves.

What a copy changes is found by comparing it with the text (``alignment``) and divided into amendments as
small as can be: one for each paragraph, but whole where one part makes no sense without another. So a
clash over one paragraph does not cost a delegation all that it proposes elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from amendments import alignment
from amendments.changes import Change, Proposal
from amendments.collisions import Collision, Severity, collisions
from amendments.merge import merge
from amendments.ties import tied
from drafting.manuscript import Manuscript
from drafting.outline import Outline


@dataclass(frozen=True)
class MergedCopies:
    """What came of merging copies, and what did not go in because it collides."""

    base: Manuscript
    text: Manuscript
    merged: tuple[Proposal, ...]
    left_out: tuple[Proposal, ...]
    collisions: tuple[Collision, ...]
    movers: Mapping[str, str]  # whose an amendment is, by its key

    @property
    def collides(self) -> bool:
        """Whether amendments exclude each other or touch; that some say the same is no collision."""
        return any(each.severity is not Severity.CONCURRING for each in self.collisions)

    def rivals(self, proposal: Proposal) -> list[str]:
        """Name those whose amendments exclude this one."""
        hard = [each for each in self.collisions if each.severity is Severity.HARD]
        met = [(each.one, each.other) for each in hard if proposal.key in (each.one, each.other)]
        return sorted({self.movers[key] for pair in met for key in pair if key != proposal.key})


def merge_copies(base: Manuscript, copies: Mapping[str, Outline]) -> MergedCopies:
    """Merge copies of a text, each under the name of whose it is; their order makes no difference.

    Amendments that exclude each other all stay out, for nobody said which of them shall prevail.
    """
    proposals: list[Proposal] = []
    movers: dict[str, str] = {}
    for position, name in enumerate(sorted(copies), 1):
        for number, changes in enumerate(wholes(base, copies[name], f"new{position}."), 1):
            proposals.append(Proposal(f"{position}.{number}", changes))
            movers[proposals[-1].key] = name
    found = collisions(base, proposals)
    hard = {key for each in found if each.severity is Severity.HARD for key in (each.one, each.other)}
    merged = tuple(each for each in proposals if each.key not in hard)
    left_out = tuple(each for each in proposals if each.key in hard)
    return MergedCopies(base, merge(base, merged).manuscript, merged, left_out, found, movers)


def wholes(base: Manuscript, copy: Outline, prefix: str = "new") -> list[tuple[Change, ...]]:
    """Divide what a copy changes into amendments, of which each makes sense without the others."""
    return tied(base, alignment.changes(base, copy, prefix))
