"""Run by Alembic: hands it the tables of all packages, and the database to change."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

import amendments.models
import drafting.models
import web.models
from drafting.database import Table, connect
from web.settings import Settings

MODELS = (drafting.models, amendments.models, web.models)


def plainly(kind: str, item: Any, autogenerating: AutogenContext) -> str | bool:
    """Write our own types as what the database keeps, so that old migrations need no code of today."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    """Run what is asked for on the connection handed over, or on the database of the settings."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        with connect(Settings().database).connect() as connection:
            context.config.attributes["connection"] = connection
            run()
            connection.commit()
        return
    context.configure(connection, target_metadata=Table.metadata, render_as_batch=True, render_item=plainly)
    with context.begin_transaction():
        context.run_migrations()


run()
