"""What amendments make of a text, worked out naively: with lists of words, without cells, spans or shifts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from amendments.changes import Change, ChangeKind, Proposal
from amendments.new_paragraphs import rank
from amendments.orders import Orders, in_order
from drafting.manuscript import Manuscript
from drafting.outline import Kind
from drafting.text import PILCROW, Word

Reading: TypeAlias = tuple[list[tuple[Kind, int, str]], dict[str, str]]
_Slot: TypeAlias = tuple[bool, str]  # the place after a paragraph that came (true), or after where one stood


def letters(words: Sequence[Word]) -> str:
    """The letters of some words, and the references to notes."""
    return "".join(f"[^{word.note}]" if word.note else word.text for word in words)


def read(draft: Manuscript) -> Reading:
    """The paragraphs of a text in their order, and its notes, of which the order is that of the references."""
    provisions = draft.outline.provisions
    body = [(each.kind, each.level, letters(each.text)) for each in provisions if each.kind is not Kind.NOTE]
    return body, {each.id: letters(each.text) for each in provisions if each.kind is Kind.NOTE}


def merged(draft: Manuscript, proposals: Sequence[Proposal], orders: Orders = ()) -> Reading:
    """How a text reads when amendments that do not exclude each other are put into it all at once."""
    chosen = in_order(sorted(proposals, key=lambda each: rank(each.key)), orders)
    every = [change for proposal in chosen for change in proposal.changes]
    texts = {each.id: _edited(draft, each.id, every) for each in draft.paragraphs}
    gone = {each.id for each in draft.paragraphs if each.struck}
    gone |= {each.provision for each in every if each.kind in (ChangeKind.DELETE, ChangeKind.JOIN)}
    left = gone | {each.provision for each in every if each.kind is ChangeKind.MOVE}
    for id, after in {each.provision: each.after for each in every if each.kind is ChangeKind.JOIN}.items():
        texts[after] += texts[id]
    came = _comers(chosen)

    def behind(slot: _Slot) -> Iterator[tuple[Kind, int, list[Word]]]:
        for change in came.get(slot, ()):
            moves = change.kind is ChangeKind.MOVE
            words = texts[change.provision] if moves else list(change.text)
            yield change.paragraph_kind, change.level, words
            yield from behind((True, change.provision))

    body = list(behind((False, "")))
    notes = {each.provision: list(each.text) for each in every if each.paragraph_kind is Kind.NOTE}
    for paragraph in draft.paragraphs:
        if paragraph.kind is Kind.NOTE:
            notes[paragraph.id] = texts[paragraph.id]
        elif paragraph.id not in left:
            body.append((paragraph.kind, paragraph.level, texts[paragraph.id]))
        body += behind((False, paragraph.id))
    mentioned = {word.note for _, _, words in body for word in words}
    ever = {cell.word.note for each in draft.paragraphs for cell in each.cells} | mentioned
    return (
        [(kind, level, part) for kind, level, words in body for part in letters(words).split(PILCROW)],
        {
            note: letters(words)
            for note, words in notes.items()
            if note not in gone and (note in mentioned or note not in ever)
        },
    )


def _edited(draft: Manuscript, id: str, every: Sequence[Change]) -> list[Word]:
    """The words of a paragraph, with the same edit made once whoever proposed it."""
    cells = draft.by_id[id].cells
    standing = [cell.word for cell in cells if not cell.struck]
    seen = [sum(not cell.struck for cell in cells[:at]) for at in range(len(cells) + 1)]
    edits = dict.fromkeys(
        (seen[edit.start], seen[edit.end], edit.words)
        for change in every
        if change.provision == id
        for edit in change.edits
    )
    words: list[Word] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        words += [*standing[at:start], *new]
        at = end
    return [*words, *standing[at:]]


def _comers(chosen: Sequence[Proposal]) -> dict[_Slot, list[Change]]:
    """The new and moved paragraphs by their places; what several say in the very same words comes once."""
    came: dict[_Slot, list[Change]] = defaultdict(list)
    for proposal in chosen:
        placed = [
            each for each in proposal.changes if each.has_place and each.paragraph_kind is not Kind.NOTE
        ]
        own = {each.provision: each.provision for each in placed}
        before = {slot: list(there) for slot, there in came.items()}
        for change in placed:
            slot = (change.after in own, own.get(change.after, change.after))
            for other in before.get(slot, ()):
                if _said(other) == _said(change):
                    own[change.provision] = other.provision
                    break
            else:
                came[slot].append(change)
    return came


def _said(change: Change) -> tuple[object, ...]:
    if change.kind is ChangeKind.MOVE:
        return (change.provision,)
    return (change.paragraph_kind, change.level, change.text)
