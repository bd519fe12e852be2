"""Who has which draft open: after an act is kept, every open page is rendered anew and handed on."""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field, replace

import psycopg
from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session, UOWTransaction
from starlette.concurrency import run_in_threadpool

from drafting import queries, states
from drafting.database import reading
from drafting.messages import Refused
from drafting.models import Draft, Visit
from web import pages
from web.dependencies import Seat
from web.models import SignIn
from web.rendering import part

CHANNEL = "penholder"
WAITING = 8  # messages kept for a browser that reads slowly


@dataclass(eq=False)
class Listener:
    """An open page: whose, and what was asked of it."""

    seat: Seat
    page: str
    asked: Mapping[str, str]
    waiting: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(WAITING))

    @property
    def audience(self) -> tuple[object, ...]:
        """What is alike for all who are to see the same."""
        return self.seat.by.id, self.seat.language, self.page, *sorted(self.asked.items())

    def hand(self, message: str | None) -> None:
        """Leave a message to be sent, or none to let the browser go; so is one that does not read."""
        while self.waiting.full():
            self.waiting.get_nowait()
            message = None
        self.waiting.put_nowait(message)


class Rooms:
    """Who has which draft open, and the sending out of what changed."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.listeners: dict[int, set[Listener]] = defaultdict(set)
        self.sending: dict[int, asyncio.Task[None]] = {}
        self.again: set[int] = set()
        self.loop: asyncio.AbstractEventLoop | None = None

    def announce(self, draft: int) -> None:
        """Say, from any thread, that a draft has changed."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.stir, draft)

    def stir(self, draft: int) -> None:
        """Send a draft's new state to its pages; acts that come in the meantime are sent together."""
        if draft in self.sending:
            self.again.add(draft)
        elif self.listeners.get(draft):
            self.sending[draft] = asyncio.create_task(self._send_out(draft))

    async def _send_out(self, draft: int) -> None:
        try:
            while True:
                self.again.discard(draft)
                audiences = defaultdict(list)
                for listener in self.listeners[draft]:
                    audiences[listener.audience].append(listener)
                for listeners in audiences.values():
                    message = await run_in_threadpool(self.state, draft, listeners[0])
                    for listener in listeners:
                        listener.hand(message)
                if draft not in self.again:
                    return
        finally:
            self.sending.pop(draft, None)

    def present(self, draft: int, language: str, *also: Seat) -> list[dict[str, str]]:
        """Which delegations have the draft open, by name."""
        here = {seat.by.delegation for seat in (*(each.seat for each in tuple(self.listeners[draft])), *also)}
        codes = {each.code or each.name[:3].upper(): each.name for each in here}
        named = ({"code": code, "name": states.name(code, language) or name} for code, name in codes.items())
        return sorted(named, key=lambda each: each["name"])

    def state(self, draft: int, listener: Listener) -> str | None:
        """Render what an open page shows now; nothing where it may no longer be seen."""
        with reading(self.engine) as session:
            if not stands(session, listener.seat):
                return None
            found = queries.draft(session, draft)
            seat = replace(listener.seat, draft=found, csrf_token="")
            try:
                context = pages.make(session, seat, listener.page, listener.asked)
            except Refused:
                return None
            context |= {"viewer": seat, "csrf_token": ""}
            presence = self.present(draft, seat.language)
            parts = {
                "entry": found.entries,
                "live": part(pages.PAGES[listener.page].template, "live", seat.language, **context),
                "presence": part("presence.html", "presence", seat.language, presence=presence),
            }
        return json.dumps(parts, ensure_ascii=False)

    @contextlib.contextmanager
    def hearing_commits(self) -> Iterator[None]:
        """While the server runs, announce every draft that a kept transaction has touched."""
        shared = self.engine.dialect.name == "postgresql"

        def gather(session: Session, flush: UOWTransaction) -> None:
            if session.get_bind() is self.engine:
                touched = session.info.setdefault("touched", set())
                for row in (*session.new, *session.dirty, *session.deleted):
                    if not isinstance(row, Visit):
                        touched.add(row.id if isinstance(row, Draft) else getattr(row, "draft_id", None))

        def notify(session: Session) -> None:
            session.flush()
            for draft in _touched(session) if shared else ():
                session.execute(
                    text("SELECT pg_notify(:channel, :draft)"), {"channel": CHANNEL, "draft": str(draft)}
                )

        def announce(session: Session) -> None:
            for draft in _touched(session) if not shared else ():
                self.announce(draft)

        heard = (("after_flush", gather), ("before_commit", notify), ("after_commit", announce))
        for name, listener in heard:
            event.listen(Session, name, listener)
        try:
            yield
        finally:
            for name, listener in heard:
                event.remove(Session, name, listener)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Keep the rooms while the server runs; with PostgreSQL, hear the acts of the other processes too."""
        self.loop = asyncio.get_running_loop()
        hearing = asyncio.create_task(self._hear()) if self.engine.dialect.name == "postgresql" else None
        with self.hearing_commits():
            try:
                yield
            finally:
                for task in (hearing, *self.sending.values()):
                    if task is not None:
                        task.cancel()
                        with contextlib.suppress(asyncio.CancelledError):
                            await task

    async def _hear(self) -> None:
        address = self.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while True:
            with contextlib.suppress(psycopg.OperationalError):
                async with await psycopg.AsyncConnection.connect(address, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    for draft in list(self.listeners):  # what was said while nobody listened
                        self.stir(draft)
                    async for notice in connection.notifies():
                        self.stir(int(notice.payload))
            await asyncio.sleep(1)


def _touched(session: Session) -> set[int]:
    touched: set[int | None] = session.info.get("touched", set())
    return {draft for draft in touched if draft is not None}


def stands(session: Session, seat: Seat) -> bool:
    """Whether the sign-in by which a page was opened has not been ended since."""
    row = session.get(SignIn, seat.sign_in.id) if seat.sign_in else None
    return row is not None and row.ended_at is None
