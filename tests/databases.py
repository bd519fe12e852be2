"""Where tests find databases: a folder of SQLite files, and a PostgreSQL server that lives as long as the session.

Both make a new database by copying one that is prepared already, which takes milliseconds.
"""

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

from drafting.database import connect
from tests.programs import free_port


class SQLite:
    """A folder of databases."""

    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count()

    def new(self, like=None):
        """Give the address of a new database, a copy of another where one is given."""
        path = self.folder / f"{next(self.numbers)}.db"
        if like:
            shutil.copyfile(like.removeprefix("sqlite:///"), path)
        return f"sqlite:///{path}"

    def finish(self, url):
        """Write everything into the one file, so that it can be copied."""
        engine = connect(url)
        with engine.connect() as connection:
            connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()

    def drop(self, url):
        path = url.removeprefix("sqlite:///")
        for suffix in ("", "-wal", "-shm"):
            Path(path + suffix).unlink(missing_ok=True)

    def stop(self):
        pass


class PostgreSQL:
    """A server of our own, which is never the machine's: another folder, another port, gone afterwards."""

    def __init__(self):
        self.numbers = itertools.count()
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
        assert programs, "PostgreSQL is not installed: `make test` installs it, or says how"
        # The server refuses to run as root, so root runs it as the user that Debian made for it.
        self.user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        self.folder = Path(tempfile.mkdtemp(prefix="penholder-postgresql-"))
        if self.user:
            shutil.chown(self.folder, **self.user)
        self.port = free_port()
        try:
            self._start(programs[-1])
        except BaseException:
            self.stop()
            raise

    def _start(self, programs):
        self._run(programs / "initdb", "--auth=trust", "--username=test", "--no-sync", "--encoding=UTF8",
                  "--locale=C.UTF-8", "--pgdata", self.folder / "pg")  # fmt: skip
        settings = {
            "listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder,
            "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": 100,
        }  # fmt: skip
        options = [f"-c {name}={value}" for name, value in settings.items()]
        self._run(programs / "pg_ctl", "start", "--wait", "--silent", "--pgdata", self.folder / "pg",
                  "--log", self.folder / "log", "--options", " ".join(options))  # fmt: skip
        self.programs = programs

    def _run(self, *command):
        done = subprocess.run(
            [str(each) for each in command],
            **self.user, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, timeout=120,
        )  # fmt: skip
        log = self.folder / "log"
        assert done.returncode == 0, done.stderr + (log.read_text() if log.exists() else "")

    def _say(self, sentence):
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(sentence)

    def _address(self, name):
        return f"postgresql://test@127.0.0.1:{self.port}/{name}"

    def new(self, like=None):
        """Give the address of a new database, a copy of another where one is given."""
        name = f"test_{next(self.numbers)}"
        template = like.rpartition("/")[2] if like else "template1"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._address(name).replace("postgresql:", "postgresql+psycopg:")

    def finish(self, url):
        """Nothing is left to do: a database that nobody is connected to can be copied."""

    def drop(self, url):
        self._say(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def stop(self):
        if hasattr(self, "programs"):
            self._run(self.programs / "pg_ctl", "stop", "--mode=immediate", "--pgdata", self.folder / "pg")
        shutil.rmtree(self.folder)
