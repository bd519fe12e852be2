"""The amendment log as a table or as plain values, for whoever takes it along."""

import csv as tables
import io
from collections.abc import Iterable, Iterator
from typing import Any

from amendments.log import outcome, sentence
from drafting.models import Entry

COLUMNS = (
    "number",
    "at",
    "delegation",
    "member",
    "act",
    "amendment",
    "revision",
    "places",
    "said",
    "words",
    "seal",
)


def values(entry: Entry) -> dict[str, Any]:
    """Give all that an entry of the record says, with the sentence that the room reads."""
    return {
        "number": entry.number,
        "at": entry.at.isoformat(timespec="seconds"),
        "delegation": entry.delegation.name,
        "member": entry.member.name,
        "act": entry.act,
        "amendment": entry.amendment,
        "revision": entry.revision,
        "places": list(entry.places),
        "said": str(sentence(entry)),
        "words": [*entry.words, *map(str, outcome(entry))],
        "seal": entry.seal,
    }


def csv(entries: Iterable[Entry]) -> str:
    """Write entries as a table with a line of headings, for a spreadsheet.

    A byte-order mark tells a spreadsheet the encoding; a cell that it would take for a formula is quoted.
    """
    out = io.StringIO()
    table = tables.writer(out)
    table.writerow(COLUMNS)
    for entry in entries:
        table.writerow(_cell(value) for value in values(entry).values())
    return "\ufeff" + out.getvalue()


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Tell the record line by line: each act with its number and its moment, below it the words."""
    for entry in entries:
        yield f"{entry.number:>4}  {entry.at:%Y-%m-%d %H:%M}  {sentence(entry)} ({entry.member.name})"
        yield from (f"{'':24}{said}" for said in (*entry.words, *outcome(entry)))


def _cell(value: Any) -> str:
    """Write a value as a cell.

    >>> _cell("=1+1"), _cell(["OP5", "OP7"]), _cell(None)
    ("'=1+1", 'OP5; OP7', '')
    """
    written = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{written}" if written.startswith(("=", "+", "-", "@", "\t", "\r")) else written
