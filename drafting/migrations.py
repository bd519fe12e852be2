"""Bringing a database to the tables that this version of the program needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from drafting.messages import Refused

HERE = Path(__file__).resolve().parent
# Installed, the migrations lie in this package; in a checkout beside it. In this order, because beside an
# installed package lies the library of the same name.
FOLDER = next(place for place in (HERE / "alembic", HERE.parent / "alembic") if (place / "env.py").exists())


def migrate(engine: Engine) -> None:
    """Make the tables, or bring those of an earlier version up to date, as a whole or not at all.

    Where several processes start at the same moment, one does it and the others find it done.
    """
    scripts = ScriptDirectory(str(FOLDER))
    with engine.connect() as connection:
        found = set(MigrationContext.configure(connection).get_current_heads())
    if found == set(scripts.get_heads()):
        return
    if found - {each.revision for each in scripts.walk_revisions()}:
        raise Refused("This database was made by a later version of the program.")
    with changing(engine) as config:
        command.upgrade(config, "head")


@contextmanager
def changing(engine: Engine) -> Iterator[Config]:
    """Change the tables by Alembic's commands in one transaction, in which nobody else changes them."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with engine.connect().execution_options(writing=True) as connection:
        config.attributes["connection"] = connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:  # a table that is changed is written anew, and others refer to it meanwhile
            connection.connection.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not sqlite:  # there the transaction has the only write lock already
                    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('penholder'))")
                yield config
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise Refused("The new tables would refer to rows that are not there.")
        finally:
            connection.invalidate()  # what connects next begins with the settings of every connection
