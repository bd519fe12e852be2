"""Dividing an amendment, by an explicit act (rule 129), into parts that each make sense alone.

An amendment is merged as a whole or not at all. One part of it can be taken without another only after it
has been divided, and what makes no sense apart cannot be: ``amendments.ties`` says what that is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from amendments.changes import Change, ChangeKind
from amendments.edits import reads
from amendments.places import touched
from amendments.ties import tied
from drafting.manuscript import Manuscript
from drafting.messages import OutOfOrder
from drafting.redline import Edit
from drafting.text import bare


def parts(manuscript: Manuscript, changes: Sequence[Change]) -> tuple[tuple[Change, ...], ...]:
    """Give the smallest parts into which an amendment can be divided, in the order of the text.

    >>> from amendments.changes import reword
    >>> from drafting.manuscript import manuscript
    >>> from drafting.outline import Kind, Outline, Provision
    >>> from drafting.text import markup, parse
    >>> text = parse("Invites all States to report every year on access to water;")
    >>> draft = manuscript(Outline(provisions=(Provision("p1", Kind.OPERATIVE, text),)))
    >>> whole = reword(draft, "p1", parse("Urges all States to report every month on access to water;"))
    >>> for part in parts(draft, [whole]):
    ...     print(markup(part[0].text))
    Urges all States to report every year on access to water;
    Invites all States to report every month on access to water;
    """
    pieces = [piece for change in changes for piece in _pieces(manuscript, change)]
    after = {change.provision: change.after for change in changes if change.kind is ChangeKind.INSERT}

    def reading(change: Change) -> tuple[int, bool, int]:
        at = touched(change)
        while at in after:
            at = after[at]
        start = change.edits[0].start if change.edits else 0
        return manuscript.position.get(at, -1), change.kind is ChangeKind.INSERT, start

    return tuple(together(manuscript, [group]) for group in tied(manuscript, sorted(pieces, key=reading)))


def divide(
    manuscript: Manuscript, changes: Sequence[Change], separate: Collection[int]
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Divide an amendment in two: those of its smallest parts that shall be separate, and the rest.

    ``separate`` are their places among the ``parts``; OutOfOrder unless both sides have some.
    """
    every = parts(manuscript, changes)
    sides: tuple[list[tuple[Change, ...]], list[tuple[Change, ...]]] = [], []
    for at, part in enumerate(every):
        sides[at not in separate].append(part)
    if not all(sides):
        raise OutOfOrder("Choose some of the amendment’s parts, but not all: the rest is an amendment too.")
    return together(manuscript, sides[0]), together(manuscript, sides[1])


def together(manuscript: Manuscript, parts: Iterable[Iterable[Change]]) -> tuple[Change, ...]:
    """Unite parts of an amendment; parts of what it does to one paragraph's words become one change."""
    every = [change for part in parts for change in part]
    pieces: dict[str, list[Change]] = defaultdict(list)
    for change in every:
        if change.kind is ChangeKind.REWORD:
            pieces[change.provision].append(change)
    united: list[Change] = []
    for change in every:
        if change.kind is not ChangeKind.REWORD:
            united.append(change)
        elif found := pieces.pop(change.provision, ()):
            united.append(_with_edits(manuscript, found) if len(found) > 1 else change)
    return tuple(united)


def _pieces(manuscript: Manuscript, change: Change) -> Iterator[Change]:
    """Give each edit of a paragraph's words as a change of its own."""
    if len(change.edits) < 2:
        yield change
        return
    for edit in change.edits:
        yield _with_edits(manuscript, [replace(change, edits=(edit,))])


def _with_edits(manuscript: Manuscript, changes: Sequence[Change]) -> Change:
    edits: list[Edit] = sorted(
        (edit for change in changes for edit in change.edits), key=lambda edit: (edit.start, edit.end)
    )
    text = bare(reads(manuscript.by_id[changes[0].provision], edits))
    return replace(changes[0], text=text, edits=tuple(edits))
