"""Drafts as they come from printed pages: a new case is a new file in ``printed``, with what it reads as."""

from pathlib import Path

import pytest

from drafting.naming import renamed
from drafting.numbering import note_numbers, number
from drafting.outline import Outline
from drafting.text import markup
from exports import plain

CASES = sorted((Path(__file__).parent / "printed").glob("*.txt"))


def told(outline: Outline) -> dict[str, str]:
    """Everything that a case may say of a draft: its masthead by name, its provisions by label."""
    head = outline.masthead
    said = {name: str(getattr(head, name)) for name in head.__dataclass_fields__ if name != "sponsors"}
    said["sponsors"] = ", ".join(each.name + "*" * each.starred for each in head.sponsors)
    numbers = {note: str(at) for note, at in note_numbers(outline.provisions).items()}
    for place in number(outline):
        said[place.label] = markup(renamed(place.provision.text, numbers))
    return said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_printed_draft_reads_as_the_case_says(case: Path) -> None:
    source, _, expected = case.read_text("utf-8").partition("=== reads as\n")
    said = told(plain.read(source).outline)
    lines = [line.partition(":") for line in expected.splitlines()]
    for name, _, words in lines:
        found = said.get(name.strip(), "(missing)")
        same = found.startswith(words.strip()) if name[0].isupper() else found == words.strip()
        assert same, f"{name}: {found}"
    labels = {name for name in said if name[0].isupper()} - {"Enacting line"}
    assert labels - {name for name, _, _ in lines if name.startswith("Note")} >= set()
    paragraphs = {name for name in labels if not name.startswith("Note")}
    assert paragraphs == {
        name for name, _, _ in lines if name[0].isupper() and not name.startswith(("Note", "Enacting"))
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_was_read_is_written_and_read_again_as_the_same(case: Path) -> None:
    outline = plain.read(case.read_text("utf-8").partition("=== reads as\n")[0]).outline
    assert plain.read(plain.write(outline)).outline == outline
