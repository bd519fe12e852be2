"""What tests are given: real databases, a real server and browser, real word processors; nothing is imitated."""

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright

from drafting.database import connect
from drafting.migrations import migrate
from tests.databases import PostgreSQL, SQLite
from tests.programs import TOP, LibreOffice, Pandoc, Server, Settling, needed

# Machines are shared: how long an example takes says nothing of the program.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

collect_ignore = ["settle_changes.py"]  # which LibreOffice's own Python runs

CORPUS = TOP.parent / "shared" / "corpus"
CHROMIUM = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    return SQLite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql():
    server = PostgreSQL()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated():
    """The address of a database with all tables and no rows, of each kind; made when first asked for."""
    made = {}

    def find(databases):
        if databases not in made:
            url = databases.new()
            engine = connect(url)
            migrate(engine)
            engine.dispose()
            databases.finish(url)
            made[databases] = url
        return made[databases]

    return find


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request):
    """SQLite, then PostgreSQL."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def database_url(databases, migrated):
    """A database of the test's own, with all tables and no rows; once on SQLite, once on PostgreSQL."""
    url = databases.new(like=migrated(databases))
    yield url
    databases.drop(url)


@pytest.fixture
def engine(database_url):
    """The test's own database, opened."""
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def demonstration(sqlite, migrated):
    """The address of a database with the demonstration, which is only ever copied."""
    from web import demo

    url = sqlite.new(like=migrated(sqlite))
    engine = connect(url)
    assert demo.load(engine)
    engine.dispose()
    sqlite.finish(url)
    return url


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """Start a server on a database: ``serve(database_url)``; whoever starts it ends it with ``stop()``."""
    return lambda database_url: Server(database_url, tmp_path_factory.mktemp("server") / "log")


@pytest.fixture(scope="module")
def server(sqlite, demonstration, serve):
    """The program serving the demonstration at ``server.address``, anew for every module of tests."""
    url = sqlite.new(like=demonstration)
    started = serve(url)
    yield started
    started.stop()
    sqlite.drop(url)


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium; for each module, because while it is open asyncio cannot be run in the same thread."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=needed("chromium"), args=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def soffice(tmp_path_factory):
    """LibreOffice: ``soffice(docx)`` gives the bytes of a PDF file."""
    return LibreOffice(tmp_path_factory.mktemp("soffice"))


@pytest.fixture(scope="session")
def settling(tmp_path_factory):
    """LibreOffice: ``settling(docx, "Accept")`` gives the Word file with every tracked change accepted."""
    office = Settling(tmp_path_factory.mktemp("settling"))
    yield office
    office.stop()


@pytest.fixture(scope="session")
def pandoc():
    """Pandoc: ``pandoc(docx, *options)`` gives the text, plain unless ``--to`` says otherwise."""
    return Pandoc()


@pytest.fixture(scope="session")
def corpus():
    """Real documents beside the checkout, which are no part of it."""
    if not CORPUS.is_dir():
        pytest.skip(f"there are no real documents at {CORPUS}, so this run does not show how they are read")
    return CORPUS
