"""The programs that tests run: Penholder itself, and those that judge what it makes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


def needed(program):
    """Find a program; without it tests fail, for a skipped test would show nothing."""
    found = shutil.which(program)
    if found is None:
        pytest.fail(f"{program} is not installed: `make test` installs it, or says how")
    return found


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Server:
    """Penholder serving a database, in a process of its own."""

    def __init__(self, database_url, log):
        self.database_url = database_url
        self.log = log
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        """Start it, also again after it was stopped, at the same address."""
        command = [sys.executable, "-m", "penholder", "serve", "--host", "127.0.0.1",
                   "--port", str(self.port), "--database", self.database_url]  # fmt: skip
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=TOP, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )
        end = time.monotonic() + 60
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                self.stop()
                pytest.fail("the server did not start: " + self.log.read_text(errors="replace"))
            time.sleep(0.05)

    def _answers(self):
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(15)


class LibreOffice:
    """LibreOffice with settings of its own; called with a Word file's bytes, it gives those of its PDF file."""

    def __init__(self, folder):
        self.program, self.folder = needed("soffice"), folder

    def __call__(self, document):
        return self.all({"document": document})["document"].read_bytes()

    def all(self, documents):
        """Print several documents in one run; gives the paths of the PDF files by the documents' names."""
        printed = {name: self.folder / f"{name}.pdf" for name in documents}
        for name, content in documents.items():
            printed[name].unlink(missing_ok=True)
            printed[name].with_suffix(".docx").write_bytes(content)
        sources = [path.with_suffix(".docx") for path in printed.values()]
        profile = f"-env:UserInstallation={(self.folder / 'settings').as_uri()}"
        options = [profile, "--headless", "--convert-to", "pdf", "--outdir", self.folder]
        command = [self.program, *options, *sources]
        done = subprocess.run(command, capture_output=True, timeout=180 + 5 * len(sources))
        missing = [name for name, path in printed.items() if not path.exists()]
        assert not missing, (missing, done.stdout + done.stderr)
        return printed


class Settling:
    """LibreOffice, left running; it gives a Word file as it is when all changes are accepted or rejected."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        profile = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
        accept = f"--accept=socket,host=127.0.0.1,port={self.port};urp;"
        # Whatever happens, it ends by itself after a while.
        command = ["timeout", "600", needed("soffice"), profile, "--headless", "--norestore", accept]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def __call__(self, document, choice):
        """Give the file after ``Accept`` or ``Reject``."""
        source, target = self.folder / "tracked.docx", self.folder / "settled.docx"
        source.write_bytes(document)
        target.unlink(missing_ok=True)
        script = TOP / "tests" / "settle_changes.py"
        command = ["/usr/bin/python3", script, str(self.port), choice, source, target]
        done = subprocess.run(command, capture_output=True, timeout=180)
        assert target.exists(), done.stderr.decode()
        return target.read_bytes()

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)  # what it started too, which does not end with it
        self.process.wait(30)


class Pandoc:
    """Pandoc; called with a Word file's bytes and options, it gives what it reads, as plain text by default."""

    def __init__(self):
        self.program = needed("pandoc")

    def __call__(self, document, *options):
        command = [self.program, "--from=docx", "--to=plain", "--wrap=none", *options]
        done = subprocess.run(command, input=document, capture_output=True, timeout=180)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()
