"""The words of a paragraph with all that is proposed for them at once, whether it can be merged or not.

What excludes each other stands side by side: a word that two would strike is struck by both, and the
words of each stand where they would stand if it alone were merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.merge import merge
from amendments.weaving import woven
from drafting.manuscript import Cell, Manuscript, Paragraph
from drafting.redline import Edit
from drafting.text import Text, Word

Owners: TypeAlias = tuple[str, ...]  # the keys of the amendments that propose the very same
Chain: TypeAlias = tuple[Owners, ...]  # who put something in, and inside of that who else, and so on


class Stretch(NamedTuple):
    """Words that the same amendments put in and strike; nobody, where they are the text's own and stand."""

    words: Text
    path: Chain = ()
    struck: Owners = ()

    @property
    def by(self) -> Chain:
        """Whose brackets are around the words, the outermost first."""
        return (*self.path, self.struck) if self.struck else self.path


class _Put(NamedTuple):
    word: Word
    path: Chain
    struck: Owners


@dataclass(frozen=True)
class Voice:
    """What an amendment says on a text, and the amendments to it, which are written on what it leaves."""

    text: Manuscript
    proposal: Proposal
    amendments: tuple["Voice", ...] = ()

    @property
    def key(self) -> str:
        """The amendment's key."""
        return self.proposal.key

    @cached_property
    def left(self) -> Manuscript:
        """The text as this amendment alone leaves it."""
        return merge(self.text, [self.proposal]).manuscript

    @cached_property
    def _edits(self) -> dict[str, tuple[Edit, ...]]:
        found: dict[str, tuple[Edit, ...]] = defaultdict(tuple)
        for change in self.of(ChangeKind.REWORD):
            found[change.provision] += change.edits
        return found

    def of(self, *kinds: ChangeKind) -> Iterable[Change]:
        """Give its changes of these kinds."""
        return (change for change in self.proposal.changes if change.kind in kinds)

    def row(self, paragraph: Paragraph) -> tuple[Cell, ...]:
        """Give the cells of a paragraph of its text with its edits made; divisions leave it one row."""
        edits = self._edits.get(paragraph.id, ())
        return woven(paragraph, [(self.key, edit) for edit in edits])[0] if edits else paragraph.cells

    def keeps(self, paragraph: Paragraph) -> bool:
        """Whether what it leaves of a paragraph is the paragraph's own row of cells."""
        left = self.left.by_id.get(paragraph.id)
        return left is not None and left.cells == self.row(paragraph)

    @cached_property
    def about(self) -> frozenset[str]:
        """The paragraphs whose words it changes, itself or by the amendments to it."""
        return frozenset(self._edits).union(*(each.about for each in self.amendments))


def compiled_words(paragraph: Paragraph, voices: Sequence[Voice], path: Chain = ()) -> tuple[Stretch, ...]:
    """Give a paragraph's words with what is proposed for them; ``path`` says who proposes it at all."""
    gaps, struck = _layers(paragraph, voices)
    puts: list[_Put] = []
    for at, cell in enumerate(paragraph.cells):
        puts += (put for group in gaps[at] for put in group)
        if not cell.struck:
            puts.append(_Put(cell.word, (), struck[at]))
    puts += (put for group in gaps[-1] for put in group)
    return tuple(
        Stretch(tuple(put.word for put in run), (*path, *within), gone)
        for (within, gone), run in groupby(puts, key=lambda put: (put.path, put.struck))
    )


def _layers(paragraph: Paragraph, voices: Sequence[Voice]) -> tuple[list[list[list[_Put]]], list[Owners]]:
    """Find what comes before each cell and after the last, in groups, and who strikes each cell."""
    end = len(paragraph.cells)
    gaps: list[list[list[_Put]]] = [[] for _ in range(end + 1)]
    struck: list[Owners] = [()] * end
    for voice in voices:
        if paragraph.id not in voice.about:
            continue
        row = voice.row(paragraph)
        inner: list[list[list[_Put]]] = [[] for _ in range(len(row) + 1)]
        gone: list[Owners] = [()] * len(row)
        if any(paragraph.id in each.about for each in voice.amendments) and voice.keeps(paragraph):
            inner, gone = _layers(replace(paragraph, cells=row), voice.amendments)
        own = (voice.key,)
        mine: list[list[_Put]] = [[] for _ in range(end + 1)]
        at = 0
        for place, cell in enumerate((*row, None)):
            mine[at] += (put._replace(path=(own, *put.path)) for group in inner[place] for put in group)
            if cell is None:
                break
            if cell.by == own:
                mine[at].append(_Put(cell.word, (own,), gone[place]))
                continue
            strikes = own if cell.struck == own else ()
            struck[at] = tuple(dict.fromkeys((*struck[at], *strikes, *gone[place])))
            at += 1
        for place, group in enumerate(mine):
            if group:
                _join(gaps[place], group, voice.key)
    return gaps, struck


def _join(groups: list[list[_Put]], group: list[_Put], key: str) -> None:
    """Add what one amendment puts into a place; the very same words have one group for all who say them."""
    if all(len(put.path) == 1 and not put.struck for put in group):
        for at, other in enumerate(groups):
            if [(put.word, len(put.path), put.struck) for put in other] == [
                (put.word, 1, ()) for put in group
            ]:
                groups[at] = [put._replace(path=((*put.path[0], key),)) for put in other]
                return
    groups.append(group)
