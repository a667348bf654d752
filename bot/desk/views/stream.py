"""
Tell an open page what changed, as server-sent events, for as long as the session lives.

`antrean`: something in the queue; `kasus`: the case that the page shows; `keluar`: the session has ended.
No event carries a word of a case, and codes only of cases the officer may list.
"""

from __future__ import annotations

from aiohttp import web

from bot.cases.code import read_code
from bot.desk.access import Visit
from bot.desk.board import Listener

_HEADERS = {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}


async def follow(visit: Visit) -> web.StreamResponse:
    """Events until the browser goes. `kasus` is watched only if this officer may list it."""
    wanted = read_code(visit.request.query.get("kasus", "")) or ""
    watching = wanted if wanted and await _may_list(visit, wanted) else ""
    response = web.StreamResponse(headers=_HEADERS)
    with visit.desk.board.listen(visit.officer, watching) as listener:
        try:
            await response.prepare(visit.request)
            await response.write(b"retry: 3000\nevent: siap\ndata:\n\n")
            while not listener.closing:
                await _one(visit, listener, response)
        except ConnectionResetError:
            pass  # the browser left while we were writing: how every stream ends
    return response


async def _one(visit: Visit, listener: Listener, response: web.StreamResponse) -> None:
    codes = await listener.next(visit.desk.settings.heartbeat_s)
    officer = await visit.desk.room.logins.find_officer(visit.session)
    if officer is None:
        listener.closing = True
        await response.write(b"event: keluar\ndata:\n\n")
        return
    listener.officer = officer
    if not codes:
        await response.write(b": masih di sini\n\n")
        return
    events = b"event: antrean\ndata:\n\n"
    if listener.watching in codes:
        events += f"event: kasus\ndata: {listener.watching}\n\n".encode()
    await response.write(events)


async def _may_list(visit: Visit, code: str) -> bool:
    rows = [*await visit.queue(), *await visit.closed()]
    return any(row.code == code for row in rows)
