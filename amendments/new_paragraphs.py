"""Where new and moved paragraphs stand: after the one that they follow, in the order of their amendments."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from drafting.outline import Kind


@lru_cache(maxsize=50_000)
def rank(key: str) -> tuple[str | int, ...]:
    """Put keys in the order of their numbers: a2 before a10.

    >>> sorted(["a10", "a2", "a1"], key=rank)
    ['a1', 'a2', 'a10']
    """
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", key))


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A new paragraph, or one from elsewhere, and the amendments that propose it in the very same words."""

    change: Change
    keys: tuple[str, ...]


Growth: TypeAlias = Mapping[str, Sequence[Newcomer]]  # the new paragraphs, by the id of what they follow


def growth(proposals: Iterable[Proposal], follows: Callable[[str], str] = str) -> Growth:
    """Put new paragraphs in their order after the one that they follow: notes last, then by amendment.

    The proposals come in the order of their rank. Of new paragraphs with the very same words the first
    stands for all. ``follows`` gives the id that the place after a paragraph has in the merged text; what
    follows a paragraph that the same amendment moves goes with it.
    """
    new: dict[str, list[Newcomer]] = defaultdict(list)
    standing: dict[str, str] = {}  # the id of a new paragraph that is the same as another → that one's
    for proposal in proposals:
        placed = [change for change in proposal.changes if change.has_place]
        own = {change.provision for change in placed}
        for change in placed:
            after = standing.get(change.after, change.after) if change.after in own else follows(change.after)
            siblings = new[after]
            alike = (at for at, each in enumerate(siblings) if says_same(each.change, change))
            same = next((at for at in alike if proposal.key not in siblings[at].keys), None)
            if same is None:
                siblings.append(Newcomer(change, (proposal.key,)))
            else:
                siblings[same] = Newcomer(siblings[same].change, (*siblings[same].keys, proposal.key))
                standing[change.provision] = siblings[same].change.provision
    return {
        after: sorted(siblings, key=lambda each: each.change.paragraph_kind is Kind.NOTE)
        for after, siblings in new.items()
    }


def says_same(one: Change, other: Change) -> bool:
    """Whether two paragraphs are the same but for where they stand; a note, which has an id that
    other words refer to, is the same as none of another id.
    """
    if ChangeKind.MOVE in (one.kind, other.kind) or one.paragraph_kind is Kind.NOTE:
        return (one.kind, one.provision) == (other.kind, other.provision)
    return (one.paragraph_kind, one.level, one.text) == (other.paragraph_kind, other.level, other.text)


def below(new: Growth, provision: str) -> Iterable[Newcomer]:
    """Give the new paragraphs that follow one, each with those that follow it in turn."""
    waiting = [*reversed(new.get(provision, ()))]
    while waiting:
        newcomer = waiting.pop()
        yield newcomer
        waiting += reversed(new.get(newcomer.change.provision, ()))
