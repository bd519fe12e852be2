"""The checks of the house, as `make check` runs them."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
CHECKS = {
    "ruff keeps the style": ("ruff", "check", "."),
    "ruff keeps the layout": ("ruff", "format", "--check", "."),
    "mypy knows every type": ("mypy",),
    "packages use only those below them": ("lint-imports",),
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_house_stands(check):
    program, *options = CHECKS[check]
    command = [str(Path(sys.executable).parent / program), *options]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
