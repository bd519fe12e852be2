"""The amendment log as a Word file and as a workbook: every amendment, who, where, what, and what became of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from amendments.proceedings import AmendmentLog, Fate
from drafting.messages import Message
from drafting.models import Delegation, Entry, Member
from exports import log_files
from tests.exports.test_word_compilation import parts
from tests.exports.word_drafts import DRAFTS, ENGLISH, W, letters_of

AT = datetime(2026, 11, 4, 11, 10, tzinfo=UTC)
ACTS = (
    (AT, Message("{who} submitted No. {number}", who="Norway", number=1)),
    (AT + timedelta(days=2), Message("{who} issued Rev.{revision}", who="Fiji", revision=1)),
)
FATES = [
    Fate(1, None, ("Norway", "Kenya", "Chile"), ("OP5",), ("=Replace “a” with “b”.",), Message("merged in Rev.1"), ACTS),
    Fate(2, 1, ("Samoa",), ("OP5", "OP7"), ("+1 @x", "-\x01"), Message("open"), ACTS[:1]),
]  # fmt: skip
ENTRY = Entry(
    number=1, at=datetime(2026, 11, 4, 13, 10, tzinfo=timezone(timedelta(hours=2))), act="submitted", amendment=1, revision=None,
    places=["OP5", "OP7"], words=["=1+1", "two"], details={}, seal="@seal",
    delegation=Delegation(name="Norway"), member=Member(name="Elin Dahl"),
)  # fmt: skip
LOG = AmendmentLog(ENGLISH.masthead, "Title", tuple(FATES), (ENTRY,))


def workbook(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def test_each_amendment_has_a_row_with_its_movers_places_wording_status_and_last_act():
    sheet = workbook(log_files.write_workbook(LOG)).worksheets[0]
    headings, first, second = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert headings[:3] == ["No.", "Amends No.", "Mover"]
    assert first == [
        1, None, "Norway", "Kenya, Chile", "OP5", "=Replace “a” with “b”.", "merged in Rev.1",
        datetime(2026, 11, 4, 11, 10), datetime(2026, 11, 6, 11, 10), "Fiji issued Rev.1",
    ]  # fmt: skip
    assert second[:6] == [2, 1, "Samoa", None, "OP5, OP7", "+1 @x\n-"]


def test_the_record_is_a_second_sheet_whose_moments_are_dates_in_utc():
    sheet = workbook(log_files.write_workbook(LOG)).worksheets[1]
    told = {heading.value: cell.value for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert told["at"] == datetime(2026, 11, 4, 11, 10)
    assert (told["delegation"], told["places"], told["words"]) == ("Norway", "OP5; OP7", "=1+1\ntwo")
    assert sheet["B2"].is_date


def test_no_text_is_a_formula_and_headings_stay_with_filters():
    for sheet in workbook(log_files.write_workbook(LOG)):
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert all(
            cell.quotePrefix for row in sheet.iter_rows() for cell in row if str(cell.value)[0] in "=+-@"
        )
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_the_same_log_gives_the_same_bytes_which_say_nothing_of_where_they_were_made():
    content = log_files.write_workbook(LOG)
    assert content == log_files.write_workbook(LOG)
    with ZipFile(BytesIO(content)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        told = file.read("docProps/core.xml").decode() + file.read("docProps/app.xml").decode()
    assert not [word for word in ("creat", "modified", "openpyxl", "Excel") if word in told]


def test_an_empty_log_has_its_headings():
    sheets = workbook(log_files.write_workbook(replace(LOG, fates=(), entries=()))).worksheets
    assert [sheets[0].max_row, sheets[1].max_row] == [1, 1]


def test_the_word_file_repeats_its_headings_and_cuts_no_row():
    root = parts(log_files.write(LOG))["word/document.xml"]
    head, *rows = root.find(f"{W}body/{W}tbl").findall(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [letters_of(cell) for cell in rows[1].findall(f"{W}tc")] == [
        "2 → 1",
        "Samoa",
        "OP5OP7",
        "+1 @x-",
        "open2026-11-04 11:10 Norway submitted No. 1",
    ]


def test_moments_are_said_in_utc():
    there = AT.astimezone(timezone(timedelta(hours=9)))
    fate = replace(FATES[1], acts=((there, ACTS[0][1]),))
    root = parts(log_files.write(replace(LOG, fates=(fate,))))["word/document.xml"]
    assert "2026-11-04 11:10 Norway" in letters_of(root)


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_libreoffice_opens_both(language: str, soffice: Callable[..., bytes]) -> None:
    assert soffice(log_files.write(replace(LOG, head=DRAFTS[language].masthead))).startswith(b"%PDF")
