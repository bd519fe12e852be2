"""What a form asks for, as the changes of the amendment in which it is asked.

An amendment keeps one change of a paragraph's words, in the place among the others where it was first made;
the notes that its words bring, and what goes with a paragraph, are changes of the same amendment.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from amendments import changes
from amendments.changes import Change, ChangeKind
from drafting.manuscript import Manuscript
from drafting.messages import NotFound, OutOfOrder
from drafting.outline import Kind, Provision
from drafting.text import Text, divides, notes

ELSEWHERE = (ChangeKind.MOVE, ChangeKind.JOIN)
_ALONG = (ChangeKind.MOVE, ChangeKind.DELETE)  # what is done to a paragraph's sub-paragraphs with it


def asked(
    manuscript: Manuscript,
    before: Sequence[Change],
    new_id: str,
    provision: str | None = None,
    after: str | None = None,
    text: Text = (),
    kind: Kind = Kind.OPERATIVE,
    level: int = 0,
    written: Mapping[str, Text] | None = None,
) -> tuple[Change, ...]:
    """Give an amendment's changes with what a form asks for, in the place of what it asked before.

    The paragraph shall read ``text``, or be deleted where there is none; or a new one stands ``after``
    another one. ``written`` are new notes by the ids with which the text refers to them.
    """
    text, brought = _brought(manuscript, new_id, text, written or {})
    about = provision
    if after is not None:
        if not text:
            raise OutOfOrder("The new paragraph has no words yet.")
        if divides(text):
            raise OutOfOrder("A new paragraph is one paragraph: insert the next one below it.")
        about = provision or new_id
        made = [changes.insert(manuscript, after, about, text, kind, level)]
    elif provision is None:
        raise NotFound("It was not said which paragraph shall be amended.")
    elif text:
        made = [each for each in [changes.reword(manuscript, provision, text)] if each.edits]
    elif provision in manuscript.by_id and manuscript.by_id[provision].kind is Kind.NOTE:
        return _unreferred(manuscript, before, provision)
    else:
        made = _deleted(manuscript, provision)
    stays = () if any(each.kind is ChangeKind.DELETE for each in made) else ELSEWHERE
    gone = [each for each in _of(manuscript, before, about or "") if each.kind not in stays]
    return _pruned((*_placed(before, gone, made), *brought))


def relocated(
    manuscript: Manuscript, before: Sequence[Change], provision: str, behind: str | None
) -> tuple[Change, ...]:
    """Move a paragraph with its sub-paragraphs behind another one and its own, or join it to the one before.

    It takes the place of where the same amendment had moved it before.
    """
    every = list(manuscript.outline.provisions)
    at = next((at for at, each in enumerate(every) if each.id == provision), None)
    if at is None:
        raise NotFound("The text has no paragraph {id}.", id=provision)
    going = [provision, *belonging(every, at)]
    kept = [each for each in before if each.provision not in going or each.kind not in ELSEWHERE]
    if behind is None:
        return (*kept, changes.join(manuscript, provision))
    target = next((at for at, each in enumerate(every) if each.id == behind), None)
    if target is None:
        raise NotFound("The text has no paragraph {id}.", id=behind)
    level = every[at].level
    own = every[at].kind is not Kind.SUBPARAGRAPH or every[target].level >= level
    place = [behind, *(belonging(every, target) if own else ())][-1]
    return (*kept, *changes.move_together(manuscript, going, place))


def without(manuscript: Manuscript, before: Sequence[Change], provision: str) -> tuple[Change, ...]:
    """Give an amendment's changes without what it says of a paragraph, and of what goes along with it."""
    return _pruned(_placed(before, _of(manuscript, before, provision), ()))


def belonging(every: Sequence[Provision], at: int) -> list[str]:
    """Give the sub-paragraphs that belong to a paragraph, by their ids."""
    level = every[at].level
    below = takewhile(lambda each: each.kind is Kind.SUBPARAGRAPH and each.level > level, every[at + 1 :])
    return [each.id for each in below]


def require_notes(texts: Iterable[Text], known: Collection[str]) -> None:
    """Refuse words that refer to a note which is not among those known."""
    for note in (note for text in texts for note in notes(text)):
        if note not in known:
            raise NotFound("There is no note [^{id}] in the text: refer to one that there is.", id=note)


def new_notes(changes: Sequence[Change]) -> dict[str, Text]:
    """Give the notes that an amendment brings, by their ids."""
    return {each.provision: each.text for each in changes if each.is_new_note}


def _brought(
    manuscript: Manuscript, new_id: str, text: Text, written: Mapping[str, Text]
) -> tuple[Text, list[Change]]:
    """Give new notes the ids that they keep, and the changes that put them at the end of the text."""
    if not all(written.values()):
        raise OutOfOrder("The new note has no words yet.")
    ids = {id: f"{new_id}n{count}" for count, id in enumerate(written, 1)}
    text = tuple(replace(word, note=ids.get(word.note, word.note)) if word.note else word for word in text)
    end = manuscript.paragraphs[-1].id
    return text, [changes.insert(manuscript, end, ids[id], words, Kind.NOTE) for id, words in written.items()]


def _deleted(manuscript: Manuscript, provision: str) -> list[Change]:
    """Delete a paragraph with its sub-paragraphs."""
    every = manuscript.outline.provisions
    at = next((at for at, each in enumerate(every) if each.id == provision), None)
    if at is None:
        raise NotFound("The text has no paragraph {id}.", id=provision)
    if every[at].kind in (Kind.TITLE, Kind.ENACTING):
        raise OutOfOrder("A draft resolution cannot be without this: say how it shall read.")
    return [changes.delete(manuscript, each) for each in (provision, *belonging(every, at))]


def _unreferred(manuscript: Manuscript, before: Sequence[Change], note: str) -> tuple[Change, ...]:
    """Strike every reference to a note, with the last of which it goes itself."""
    after = tuple(before)
    reads = {each.provision: each.text for each in before if each.kind is ChangeKind.REWORD}
    for provision in manuscript.outline.provisions:
        text = reads.get(provision.id, provision.text)
        if note in notes(text) and provision.id != note:
            without = tuple(word for word in text if word.note != note)
            after = asked(manuscript, after, "", provision.id, text=without)
    return after


def _of(manuscript: Manuscript, before: Sequence[Change], provision: str) -> list[Change]:
    every = manuscript.outline.provisions
    at = next((at for at, each in enumerate(every) if each.id == provision), None)
    along = belonging(every, at) if at is not None else []
    own = [each for each in before if each.provision == provision]
    kinds = {each.kind for each in own if each.kind in _ALONG}
    return own + [each for each in before if each.provision in along and each.kind in kinds]


def _placed(before: Sequence[Change], gone: Sequence[Change], made: Sequence[Change]) -> list[Change]:
    about = {each.provision for each in made}
    kept = [
        each
        for each in before
        if each not in gone and (each.provision not in about or each.kind in ELSEWHERE)
    ]
    first = next((at for at, each in enumerate(before) if each in gone), len(before))
    at = sum(each in kept for each in before[:first])
    return [*kept[:at], *made, *kept[at:]]


def _pruned(found: Sequence[Change]) -> tuple[Change, ...]:
    """Leave out the new notes that nothing refers to any more."""
    used = {note for each in found for note in notes(each.text)}
    brought = new_notes(found)
    return tuple(each for each in found if each.provision not in brought or each.provision in used)
