"""The command line: what each call prints, writes and ends with."""

import json
import os
import pty
import re
import subprocess
import sys
import tomllib
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from typer.testing import CliRunner, Result

from drafting.database import connect, reading
from drafting.models import Draft, Member
from exports import documents
from exports.comparison import compare
from penholder import app

TOP = Path(__file__).parents[1]
DRAFT = """
United Nations

A/C.3/81/L.40

General Assembly

Distr.: Limited

3 November 2026

Original: English

Eighty-first session

Third Committee

Agenda item 71 (b)

Rivers and springs

Fiji, Kenya and Norway: draft resolution

Measuring the rivers of the plain

*The General Assembly*,

*Recalling* its resolution 71/222 of 21 December 2016 on water for sustainable development,[^1]

*Recognizing* that the rivers of the plain feed twelve million people,

1. *Calls upon* all riparian States to measure the flow of the rivers every month;

2. *Decides* to establish a register of springs, which shall contain:

(a) The name and the place of every spring;

(b) The yield of every spring in the driest month of the year;

3. *Requests* the Secretary-General to report to the General Assembly at its eighty-third session.

[^1]: Resolution 71/222.
"""


def call(*arguments: object) -> Result:
    """Call the command line in this process."""
    return CliRunner().invoke(app, [str(each) for each in arguments])


def amended(*swaps: tuple[str, str]) -> str:
    text = DRAFT
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "base.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def copy(file: Path, name: str, *swaps: tuple[str, str]) -> Path:
    path = file.with_name(f"{name}.txt")
    path.write_text(amended(*swaps), "utf-8")
    return path


# As a program


def test_it_lists_its_calls() -> None:
    command = [sys.executable, "-m", "penholder", "--help"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    for name in ("serve", "demo", "read", "write", "compare", "merge", "log", "export", "invite"):
        assert re.search(rf"^\s+{name}\s", done.stdout, re.MULTILINE)
    scripts = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts == {"penholder": "penholder:app"}


def test_a_document_is_read_through_a_pipe(file: Path) -> None:
    command = [sys.executable, "-m", "penholder", "read", str(file)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "OP2(b)      The yield of every spring in the driest month of the year;\n" in done.stdout
    assert "PP2         *Recognizing* that" in done.stdout


def test_a_terminal_shows_changes_by_lines_in_its_width(file: Path) -> None:
    new = copy(file, "new", ("month;", "week;"))
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "penholder", "compare", str(file), str(new)]
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm"}
    with subprocess.Popen(command, cwd=TOP, stdout=follower, env=environment) as program:
        assert program.wait(60) == 0
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert "\x1b[9mmonth\x1b[0m" in shown
    assert "\x1b[4mweek\x1b[0m" in shown
    assert all(len(re.sub(r"\x1b\[\d+m", "", line)) <= 60 for line in shown.splitlines())


# read


def test_reading_prints_the_numbered_outline(file: Path) -> None:
    done = call("read", file)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert "A/C.3/81/L.40" in lines[0]
    assert "3 November 2026" in lines[0]
    assert "Fiji, Kenya, Norway" in lines
    labels = [line.split("  ")[0] for line in lines if re.match(r"(PP|OP|Note)", line)]
    assert labels == ["PP1", "PP2", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP3", "Note 1"]


def test_reading_prints_one_object_with_all_that_a_draft_has(file: Path) -> None:
    said = json.loads(call("read", file, "--json").stdout)
    head = {
        key: value
        for key, value in said.items()
        if key not in ("provisions", "notes", "submitted_by", "starred_sponsors")
    }
    assert head == {
        "language": "en",
        "symbol": "A/C.3/81/L.40",
        "distribution": "Limited",
        "date": "2026-11-03",
        "original_language": "en",
        "organ": "General Assembly",
        "session": 81,
        "committee": "Third Committee",
        "agenda_item": "71 (b)",
        "agenda_title": "Rivers and springs",
        "kind": "draft resolution",
        "sponsors": ["Fiji", "Kenya", "Norway"],
        "on_behalf_of": None,
        "job": None,
        "job_dates": None,
        "reissued": None,
        "dates": None,
        "title": "Measuring the rivers of the plain",
        "enacting_line": "*The General Assembly*,",
    }
    assert [each["label"] for each in said["provisions"]] == ["PP1", "PP2", "OP1", "OP2", "OP3"]
    assert said["provisions"][3]["number"] == "2."
    assert [each["label"] for each in said["provisions"][3]["children"]] == ["OP2(a)", "OP2(b)"]
    assert said["notes"] == [{"number": "1", "text": "Resolution 71/222."}]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("missing.txt", None, id="no such file"),
        pytest.param("letter.txt", b"Dear colleague,\n\nPlease find nothing here.\n", id="not a draft"),
        pytest.param("broken.docx", b"PK\x03\x04 nothing", id="not a Word file"),
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("latin.txt", "Décide".encode("latin-1"), id="not in UTF-8"),
        pytest.param("picture.png", b"\x89PNG", id="another format"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_name_of_the_file(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = call("read", path)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"{path}: ")
    assert "Traceback" not in done.stderr


# write


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".json"])
def test_what_was_written_reads_the_same(file: Path, suffix: str) -> None:
    out = file.with_name(f"out{suffix}")
    done = call("write", file, out)
    assert done.exit_code == 0, done.output
    assert call("read", out, "--json").stdout == call("read", file, "--json").stdout


def test_akoma_ntoso_is_written_and_a_call_to_read_it_is_refused(file: Path) -> None:
    out = file.with_name("out.xml")
    assert call("write", file, out).exit_code == 0
    assert 'wId="op2b"' in out.read_text("utf-8")
    refused = call("read", out)
    assert refused.exit_code == 2
    assert "out.xml: Files of this format are written, but not read." in refused.stderr


def test_a_file_that_cannot_be_written_leaves_what_was_there(file: Path) -> None:
    out = file.with_name("out.docx")
    out.write_bytes(b"what was there")
    broken = file.with_name("broken.txt")
    broken.write_text("nothing of a draft")
    assert call("write", broken, out).exit_code == 2
    assert out.read_bytes() == b"what was there"
    assert call("write", file, file.with_name("out.odt")).exit_code == 2
    assert call("write", file, file.parent / "no such folder" / "out.txt").exit_code == 2
    assert {each.name for each in file.parent.iterdir()} == {"base.txt", "broken.txt", "out.docx"}


def test_a_file_written_over_keeps_its_permissions(file: Path) -> None:
    out = file.with_name("out.txt")
    out.write_text("")
    out.chmod(0o640)
    assert call("write", file, out).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o640


# compare


def test_comparing_says_what_changed_paragraph_by_paragraph(file: Path) -> None:
    new = copy(
        file,
        "new",
        ("every month;", "every week;"),
        ("(b) The yield of every spring in the driest month of the year;\n\n", ""),
        ("*Recognizing*", "*Aware* of the drought of 2025,\n\n*Recognizing*"),
        ("A/C.3/81/L.40", "A/C.3/81/L.40/Rev.1"),
    )
    assert call("compare", file, new).stdout.splitlines() == [
        "symbol: A/C.3/81/L.40 → A/C.3/81/L.40/Rev.1",
        "PP2         {+*Aware* of the drought of 2025,+}",
        "OP1         *Calls upon* all riparian States to measure the flow of the rivers every [-month-] {+week+};",
        "(OP2(b))    [-The yield of every spring in the driest month of the year;-]",
        "Paragraphs: 1 reworded, 1 inserted, 1 deleted.",
    ]


def test_a_comparison_is_one_object(file: Path) -> None:
    new = copy(file, "new", ("every month;", "every week;"))
    said = json.loads(call("compare", file, new, "--json").stdout)
    text = "*Calls upon* all riparian States to measure the flow of the rivers every {};"
    assert said == {
        "old": str(file),
        "new": str(new),
        "masthead": [],
        "changes": [
            {
                "kind": "reworded",
                "old_label": "OP1",
                "new_label": "OP1",
                "old": text.format("month"),
                "new": text.format("week"),
                "redline": [
                    {"kind": "kept", "text": text.format("")[:-2]},
                    {"kind": "struck", "text": " month"},
                    {"kind": "inserted", "text": " week"},
                    {"kind": "kept", "text": ";"},
                ],
            }
        ],
    }


def test_texts_that_read_the_same_have_no_changes(file: Path) -> None:
    assert call("compare", file, file).stdout == "The texts read the same.\n"


def test_a_comparison_is_written_with_tracked_changes(file: Path) -> None:
    new = copy(file, "new", ("every month;", "every week;"))
    out = file.with_name("redline.docx")
    assert call("compare", file, new, "--out", out).exit_code == 0
    accepted = documents.read(out.name, out.read_bytes()).outline
    assert not compare(documents.read(new.name, new.read_bytes()).outline, accepted).rows
    assert call("compare", file, new, "--out", file.with_name("redline.txt")).exit_code == 2


# compare --wording, amend


# merge


def test_copies_that_do_not_collide_are_merged(file: Path) -> None:
    copies = [copy(file, "Norway", ("every month;", "every week;")), copy(file, "Fiji", ("twelve", "ten"))]
    out = file.with_name("out.txt")
    done = call("merge", file, *copies, "--out", out)
    assert done.exit_code == 0, done.output
    assert done.stdout == "Merged 2 of 2 amendments.\n"
    assert "measure the flow of the rivers every week;" in out.read_text("utf-8")
    assert "feed ten million people," in out.read_text("utf-8")


def test_what_collides_is_listed_and_left_out(file: Path) -> None:
    norway = copy(file, "Norway", ("every month;", "every week;"), ("twelve", "ten"))
    fiji = copy(file, "Fiji", ("every month;", "every year;"))
    out = file.with_name("out.txt")
    done = call("merge", file, norway, fiji, "--out", out, "--json")
    assert done.exit_code == 1
    said = json.loads(done.stdout)
    wording = {
        "Fiji": "In operative paragraph 1, replace “month” with “year”.",
        "Norway": "In operative paragraph 1, replace “month” with “week”.",
    }
    assert said["collisions"] == [
        {
            "kind": "hard",
            "place": "OP1",
            "words": "month",
            "between": [
                {"delegation": name, "wording": [wording[name]], "left_out": True}
                for name in ("Fiji", "Norway")
            ],
        }
    ]
    assert said["left_out"] == [
        {"delegation": name, "places": ["OP1"], "wording": [wording[name]], "because_of": [other]}
        for name, other in (("Fiji", "Norway"), ("Norway", "Fiji"))
    ]
    assert [each["delegation"] for each in said["merged"]] == ["Norway"]
    assert "every month;" in out.read_text("utf-8")
    assert "feed ten million people," in out.read_text("utf-8")
    told = call("merge", file, norway, fiji, "--out", out)
    assert told.exit_code == 1
    assert told.stdout.splitlines() == [
        "▲ OP1 “month”",
        "  Fiji and Norway exclude each other; both are left out:",
        f"    Fiji: {wording['Fiji']}",
        f"    Norway: {wording['Norway']}",
        "Merged 1 of 3 amendments.",
        "Left out:",
        "  Fiji, OP1 (because of Norway)",
        f"    {wording['Fiji']}",
        "  Norway, OP1 (because of Fiji)",
        f"    {wording['Norway']}",
    ]


def test_the_order_of_the_copies_makes_no_difference_to_what_comes_out(file: Path) -> None:
    copies = [
        copy(
            file,
            "Norway",
            ("every month;", "every week;"),
            ("3. *Requests*", "3. *Notes* that;\n\n4. *Requests*"),
        ),
        copy(
            file,
            "Fiji",
            ("every month;", "every year;"),
            ("3. *Requests*", "3. *Regrets* it;\n\n4. *Requests*"),
        ),
        copy(file, "Kenya", ("twelve million people", "twelve million people and their herds")),
    ]
    outcomes = set()
    for at, order in enumerate(permutations(copies)):
        out = file.with_name(f"out{at}.txt")
        done = call("merge", file, *order, "--out", out)
        assert done.exit_code == 1
        outcomes.add((out.read_text("utf-8"), done.stdout))
    assert len(outcomes) == 1


def test_a_masthead_that_a_copy_changes_is_not_merged_but_named(file: Path) -> None:
    norway = copy(file, "Norway", ("Fiji, Kenya and Norway:", "Fiji, Kenya, Norway and Samoa:"))
    out = file.with_name("out.json")
    done = call("merge", file, norway, "--out", out)
    assert done.exit_code == 0, done.output
    assert f"{norway}: sponsors differ from {file}" in done.stderr
    assert json.loads(out.read_text("utf-8"))["sponsors"] == ["Fiji", "Kenya", "Norway"]


def test_a_merge_overwrites_nothing_that_it_reads_and_knows_whose_each_copy_is(file: Path) -> None:
    norway = copy(file, "Norway", ("every month;", "every week;"))
    before = norway.read_bytes()
    assert call("merge", file, norway, "--out", norway).exit_code == 2
    assert norway.read_bytes() == before
    twice = call("merge", file, norway, norway.with_suffix(".docx"), "--out", file.with_name("out.txt"))
    assert twice.exit_code == 2
    assert "Norway" in twice.stderr


# The database


def test_the_demonstration_is_loaded_into_an_empty_database_only(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'penholder.db'}"
    assert call("demo", "--database", database).exit_code == 0
    again = call("demo", "--database", database)
    assert again.exit_code == 2
    assert "empty" in again.stderr
    assert call("demo", "--database", database, "--if-empty").exit_code == 0
    engine = connect(database)
    with reading(engine) as session:
        symbols = session.scalar(select(func.count()).select_from(Draft))
    engine.dispose()
    assert symbols


def test_the_log_is_printed_for_reading_and_as_a_table_and_as_values(demonstration: str) -> None:
    text = call("log", "1", "--database", demonstration)
    assert text.exit_code == 0, text.output
    said = json.loads(call("log", "1", "--format", "json", "--database", demonstration).stdout)
    table = call("log", "1", "--format", "csv", "--database", demonstration).stdout.lstrip("\ufeff")
    assert [each["number"] for each in said] == list(range(1, len(said) + 1))
    assert {"at", "delegation", "member", "act", "words", "seal"} <= set(said[0])
    assert table.startswith("number,at,delegation")
    assert all(each["said"] in text.stdout for each in said)
    missing = call("log", "999", "--database", demonstration)
    assert missing.exit_code == 2
    assert "999" in missing.stderr


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".docx", b"PK"), (".xlsx", b"PK"), (".csv", b"\xef\xbb\xbfnumber,")]
)
def test_the_log_is_written_into_a_file_whose_suffix_says_the_format(
    suffix: str, begins: bytes, demonstration: str, tmp_path: Path
) -> None:
    out = tmp_path / f"log{suffix}"
    done = call("export", "1", "--as", "log", "--out", str(out), "--database", demonstration)
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_bytes().startswith(begins)


def test_a_format_of_the_log_that_is_not_known_is_named(demonstration: str, tmp_path: Path) -> None:
    done = call("export", "1", "--as", "log", "--out", str(tmp_path / "log.odt"), "--database", demonstration)
    assert done.exit_code == 2
    assert "“.odt”" in done.stderr
    assert "log.odt" in done.stderr
    assert not (tmp_path / "log.odt").exists()


def test_a_log_is_found_by_the_symbol_of_any_revision(demonstration: str) -> None:
    assert (
        call("log", "A/C.3/81/L.17/Rev.1", "--database", demonstration).stdout
        == call("log", "A/C.3/81/L.17", "--database", demonstration).stdout
        != ""
    )


def test_an_invitation_prints_a_link_and_enters_the_member(database_url: str, engine: Engine) -> None:
    done = call("invite", "--delegation", "Norway", "--name", "Elin Dahl", "--database", database_url)
    assert done.exit_code == 0, done.output
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/invitation/[\w-]{32}\n", done.stdout)
    with reading(engine) as session:
        [member] = session.scalars(select(Member))
        assert (member.name, member.delegation.name, member.delegation.code) == ("Elin Dahl", "Norway", "NOR")


def test_a_database_that_cannot_be_reached_is_named_without_its_password() -> None:
    done = call("log", "1", "--database", "postgresql+psycopg://penholder:secret@127.0.0.1:1/penholder")
    assert done.exit_code == 2
    assert "127.0.0.1:1" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
    assert call("log", "1", "--database", "not a database").exit_code == 2
