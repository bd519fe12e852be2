"""The documents say what is there, and all of it."""

import ast
import re
from pathlib import Path

import pytest
import typer

import penholder
from web.settings import Settings

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text("utf-8")
CONTRIBUTING = (TOP / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (TOP / "Makefile").read_text("utf-8")
PACKAGES = ("drafting", "amendments", "exports", "web", "bench")
MODULES = sorted(path for package in PACKAGES for path in (TOP / package).rglob("*.py"))


def test_the_readme_lists_every_command_with_its_options():
    rows = dict(re.findall(r"^\| `penholder (\w+)(.*?)` \|", README, re.MULTILINE))
    commands = typer.main.get_command(penholder.app).commands
    assert set(rows) == set(commands)
    for name, row in rows.items():
        known = {option for each in commands[name].params for option in each.opts}
        assert set(re.findall(r"--[\w-]+", row)) <= known, name


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)`?\b", README + CONTRIBUTING)) & {"run", "test", "check", "bench"}
    assert set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE)) <= {
        pair for target in targets for pair in ((target, ""), ("", target))
    }


def test_every_setting_is_in_the_readme_and_no_other():
    assert set(re.findall(r"^\| `PENHOLDER_(\w+)` \|", README, re.MULTILINE)) == {
        name.upper() for name in Settings.model_fields
    }


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_a_document_names_is_there(name):
    document = (TOP / name).read_text("utf-8")
    linked = re.findall(r"\]\((?!https?:|#)([^)]+)\)", document)
    named = re.findall(
        r"`((?:drafting|amendments|exports|web|tests|bench|requirements)/[\w./-]*\w)`", document
    )
    assert [each for each in linked + named if not (TOP / each).exists()] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(TOP)))
def test_a_module_says_what_it_is_for(module):
    said = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert said
    assert said.splitlines()[0].endswith((".", ":", "?", "”", '"')), said.splitlines()[0]


def test_the_changelog_speaks_of_this_version():
    version = re.search(r'^version = "([\d.]+)"', (TOP / "pyproject.toml").read_text("utf-8"), re.MULTILINE)[
        1
    ]
    assert re.search(rf"^## .*{re.escape(version)}", (TOP / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
