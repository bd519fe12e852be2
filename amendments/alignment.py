"""Finding which paragraph of one text is which of another, where nobody kept a record.

What is found is a proposal: a paragraph that is the same, reworded, moved, split or joined with another,
is new or deleted. A person may say that two paragraphs are not one: then one is deleted and the other new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from rapidfuzz.distance import Indel

from amendments.changes import Change, ChangeKind, delete, reword
from amendments.matching import pair
from drafting.manuscript import Manuscript
from drafting.naming import renamed
from drafting.outline import Kind, Outline, Provision
from drafting.text import Text, bare, undivided


class Found(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    NEW = "new"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Match:
    """Paragraphs of the old text, by their ids, and what they are in the new one, by their places there.

    A new text's own ids mean nothing here. ``likeness`` is 1 where the words are the same.
    """

    found: Found
    old: tuple[str, ...]
    new: tuple[int, ...]
    likeness: float = 1.0

    def apart(self) -> tuple["Match", ...]:
        """Give what it is where a person says that these are not the same: deleted and new.

        >>> [each.found.value for each in Match(Found.MOVED, ("op2",), (7,), 0.9).apart()]
        ['deleted', 'new']
        """
        deleted = (Match(Found.DELETED, (id,), ()) for id in self.old)
        return (*deleted, *(Match(Found.NEW, (), (place,)) for place in self.new))


def matches(old: Outline, new: Outline) -> tuple[Match, ...]:
    """Find what became of each paragraph, in the order of the new text; what is deleted comes where it stood.

    >>> from drafting.text import parse
    >>> def draft(*texts: str) -> Outline:
    ...     paragraphs = (Provision(f"{at}", Kind.OPERATIVE, parse(text)) for at, text in enumerate(texts))
    ...     return Outline(provisions=tuple(paragraphs))
    >>> old = draft("Calls upon States to act;", "Thanks Fiji;", "Decides to remain seized of the matter.")
    >>> new = draft("Decides to remain seized of the matter;", "Calls upon all States to act;", "Notes it.")
    >>> [(each.found.value, each.old, each.new) for each in matches(old, new)]
    [('deleted', ('1',), ()), ('reworded', ('2',), (0,)), ('moved', ('0',), (1,)), ('new', (), (2,))]
    """
    found = tuple(_found(old, new, {}, notes=True))
    named = {new.provisions[each.new[0]].id: each.old[0] for each in found if each.old and each.new}
    return (*_found(old, new, named, notes=False), *found)


def _found(old: Outline, new: Outline, named: Mapping[str, str], notes: bool) -> Iterator[Match]:
    """Match the notes of two texts, or the paragraphs, whose references bear the names of the old notes."""
    before = [each for each in old.provisions if _is_note(each) is notes]
    places = [place for place, each in enumerate(new.provisions) if _is_note(each) is notes]
    after = [replace(each, text=renamed(each.text, named)) for each in (new.provisions[at] for at in places)]
    glue = _glue(old.masthead.language)
    pairing = pair(before, after, lambda one, other, text: _seam(one, other, text, glue) > 0, stay=notes)
    where = {**pairing.kept, **pairing.moved}
    where |= {i: each.start for i, each in pairing.split.items()}
    where |= {i: j for j, each in pairing.joined.items() for i in each}
    deleted: dict[int, list[str]] = defaultdict(list)
    last = -1
    for i, each in enumerate(before):
        if i not in where:
            deleted[last].append(each.id)
        elif i not in pairing.moved:
            last = where[i]
    others = {j for each in pairing.split.values() for j in each}
    came: dict[int, int] = {j: i for i, j in where.items()}
    yield from (Match(Found.DELETED, (id,), ()) for id in deleted[-1])
    for j, each in enumerate(after):
        i = came.get(j, -1)
        if j in pairing.joined:
            ids = tuple(before[i].id for i in pairing.joined[j])
            yield Match(Found.JOINED, ids, (places[j],), pairing.alike([*pairing.joined[j]], [j]))
        elif i in pairing.split:
            parts = pairing.split[i]
            yield Match(
                Found.SPLIT, (before[i].id,), tuple(places[n] for n in parts), pairing.alike([i], parts)
            )
        elif i >= 0:
            found = Found.SAME if before[i].text == each.text else Found.REWORDED
            found = Found.MOVED if i in pairing.moved else found
            yield Match(found, (before[i].id,), (places[j],), pairing.alike([i], [j]))
        elif j not in others:
            yield Match(Found.NEW, (), (places[j],))
        yield from (Match(Found.DELETED, (id,), ()) for id in deleted[j])


def changes(
    manuscript: Manuscript, new: Outline, prefix: str = "new", found: Iterable[Match] | None = None
) -> tuple[Change, ...]:
    """Give the changes that turn a text into another one, as if they had been proposed.

    ``found`` is what a person has confirmed of the matches; what is left out of it is left as it is. New
    paragraphs get ids that begin with ``prefix``, which differs from author to author.
    """
    old = manuscript.outline
    confirmed = [*(matches(old, new) if found is None else found)]
    ids = {*manuscript.by_id, *(provision.id for provision in old.provisions)}
    fresh = (id for id in (f"{prefix}{number}" for number in count(1)) if id not in ids)
    at = {place: each for each in confirmed for place in each.new}
    places = [place for place, each in enumerate(new.provisions) if place in at]
    own = {place: at[place].old[0] if at[place].old else next(fresh) for place in places}
    notes = {new.provisions[place].id: id for place, id in own.items() if _is_note(new.provisions[place])}
    texts = [renamed(each.text, notes) for each in new.provisions]
    made = [delete(manuscript, id) for each in confirmed if each.found is Found.DELETED for id in each.old]
    after = ""
    for place in sorted(places, key=lambda place: _is_note(new.provisions[place])):
        match = at[place]
        if place != match.new[0]:
            continue
        provision = replace(new.provisions[place], id=own[place])
        made += _of(manuscript, match, provision, [texts[each] for each in match.new], after)
        after = match.old[-1] if match.old else provision.id
    return tuple(made)


def _of(
    manuscript: Manuscript, match: Match, provision: Provision, texts: Sequence[Text], after: str
) -> Iterator[Change]:
    """Give the changes that a match asks for, in the place after another paragraph."""
    id, kind, level = provision.id, provision.kind, provision.level
    if match.found is Found.NEW:
        yield Change(ChangeKind.INSERT, id, texts[0], (), after, kind, level)
        return
    if match.found is Found.MOVED:
        yield Change(ChangeKind.MOVE, id, (), (), after, kind, level)
    if match.found is Found.JOINED:
        one, other = match.old
        before, behind = (manuscript.by_id[each].text for each in match.old)
        seam = _seam(before, behind, texts[0], _glue(manuscript.masthead.language))
        yield from _reworded(manuscript, one, texts[0][:seam])
        yield from _reworded(manuscript, other, bare(texts[0][seam:]))
        yield Change(ChangeKind.JOIN, other, (), (), one, kind, level)
    else:
        yield from _reworded(manuscript, id, undivided(texts) if len(texts) > 1 else texts[0])


def _reworded(manuscript: Manuscript, id: str, text: Text) -> Iterator[Change]:
    if text != manuscript.by_id[id].text:
        made = reword(manuscript, id, text)
        if made.edits:
            yield made


def _seam(one: Text, other: Text, text: Text, glue: str) -> int:
    """Find where in the words of two joined paragraphs those of the second begin; 0 where nowhere.

    The space before that place is the one that joining puts there.
    """
    ids: dict[str, int] = {}
    left, right = (
        [ids.setdefault(word.key.casefold(), len(ids)) for word in words] for words in ((*one, *other), text)
    )
    blocks = [block for block in Indel.editops(left, right).as_matching_blocks() if block.size]
    starts = [block.b + max(0, len(one) - block.a) for block in blocks if block.a + block.size > len(one)]
    ends = [min(block.b + block.size, block.b + len(one) - block.a) for block in blocks if block.a < len(one)]
    last = min(starts, default=len(text))
    possible = [at for at in range(1, len(text)) if text[at].glue == glue]
    between = [at for at in possible if max(ends, default=0) <= at <= last]
    return max(between, default=min(possible, key=lambda at: abs(at - last), default=0))


def _glue(language: str) -> str:
    return "" if language == "zh" else " "


def _is_note(provision: Provision) -> bool:
    return provision.kind is Kind.NOTE
