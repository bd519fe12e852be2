"""Live pages: after an act is kept, every open page of the draft is sent its new state, rendered once an audience.

The socket only pushes. A browser that does not read is let go and comes back with the last entry it saw.
"""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session, UOWTransaction
from starlette.concurrency import run_in_threadpool

from drafting import permissions, queries
from drafting.database import reading
from drafting.models import Draft, Visit
from drafting.permissions import Act
from web import pages
from web.dependencies import COOKIE, Seat
from web.rendering import part, spoken_language
from web.signing_in import signed_in

CHANNEL = "penholder"
SEND_SECONDS = 10  # a browser that takes longer than this to read is let go
WAITING = 8  # messages kept for a browser that reads slowly

router = APIRouter()


@dataclass(frozen=True)
class Audience:
    """Those who are to see the same: one page of a draft, as one delegation in one role and language."""

    page: str
    asked: tuple[tuple[str, str], ...]
    seat: Seat = field(compare=False)
    delegation: int
    language: str


@dataclass(eq=False)
class Listener:
    """An open page."""

    audience: Audience
    name: tuple[str, str]  # code and name of the delegation, for who is here
    sign_in: int
    waiting: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(WAITING))


class Rooms:
    """Who has which draft open, and the sending out of what changed."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.listeners: dict[int, set[Listener]] = defaultdict(set)
        self.stirred: dict[int, asyncio.Task[None]] = {}
        self.again: set[int] = set()
        self.loop: asyncio.AbstractEventLoop | None = None

    def announce(self, draft: int) -> None:
        """Say, from any thread, that a draft has changed."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.stir, draft)

    def stir(self, draft: int) -> None:
        """Send a draft's new state to its pages; acts that come in the meantime are sent together after it."""
        if draft in self.stirred:
            self.again.add(draft)
        elif self.listeners.get(draft):
            self.stirred[draft] = asyncio.create_task(self._send_out(draft))

    async def _send_out(self, draft: int) -> None:
        try:
            while True:
                self.again.discard(draft)
                audiences = defaultdict(list)
                for listener in self.listeners[draft]:
                    audiences[listener.audience].append(listener)
                presence = self.present(draft)
                for audience, listeners in audiences.items():
                    message = await run_in_threadpool(self.state, draft, audience, presence)
                    for listener in listeners:
                        self._hand(draft, listener, message)
                if draft not in self.again:
                    return
        finally:
            self.stirred.pop(draft, None)

    def _hand(self, draft: int, listener: Listener, message: str | None) -> None:
        if listener.waiting.full():  # it does not read: let it go, it comes back and catches up
            message = None
            listener.waiting.get_nowait()
        listener.waiting.put_nowait(message)
        if message is None:
            self.listeners[draft].discard(listener)

    def dismiss(self, *sign_ins: int) -> None:
        """Close, from any thread, the pages of browsers that have been signed out."""

        def close() -> None:
            for draft, listeners in self.listeners.items():
                for listener in [each for each in listeners if each.sign_in in sign_ins]:
                    self._hand(draft, listener, None)

        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(close)

    def present(self, draft: int) -> list[dict[str, str]]:
        """Which delegations have the draft open, by name."""
        names = {listener.name for listener in self.listeners[draft]}
        return [{"code": code, "name": name} for code, name in sorted(names, key=lambda each: each[1])]

    def state(self, draft: int, audience: Audience, presence: list[dict[str, str]]) -> str:
        """Render what an audience has open, as it now is."""
        with reading(self.engine) as session:
            found = queries.draft(session, draft)
            context = pages.make(session, audience.seat, found, audience.page, dict(audience.asked))
            context["presence"] = presence
            parts = {
                "entry": found.entries,
                "live": part(pages.PAGES[audience.page].template, "live", audience.language, **context),
                "presence": part("presence.html", "presence", audience.language, presence=presence),
                "happened": context["happened"],
            }
        return json.dumps(parts, ensure_ascii=False)

    @contextlib.contextmanager
    def hearing_commits(self) -> Iterator[None]:
        """While the server runs, announce every draft that a kept transaction has touched."""
        shared = self.engine.dialect.name == "postgresql"

        def gather(session: Session, flush: UOWTransaction) -> None:
            if session.get_bind() is self.engine:
                touched = session.info.setdefault("stirred", set())
                for row in (*session.new, *session.dirty, *session.deleted):
                    if not isinstance(row, Visit):
                        touched.add(row.id if isinstance(row, Draft) else getattr(row, "draft_id", None))

        def notify(session: Session) -> None:
            session.flush()
            for draft in _stirred(session) if shared and session.get_bind() is self.engine else ():
                session.execute(text("SELECT pg_notify(:channel, :draft)"), {"channel": CHANNEL, "draft": str(draft)})

        def announce(session: Session) -> None:
            if not shared and not session.in_nested_transaction():
                for draft in _stirred(session):
                    self.announce(draft)

        listeners = (("after_flush", gather), ("before_commit", notify), ("after_commit", announce))
        for name, listener in listeners:
            event.listen(Session, name, listener)
        try:
            yield
        finally:
            for name, listener in listeners:
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
                for task in (hearing, *self.stirred.values()):
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


def _stirred(session: Session) -> set[int]:
    return session.info.get("stirred", set()) - {None}


@router.websocket("/drafts/{draft_id}/live")
async def live(socket: WebSocket, draft_id: int) -> None:
    """Push the state of a draft's page whenever it changes, from the last entry that the browser has seen."""
    asked = dict(socket.query_params)
    page = asked.pop("page", "")
    asked.pop("entry", None)
    rooms: Rooms = socket.app.state.rooms
    found = await run_in_threadpool(_admit, rooms.engine, socket, draft_id, page, asked)
    await socket.accept()
    if found is None:
        return await socket.close(4401)
    listener = found
    rooms.listeners[draft_id].add(listener)
    rooms.stir(draft_id)  # who is here has changed, and this page may have missed something
    reader = asyncio.create_task(_until_gone(socket, listener))
    try:
        while (message := await listener.waiting.get()) is not None:
            await asyncio.wait_for(socket.send_text(message), SEND_SECONDS)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(socket.close(4408), SEND_SECONDS)
    except (WebSocketDisconnect, asyncio.TimeoutError, RuntimeError):
        pass
    finally:
        reader.cancel()
        rooms.listeners[draft_id].discard(listener)
        rooms.stir(draft_id)


async def _until_gone(socket: WebSocket, listener: Listener) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while True:
            await socket.receive_text()
    listener.gone = True
