"""Which changes make no sense one without the other, and so stay in one amendment.

They are paragraphs that follow each other or take the place of one that goes, a paragraph and its
sub-paragraphs, words and their notes, words and notes that move, paragraphs that are joined and what is
done to either, and whatever would exclude each other if two amendments said it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.collisions import Severity, collisions
from amendments.edits import lowered
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind
from drafting.text import Text, notes

_ROW = 4  # words in a row by which one sees that words were moved
_LEAST = 3  # such rows at least; what is shorter can stand in two places by chance

_Ties: TypeAlias = Iterator[tuple[int, int]]  # between changes, by their places among all


def tied(manuscript: Manuscript, changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Group changes so that each group makes sense without the others, and none could be smaller."""
    new = {change.provision for change in changes if change.kind is ChangeKind.INSERT}
    changes = [_apart(manuscript, change, new) for change in changes]
    leader = list(range(len(changes)))

    def first(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for one, other in _ties(manuscript, changes):
        leader[first(other)] = first(one)
    groups: dict[int, list[Change]] = defaultdict(list)
    for at, change in enumerate(changes):
        groups[first(at)].append(change)
    return [tuple(group) for group in groups.values()]


def _apart(manuscript: Manuscript, change: Change, new: Collection[str]) -> Change:
    """Let a new note follow the text's last paragraph, not another new one: notes are printed in the order
    in which the text refers to them."""
    if change.paragraph_kind is Kind.NOTE and change.after in new:
        return replace(change, after=manuscript.paragraphs[-1].id)
    return change


def _ties(manuscript: Manuscript, changes: Sequence[Change]) -> _Ties:
    whole = {each.provision: at for at, each in enumerate(changes) if each.kind is not ChangeKind.REWORD}
    yield from _by_place(manuscript, changes, whole)
    yield from _families(manuscript, changes, whole)
    about: dict[str, list[int]] = defaultdict(list)
    for at, change in enumerate(changes):
        about[change.provision].append(at)
    struck = [_struck(manuscript, change) for change in changes]
    put = [_put(change) for change in changes]
    for at, change in enumerate(changes):
        mentioned = {*notes(struck[at]), *notes(put[at])}
        joined = (change.provision, change.after) if change.kind is ChangeKind.JOIN else ()
        for provision in (*mentioned, *joined):
            for other in about.get(provision, ()):
                yield at, other
    yield from _moved(struck, put)
    apart = [Proposal(str(at), (change,)) for at, change in enumerate(changes)]
    for collision in collisions(manuscript, apart):
        if collision.severity is not Severity.SOFT:
            yield int(collision.one), int(collision.other)


def _by_place(manuscript: Manuscript, changes: Sequence[Change], whole: Mapping[str, int]) -> _Ties:
    """Tie paragraphs that come to one place, that follow one which comes too, and that replace others."""
    order = list(pairwise(["", *(each.id for each in manuscript.paragraphs), ""]))
    following, before = dict(order), {other: one for one, other in order}
    struck = {each.id for each in manuscript.paragraphs if each.struck}
    gone = {each.provision for each in changes if each.kind is ChangeKind.DELETE}
    came: dict[str, int] = {}
    for at, change in enumerate(changes):
        if not change.has_place or change.paragraph_kind is Kind.NOTE:
            continue
        yield at, came.setdefault(change.after, at)
        if change.after in whole and changes[whole[change.after]].has_place:
            yield whole[change.after], at
        if change.kind is ChangeKind.INSERT:
            for neighbour, step in ((change.after, before), (following.get(change.after, ""), following)):
                while neighbour in gone | struck:
                    if neighbour in gone:
                        yield whole[neighbour], at
                    neighbour = step[neighbour]


def _families(manuscript: Manuscript, changes: Sequence[Change], whole: Mapping[str, int]) -> _Ties:
    """Tie a paragraph that goes, or goes elsewhere, to its sub-paragraphs that do."""
    goes = {each.provision for each in changes if each.kind in (ChangeKind.DELETE, ChangeKind.MOVE)}
    above: list[Paragraph] = []
    for paragraph in manuscript.paragraphs:
        if paragraph.struck:
            continue
        while above and _depth(above[-1]) >= _depth(paragraph):
            above.pop()
        if paragraph.id in goes:
            yield from ((whole[each.id], whole[paragraph.id]) for each in above if each.id in goes)
        above.append(paragraph)


def _depth(paragraph: Paragraph) -> int:
    return paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0


def _struck(manuscript: Manuscript, change: Change) -> Text:
    """The words that a change takes away."""
    if change.kind not in (ChangeKind.REWORD, ChangeKind.DELETE):
        return ()
    paragraph = manuscript.by_id[change.provision]
    if change.kind is ChangeKind.DELETE:
        return paragraph.text
    edits = lowered(paragraph, change.edits)
    return tuple(word for edit in edits for word in paragraph.text[edit.start : edit.end])


def _put(change: Change) -> Text:
    """The words that a change brings."""
    if change.kind is ChangeKind.INSERT:
        return change.text
    return tuple(word for edit in change.edits for word in edit.words)


def _moved(struck: Sequence[Text], put: Sequence[Text]) -> _Ties:
    """Tie what words leave to what they come to, by the rows of words in both."""
    left = [_rows(words) for words in struck]
    givers: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for giver, rows in enumerate(left):
        for row in rows:
            givers[row].append(giver)
    for taker, words in enumerate(put):
        came = _rows(words)
        shared = Counter(giver for row in came for giver in givers.get(row, ()) if giver != taker)
        for giver, count in shared.items():
            if count >= max(_LEAST, min(len(came), len(left[giver])) / 2):
                yield giver, taker


def _rows(words: Text) -> set[tuple[str, ...]]:
    keys = [word.key for word in words]
    return {tuple(keys[at : at + _ROW]) for at in range(len(keys) - _ROW + 1)}
