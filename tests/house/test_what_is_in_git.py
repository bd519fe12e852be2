"""What the repository holds: our own work, pinned packages, and nothing about the machine it was made on."""

import json
import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
LOCKS = sorted((TOP / "requirements").glob("*.txt"))
NOWHERE = re.compile(
    r"(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index-url|\"resolved\":)|"
    r"(?<![\w.])/(?:home|root|work|Users|mnt)/\w"
)
TABLES = {".po", ".csv", ".json", ".txt", ".toml"}
VAGUE = {"utils", "util", "helpers", "helper", "service", "services", "manager", "data", "common", "misc"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True, text=True)
    return [TOP / name for name in listed.stdout.split("\0") if name and (TOP / name).exists()]


FILES = tracked()


def test_nothing_names_a_machine_or_the_address_of_a_registry():
    found = [
        f"{path.relative_to(TOP)}:{at}: {line.strip()[:80]}"
        for path in FILES
        if path.suffix != ".png" and path != Path(__file__)
        for at, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if NOWHERE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_of_python_has_a_version_and_hashes(lock):
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+(?:\[[\w,-]+\])?==\S+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


def test_every_locked_package_of_the_front_end_has_a_version_and_a_hash():
    packages = json.loads((TOP / "package-lock.json").read_text("utf-8"))["packages"]
    locked = {name: each for name, each in packages.items() if name}
    assert locked
    for name, each in locked.items():
        assert each["version"], name
        assert each["integrity"].startswith("sha512-"), name


def test_what_others_wrote_is_fetched_and_not_kept():
    assert [path for path in FILES if {"vendor", "node_modules"} & set(path.relative_to(TOP).parts)] == []
    assert [
        path
        for path in FILES
        if path.suffix == ".js" and max(map(len, path.read_text("utf-8").splitlines())) > 300
    ] == []
    assert {path.suffix for path in FILES if b"\0" in path.read_bytes()} <= {".png"}


def test_modules_are_short_and_bear_names_of_the_field():
    code = [path for path in FILES if path.suffix not in TABLES | {".md", ".png"}]
    assert [path.name for path in code if len(path.read_text("utf-8").splitlines()) > 500] == []
    assert [path.name for path in code if set(path.stem.split("_")) & VAGUE] == []
