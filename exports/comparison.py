"""What changed between two documents of which nobody kept a record, paragraph by paragraph."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from amendments import alignment
from amendments.changes import Proposal
from amendments.merge import merge
from drafting.manuscript import Manuscript, Paragraph, manuscript
from drafting.naming import renamed
from drafting.numbering import number
from drafting.outline import Masthead, Outline
from drafting.redline import Run, redline, runs
from drafting.text import Text, markup
from exports.terminal import Sheet, printed

KEY = "new"  # the amendment that the new document is taken for
_KINDS = ("reworded", "inserted", "deleted", "moved")
_FIELDS = tuple(each.name for each in fields(Masthead))


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph that changed: how, by what label the room knows it in each document, and its redline."""

    kind: str  # one of _KINDS
    old_label: str | None
    new_label: str | None
    runs: tuple[Run, ...]

    @property
    def label(self) -> str:
        """The label in the new document, or of a deleted paragraph in the old one, said to be that.

        A moved one has both: "OP7 → OP2".
        """
        if self.new_label is None:
            return f"({self.old_label})"
        if self.kind == "moved":
            return f"{self.old_label} → {self.new_label}"
        return self.new_label


@dataclass(frozen=True)
class Comparison:
    """Two documents, and the text that keeps what is of both."""

    old: Outline
    new: Outline
    text: Manuscript

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The paragraphs that changed, in the order of the text."""
        was = {place.provision.id: place.label for place in number(self.old)}
        now = {place.provision.id: place.label for place in number(self.text.outline)}
        old = {provision.id: provision.text for provision in self.old.provisions}
        found = []
        for paragraph in self.text.history:
            kind = _kind(paragraph, old.get(paragraph.id))
            if kind:
                before, after = old.get(paragraph.id, ()), () if paragraph.struck else paragraph.text
                drawn = runs(before, redline(before, after)) if before else (Run("inserted", after),)
                found.append(Row(kind, was.get(paragraph.id), now.get(paragraph.id), drawn))
        return tuple(found)

    @cached_property
    def masthead(self) -> tuple[tuple[str, Any, Any], ...]:
        """What changed above the text."""
        return above(self.old.masthead, self.new.masthead)

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """The notes' numbers in the new document, and of those that it has no more in the old one."""
        return printed(self.old) | printed(self.text.outline)


def compare(old: Outline, new: Outline) -> Comparison:
    """Compare two documents; paragraphs are matched by what they say."""
    base = manuscript(old)
    text = merge(base, [Proposal(KEY, alignment.changes(base, new, f"{KEY}."))]).manuscript
    return Comparison(old, new, replace(text, masthead=new.masthead))


def above(old: Masthead, new: Masthead) -> tuple[tuple[str, Any, Any], ...]:
    """Give what differs between two mastheads: the field, what it was and what it is, as plain values.

    >>> above(Masthead(session=74), Masthead(session=75))
    (('session', 74, 75),)
    """
    before, after = ([_said(getattr(head, name)) for name in _FIELDS] for head in (old, new))
    return tuple(each for each in zip(_FIELDS, before, after, strict=True) if each[1] != each[2])


def values(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as plain values.

    ``masthead`` lists fields with ``old`` and ``new``; ``changes`` lists paragraphs with ``kind``
    (reworded, inserted, deleted, moved), ``old_label`` and ``new_label`` ("OP5", null where there is none),
    ``old`` and ``new`` (markup) and ``redline``, stretches with ``kind`` (kept, struck, inserted) and
    ``text``.
    """
    return {
        "masthead": [{"field": name, "old": old, "new": new} for name, old, new in comparison.masthead],
        "changes": [_values(row, comparison.notes) for row in comparison.rows],
    }


def lines(comparison: Comparison, sheet: Sheet) -> Iterator[str]:
    """Give a comparison line by line: what changed above the text, each changed paragraph, and a count."""
    for name, old, new in comparison.masthead:
        yield f"{name.replace('_', ' ')}: {_printed(old)} → {_printed(new)}"
    for row in comparison.rows:
        yield sheet.paragraph(row.label, row.runs, comparison.notes)
    counts = Counter(row.kind for row in comparison.rows)
    counted = ", ".join(f"{counts[kind]} {kind}" for kind in _KINDS if counts[kind])
    yield f"Paragraphs: {counted}." if counted else "The texts read the same."


def _kind(paragraph: Paragraph, old: Text | None) -> str | None:
    if paragraph.struck:
        return "deleted" if old is not None else None  # the place that a paragraph left when it moved
    if old is None:
        return "inserted"
    if KEY in paragraph.by:
        return "moved"
    return "reworded" if paragraph.text != old else None


def _values(row: Row, notes: Mapping[str, str]) -> dict[str, Any]:
    stretches = [(run.kind, renamed(run.words, notes)) for run in row.runs]
    old, new = (
        "".join(markup(words) for kind, words in stretches if kind != other)
        for other in ("inserted", "struck")
    )
    return {
        "kind": row.kind,
        "old_label": row.old_label,
        "new_label": row.new_label,
        "old": old if row.old_label is not None else None,
        "new": new if row.new_label is not None else None,
        "redline": [{"kind": kind, "text": markup(words)} for kind, words in stretches],
    }


def _said(value: Any) -> Any:
    """Give a field of a masthead as a plain value."""
    if isinstance(value, tuple):
        return [sponsor.name + "*" * sponsor.starred for sponsor in value]
    return value.isoformat() if isinstance(value, date) else value


def _printed(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "–" if value is None else str(value)
