"""The difference of two texts, drawn as a person would draw it, and what it makes of the first.

What is shown is also what collides and merges, so it never cuts a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafting.hunks import Hunk, joined, readable
from drafting.text import Text, Word


@dataclass(frozen=True, slots=True)
class Edit:
    """The words from ``start`` up to ``end`` of a text, and what takes their place.

    Where ``start`` is ``end`` it only inserts; without words it only strikes.
    """

    start: int
    end: int
    words: Text = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a redline: words kept, inserted or struck."""

    kind: Literal["kept", "inserted", "struck"]
    words: Text


def redline(old: Text, new: Text) -> tuple[Edit, ...]:
    """Find the edits that make ``new`` of ``old``, few and readable, in order and apart from each other.

    >>> from drafting.text import markup, parse
    >>> old = parse("Recalling its resolution 64/293 of 30 July 2010 on women,")
    >>> new = parse("Recalling its resolution 72/1 of 30 July 2010 on women and girls,")
    >>> [(edit.start, edit.end, markup(edit.words)) for edit in redline(old, new)]
    [(3, 4, ' 72/1'), (10, 10, ' and girls')]
    """
    hunks = joined(_with_marks(readable([word.key for word in old], [word.key for word in new]), old, new))
    return tuple(Edit(hunk.a, hunk.a_end, new[hunk.b : hunk.b_end]) for hunk in hunks)


def apply(old: Sequence[Word], edits: Iterable[Edit]) -> Text:
    """Give the text as it reads with the edits made."""
    new: list[Word] = []
    position = 0
    for edit in edits:
        new += old[position : edit.start]
        new += edit.words
        position = edit.end
    new += old[position:]
    return tuple(new)


def runs(old: Sequence[Word], edits: Iterable[Edit]) -> tuple[Run, ...]:
    """Give a text with its edits as a redline shows them: what is struck before what is inserted.

    A word of which only the space before it changes is shown as kept.
    """
    found: list[Run] = []
    position = 0
    for edit in edits:
        struck, inserted = list(old[edit.start : edit.end]), list(edit.words)
        kept: list[Word] = []
        while struck and inserted and _but_for_space(struck[-1]) == _but_for_space(inserted[-1]):
            struck.pop()
            kept.insert(0, inserted.pop())
        found += [Run("kept", tuple(old[position : edit.start])), Run("struck", tuple(struck))]
        found += [Run("inserted", tuple(inserted)), Run("kept", tuple(kept))]
        position = edit.end
    found.append(Run("kept", tuple(old[position:])))
    joined: list[Run] = []
    for run in found:
        if run.words and joined and joined[-1].kind == run.kind:
            joined[-1] = Run(run.kind, joined[-1].words + run.words)
        elif run.words:
            joined.append(run)
    return tuple(joined)


def _but_for_space(word: Word) -> tuple[object, ...]:
    return word.text, word.italic, word.link, word.note


def _with_marks(hunks: Sequence[Hunk], old: Text, new: Text) -> Iterator[Hunk]:
    """Add the words that are kept with other marks, another kind of quotation mark or another space."""
    a = b = 0
    for hunk in [*hunks, Hunk(len(old), len(old), len(new), len(new))]:
        for step in range(hunk.a - a):
            if old[a + step] != new[b + step]:
                yield Hunk(a + step, a + step + 1, b + step, b + step + 1)
        if hunk.a < hunk.a_end or hunk.b < hunk.b_end:
            yield hunk
        a, b = hunk.a_end, hunk.b_end
