"""What tests run on: both databases, a real browser, LibreOffice and pandoc; never a mock of any of them."""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from drafting.database import connect
from drafting.migrations import migrate

TOP = Path(__file__).parents[1]
CORPUS = TOP.parent / "shared" / "corpus"


def needed(name, *places):
    """Find a program that the tests need; without it they fail, for a skipped test shows nothing."""
    found = shutil.which(name) or next(
        (str(each) for place in places for each in sorted(Path("/").glob(place))), None
    )
    if found is None:
        pytest.fail(f"{name} is not installed: run `make test`, which installs what the tests need")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(done, seconds, what):
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            pytest.fail(f"{what} did not come within {seconds} seconds")
        time.sleep(0.05)


# Databases


def upgrade(database_url):
    engine = connect(database_url)
    migrate(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated, empty SQLite file, which tests copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


class Postgres:
    """A PostgreSQL server of our own on loopback, with a migrated template to make databases of."""

    def __init__(self, folder):
        # The server refuses to run as root; Debian's package brings a user for it.
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.programs = Path(needed("initdb", "usr/lib/postgresql/*/bin/initdb")).parent
        self.folder = folder / "data"
        if os.geteuid() == 0:
            for each in (folder, *folder.parents):
                if each.stat().st_uid == 0 and each.name.startswith(("pytest-", "postgres")):
                    each.chmod(0o755)
            shutil.chown(folder, "postgres")
        self.port = free_port()
        self.numbers = itertools.count()
        self._run(
            "initdb",
            "-D",
            self.folder,
            "-U",
            "penholder",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        settings = {
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_connections": "200",
        }
        options = [f"-c{name}={value}" for name, value in settings.items()]
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-k", ""]
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.folder, *where, *options],
            **self._as_user(),
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, 60, "PostgreSQL")
        self.make("template", None)
        upgrade(self.url("template"))

    def _as_user(self):
        return {"user": self.user, "group": self.user, "extra_groups": []} if os.geteuid() == 0 else {}

    def _run(self, program, *arguments):
        subprocess.run(
            [self.programs / program, *map(str, arguments)],
            check=True,
            stdout=subprocess.DEVNULL,
            **self._as_user(),
        )

    def connect(self, database="postgres"):
        return psycopg.connect(
            f"host=127.0.0.1 port={self.port} user=penholder dbname={database}", autocommit=True
        )

    def _answers(self):
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def url(self, database):
        return f"postgresql+psycopg://penholder@127.0.0.1:{self.port}/{database}"

    def make(self, name, template):
        made = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template:
            made += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with self.connect() as connection:
            connection.execute(made)

    def drop(self, name):
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """The PostgreSQL server of this run."""
    server = Postgres(tmp_path_factory.mktemp("postgres"))
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """A migrated, empty database of the test's own; every test that asks for one runs on both kinds."""
    if request.param == "sqlite":
        file = tmp_path / "penholder.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
        return
    server = request.getfixturevalue("postgres")
    name = f"test{next(server.numbers)}"
    server.make(name, "template")
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def engine(database_url):
    """A connection to the test's own database."""
    made = connect(database_url)
    yield made
    made.dispose()


# Browsers and servers

CHROMIUM = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=needed("chromium"), args=CHROMIUM)
        yield opened
        opened.close()


class Server:
    """The program, serving a database in a process of its own."""

    def __init__(self, database_url):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.database_url = database_url
        self.process = None
        self.start()

    def start(self):
        command = [
            sys.executable,
            "-m",
            "penholder",
            "serve",
            "--port",
            str(self.port),
            "--database",
            self.database_url,
        ]
        self.process = subprocess.Popen(
            command, cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_until(self._answers, 60, "the server")

    def _answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(15)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """A SQLite file with the demonstration in it, which tests copy."""
    from web import demo

    file = tmp_path_factory.mktemp("demonstration") / "penholder.db"
    engine = connect(f"sqlite:///{file}")
    migrate(engine)
    assert demo.load(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return file


@pytest.fixture(scope="module")
def server(demonstration, tmp_path_factory):
    """The program with the demonstration, anew for every module of tests."""
    file = tmp_path_factory.mktemp("served") / "penholder.db"
    shutil.copy(demonstration, file)
    started = Server(f"sqlite:///{file}")
    yield started
    started.stop()


# Judges of Word files, and texts to read


@pytest.fixture(scope="session")
def soffice(tmp_path_factory):
    """Turns a Word file into a PDF file by LibreOffice."""
    program, folder = needed("soffice"), tmp_path_factory.mktemp("soffice")
    numbers = itertools.count()

    def convert(document):
        source = folder / f"document{next(numbers)}.docx"
        source.write_bytes(document)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix(".pdf").read_bytes()

    return convert


@pytest.fixture(scope="session")
def pandoc():
    """Reads a Word file by pandoc: the options of pandoc, plain text unless they say otherwise."""
    program = needed("pandoc")

    def convert(document, *options):
        command = [program, "--from=docx", "--to=plain", "--wrap=none", *options]
        return subprocess.run(
            command, input=document, check=True, capture_output=True, timeout=180
        ).stdout.decode()

    return convert


@pytest.fixture(scope="session")
def corpus():
    """Real documents beside the checkout; they are not part of it, so where they are absent we say so."""
    if not CORPUS.is_dir():
        pytest.skip(f"there are no real documents at {CORPUS}: what they would show is not shown in this run")
    return CORPUS
