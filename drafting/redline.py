"""The difference of two texts, drawn as a person would draw it, and what it makes of the first.

The shortest difference is not the one that reads best: it keeps stray words in the middle of what was
rewritten and begins a new clause with the comma of the one before. MERGE.md, Readable redlines, says
how it is cleaned up. What is shown is also what collides and merges, so it never cuts a word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from rapidfuzz.distance import Indel

from drafting.phrases import CLAUSE, HAN_NUMERALS, JOINING, is_han, is_number, weight
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
    a, b = [word.key for word in old], [word.key for word in new]
    hunks = _difference(a, b)
    hunks = _swallow(hunks, a)
    hunks = _moved(_slide, hunks, a, b)
    hunks = _moved(_widen_numerals, hunks, a, b)
    if _rewritten(hunks, a, b):
        hunks = [_Hunk(0, len(a), 0, len(b))]
    hunks = _joined(_with_marks(hunks, old, new))
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


class _Hunk(NamedTuple):
    """Words ``a`` up to ``a_end`` of the old text became words ``b`` up to ``b_end`` of the new one."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def replaces(self) -> bool:
        return self.a < self.a_end and self.b < self.b_end


def _difference(a: Sequence[str], b: Sequence[str]) -> list[_Hunk]:
    """Compare what is left between the common beginning and the common end."""
    shorter = min(len(a), len(b))
    start = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    shorter -= start
    end = next((at for at in range(shorter) if a[-1 - at] != b[-1 - at]), shorter)
    ids: dict[str, int] = {}
    left, right = (
        [ids.setdefault(key, len(ids)) for key in text[start : len(text) - end]] for text in (a, b)
    )
    return _joined(
        _Hunk(step.src_start + start, step.src_end + start, step.dest_start + start, step.dest_end + start)
        for step in Indel.opcodes(left, right)
        if step.tag != "equal"
    )


def _joined(hunks: Iterable[_Hunk]) -> list[_Hunk]:
    """Make one of hunks between which nothing is kept."""
    joined: list[_Hunk] = []
    for hunk in hunks:
        if joined and joined[-1].a_end >= hunk.a and joined[-1].b_end >= hunk.b:
            joined[-1] = _Hunk(joined[-1].a, hunk.a_end, joined[-1].b, hunk.b_end)
        else:
            joined.append(hunk)
    return joined


def _swallow(hunks: list[_Hunk], a: Sequence[str]) -> list[_Hunk]:
    """Give up small words kept between two changes, which only make a rewritten phrase hard to read."""
    done: list[_Hunk] = []
    for hunk in hunks:
        while done and _alike(done[-1], hunk) and _is_little(a[done[-1].a_end : hunk.a], done[-1], hunk, a):
            before = done.pop()
            hunk = _Hunk(before.a, hunk.a_end, before.b, hunk.b_end)
        done.append(hunk)
    return done


def _alike(one: _Hunk, other: _Hunk) -> bool:
    """Whether two hunks are two replacements, or a deletion and an insertion."""
    if one.replaces or other.replaces:
        return one.replaces and other.replaces
    return (one.a == one.a_end) != (other.a == other.a_end)


def _is_little(island: Sequence[str], one: _Hunk, other: _Hunk, a: Sequence[str]) -> bool:
    if len(island) > 3 or not CLAUSE.isdisjoint(island):
        return False
    if len(island) == 1 and one.replaces and other.replaces:
        dated = is_number(a[one.a_end - 1]) and is_number(a[other.a])  # 20 *July* 2010
        if dated or is_han(island[0]):
            return True
    return all(weight(word) < 2 for word in island)


_Move: TypeAlias = Callable[[_Hunk, Sequence[str], Sequence[str], int, int], _Hunk]


def _moved(move: _Move, hunks: Sequence[_Hunk], a: Sequence[str], b: Sequence[str]) -> list[_Hunk]:
    """Move the edges of each hunk in turn, within the words kept to its left and to its right."""
    moved: list[_Hunk] = []
    for at, hunk in enumerate(hunks):
        left = hunk.a - (moved[-1].a_end if moved else 0)
        right = (hunks[at + 1].a if at + 1 < len(hunks) else len(a)) - hunk.a_end
        moved.append(move(hunk, a, b, left, right))
    return _joined(moved)


def _slide(hunk: _Hunk, a: Sequence[str], b: Sequence[str], left: int, right: int) -> _Hunk:
    """Move an insertion or a deletion to where a phrase begins and ends: "girls," and not ", girls"."""
    if hunk.replaces:
        return hunk
    text, start, end = (b, hunk.b, hunk.b_end) if hunk.a == hunk.a_end else (a, hunk.a, hunk.a_end)
    back = 0
    while back < left and text[start - back - 1] == text[end - back - 1]:
        back += 1
    forth = 0
    while forth < right and text[start + forth] == text[end + forth]:
        forth += 1
    step = max(
        range(-back, forth + 1), key=lambda step: (_phrase(text, start + step, end + step), -abs(step))
    )
    return _Hunk(hunk.a + step, hunk.a_end + step, hunk.b + step, hunk.b_end + step)


def _phrase(text: Sequence[str], start: int, end: int) -> int:
    """How much the words from ``start`` up to ``end`` look like a phrase by themselves."""
    after_clause = start == 0 or text[start - 1] in CLAUSE
    return (
        2 * after_clause
        + (text[end - 1] in CLAUSE and after_clause)
        - (text[end - 1].lower() in JOINING)
        - (text[start] in CLAUSE and end < len(text) and text[end] in CLAUSE)
    )


def _widen_numerals(hunk: _Hunk, a: Sequence[str], b: Sequence[str], left: int, right: int) -> _Hunk:
    """Take in the rest of a Chinese numeral, of which every digit is a word: 七十六 becomes 七十八."""
    changed = [words for words in (a[hunk.a : hunk.a_end], b[hunk.b : hunk.b_end]) if words]
    if not any(words[0] in HAN_NUMERALS or words[-1] in HAN_NUMERALS for words in changed):
        return hunk
    back = forth = 0
    while back < left and a[hunk.a - back - 1] in HAN_NUMERALS:
        back += 1
    while forth < right and a[hunk.a_end + forth] in HAN_NUMERALS:
        forth += 1
    return _Hunk(hunk.a - back, hunk.a_end + forth, hunk.b - back, hunk.b_end + forth)


def _rewritten(hunks: Sequence[_Hunk], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether so little of the shorter text is kept that it is better read as a whole.

    That is less than half of what it says where several stretches change; of one stretch, which can
    be read anyway, less than a quarter.
    """
    if not any(hunk.replaces for hunk in hunks) and len(hunks) < 2:
        return False
    share = 2 if len(hunks) > 1 else 4
    all_of_a, all_of_b = sum(map(weight, a)), sum(map(weight, b))
    struck = sum(weight(word) for hunk in hunks for word in a[hunk.a : hunk.a_end])
    return share * (all_of_a - struck) < min(all_of_a, all_of_b)


def _with_marks(hunks: Sequence[_Hunk], old: Text, new: Text) -> Iterator[_Hunk]:
    """Add the words that are kept with other marks, another kind of quotation mark or another space."""
    a = b = 0
    for hunk in [*hunks, _Hunk(len(old), len(old), len(new), len(new))]:
        for step in range(hunk.a - a):
            if old[a + step] != new[b + step]:
                yield _Hunk(a + step, a + step + 1, b + step, b + step + 1)
        if hunk.a < hunk.a_end or hunk.b < hunk.b_end:
            yield hunk
        a, b = hunk.a_end, hunk.b_end
