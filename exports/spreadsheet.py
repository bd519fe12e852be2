"""A workbook for spreadsheets: tables with frozen headings and filters, in which no text is a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.word.package import LONG_AGO, core_properties

Value: TypeAlias = str | int | datetime | None
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_MOST = 32_767  # letters in a cell; a spreadsheet opens no more
_WORDS = Alignment(vertical="top", wrap_text=True)
_APPLICATION = "docProps/app.xml"
_CORE = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its columns with their widths in letters, and its rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Value]]


def write(tables: Iterable[Table], title: str, language: str) -> bytes:
    """Write a workbook; moments are dates in UTC, and nothing says when, where or by whom it was made."""
    book = Workbook()
    first = book.active
    for table in tables:
        _fill(book.create_sheet(table.name), table, language == "ar")
    if first is not None:
        book.remove(first)
    made = BytesIO()
    book.save(made)
    out = BytesIO()
    with ZipFile(made) as file, ZipFile(out, "w") as new:
        for name in sorted(file.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = file.read(name)
            if name == _CORE:
                content = core_properties(title, language).encode()
            elif name == _APPLICATION:
                content = _NO_APPLICATION.encode()
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return out.getvalue()


_NO_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>'
)


def _fill(sheet: Worksheet, table: Table, rtl: bool) -> None:
    sheet.sheet_view.rightToLeft = rtl
    for row in ([heading for heading, _ in table.columns], *table.rows):
        at = 1 if sheet.max_row == 1 and sheet["A1"].value is None else sheet.max_row + 1
        for place, value in enumerate(row, 1):
            _put(sheet.cell(at, place), value)
    for place, (_, width) in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value into a cell; what looks like a formula is marked as text."""
    cell.alignment = _WORDS
    if isinstance(value, datetime):
        cell.value = (value.astimezone(UTC) if value.tzinfo else value).replace(tzinfo=None, microsecond=0)
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_MOST]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_LIKE_FORMULAS)
    else:
        cell.value = value
