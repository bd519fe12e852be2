"""PDF files, which LibreOffice makes of Word files where it is there."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from drafting.messages import OutOfOrder, Unreadable

_SECONDS = 120  # after which LibreOffice is ended
_one_at_a_time = Lock()  # it takes much memory, and a machine may be small


def available() -> bool:
    """Whether LibreOffice is there."""
    return _program() is not None


def write(word: bytes) -> bytes:
    """Make a PDF file of a Word file.

    LibreOffice works on a copy, with settings of its own that are thrown away with it.
    """
    program = _program()
    if program is None:
        raise Unreadable("PDF files are made by LibreOffice, which is not installed here.")
    if not _one_at_a_time.acquire(timeout=_SECONDS):
        raise OutOfOrder("Other PDF files are being made; try again in a minute.")
    try:
        return _made(program, word)
    finally:
        _one_at_a_time.release()


def _made(program: str, word: bytes) -> bytes:
    with TemporaryDirectory(prefix="penholder-") as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(word)
        settings = f"-env:UserInstallation={(source.parent / 'settings').as_uri()}"
        command = [program, settings, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder]
        try:
            subprocess.run(
                [*command, str(source)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
            return source.with_suffix(".pdf").read_bytes()
        except (subprocess.TimeoutExpired, OSError) as error:
            raise Unreadable("LibreOffice did not make a PDF file of it.") from error


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")
