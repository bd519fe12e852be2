"""The command line: following an amendment document."""

import json
from pathlib import Path

import pytest

from tests.amendments.printed import as_text, as_word
from tests.test_command_line import DRAFT, call, copy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "base.txt"
    path.write_text(DRAFT, "utf-8")
    return path


INSTRUCTIONS = """
Kenya: amendment to draft resolution A/C.3/81/L.40

Measuring the rivers of the plain

1. In operative paragraph 1, replace “every month” with “every week”.

2. After operative paragraph 1, insert a new operative paragraph, reading:

*Invites* the sailors to help;
"""


def test_an_amendment_document_is_applied(tmp_path: Path) -> None:
    draft, document, out = tmp_path / "draft.txt", tmp_path / "amendment.txt", tmp_path / "new.txt"
    draft.write_text(DRAFT)
    document.write_text(INSTRUCTIONS)
    result = call("amend", draft, document, "--out", out)
    assert result.exit_code == 0, result.output
    words = out.read_text()
    assert "every week;" in words
    assert "2. *Invites* the sailors to help;" in words
    assert "Instructions: 2, of which 0 cannot be followed." in result.stdout


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_the_wording_of_a_comparison_amends_the_old_document_into_the_new_one(
    file: Path, suffix: str
) -> None:
    new = copy(
        file,
        "new",
        ("every month;", "every week;"),
        ("(b) The yield of every spring in the driest month of the year;\n\n", ""),
        ("*Recognizing*", "*Aware* of the drought of 2025,[^2]\n\n*Recognizing*"),
        ("[^1]: Resolution 71/222.", "[^1]: Resolution 71/222.\n\n[^2]: A/80/12."),
    )
    said = call("compare", file, new, "--wording")
    assert said.exit_code == 0, said.output
    assert said.stdout.splitlines()[::2] == [
        "1. After the first preambular paragraph, insert a new preambular paragraph, reading:",
        "*Aware* of the drought of 2025,\\*",
        "2. In operative paragraph 1, replace “month” with “week”.",
        "3. Delete operative paragraph 2 (b).",
        "4. Insert a new footnote, reading:",
        "\\* A/80/12.",
    ]
    name, content = (as_text if suffix == ".txt" else as_word)(said.stdout.splitlines())
    instructions = file.with_name(name)
    instructions.write_bytes(content)
    out = file.with_name("out.txt")
    done = call("amend", file, instructions, "--out", out)
    assert done.exit_code == 0, done.output
    assert call("compare", new, out).stdout == "The texts read the same.\n"


def test_what_cannot_be_followed_is_told_and_nothing_is_written(file: Path) -> None:
    instructions = file.with_name("amendment.txt")
    instructions.write_text("1. Delete operative paragraph 9.\n\n2. Delete operative paragraph 3.\n", "utf-8")
    out = file.with_name("out.txt")
    done = call("amend", file, instructions, "--out", out, "--json")
    assert done.exit_code == 1
    assert not out.exists()
    told = json.loads(done.stdout)["instructions"]
    assert [(each["followed"], each["does"], each["places"]) for each in told] == [
        (False, [], []),
        (True, ["delete"], ["OP3"]),
    ]
    assert told[0]["why"] == "The text has no such paragraph: “operative paragraph 9”."
    assert call("amend", file, instructions, "--out", out, "--partly").exit_code == 1
    assert "eighty-third session" not in out.read_text("utf-8")
    empty = file.with_name("letter.txt")
    empty.write_text("Dear colleagues\n", "utf-8")
    assert call("amend", file, empty, "--out", out).exit_code == 2
