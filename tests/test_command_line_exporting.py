"""The command line: documents of a draft, from the database and from two files."""

from pathlib import Path

import pytest

from exports import documents
from tests.test_command_line import DRAFT, call, copy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "base.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def test_a_draft_in_the_database_is_exported_in_every_kind(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'demo.db'}")
    assert call("demo", *database).exit_code == 0
    for kind, also in (
        ("draft", ()),
        ("revision", ()),
        ("tracked", ("--since", "0")),
        ("amendment", ("--number", "3", "--symbol", "A/C.3/81/L.60", "--date", "2026-11-20")),
        ("sponsors", ("--number", "0")),
        ("corrigendum", ()),
    ):
        out = tmp_path / f"{kind}.docx"
        done = call("export", "A/C.3/81/L.17", "--as", kind, "--out", out, *also, *database)
        assert done.exit_code == 0, done.output
        assert out.read_bytes().startswith(b"PK"), kind
    symbol = documents.read("x.docx", (tmp_path / "revision.docx").read_bytes()).outline.masthead.symbol
    assert symbol == "A/C.3/81/L.17/Rev.1"
    for refused in (("letter", "a.docx"), ("draft", "a.odt"), ("tracked", "a.txt"), ("amendment", "a.docx")):
        kind, name = refused
        done = call("export", "1", "--as", kind, "--out", tmp_path / name, *database)
        assert done.exit_code == 2, refused
        assert not (tmp_path / name).exists()


def test_the_amendment_that_turns_one_file_into_another_is_written_as_a_document(file: Path) -> None:
    new = copy(
        file,
        "Kenya",
        ("every month;", "every week;"),
        ("*Recognizing*", "*Aware* of the drought of 2025,[^2]\n\n*Recognizing*"),
        ("[^1]: Resolution 71/222.", "[^1]: Resolution 71/222.\n\n[^2]: A/80/12."),
    )
    for suffix in (".docx", ".txt"):
        amendment, out = file.with_name(f"amendment{suffix}"), file.with_name("out.txt")
        assert call("compare", file, new, "--wording", "--out", amendment).exit_code == 0
        done = call("amend", file, amendment, "--out", out)
        assert done.exit_code == 0, done.output
        assert call("compare", new, out).stdout == "The texts read the same.\n"


def test_a_corrigendum_is_printed_or_written(file: Path) -> None:
    new = copy(file, "new", ("every month;", "every week;"))
    said = call("compare", file, new, "--corrigendum")
    assert said.stdout.splitlines() == ["**Operative paragraph 1**", "*For* “month” *read* “week”"]
    out = file.with_name("corrigendum.txt")
    assert call("compare", file, new, "--corrigendum", "--out", out).exit_code == 0
    assert "A/C.3/81/L.40/Corr.1" in out.read_text("utf-8")
    assert call("compare", file, new, "--corrigendum", "--wording").exit_code == 2
