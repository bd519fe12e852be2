"""What the command line does with the database: serve, load the demonstration, print the record, invite.

What only one call needs is imported when it is made, so that reading a document does not wait for the server.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer
from sqlalchemy import Engine, make_url
from sqlalchemy.orm import Session

from drafting import queries
from drafting.database import connect, reading, writing
from drafting.messages import NotFound, Unreadable
from drafting.models import Draft
from drafting.permissions import Role
from exports import log as record
from exports.commands import fail, naming, say, show
from exports.files import keep
from web.settings import Settings

Database = Annotated[str | None, typer.Option(help="A database's address, instead of $PENHOLDER_DATABASE.")]


class Format(StrEnum):
    """How the log is printed."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    database: Database = None,
) -> None:
    """Serve the pages; the database is made or brought up to date first."""
    import uvicorn

    settings = _settings(database)
    with _ready(settings):
        pass
    os.environ["PENHOLDER_DATABASE"] = settings.database  # which the application asks, in each process
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Open {settings.origin or f'http://{shown}:{port}'} in a browser. Ctrl+C ends it.")
    uvicorn.run(
        "web.app:create_app",
        factory=True,
        host=host,
        port=port,
        workers=settings.workers,
        log_level="warning",
        timeout_graceful_shutdown=5,
    )


def demo(
    database: Database = None,
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Leave a database that is in use alone.")
    ] = False,
) -> None:
    """Load the demonstration, a negotiation of our own writing, into an empty database."""
    from web.demo import load

    settings = _settings(database)
    with _ready(settings) as engine:
        loaded = load(engine)
    if loaded:
        typer.echo(f"The demonstration is loaded into {_name(settings)}.")
    elif not if_empty:
        fail(_name(settings), "drafts are on the table already; the demonstration needs an empty database.")


def log(
    draft: Annotated[str, typer.Argument(help="The draft's number, as in /drafts/1, or its symbol.")],
    database: Database = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="A file for it instead: .docx, .xlsx or .csv.")] = None,
) -> None:
    """Print the record of a draft: every act, who, when, and in what words."""
    settings = _settings(database)
    with _ready(settings) as engine, reading(engine) as session:
        called = _called(session, draft)
        if out is not None:
            with naming(out):
                keep(out, _log_file(session, called, out.suffix))
            return
        found = queries.entries(session, called)
        if format is Format.TEXT:
            say(record.lines(found))
        elif format is Format.CSV:
            typer.echo(record.csv(found), nl=False)
        else:
            show([record.values(each) for each in found])


def _log_file(session: Session, draft: Draft, suffix: str) -> bytes:
    """Give the log of a draft in the format of a suffix."""
    from amendments.proceedings import log_of
    from exports import log_files

    if suffix == ".csv":
        return record.csv(queries.entries(session, draft)).encode()
    writers = {".docx": log_files.write, ".xlsx": log_files.write_workbook}
    if suffix not in writers:
        raise Unreadable(
            "“{suffix}” is not a format of the log; there are .docx, .xlsx and .csv.",
            suffix=suffix or "no suffix",
        )
    return writers[suffix](log_of(session, draft))


def invite(
    delegation: Annotated[str, typer.Option(help="A State, an observer or the secretariat, by name.")],
    name: Annotated[str, typer.Option(help="The person's name.")],
    role: Annotated[
        Literal["secretariat", "delegation", "observer"],
        typer.Option(help="What the delegation is here, if it is new."),
    ] = "delegation",
    database: Database = None,
) -> None:
    """Enter a member and print the one-time link to sign in, which ends a link given earlier."""
    from web import signing_in

    settings = _settings(database)
    with _ready(settings) as engine, writing(engine) as session:
        member = signing_in.make_member(session, delegation, name, Role(role))
        secret = signing_in.invite(session, member)
    typer.echo(f"{(settings.origin or 'http://127.0.0.1:8000').rstrip('/')}/invitation/{secret}")


def _called(session: Session, name: str) -> Draft:
    """Find a draft by its number, or by the symbol of any of its revisions."""
    if name.isdecimal():
        return queries.draft(session, int(name))
    for draft in queries.drafts(session):
        if name in map(queries.symbol, queries.revisions(session, draft)):
            return draft
    raise NotFound("There is no draft {id} on the table.", id=name)


def _settings(database: str | None) -> Settings:
    return Settings(database=database) if database else Settings()


def _name(settings: Settings) -> str:
    """Name the database without its password."""
    with naming(settings.database):
        return make_url(settings.database).render_as_string()


@contextmanager
def _ready(settings: Settings) -> Iterator[Engine]:
    """Open the database with the tables that this version needs; what fails with it is told as that."""
    from drafting.migrations import migrate

    with naming(_name(settings)):
        engine = connect(settings.database)
        try:
            migrate(engine)
            yield engine
        finally:
            engine.dispose()
