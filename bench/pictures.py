"""Our pages laid beside the printed ones as pictures: ``python -m bench.pictures [FOLDER]``."""

import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from bench.pages import CORPUS, originals
from bench.printed import printed, scaled

DOTS = 100  # an inch
SCALE = 101  # at which LibreOffice ends most lines where Word does
_GUTTER = b"\x80\x80\x80" * 6


def laid(folder: Path) -> Iterator[Path]:
    """Lay each of our pages (right) beside the printed one (left); gives the pictures one by one."""
    folder.mkdir(parents=True, exist_ok=True)
    for original in originals():
        with tempfile.TemporaryDirectory() as drawn:
            copy = {original.name: scaled(original.write()[1], SCALE)}
            ours = _drawn(printed(copy, Path(drawn))[original.name], Path(drawn) / "ours")
            theirs = _drawn(original.pdf, Path(drawn) / "theirs")
            for page, (left, right) in enumerate(zip_longest(theirs, ours), 1):
                picture = folder / f"{original.name}-{page:02}.png"
                picture.write_bytes(_beside(left or right, right or left))
                yield picture


def _drawn(pdf: Path, to: Path) -> list[Path]:
    subprocess.run(["pdftoppm", "-r", str(DOTS), pdf, to], check=True)
    return sorted(to.parent.glob(f"{to.name}-*.ppm"))


def _beside(left: Path, right: Path) -> bytes:
    """Make one picture (PNG) of two of the same height (PPM)."""
    rows = [_rows(picture) for picture in (left, right)]
    content = b"".join(b"\0" + one + _GUTTER + other for one, other in zip(*rows, strict=False))
    width = (len(rows[0][0]) + len(_GUTTER) + len(rows[1][0])) // 3
    head = struct.pack(">IIBBBBB", width, min(map(len, rows)), 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(content, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts
    )


def _rows(picture: Path) -> list[bytes]:
    _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
    width = 3 * int(size.split()[0])
    return [pixels[at : at + width] for at in range(0, len(pixels), width)]


if __name__ == "__main__":
    if not originals():
        sys.exit(f"There are no printed pages at {CORPUS} to lay ours beside.")
    for made in laid(Path(sys.argv[1] if sys.argv[1:] else "build/pages")):
        print(made)
