"""What an amendment changes: words of a paragraph, a new paragraph, one deleted, moved or joined to another.

A paragraph is divided by its words: a pilcrow among the new ones begins a paragraph (``drafting.text``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Any

from amendments.edits import lifted
from drafting.manuscript import Manuscript, Paragraph, words_from_json, words_to_json
from drafting.messages import NotFound, OutOfOrder
from drafting.outline import Kind
from drafting.redline import Edit, redline
from drafting.text import Text, divided, divides, notes, undivided


class ChangeKind(StrEnum):
    """What is done to a paragraph."""

    REWORD = "reword"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    JOIN = "join"  # to the paragraph before it


@dataclass(frozen=True)
class Change:
    """One paragraph's part of an amendment, on one revision of the text.

    ``text`` is the whole paragraph as its author left it, which was signed; ``edits`` are what of it
    collides, merges and is voted on: spans of the cells of the paragraph, frozen when it was made.
    """

    kind: ChangeKind
    provision: str  # the paragraph's id; of a new paragraph the id that it keeps for good
    text: Text = ()
    edits: tuple[Edit, ...] = ()
    after: str = ""  # of a new or moved paragraph the id of the one that it follows, of a joined one that one
    paragraph_kind: Kind = Kind.OPERATIVE
    level: int = 0

    @cached_property
    def has_place(self) -> bool:
        """Whether it puts a paragraph into a place of the text."""
        return self.kind in (ChangeKind.INSERT, ChangeKind.MOVE)

    @property
    def is_new_note(self) -> bool:
        """Whether it brings a note, which is shown with the words that refer to it."""
        return self.kind is ChangeKind.INSERT and self.paragraph_kind is Kind.NOTE

    @cached_property
    def divides(self) -> bool:
        """Whether its words make several paragraphs of one."""
        return any(divides(edit.words) for edit in self.edits)

    @cached_property
    def leaves_whole(self) -> bool:
        """Whether it leaves its paragraph whole and where it is."""
        return self.kind is ChangeKind.REWORD and not self.divides

    @cached_property
    def only_words(self) -> bool:
        """Whether it asks for nothing but other words in a paragraph: none goes, comes or is referred to."""
        return self.leaves_whole and not self.cites

    @cached_property
    def cites(self) -> frozenset[str]:
        """The notes to which its new words refer."""
        new = [self.text] if self.has_place else [edit.words for edit in self.edits]
        return frozenset(note for words in new for note in notes(words))


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment as a whole: all its changes are merged, or none. The key names it for good."""

    key: str
    changes: tuple[Change, ...]


def reword(manuscript: Manuscript, provision: str, text: Text) -> Change:
    """Give the change that makes a paragraph read ``text``; it has no edits where that reads the same."""
    paragraph = _paragraph(manuscript, provision)
    text = undivided(divided(text)) if divides(text) else text
    edits = lifted(paragraph, redline(*_glued_alike(paragraph, text)))
    return Change(ChangeKind.REWORD, provision, text, edits, "", paragraph.kind, paragraph.level)


def _glued_alike(paragraph: Paragraph, text: Text) -> tuple[Text, Text]:
    """Give the words that stand and those that shall stand, with the same space before the first of them.

    The word that comes first now may have a space before it, which is not read, because another came first.
    """
    standing = tuple(cell.word for cell in paragraph.cells if not cell.struck)
    if not standing or not text:
        return standing, text
    return standing, (replace(text[0], glue=standing[0].glue), *text[1:])


def insert(
    manuscript: Manuscript,
    after: str,
    provision: str,
    text: Text,
    kind: Kind = Kind.OPERATIVE,
    level: int = 0,
) -> Change:
    """Give the change that puts a new paragraph, with the new id ``provision``, after another one.

    The other one may be new too, if the same amendment inserts it.
    """
    if provision in manuscript.by_id:
        raise OutOfOrder("The text already has a paragraph {id}.", id=provision)
    return Change(ChangeKind.INSERT, provision, text, (), after, kind, level)


def delete(manuscript: Manuscript, provision: str) -> Change:
    """Give the change that deletes a paragraph."""
    paragraph = _paragraph(manuscript, provision)
    return Change(ChangeKind.DELETE, provision, (), (), "", paragraph.kind, paragraph.level)


def move(manuscript: Manuscript, provision: str, after: str) -> Change:
    """Give the change that moves a paragraph to the place after another one, or to the beginning (nothing).

    It goes alone; ``move_together`` takes its sub-paragraphs along.
    """
    paragraph = _paragraph(manuscript, provision)
    standing = ["", *(each.id for each in manuscript.paragraphs if not each.struck)]
    if after in (provision, standing[standing.index(provision) - 1]):
        raise OutOfOrder("The paragraph stands there already.")
    return Change(ChangeKind.MOVE, provision, (), (), after, paragraph.kind, paragraph.level)


def move_together(manuscript: Manuscript, provisions: Sequence[str], after: str) -> tuple[Change, ...]:
    """Give the changes that move paragraphs, each behind the one before it, to the place after another."""
    first, *others = provisions
    changes = [move(manuscript, first, after)]
    for before, provision in pairwise([first, *others]):
        paragraph = _paragraph(manuscript, provision)
        changes.append(Change(ChangeKind.MOVE, provision, (), (), before, paragraph.kind, paragraph.level))
    return tuple(changes)


def join(manuscript: Manuscript, provision: str) -> Change:
    """Give the change that makes one paragraph of a paragraph and the one before it."""
    paragraph = _paragraph(manuscript, provision)
    standing = [each for each in manuscript.paragraphs if not each.struck]
    before = standing[standing.index(paragraph) - 1] if standing[0] is not paragraph else None
    joinable = paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    if not joinable or before is None or (before.kind, before.level) != (paragraph.kind, paragraph.level):
        raise OutOfOrder("Only paragraphs of one kind that follow each other can be joined.")
    return Change(ChangeKind.JOIN, provision, (), (), before.id, paragraph.kind, paragraph.level)


def with_text(change: Change, text: Text) -> Change:
    """Give the change whose new paragraph reads otherwise."""
    return replace(change, text=text)


def _paragraph(manuscript: Manuscript, provision: str) -> Paragraph:
    found = manuscript.by_id.get(provision)
    if found is None or found.struck:
        raise NotFound("The text has no paragraph {id}.", id=provision)
    return found


def to_json(change: Change) -> dict[str, Any]:
    """Write a change as plain values for a database column; ``from_json`` gives it back."""
    return {
        "kind": change.kind.value,
        "provision": change.provision,
        "text": words_to_json(change.text),
        "edits": [[edit.start, edit.end, words_to_json(edit.words)] for edit in change.edits],
        "after": change.after,
        "paragraph_kind": change.paragraph_kind.value,
        "level": change.level,
    }


def from_json(value: dict[str, Any]) -> Change:
    """Read a change that ``to_json`` wrote."""
    return Change(
        ChangeKind(value["kind"]),
        value["provision"],
        words_from_json(value["text"]),
        _edits(value["edits"]),
        value["after"],
        Kind(value["paragraph_kind"]),
        value["level"],
    )


def _edits(value: Iterable[Any]) -> tuple[Edit, ...]:
    return tuple(Edit(start, end, words_from_json(words)) for start, end, words in value)
