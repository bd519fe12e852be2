"""The documents say what is there, and all of it."""

import ast
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import typer

import penholder
from tests.house.tree import CONTENTS, MODULES, TEXTS
from tests.programs import TOP, needed
from web.settings import Settings

README, CONTRIBUTING, MAKEFILE, CHANGELOG, PROJECT = (
    TEXTS[Path(name)]
    for name in ("README.md", "CONTRIBUTING.md", "Makefile", "CHANGELOG.md", "pyproject.toml")
)
PACKAGES = ("drafting", "amendments", "exports", "web", "bench")


def make(*arguments):
    """Run make as from a terminal, also where it is make that runs the tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = [needed("make"), *arguments]
    return subprocess.run(command, cwd=TOP, env=own, capture_output=True, text=True, timeout=60, check=False)


def test_the_readme_lists_every_command_with_options_that_it_has():
    rows = dict(re.findall(r"^\| `penholder (\w+)(.*?)` \|", README, re.MULTILINE))
    commands = typer.main.get_command(penholder.app).commands
    assert set(rows) == set(commands)
    for name, row in rows.items():
        known = {option for each in commands[name].params for option in each.opts}
        assert set(re.findall(r"--[\w-]+", row)) <= known, name


def test_every_make_target_that_is_offered_does_something_and_no_other_is_named():
    offered = set(re.findall(r"^  make (\w+)", make("help").stdout, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE))
    assert {"run", "test"} <= set(re.findall(r"^make (\w+)", README, re.MULTILINE))
    assert named <= offered
    done = make("--dry-run", *offered)
    assert done.returncode == 0, done.stderr
    # A target that is also the name of a folder, such as bench, would be up to date for ever.
    assert offered <= set(re.search(r"^\.PHONY: (.*)", MAKEFILE, re.MULTILINE)[1].split())


def test_every_setting_is_in_the_readme_and_no_other():
    settings = {f"PENHOLDER_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"^\| `(PENHOLDER_\w+)` \|", README, re.MULTILINE)) == settings
    assert set(re.findall(r"PENHOLDER_\w+", README + CONTRIBUTING + MAKEFILE)) <= settings


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_and_module_that_a_document_names_is_there(document):
    text, rooms = TEXTS[Path(document)], "|".join((*PACKAGES, "tests", "requirements"))
    linked = [each.split("#")[0] for each in re.findall(r"\]\((?!\w+:|#)([^)]+)\)", text)]
    named = re.findall(rf"`((?:{rooms})/[\w./-]*\w)`", text)
    modules = [name.replace(".", "/") + ".py" for name in re.findall(rf"`((?:{rooms})\.\w+)`", text)]
    there = {each.as_posix() for path in CONTENTS for each in (path, *path.parents)}
    assert [each for each in linked + named + modules if each not in there] == []


def test_every_module_and_package_says_what_it_is_for():
    ours = [path for path in MODULES if path.parts[0] != "tests"]
    folders = {path.parent for path in ours if path.parts[0] in PACKAGES}
    assert {folder / "__init__.py" for folder in folders} <= set(ours)
    said = {path: (ast.get_docstring(ast.parse(TEXTS[path])) or "").split("\n\n")[0] for path in ours}
    assert [path for path in ours if not re.search(r"[.:?][\"”]?$", said[path])] == []


def test_the_changelog_speaks_of_this_version():
    version = re.escape(tomllib.loads(PROJECT)["project"]["version"])
    assert re.search(rf"^## {version}(?![\w.]).*\n\n- \w", CHANGELOG, re.MULTILINE)
