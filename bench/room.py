"""What is measured on: a draft of the size of a long resolution, and a room in which it lies on the table."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from amendments import actions as amending
from drafting import actions, queries
from drafting.database import connect, writing
from drafting.migrations import migrate
from drafting.outline import Kind, Masthead, Outline, Provision
from drafting.text import markup, parse
from web import signing_in
from web.app import create_app
from web.dependencies import COOKIE
from web.settings import Settings

WORDS = (
    "harbours of small islands are kept open by those who live beside them and every lighthouse that burns "
    "at night is a promise made to ships which nobody on land will ever see while the pilots of the strait "
    "learn its currents from their elders and teach them to the young so that no vessel need be lost"
).split()


def draft(preambular: int = 36, operative: int = 26, notes: int = 16) -> Outline:
    """Make a draft: by default as long as the longest in daily use, sub-paragraphs and notes with it."""
    provisions = [
        Provision("t", Kind.TITLE, parse("Harbours of small islands")),
        Provision("e", Kind.ENACTING, parse("*The General Assembly*,")),
    ]
    for at in range(preambular):
        reference = f"[^n{at + 1}]" if at < notes else ""
        provisions.append(Provision(f"p{at}", Kind.PREAMBULAR, parse(f"*Recalling* {_said(at)},{reference}")))
        if at == 7:
            letters = (Provision(f"p7{at}", Kind.SUBPARAGRAPH, parse(f"{_said(at)},"), 1) for at in range(6))
            provisions += letters
    provisions += [
        Provision(f"o{at}", Kind.OPERATIVE, parse(f"*Requests* {_said(at)};")) for at in range(operative)
    ]
    provisions += [
        Provision(f"n{at + 1}", Kind.NOTE, parse(f"Resolution {60 + at}/{at + 1}.")) for at in range(notes)
    ]
    head = Masthead("en", "A/C.3/81/L.5", organ="General Assembly", session=81, committee="Third Committee")
    return Outline(head, tuple(provisions))


def _said(at: int) -> str:
    start = at * 7 % len(WORDS)
    return " ".join((WORDS[start:] + WORDS)[:50])


def reworded(provision: Provision, at: int) -> str:
    """Give a paragraph's words with one of them replaced, another one for each ``at``."""
    said = markup(provision.text).split(" ")
    place = 2 + at % (len(said) - 4)
    return " ".join([*said[:place], f"word{at}", *said[place + 1 :]])


@dataclass(frozen=True)
class Room:
    """A draft on the table in a file of SQLite, with amendments submitted to it."""

    engine: Engine
    client: TestClient

    def submit(self, at: int) -> None:
        """Write an amendment of one word and submit it, as a delegation does."""
        with writing(self.engine) as session:
            _submit(session, at)


@contextmanager
def room(amendments: int) -> Iterator[Room]:
    """Set a room up with this many open amendments, and end it."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        engine = connect(url)
        migrate(engine)
        with writing(engine) as session:
            penholder = signing_in.make_member(session, "Fiji", "Delegate of Fiji")
            actions.open_draft(session, penholder, draft())
            _, secret = signing_in.start(session, penholder, "bench")
            for at in range(amendments):
                _submit(session, at)
        app = create_app(Settings(database=url))
        yield Room(engine, TestClient(app, cookies={COOKIE: secret}))
        app.state.engine.dispose()
        engine.dispose()


def _submit(session: Session, at: int) -> None:
    names = ("Norway", "Kenya", "Chile", "Samoa", "Japan", "Ireland", "Jamaica", "Morocco")
    name = names[at % len(names)]
    member = signing_in.make_member(session, name, f"Delegate of {name}")
    found = queries.draft(session, 1)
    bodies = [
        each
        for each in queries.revision(session, found).text.outline.provisions
        if each.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
    ]
    paragraph = bodies[at % len(bodies)]
    text = parse(reworded(paragraph, at))
    kept = amending.propose(session, member, 1, on=0, saves=0, provision=paragraph.id, text=text)
    amending.submit(session, member, 1, on=0, saves=kept.saves)
