"""Where everything is kept: SQLite by default, PostgreSQL when one machine is not enough.

No update is lost on either: a writing transaction on SQLite begins with the only write lock, and on
PostgreSQL every act locks the draft's row before it reads what it decides on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    create_engine,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from drafting import manuscript
from drafting.manuscript import Manuscript


class Moment(TypeDecorator[datetime]):
    """A point in time, kept and given in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give SQLite's values, which come without a zone, the zone that they were kept in."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class ManuscriptColumn(TypeDecorator[Manuscript]):
    """A whole text with the history of its words, as a value in one column."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Manuscript | None, dialect: Dialect) -> Any:
        """Write the value."""
        return None if value is None else manuscript.to_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Manuscript | None:
        """Read the value."""
        return None if value is None else manuscript.from_json(value)


class Table(DeclarativeBase):
    """A kind of row."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        Manuscript: ManuscriptColumn,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


def connect(url: str) -> Engine:
    """Open a database by its address, such as ``sqlite:///penholder.db`` or ``postgresql+psycopg://…``."""
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; _begin_sqlite does
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Look at one consistent state of everything; nothing is kept of what happens inside."""
    with Session(engine, autoflush=False) as session:
        if engine.dialect.name == "postgresql":
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Do one act as a whole: all of it is kept when the block ends, nothing of it if the block fails."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        session.connection(execution_options={"writing": True})
        yield session
