"""Where in a text the changes of an amendment are: beside which paragraphs, under which labels."""

from collections.abc import Mapping, Sequence

from amendments.changes import Change, ChangeKind
from drafting.manuscript import Manuscript
from drafting.messages import Message
from drafting.numbering import number
from drafting.outline import Outline
from drafting.text import notes


def touched(change: Change) -> str:
    """The id of the paragraph beside which a change is shown: its own, or the one it comes after."""
    return change.after if change.kind is ChangeKind.INSERT else change.provision


def beside(manuscript: Manuscript, changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes by the id of the standing paragraph beside which each is shown.

    New paragraphs stand beside the one that the first of them follows, new notes beside the words that refer
    to them.
    """
    new = {change.provision: change.after for change in changes if change.kind is ChangeKind.INSERT}
    brought = {change.provision for change in changes if change.is_new_note}
    for change in changes:
        new |= dict.fromkeys(brought.intersection(notes(change.text)), change.provision)
    standing = [each.id for each in manuscript.paragraphs]
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        at = change.provision if change.is_new_note else touched(change)
        while at in new:
            at = new[at]
        above = manuscript.paragraphs[: standing.index(at) + 1 if at in standing else 1]
        at = next((each.id for each in reversed(above) if not each.struck), standing[0])
        grouped.setdefault(at, []).append(change)
    return grouped


def label(change: Change, labels: Mapping[str, str]) -> Message | str:
    """Name the place of a change by the labels of paragraphs: "OP5", "after OP5", "OP5, moved"."""
    at = labels.get(touched(change), "")
    if change.kind is ChangeKind.MOVE:
        return Message("{place}, moved", place=at)
    if change.kind is ChangeKind.JOIN:
        return Message("{place}, joined", place=at)
    return Message("after {place}", place=at) if change.kind is ChangeKind.INSERT else at


def labels(outline: Outline, changes: Sequence[Change]) -> list[str]:
    """The labels of the paragraphs that changes touch, in the order of the text."""
    ids = {touched(change) for change in changes if not change.is_new_note}
    return [place.label for place in number(outline) if place.provision.id in ids]
