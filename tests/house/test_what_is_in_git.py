"""What the repository holds: our own work, pinned packages, and nothing about the machine it was made on."""

import json
import re
from pathlib import Path

import pytest

from tests.house.tree import CONTENTS, LOCKED, MODULES, TEXTS

ELSEWHERE = {
    "a place on a machine": r"(?<![\w.<~}])/(?:home|root|work|tmp|mnt|Users)\b",
    "the address of a registry": r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|"
    r"(?<!emit-)index[-]url|\"resolve[d]\"|^registry\s*=",
}
TABLES = {".po", ".csv", ".json", ".txt", ".toml", ".md", ".svg"}
VAGUE = set("util utils helper helpers service services manager data common misc core schemas".split())


@pytest.mark.parametrize("what", ELSEWHERE)
def test_no_file_names(what):
    lines = [(path, *line) for path, text in TEXTS.items() for line in enumerate(text.splitlines(), 1)]
    found = [f"{path}:{at}: {line[:80]}" for path, at, line in lines if re.search(ELSEWHERE[what], line)]
    assert found == []


def test_every_locked_package_of_python_has_a_version_and_a_hash():
    assert set(LOCKED) == {"run.txt", "test.txt", "node.txt"}
    pinned = re.compile(r"[\w.-]+(\[[\w,-]+\])?==\S+.*\s--hash=sha256:[0-9a-f]{64}\b", re.DOTALL)
    assert [entry for lock in LOCKED.values() for entry in lock if not pinned.match(entry)] == []


def test_every_locked_package_of_the_front_end_has_a_version_and_a_hash():
    packages = json.loads(TEXTS[Path("package-lock.json")])["packages"]
    del packages[""]  # which is ours
    assert packages
    pinned = {name for name, each in packages.items() if each.get("version") and each.get("integrity")}
    assert set(packages) - pinned == set()


def test_what_others_wrote_is_fetched_and_not_kept():
    assert [path for path in CONTENTS if {"vendor", "node_modules"} & set(path.parts)] == []
    front = [path for path in TEXTS if path.suffix in {".js", ".css"}]
    assert front
    assert [path for path in front if ".min." in path.name or re.search(".{500}", TEXTS[path])] == []


def test_nothing_but_pictures_in_the_documents_is_no_text():
    others = CONTENTS.keys() - TEXTS.keys()
    assert [path for path in others if path.parts[0] != "docs" or path.suffix not in {".png", ".webp"}] == []


def test_no_code_is_longer_than_five_hundred_lines():
    code = [path for path in TEXTS if path.suffix not in TABLES]
    assert [path for path in code if len(TEXTS[path].splitlines()) > 500] == []


def test_modules_bear_names_of_the_field():
    assert [path for path in MODULES if VAGUE & set(re.split(r"[_/.]", str(path)))] == []
