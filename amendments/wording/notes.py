"""The notes of an amendment: new ones are referred to by asterisks, as amendments print them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from amendments.changes import Change, ChangeKind
from drafting.manuscript import Manuscript
from drafting.outline import Kind
from drafting.text import Text, Word


def starred(manuscript: Manuscript, given: Sequence[Change]) -> list[Change]:
    """Put the asterisks of new notes in the place of references to them, and before the notes themselves.

    There are more of them than there are asterisks side by side in the text, which stay what they are.
    """
    new = [each for each in given if each.kind is ChangeKind.INSERT and each.paragraph_kind is Kind.NOTE]
    if not new:
        return list(given)
    texts = (*(each.text for each in manuscript.paragraphs), *(each.text for each in given))
    first = max((run for text in texts for run in _runs(text)), default=0) + 1
    stars = {note.provision: "*" * count for count, note in enumerate(new, first)}
    return [_starred(change, stars) for change in given]


def with_signs(text: Text, signs: Mapping[str, str]) -> Text:
    """Put signs in the place of references to notes."""
    return tuple(
        Word(signs[each.note], each.glue) if each.note is not None and each.note in signs else each
        for each in text
    )


def _starred(change: Change, stars: Mapping[str, str]) -> Change:
    edits = tuple(replace(edit, words=with_signs(edit.words, stars)) for edit in change.edits)
    text = with_signs(change.text, stars)
    if change.provision in stars and text:
        text = (Word(stars[change.provision]), replace(text[0], glue=" "), *text[1:])
    return replace(change, text=text, edits=edits)


def _runs(text: Iterable[Word]) -> Iterator[int]:
    """How many asterisks stand side by side, wherever some do."""
    for is_star, run in groupby(text, key=lambda word: set(word.text) == {"*"}):
        if is_star:
            yield sum(len(word.text) for word in run)
