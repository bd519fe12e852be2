"""The bench: a figure is a line of JSON whose ratio is that of its two sides."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
