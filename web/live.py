"""Live pages: after an act is kept, every open page of the draft is sent its new state.

The socket only pushes. A browser that does not read is let go; it comes back and is sent the state anew.
Between pushes an empty message says that the connection lives; whether the sign-in stands is asked then.
"""

import asyncio
import contextlib

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool

from drafting import actions, queries
from drafting.database import reading, writing
from drafting.messages import Refused
from web import pages
from web.dependencies import Seat, seat_of
from web.rooms import Listener, Rooms, stands

SEND_SECONDS = 10  # a browser that takes longer than this to read is let go
BEAT_SECONDS = 15
SIGNED_OUT, AWAY = 4401, 4408

router = APIRouter()


@router.websocket("/drafts/{draft_id}/live")
async def live(socket: WebSocket, draft_id: int) -> None:
    """Push the state of a draft's page whenever it changes."""
    rooms: Rooms = socket.app.state.rooms
    asked = dict(socket.query_params)
    name = asked.pop("page", "")
    name = name if name in pages.PAGES else "text"
    page = pages.PAGES[name]
    await socket.accept()
    seat = await run_in_threadpool(_admit, rooms.engine, socket, draft_id, page)
    if seat is None:
        return await socket.close(SIGNED_OUT)
    listener = Listener(seat, name, {key: asked[key] for key in page.asks if asked.get(key)})
    rooms.listeners[draft_id].add(listener)
    rooms.stir(draft_id)  # who is here has changed, and this page may have missed something
    reader = asyncio.create_task(_until_gone(socket, listener))
    try:
        await _push(socket, listener, rooms)
    except (WebSocketDisconnect, TimeoutError, RuntimeError):
        pass  # the browser is gone
    finally:
        reader.cancel()
        rooms.listeners[draft_id].discard(listener)
        rooms.stir(draft_id)


async def _push(socket: WebSocket, listener: Listener, rooms: Rooms) -> None:
    while True:
        try:
            message = await asyncio.wait_for(listener.waiting.get(), BEAT_SECONDS)
        except TimeoutError:
            message = ""
        if message is None or (
            message == "" and not await run_in_threadpool(_still, rooms.engine, listener.seat)
        ):
            standing = await run_in_threadpool(_still, rooms.engine, listener.seat)
            return await socket.close(AWAY if standing else SIGNED_OUT)
        await asyncio.wait_for(socket.send_text(message), SEND_SECONDS)


async def _until_gone(socket: WebSocket, listener: Listener) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while True:
            await socket.receive_text()
    listener.hand(None)


def _still(engine: Engine, seat: Seat) -> bool:
    with reading(engine) as session:
        return stands(session, seat)


def _admit(engine: Engine, socket: WebSocket, draft_id: int, page: pages.Page) -> Seat | None:
    """Find who opens a page, if they may; a member's first time here counts as having looked."""
    with reading(engine) as session:
        try:
            seat = seat_of(session, socket, page.act, draft_id)
        except Refused:
            return None
        if seat.member is None:
            return None
        looked = queries.looked_until(session, seat.on, seat.member) is not None
    if not looked:
        with writing(engine) as session:
            actions.look(session, seat.member, queries.draft(session, draft_id))
    return seat
