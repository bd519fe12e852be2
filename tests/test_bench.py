"""The bench: a figure is a line of JSON whose ratio is that of its two sides; all sides have the same work."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.engine import merged
from bench.negotiation import negotiation
from bench.peers import PEERS

NAME = "writing a draft as a Word file"


def test_a_figure_stands_beside_its_floor_with_their_ratio():
    command = [sys.executable, "-m", "bench", NAME]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, timeout=120, check=True
    )
    (line,) = done.stdout.splitlines()
    told = json.loads(line)
    assert (told["name"], told["unit"]) == (NAME, "ms")
    assert told["ratio"] == pytest.approx(told["value"] / told["floor"], rel=0.05)


def test_the_engine_merges_what_is_measured_as_it_was_written_and_refuses_every_rival():
    work = negotiation(200, paragraphs=20)
    assert sum(each.rival for each in work.amendments) in range(5, 25)
    outcome = merged(work)
    assert (outcome.texts, outcome.refused) == (
        work.expected(),
        {each.key for each in work.amendments if each.rival},
    )


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_merges_amendments_to_paragraphs_of_their_own(name):
    work = negotiation(3, paragraphs=50)
    assert len({each.provision for each in work.amendments}) == len(work.amendments)
    outcome = PEERS[name](work)
    assert (outcome.texts, outcome.refused) == (work.expected(), set())


def test_memory_is_told_beside_that_of_a_process_that_only_imports():
    imported, written = (
        float(subprocess.run(
            [sys.executable, "-m", "bench.memory", what], cwd=Path(__file__).parents[1],
            capture_output=True, text=True, timeout=300, check=True,
        ).stdout)
        for what in ("imports", "printed")
    )  # fmt: skip
    assert 10 < imported < written < 400
