"""
Tell a browser what changes, as server-sent events, for as long as it listens.

Each event has the number of its change. Whoever is too far behind is told "reload" and asks for the
page again; so a browser that slept, or a server that was restarted, needs no care.
"""

from __future__ import annotations

import json

from aiohttp import web

from bot.simulator.feed import Change
from bot.simulator.phone.panels import Shelf
from bot.simulator.phone.views import change_of
from bot.simulator.world import World

HEARTBEAT_S = 15.0


async def stream(request: web.Request, world: World, shelf: Shelf) -> web.StreamResponse:
    """Send the changes after `?after=` and then each new one; ends when the browser goes."""
    after = int(request.query.get("after", "0"))
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    with world.feed.watch() as coming:
        await response.prepare(request)
        recent = list(world.feed.recent)
        if after > world.feed.number or (after < world.feed.number and recent[0].number > after + 1):
            await response.write(b"event: reload\ndata: {}\n\n")
            return response
        try:
            for change in recent:
                if change.number > after:
                    await _write(response, world, shelf, change)
            await response.write(b": ready\n\n")
            while True:
                try:
                    change = await coming.next(timeout_s=HEARTBEAT_S)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if not recent or change.number > recent[-1].number:
                    await _write(response, world, shelf, change)
        except ConnectionResetError:
            return response


async def _write(response: web.StreamResponse, world: World, shelf: Shelf, change: Change) -> None:
    """One event, if a phone on the page shows that chat."""
    if change.kind != "menu" and not shelf.shows(change.chat_id):
        return
    body = json.dumps(change_of(world, change), ensure_ascii=False, separators=(",", ":"))
    await response.write(f"data: {body}\n\n".encode())
