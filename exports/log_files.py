"""The amendment log to take along: each amendment and what became of it, as a Word file and as a workbook."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from amendments.proceedings import AmendmentLog, Fate
from drafting.messages import Message
from exports import spreadsheet
from exports.compilation import unissued
from exports.log import COLUMNS, values
from exports.spreadsheet import Table, Value
from exports.word.setting import Setting
from exports.word.sheet import Sheet
from exports.word.tables import cell, table

Says: TypeAlias = Callable[[Message], str]
_LOG = Message("Amendment log")
_AMENDMENTS = Message("Amendments")
_RECORD = Message("Record")
_COLUMNS = (
    (Message("No."), 6),
    (Message("Amends No."), 9),
    (Message("Mover"), 22),
    (Message("Co-movers"), 30),
    (Message("Paragraphs"), 16),
    (Message("Formal wording"), 70),
    (Message("Status"), 20),
    (Message("Submitted (UTC)"), 17),
    (Message("Last act (UTC)"), 17),
    (Message("By which act"), 45),
)
_HEADINGS = (
    Message("No."),
    Message("Mover and co-movers"),
    Message("Paragraphs"),
    Message("Formal wording"),
    Message("Status, and by which act (UTC)"),
)
LEADING = (0, 1, 4)  # the columns whose first line stands out
_WIDTHS = (650, 1800, 1350, 3340, 2700)  # twips
_SHEET_WIDTHS = {"said": 60, "words": 70, "seal": 20, "at": 17, "delegation": 24, "member": 20, "places": 16}


def write(log: AmendmentLog, says: Says = str) -> bytes:
    """Write the log as a Word file: a table that repeats its headings on every page."""
    sheet = Sheet(unissued(log.head))
    setting = sheet.setting
    body = [setting.paragraph("DraftTitle", setting.run(log.title))]
    found = ([_set(setting, at, each) for at, each in enumerate(rows(fate, says))] for fate in log.fates)
    body += table(setting, _WIDTHS, headings(says), found)
    return sheet.pack(body, f"{heading(log, says)}: {log.title}", heading(log, says))


def heading(log: AmendmentLog, says: Says = str) -> str:
    """Say of which draft this is the log."""
    return ": ".join(each for each in (says(_LOG), log.head.symbol) if each)


def headings(says: Says = str) -> list[str]:
    """Give the headings of the printed log."""
    return [says(each) for each in _HEADINGS]


def rows(fate: Fate, says: Says = str) -> Sequence[Sequence[str]]:
    """Give the row of an amendment in the printed log, the lines of each of its cells."""
    number = str(fate.number) + (f" → {fate.to}" if fate.to else "")
    acts = [f"{_utc(at)} {says(said)}" for at, said in fate.acts]
    return [number], fate.movers, fate.places, fate.wording, [says(fate.status), *acts]


def write_workbook(log: AmendmentLog, says: Says = str) -> bytes:
    """Write the log as a workbook: a sheet of the amendments, and one of the record, act by act."""
    columns = [(says(heading), width) for heading, width in _COLUMNS]
    amendments = Table(says(_AMENDMENTS), columns, [tuple(_values(each, says)) for each in log.fates])
    widths = [(name, _SHEET_WIDTHS.get(name, 11)) for name in COLUMNS]
    acts = Table(says(_RECORD), widths, [[*map(_value, values(each).items())] for each in log.entries])
    return spreadsheet.write([amendments, acts], f"{says(_LOG)}: {log.title}", log.head.language)


def _values(fate: Fate, says: Says) -> Iterator[Value]:
    yield from (fate.number, fate.to, fate.movers[0], ", ".join(fate.movers[1:]), ", ".join(fate.places))
    yield from ("\n".join(fate.wording), says(fate.status))
    first, last = fate.acts[0], fate.acts[-1]
    yield from (first[0], last[0], says(last[1]))


def _value(named: tuple[str, Any]) -> Value:
    name, value = named
    if isinstance(value, list):
        return ("; " if name == "places" else "\n").join(map(str, value))
    return datetime.fromisoformat(value) if name == "at" else value


def _set(setting: Setting, column: int, lines: Sequence[str]) -> str:
    if column not in LEADING:
        return cell(setting, *lines)
    first, *others = lines
    return cell(setting, first, bold=True) + (cell(setting, *others) if others else "")


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC) if at.tzinfo else at:%Y-%m-%d %H:%M}"
