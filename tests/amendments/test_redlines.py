"""Redlines as a person would draw them; each case is a file with two texts and the redline between them."""

from pathlib import Path

import pytest

from drafting.redline import Run, redline, runs
from drafting.text import markup, parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
SIGNS = {"kept": ("", ""), "struck": ("[-", "-]"), "inserted": ("{+", "+}")}


def drawn(run: Run) -> str:
    """A run in its signs, with the space before it left outside of them."""
    opening, closing = SIGNS[run.kind]
    words = markup(run.words)
    return words[: len(words) - len(words.lstrip())] + opening + words.lstrip() + closing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_redline_reads_as_a_person_would_draw_it(case: Path) -> None:
    blocks = (block.partition("\n") for block in case.read_text("utf-8").strip().split("\n\n"))
    texts = {name: text for name, _, text in blocks}
    old, new = parse(texts["old"]), parse(texts["new"])
    assert "".join(drawn(run) for run in runs(old, redline(old, new))) == texts["redline"]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_there_are_at_least_ten_cases_in_each_language(language: str) -> None:
    assert sum(case.stem.startswith(language + "_") for case in CASES) >= 10
