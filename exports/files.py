"""Keeping a file as a whole or not at all."""

import os
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Write a file so that at no moment half of it is there; what was there before stays until then."""
    path = path.resolve()
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
