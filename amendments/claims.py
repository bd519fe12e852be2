"""What amendments claim of a text: words, places for paragraphs, and that a paragraph stands where it does.

Places are counted in the words that stand, as their authors saw them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.edits import lowered
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind


class Claim(NamedTuple):
    """What one amendment does to one stretch of a paragraph, or to the place after it.

    The span is open at both ends: a claim on a whole paragraph reaches past its first and last word.
    ``does`` is the same for two claims that say the very same.
    """

    start: int
    end: int
    key: str
    does: tuple[object, ...]


class Where(IntEnum):
    """What of a paragraph is claimed."""

    WORDS = 1
    AFTER = 2  # the place for another paragraph
    STANDING = 3  # that it is there at all: it goes, it goes elsewhere, or something else needs it


STAYS = ("stays",)
JOINS = "joins"  # what a claim does that leaves no place between two paragraphs
Place: TypeAlias = tuple[str, Where]
Claims: TypeAlias = dict[Place, list[Claim]]


def gathered(
    manuscript: Manuscript, proposals: Iterable[Proposal], wanted: set[Place] | None = None
) -> Claims:
    """Give what amendments claim, by place; of all places or of those wanted."""
    found: Claims = defaultdict(list)
    for proposal in proposals:
        others: list[Change] = []
        for change in proposal.changes:
            place = (change.provision, Where.WORDS)
            if not change.only_words:
                others.append(change)
            elif (wanted is None or place in wanted) and change.provision in manuscript.by_id:
                found[place] += claims(change, manuscript.by_id[change.provision], proposal.key)
        placed = {change.provision for change in others if change.has_place}
        for change in others:
            along = change.has_place and change.after in placed  # it goes where that one goes
            for place in () if along else _places(manuscript, change):
                paragraph = manuscript.by_id.get(place[0])
                if paragraph is not None and (wanted is None or place in wanted):
                    found[place] += claims(change, paragraph, proposal.key, place[1])
            for provision, does in _standing(manuscript, change, placed):
                if wanted is None or (provision, Where.STANDING) in wanted:
                    words = len(manuscript.by_id[provision].text)
                    found[provision, Where.STANDING].append(Claim(0, words, proposal.key, does))
    return found


def _places(manuscript: Manuscript, change: Change) -> list[Place]:
    if change.has_place:
        return [(change.after, Where.AFTER)]
    found = [(change.provision, Where.WORDS)]
    if change.kind is ChangeKind.JOIN:
        found.append((change.after, Where.WORDS))
        found += ((each, Where.AFTER) for each in manuscript.between(change.after, change.provision))
    return found


def _standing(
    manuscript: Manuscript, change: Change, placed: set[str]
) -> Iterator[tuple[str, tuple[object, ...]]]:
    if change.kind is ChangeKind.DELETE:
        yield change.provision, ("goes",)
    elif change.kind is ChangeKind.MOVE:
        yield change.provision, ("moves", change.after, change.after in placed)
    elif change.kind is ChangeKind.JOIN:
        for provision in (change.provision, change.after):
            yield provision, (JOINS, change.provision)
    elif change.kind is ChangeKind.REWORD and not change.leaves_whole:
        yield change.provision, STAYS
    for provision in needs(manuscript, change) - placed:  # what goes along needs nothing to stay
        yield provision, STAYS


def needs(manuscript: Manuscript, change: Change) -> set[str]:
    """Give the paragraphs of the text without which a change makes no sense.

    They are the notes that its new words refer to, and the one to which a new sub-paragraph belongs.
    """
    if change.only_words:
        return set()
    needed = set(change.cites)
    if change.has_place and change.paragraph_kind is Kind.SUBPARAGRAPH and change.after in manuscript.by_id:
        above = manuscript.paragraphs[: manuscript.position[change.after] + 1]
        needed.update(each.id for each in _parent(above, change.level))
    return {id for id in needed if id in manuscript.by_id and not manuscript.by_id[id].struck}


def _parent(above: Sequence[Paragraph], level: int) -> Iterator[Paragraph]:
    """Give the paragraph to which a sub-paragraph of this level belongs that comes after these."""
    for paragraph in reversed(above):
        if paragraph.struck or paragraph.kind is Kind.NOTE:
            continue
        if paragraph.kind is not Kind.SUBPARAGRAPH or paragraph.level < level:
            yield paragraph
            return


def claims(change: Change, paragraph: Paragraph, key: str, where: Where = Where.WORDS) -> list[Claim]:
    """Give what a change claims of a paragraph's words, or of the place after it."""
    if where is Where.AFTER:
        return [Claim(0, 0, key, does) for does in _put_after(change)]
    words = paragraph.standing[-1]
    whole = (-1, words + 1)
    if change.kind is ChangeKind.DELETE:
        return [Claim(*whole, key, ())]
    if change.kind is ChangeKind.JOIN:
        at = 0 if paragraph.id == change.provision else words
        return [Claim(at, at, key, (JOINS,))]
    return [
        Claim(*whole, key, (edit.words,))
        if edit.start == 0 and edit.end == words
        else Claim(edit.start, edit.end, key, (edit.words,))
        for edit in lowered(paragraph, change.edits)
    ]


def _put_after(change: Change) -> Iterator[tuple[object, ...]]:
    if change.kind is ChangeKind.JOIN:
        yield JOINS, change.provision
    elif change.kind is ChangeKind.MOVE:
        yield "moves", change.provision
    elif change.paragraph_kind is not Kind.NOTE:  # notes stand in the order of the references to them
        yield change.paragraph_kind, change.level, change.text
