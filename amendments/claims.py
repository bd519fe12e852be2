"""What amendments claim of a text: words, places for new paragraphs, and that a paragraph stands.

Places are counted in the words that stand, as their authors saw them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
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
    AFTER = 2  # the place for a new paragraph
    STANDING = 3  # that it is there at all: it goes, or something else needs it


Claims: TypeAlias = dict[tuple[str, Where], list[Claim]]


def gathered(
    manuscript: Manuscript, proposals: Iterable[Proposal], wanted: set[tuple[str, Where]] | None = None
) -> Claims:
    """Give what amendments claim, by place; of all places or of those wanted."""
    found: Claims = defaultdict(list)
    for proposal in proposals:
        for change in proposal.changes:
            inserts = change.kind is ChangeKind.INSERT
            place = (change.after, Where.AFTER) if inserts else (change.provision, Where.WORDS)
            paragraph = manuscript.by_id.get(place[0])
            if paragraph is not None and (wanted is None or place in wanted):
                found[place].extend(claims(change, paragraph, proposal.key))
            for provision, does in _standing(manuscript, change):
                if wanted is None or (provision, Where.STANDING) in wanted:
                    words = len(manuscript.by_id[provision].text)
                    found[provision, Where.STANDING].append(Claim(0, words, proposal.key, (does,)))
    return found


def _standing(manuscript: Manuscript, change: Change) -> Iterator[tuple[str, str]]:
    if change.kind is ChangeKind.DELETE:
        yield change.provision, "goes"
    for provision in needs(manuscript, change):
        yield provision, "stays"


def needs(manuscript: Manuscript, change: Change) -> set[str]:
    """Give the paragraphs of the text without which a change makes no sense.

    They are the notes that its new words refer to, and the one to which a new sub-paragraph belongs.
    """
    inserts = change.kind is ChangeKind.INSERT
    new = [change.text] if inserts else [edit.words for edit in change.edits]
    needed = {note for words in new for note in notes(words)}
    if inserts and change.paragraph_kind is Kind.SUBPARAGRAPH and change.after in manuscript.by_id:
        ids = [paragraph.id for paragraph in manuscript.paragraphs]
        above = manuscript.paragraphs[: ids.index(change.after) + 1]
        needed.update(each.id for each in _parent(above, change.level))
    return {id for id in needed if id in manuscript.by_id and not manuscript.by_id[id].struck}


def _parent(above: Sequence[Paragraph], level: int) -> Iterator[Paragraph]:
    """Give the paragraph to which a sub-paragraph of this level belongs that comes after these."""
    for paragraph in reversed(above):
        if not paragraph.struck and (paragraph.kind is not Kind.SUBPARAGRAPH or paragraph.level < level):
            yield paragraph
            return


def claims(change: Change, paragraph: Paragraph, key: str) -> Iterator[Claim]:
    """Give what a change claims of the paragraph that it is about, one claim for each of its edits."""
    if change.kind is ChangeKind.INSERT:
        if (
            change.paragraph_kind is not Kind.NOTE
        ):  # notes stand in the order in which the text refers to them
            yield Claim(0, 0, key, (change.paragraph_kind, change.level, change.text))
        return
    words = sum(not cell.struck for cell in paragraph.cells)
    if change.kind is ChangeKind.DELETE:
        yield Claim(-1, words + 1, key, ())
        return
    for edit in lowered(paragraph, change.edits):
        if edit.start == 0 and edit.end == words:
            yield Claim(-1, words + 1, key, (edit.words,))
        else:
            yield Claim(edit.start, edit.end, key, (edit.words,))
