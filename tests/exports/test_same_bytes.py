"""The same text gives the same bytes, wherever and whenever, and they say nothing of the machine."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafting.languages import LANGUAGES
from tests.exports.kinds_of_document import AUTHORS, OTHERS, WORD
from tests.programs import TOP

KINDS = {**WORD, **OTHERS}
PRINT_ALL = """
import json, locale
from hashlib import sha256
from tests.exports.test_same_bytes import KINDS, LANGUAGES
locale.setlocale(locale.LC_ALL, "")
print(json.dumps({f"{kind}, {each}": sha256(write(each)).hexdigest() for kind, write in KINDS.items() for each in LANGUAGES}))
"""
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def made(folder: Path, **environment: str) -> dict[str, str]:
    """Make every document in a process of its own; gives a hash of each."""
    surroundings = {
        **os.environ, "PYTHONPATH": str(TOP), "HOME": str(folder), "TMPDIR": str(folder), **environment,
    }  # fmt: skip
    command = [sys.executable, "-W", "error", "-c", PRINT_ALL]
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_two_processes_of_two_people_in_two_places_write_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir(), there.mkdir()
    one = made(here, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C", LOGNAME="one", USER="one")
    two = made(there, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C.UTF-8", LOGNAME="two", USER="two")
    assert len(one) == len(KINDS) * len(LANGUAGES)
    assert {name for name in one if one[name] != two[name]} == set()


def unpacked(content: bytes) -> dict[str, str]:
    """Give what a file says: its parts by name, or the whole where it has none."""
    if content[:2] != b"PK":
        return {"": content.decode()}
    with ZipFile(BytesIO(content)) as file:
        return {entry.filename: file.read(entry).decode() for entry in file.infolist()}


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_says_where_when_or_by_what_it_was_made(kind: str) -> None:
    write: Callable[[str], bytes] = KINDS[kind]
    acts = {each.at.strftime("%Y-%m-%dT%H:%M:%S") for each in AUTHORS.values()}
    machine = [str(TOP), sys.prefix]  # where it is; who runs it differs between the processes above
    for language in LANGUAGES:
        content = write(language)
        for name, text in unpacked(content).items():
            assert [each for each in machine if each in text] == [], name
            assert set(TIME.findall(text)) <= acts, name
            assert not re.search("python-docx|lxml|LibreOffice|Python 3", text), name
        if content[:2] == b"PK":
            with ZipFile(BytesIO(content)) as file:
                entries = file.infolist()
            assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
            assert {(each.create_system, each.extra, each.comment) for each in entries} == {(0, b"", b"")}
            core = unpacked(content)["docProps/core.xml"]
            assert not re.search("creator|lastModifiedBy|created|modified|revision", core)
