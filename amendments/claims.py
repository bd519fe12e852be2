"""What amendments claim of a text: words, places for paragraphs, and that a paragraph stands where it does.

Places are counted in the words that stand, as their authors saw them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal, words_only
from amendments.edits import lowered
from drafting.manuscript import Manuscript, Paragraph
from drafting.outline import Kind
from drafting.text import notes


@dataclass(frozen=True, slots=True)
class Claim:
    """What one amendment does to one stretch of a paragraph, or to the place after it.

    The span is open at both ends: a claim on a whole paragraph reaches past its first and last word.
    ``does`` is the same for two claims that say the very same.
    """

    start: int
    end: int
    key: str
    does: tuple[object, ...]


class Where(Enum):
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
        placed = {change.provision for change in proposal.changes if change.has_place}
        for change in proposal.changes:
            along = change.has_place and change.after in placed  # it goes where that one goes
            for provision, where in () if along else _places(manuscript, change):
                paragraph = manuscript.by_id.get(provision)
                if paragraph is not None and (wanted is None or (provision, where) in wanted):
                    found[provision, where].extend(claims(change, paragraph, proposal.key, where))
            for provision, does in _standing(manuscript, change, placed):
                if wanted is None or (provision, Where.STANDING) in wanted:
                    words = len(manuscript.by_id[provision].text)
                    found[provision, Where.STANDING].append(Claim(0, words, proposal.key, does))
    return found


def _places(manuscript: Manuscript, change: Change) -> Iterator[Place]:
    if change.has_place:
        yield change.after, Where.AFTER
        return
    yield change.provision, Where.WORDS
    if change.kind is ChangeKind.JOIN:
        yield change.after, Where.WORDS
        for between in manuscript.between(change.after, change.provision):
            yield between, Where.AFTER


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
    elif change.kind is ChangeKind.REWORD and not words_only(change):
        yield change.provision, STAYS
    for provision in needs(manuscript, change) - placed:  # what goes along needs nothing to stay
        yield provision, STAYS


def needs(manuscript: Manuscript, change: Change) -> set[str]:
    """Give the paragraphs of the text without which a change makes no sense.

    They are the notes that its new words refer to, and the one to which a new sub-paragraph belongs.
    """
    new = [change.text] if change.has_place else [edit.words for edit in change.edits]
    needed = {note for words in new for note in notes(words)}
    if change.has_place and change.paragraph_kind is Kind.SUBPARAGRAPH and change.after in manuscript.by_id:
        above = manuscript.paragraphs[: manuscript.position[change.after] + 1]
        needed.update(each.id for each in _parent(above, change.level))
    return {id for id in needed if id in manuscript.by_id and not manuscript.by_id[id].struck}


def _parent(above: Sequence[Paragraph], level: int) -> Iterator[Paragraph]:
    """Give the paragraph to which a sub-paragraph of this level belongs that comes after these."""
    for paragraph in reversed(above):
        if not paragraph.struck and (paragraph.kind is not Kind.SUBPARAGRAPH or paragraph.level < level):
            yield paragraph
            return


def claims(change: Change, paragraph: Paragraph, key: str, where: Where = Where.WORDS) -> Iterator[Claim]:
    """Give what a change claims of a paragraph's words, or of the place after it."""
    if where is Where.AFTER:
        if change.kind is ChangeKind.JOIN:
            yield Claim(0, 0, key, (JOINS, change.provision))
        elif change.kind is ChangeKind.MOVE:
            yield Claim(0, 0, key, ("moves", change.provision))
        elif change.paragraph_kind is not Kind.NOTE:  # notes stand in the order of the references to them
            yield Claim(0, 0, key, (change.paragraph_kind, change.level, change.text))
        return
    words = sum(not cell.struck for cell in paragraph.cells)
    if change.kind is ChangeKind.DELETE:
        yield Claim(-1, words + 1, key, ())
    elif change.kind is ChangeKind.JOIN:
        at = 0 if paragraph.id == change.provision else words
        yield Claim(at, at, key, (JOINS,))
    for edit in lowered(paragraph, change.edits):
        if edit.start == 0 and edit.end == words:
            yield Claim(-1, words + 1, key, (edit.words,))
        else:
            yield Claim(edit.start, edit.end, key, (edit.words,))
