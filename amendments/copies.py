"""Merging amended copies of a text, of which nobody kept a record but the copies themselves.

What a copy changes is found by comparing it with the text (``alignment``) and divided into amendments as
small as can be: one for each paragraph, but whole where one part makes no sense without another. So a
clash over one paragraph does not cost a delegation all that it proposes elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amendments import alignment
from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Collision, Severity, collisions
from amendments.edits import lowered
from amendments.merge import merge
from drafting.manuscript import Manuscript
from drafting.outline import Kind, Outline
from drafting.text import Text, notes

_ROW = 4  # words in a row by which one sees that words were moved
_LEAST = 3  # such rows at least; what is shorter can stand in two places by chance


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
    """Divide what a copy changes into amendments, of which each makes sense without the others.

    Changes stay together where a new or moved paragraph follows another such one or a new one takes the
    place of a deleted one, where two are joined, where words or notes move from one paragraph to another,
    where words come with their notes, and where a paragraph goes with its sub-paragraphs.
    """
    changes = [_apart(base, each) for each in alignment.changes(base, copy, prefix)]
    leader = {change.provision: change.provision for change in changes}

    def first(provision: str) -> str:
        while leader[provision] != provision:
            provision = leader[provision]
        return provision

    for one, other in _ties(base, changes):
        if one in leader and other in leader:
            leader[first(other)] = first(one)
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[first(change.provision)].append(change)
    return [tuple(group) for group in groups.values()]


def _apart(base: Manuscript, change: Change) -> Change:
    """Let a new note follow the text's last paragraph, not another new note: notes are printed in the order
    in which the text refers to them."""
    new_note = change.kind is ChangeKind.INSERT and change.paragraph_kind is Kind.NOTE
    return replace(change, after=base.paragraphs[-1].id) if new_note else change


def _ties(base: Manuscript, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Give the pairs of provisions whose changes make no sense one without the other."""
    gone = {change.provision for change in changes if change.kind is ChangeKind.DELETE}
    yield from _by_place(base, changes, gone)
    struck = {change.provision: _struck(base, change) for change in changes}
    put = {change.provision: _put(change) for change in changes}
    for change in changes:
        for note in {*notes(struck[change.provision]), *notes(put[change.provision])}:
            yield note, change.provision
    yield from _moved(struck, put)


def _by_place(base: Manuscript, changes: Iterable[Change], gone: set[str]) -> Iterator[tuple[str, str]]:
    standing = [each for each in base.paragraphs if not each.struck]
    following = {one.id: other.id for one, other in pairwise(standing)}
    new = {change.provision for change in changes if change.kind is ChangeKind.INSERT}
    placed = {change.provision for change in changes if change.has_place}
    for change in changes:
        if change.kind is ChangeKind.JOIN or change.after in placed:
            yield change.after, change.provision
        elif change.provision in new and change.paragraph_kind is not Kind.NOTE:
            neighbour = following.get(change.after) if change.after else standing[0].id
            while neighbour in gone:
                yield neighbour, change.provision
                neighbour = following.get(neighbour)
    head = ""
    for paragraph in standing:
        if paragraph.kind is not Kind.SUBPARAGRAPH:
            head = paragraph.id
        elif head in gone and paragraph.id in gone:
            yield head, paragraph.id


def _struck(base: Manuscript, change: Change) -> Text:
    """The words that a change takes away."""
    if change.kind is ChangeKind.INSERT:
        return ()
    text = base.by_id[change.provision].text
    if change.kind is ChangeKind.DELETE:
        return text
    edits = lowered(base.by_id[change.provision], change.edits)
    return tuple(word for edit in edits for word in text[edit.start : edit.end])


def _put(change: Change) -> Text:
    """The words that a change brings."""
    if change.kind is ChangeKind.INSERT:
        return change.text
    return tuple(word for edit in change.edits for word in edit.words)


def _moved(struck: Mapping[str, Text], put: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Pair a paragraph that words leave with the one to which they come, by the rows of words in both."""
    left = {provision: _rows(words) for provision, words in struck.items()}
    givers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for provision, rows in left.items():
        for row in rows:
            givers[row].append(provision)
    for taker, words in put.items():
        came = _rows(words)
        shared = Counter(giver for row in came for giver in givers.get(row, ()) if giver != taker)
        for giver, count in shared.items():
            if count >= max(_LEAST, min(len(came), len(left[giver])) / 2):
                yield giver, taker


def _rows(words: Text) -> set[tuple[str, ...]]:
    keys = [word.key for word in words]
    return {tuple(keys[at : at + _ROW]) for at in range(len(keys) - _ROW + 1)}
