"""The difference of two texts, drawn as a person would draw it, and what it makes of the first.

What is shown is also what collides and merges, so it never cuts a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from drafting.cleanup import readable
from drafting.hunks import Hunk, joined
from drafting.phrases import CLAUSE
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

    Words of which only the space before them changes are shown as kept, as is the mark that ends both.
    """
    found: list[Run] = []
    position = 0
    for edit in edits:
        struck, inserted = old[edit.start : edit.end], edit.words
        found.append(Run("kept", tuple(old[position : edit.start])))
        position = edit.end
        if struck and inserted and struck[-1] == inserted[-1] and struck[-1].text in CLAUSE:
            struck, inserted, position = struck[:-1], inserted[:-1], position - 1
        a = b = 0
        for step in Indel.opcodes([*map(_but_for_space, struck)], [*map(_but_for_space, inserted)]):
            if step.tag == "equal" and struck[step.src_start].glue != inserted[step.dest_start].glue:
                found += _replaced(struck[a : step.src_start], inserted[b : step.dest_start])
                found.append(Run("kept", inserted[step.dest_start : step.dest_end]))
                a, b = step.src_end, step.dest_end
        found += _replaced(struck[a:], inserted[b:])
    found.append(Run("kept", tuple(old[position:])))
    joined: list[Run] = []
    for run in found:
        if run.words and joined and joined[-1].kind == run.kind:
            joined[-1] = Run(run.kind, joined[-1].words + run.words)
        elif run.words:
            joined.append(run)
    return tuple(joined)


def _replaced(struck: Sequence[Word], inserted: Text) -> list[Run]:
    return [Run("struck", tuple(struck)), Run("inserted", inserted)]


def _but_for_space(word: Word) -> tuple[object, ...]:
    return word.text, word.italic, word.link, word.note


def _with_marks(hunks: Sequence[Hunk], old: Text, new: Text) -> Iterator[Hunk]:
    """Add the words that are kept with other marks, another kind of quotation mark or another space."""
    a = b = 0
    for hunk in [*hunks, Hunk(len(old), len(old), len(new), len(new))]:
        if old[a : hunk.a] != new[b : hunk.b]:
            for step in range(hunk.a - a):
                if old[a + step] != new[b + step]:
                    yield Hunk(a + step, a + step + 1, b + step, b + step + 1)
        if hunk.a < hunk.a_end or hunk.b < hunk.b_end:
            yield hunk
        a, b = hunk.a_end, hunk.b_end
