"""Finding which paragraph of one text is which of another, where nobody kept a record.

Paragraphs are matched in their order: first those that read the same, then those most alike between
them. One that moved is taken as deleted and new.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeAlias

from rapidfuzz.distance import Indel

from amendments.changes import Change, ChangeKind, delete, reword
from drafting.manuscript import Manuscript
from drafting.naming import renamed
from drafting.outline import Kind, Outline, Provision

_ALIKE = 0.5  # the share of words that two readings of one paragraph have in common at least
_ONLY_ONE = (Kind.TITLE, Kind.ENACTING)  # matched whatever they say


def changes(manuscript: Manuscript, new: Outline, prefix: str = "new") -> tuple[Change, ...]:
    """Give the changes that turn a text into another one, as if they had been proposed.

    New paragraphs get ids that begin with ``prefix``, which differs from author to author.
    """
    old = manuscript.outline
    aligned = align(old, new, prefix, manuscript.by_id)
    kept = {provision.id for provision in aligned.provisions}
    found = [delete(manuscript, each.id) for each in old.provisions if each.id not in kept]
    standing = {provision.id: provision for provision in old.provisions}
    after = ""
    for provision in aligned.provisions:
        if provision.id not in standing:
            text, kind, level = provision.text, provision.kind, provision.level
            found.append(Change(ChangeKind.INSERT, provision.id, text, (), after, kind, level))
        elif provision.text != standing[provision.id].text:
            found.append(reword(manuscript, provision.id, provision.text))
        after = provision.id
    return tuple(found)


def align(old: Outline, new: Outline, prefix: str = "new", taken: Collection[str] = ()) -> Outline:
    """Give the new text with the old one's ids where paragraphs are the same or alike, else with new ids.

    References follow their notes, which are matched by what they say. ``taken`` are ids not to be given.

    >>> from drafting.text import parse
    >>> def draft(*texts: str) -> Outline:
    ...     paragraphs = (Provision(f"{at}", Kind.OPERATIVE, parse(text)) for at, text in enumerate(texts))
    ...     return Outline(provisions=tuple(paragraphs))
    >>> old = draft("Calls upon States to act;", "Decides to remain seized of the matter.")
    >>> new = draft("Takes note;", "Calls upon all States to act;", "Decides to remain seized of the matter.")
    >>> [provision.id for provision in align(old, new).provisions]
    ['new1', '0', '1']
    """
    ids = {*taken, *(provision.id for provision in old.provisions)}
    fresh = (id for id in (f"{prefix}{number}" for number in count(1)) if id not in ids)
    notes = list(new.of(Kind.NOTE))
    matched = _matches(list(old.of(Kind.NOTE)), notes)
    notes_now = {note.id: matched.get(at) or next(fresh) for at, note in enumerate(notes)}
    body = [
        replace(each, text=renamed(each.text, notes_now))
        for each in new.provisions
        if each.kind is not Kind.NOTE
    ]
    matched = _matches([each for each in old.provisions if each.kind is not Kind.NOTE], body)
    aligned = [replace(each, id=matched.get(at) or next(fresh)) for at, each in enumerate(body)]
    aligned += (replace(note, id=notes_now[note.id], text=renamed(note.text, notes_now)) for note in notes)
    return replace(new, provisions=tuple(aligned))


_Reading: TypeAlias = tuple[Kind, int, tuple[str, ...]]


def _matches(old: Sequence[Provision], new: Sequence[Provision]) -> dict[int, str]:
    """Match provisions in their order; gives the old id by the position among the new ones."""
    readings: dict[_Reading, int] = {}
    left, right = (
        [readings.setdefault((each.kind, each.level, _keys(each)), len(readings)) for each in each_side]
        for each_side in (old, new)
    )
    found: dict[int, str] = {}
    start, new_start = 0, 0
    for block in [*Indel.editops(left, right).as_matching_blocks()]:
        for one, other in _most_alike(old[start : block.a], new[new_start : block.b]):
            found[new_start + other] = old[start + one].id
        found |= {block.b + step: old[block.a + step].id for step in range(block.size)}
        start, new_start = block.a + block.size, block.b + block.size
    return found


def _most_alike(old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[tuple[int, int]]:
    """Pair provisions in their order so that all pairs together are as alike as can be."""
    if not old or not new:
        return
    words: dict[str, int] = {}
    left, right = (
        [[words.setdefault(key, len(words)) for key in _keys(each)] for each in each_side]
        for each_side in (old, new)
    )
    alike = [
        [_likeness(one, other, left[i], right[j]) for j, other in enumerate(new)] for i, one in enumerate(old)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(one: Provision, other: Provision, left: Sequence[int], right: Sequence[int]) -> float:
    if (one.kind, one.level) != (other.kind, other.level):
        return 0.0
    if one.kind in _ONLY_ONE:
        return 1.0
    return Indel.normalized_similarity(left, right, score_cutoff=_ALIKE)


def _keys(provision: Provision) -> tuple[str, ...]:
    return tuple(word.key for word in provision.text)
