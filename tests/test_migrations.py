"""The tables that migrations make are those that the program uses."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

import amendments.models
import drafting.models
import web.models
from amendments.models import Amendment
from drafting.database import Table, connect
from drafting.messages import Refused
from drafting.migrations import changing, migrate

MODELS = (drafting.models, amendments.models, web.models)


def test_migrated_tables_are_those_of_the_models(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_migrations_can_be_undone(engine):
    with changing(engine) as config:
        command.downgrade(config, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    migrate(engine)
    assert set(inspect(engine).get_table_names()) == {"alembic_version", *Table.metadata.tables}


def test_a_migrated_database_is_left_as_it_is(engine):
    migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_a_migration_that_fails_changes_nothing(databases):
    url = databases.new()
    engine = connect(url)

    def fail_at_the_end():
        with changing(engine) as config:
            command.upgrade(config, "head")
            raise RuntimeError("The machine is out of paper.")

    with pytest.raises(RuntimeError):
        fail_at_the_end()
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    databases.drop(url)


def test_a_database_of_a_later_version_is_refused(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="later version"):
        migrate(engine)


def test_what_an_earlier_version_kept_is_there_after_migrating(engine):
    with changing(engine) as config:
        command.downgrade(config, "0001")
    with engine.begin() as connection:
        for said in (
            "INSERT INTO delegation (id, name, role) VALUES (1, 'Kenya', 'delegation')",
            "INSERT INTO member (id, delegation_id, name) VALUES (1, 1, 'Amina')",
            "INSERT INTO draft (id, title, language, penholder_id, opened_at, revision, entries, proposals)"
            " VALUES (1, 'Water', 'en', 1, '2026-01-01', 0, 0, 1)",
            "INSERT INTO amendment (id, draft_id, delegation_id, number, status, explanation, saves, saved_at)"
            " VALUES (1, 1, 1, 1, 'open', '', 1, '2026-01-01')",
            "INSERT INTO wording (id, amendment_id, revision, changes, offered, member_id)"
            " VALUES (1, 1, 0, '[]', false, 1)",
        ):
            connection.execute(text(said))
    migrate(engine)
    with Session(engine) as session:
        amendment = session.get_one(Amendment, 1)
        assert (amendment.number, amendment.target_id, amendment.whole_id) == (1, None, None)
        assert [wording.changes for wording in amendment.wordings] == [()]
