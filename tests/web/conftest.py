"""A room with a draft on the table and people who sit in it, each with a browser that knows no JavaScript."""

from dataclasses import dataclass, field

import pytest
from starlette.testclient import TestClient

from amendments import actions as amending
from drafting import actions, queries
from drafting.database import reading, writing
from drafting.outline import Kind, Masthead, Outline, Provision, Sponsor
from drafting.permissions import Role
from drafting.text import parse
from web import signing_in
from web.app import create_app
from web.dependencies import COOKIE
from web.settings import Settings

DRAFT = Outline(
    Masthead("en", "A/C.3/81/L.5", organ="General Assembly", session=81, committee="Third Committee",
             agenda_item="71", agenda_title="Social development", sponsors=(Sponsor("Fiji"), Sponsor("Kenya"))),
    (
        Provision("t", Kind.TITLE, parse("Harbours of small islands")),
        Provision("e", Kind.ENACTING, parse("*The General Assembly*,")),
        Provision("p1", Kind.PREAMBULAR, parse("*Recalling* its resolution 64/293 of 28 July 2010 on water,[^n1]")),
        Provision("p2", Kind.PREAMBULAR, parse("*Noting* that harbours are the door of an island,")),
        Provision("o1", Kind.OPERATIVE, parse("*Invites* all States to support small harbours;")),
        Provision("o2", Kind.OPERATIVE, parse("*Requests* the Secretary-General to report on harbours, including:")),
        Provision("o2a", Kind.SUBPARAGRAPH, parse("Their depth and their cranes;"), 1),
        Provision("o3", Kind.OPERATIVE, parse("*Decides* to remain seized of the matter.")),
        Provision("n1", Kind.NOTE, parse("Resolution 64/293.")),
    ),
)  # fmt: skip


@dataclass
class Person:
    """Somebody at a browser."""

    client: TestClient
    token: str

    def get(self, path, **also):
        return self.client.get(path, **also)

    def post(self, path, _token=None, **fields):
        return self.client.post(
            path, data={"csrf_token": _token or self.token, **fields}, follow_redirects=False
        )

    def amend(self, words, provision="o1", revision=0, saves=0, act="", **also):
        fields = {"mode": "reword", "provision": provision, "words": words, **also}
        return self.post(f"/drafts/1/proposal{act}", revision=revision, saves=saves, **fields)


@dataclass
class Room:
    """The application over one database."""

    app: object
    engine: object
    people: dict = field(default_factory=dict)

    def person(self, delegation, name=None, role=Role.DELEGATION):
        name = name or f"Delegate of {delegation}"
        with writing(self.engine) as session:
            member = signing_in.make_member(session, delegation, name, role)
            _, secret = signing_in.start(session, member, "Test")
        client = TestClient(self.app, cookies={COOKIE: secret}, raise_server_exceptions=True)
        return Person(client, signing_in.request_token(secret))

    def visitor(self):
        return Person(TestClient(self.app), "")

    def reading(self):
        return reading(self.engine)

    def record(self):
        with reading(self.engine) as session:
            entries = queries.entries(session, queries.draft(session, 1))
            return [(entry.delegation.name, entry.act, entry.amendment) for entry in entries]

    def text(self, provision, revision=None):
        from drafting.text import plain

        with reading(self.engine) as session:
            found = queries.revision(session, queries.draft(session, 1), revision)
            return plain(found.text.by_id[provision].text)

    def submit(self, delegation, provision, words):
        """Let a delegation submit an amendment through the program's own actions."""
        with writing(self.engine) as session:
            member = signing_in.make_member(session, delegation, f"Delegate of {delegation}")
            draft = queries.draft(session, 1)
            kept = amending.propose(
                session, member, 1, on=draft.revision, saves=0, provision=provision, text=parse(words)
            )
            return amending.submit(session, member, 1, on=draft.revision, saves=kept.saves).number


@pytest.fixture
def room(engine, database_url):
    with writing(engine) as session:
        fiji = signing_in.make_member(session, "Fiji", "Delegate of Fiji")
        actions.open_draft(session, fiji, DRAFT)
    app = create_app(Settings(database=database_url))
    yield Room(app, engine)
    app.state.engine.dispose()
