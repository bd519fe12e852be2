"""The command line: what the editorial rules find in a document."""

import json
from pathlib import Path

from tests.test_command_line import DRAFT, amended, call


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(text, "utf-8")
    return file


def test_a_draft_in_which_nothing_is_found_ends_with_0(tmp_path: Path) -> None:
    said = call("check", written(tmp_path, DRAFT))
    assert (said.exit_code, said.stdout) == (0, "0 findings.\n")


def test_findings_are_printed_by_place_and_end_with_1(tmp_path: Path) -> None:
    text = amended(("21 December 2016", "December 21, 2016"), ("register of springs", "program"))
    said = call("check", written(tmp_path, text))
    assert said.exit_code == 1
    assert said.stdout.splitlines() == [
        "PP1",
        "  E23  “December 21, 2016” is written “21 December 2016”.",
        "OP2",
        "  E21  “program” is written “programme”.",
        "2 findings.",
    ]


def test_as_json_each_finding_has_its_words_and_the_paragraph_put_right(tmp_path: Path) -> None:
    said = call("check", written(tmp_path, amended(("every month;", "every month,"))), "--json")
    assert said.exit_code == 1
    [found] = json.loads(said.stdout)["findings"]
    assert (found["rule"], found["place"], found["words"]) == ("E06", "OP1", ",")
    assert found["fix"].startswith("*Calls upon* all riparian States")
    assert found["fix"].endswith("every month;")


def test_a_file_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    said = call("check", tmp_path / "nothing.txt")
    assert said.exit_code == 2
    assert "nothing.txt" in said.stderr
