"""The files that the repository holds, and what is in them."""

import re
import subprocess
from pathlib import Path

from tests.programs import TOP


def files():
    """List what git keeps; where there is no git, as in an exported archive, what it would not ignore."""
    if (TOP / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True, text=True
        )
        return [Path(name) for name in listed.stdout.split("\0") if (TOP / name).is_file()]
    ignored = [line.strip("/") for line in (TOP / ".gitignore").read_text("utf-8").split()]
    found = [path.relative_to(TOP) for path in TOP.rglob("*") if path.is_file()]
    return [
        path
        for path in found
        if not any(each.match(pattern) for each in (path, *path.parents) for pattern in ignored)
    ]


CONTENTS = {path: (TOP / path).read_bytes() for path in sorted(files())}
TEXTS = {path: content.decode(errors="replace") for path, content in CONTENTS.items() if b"\0" not in content}
MODULES = [path for path in TEXTS if path.suffix == ".py"]
# A requirement begins a line; its hashes stand on the next ones.
LOCKED = {
    path.name: re.split(r"\n(?=\S)", TEXTS[path].strip())
    for path in TEXTS
    if path.match("requirements/*.txt")
}
