"""
The web phone's routes on the simulator's application.

| Route | Does |
|---|---|
| GET / | the page; everything it needs is under /phone/static |
| GET /phone/state | all phones and chats now, with links and switches |
| GET /phone/stream?after=N | changes as server-sent events |
| POST /phone/act | a form: `act` is JSON as for /control/act; files are parts named by their kind |
| POST /phone/people | `{"name"}`: somebody new with a phone of their own |
| POST /phone/trouble | `{"on": [keys], "share"}`: the switches of the Gangguan drawer |
| GET /phone/file/{id} · /phone/sample/voice.ogg | a file that travelled · a voice message to try with |

A page from elsewhere cannot act here: its Origin gives it away. Start at `add_phone`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.simulator.control import ACTS, explained
from bot.simulator.keys import WORLD
from bot.simulator.phone import views
from bot.simulator.phone.panels import Panel, Shelf
from bot.simulator.phone.stream import stream
from bot.simulator.phone.trouble import Trouble
from bot.simulator.phone.uploads import file_response, send_files
from bot.simulator.phone.voice_sample import silent_voice

_STATIC = Path(__file__).with_name("static")
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SAMPLE_VOICE_S = 3

SHELF: web.AppKey[Shelf] = web.AppKey("phone_shelf", Shelf)
TROUBLE: web.AppKey[Trouble] = web.AppKey("phone_trouble", Trouble)
LINKS: web.AppKey[list[dict[str, str]]] = web.AppKey("phone_links", list)


def add_phone(app: web.Application, panels: Iterable[Panel], links: Sequence[tuple[str, str]] = ()) -> None:
    """
    Put the phones on the simulator's application, at `/`.

    Args:
        app: From `server.build_app`; give this function to `running(world, extend=…)`.
        panels: The phones, from left to right; their people and groups belong to the same world.
        links: Label and address of what is linked in the header; opened in a new tab.
    """
    world = app[WORLD]
    app[SHELF] = Shelf(world, panels)
    app[TROUBLE] = Trouble(world.faults)
    app[LINKS] = [{"label": label, "url": url} for label, url in links]
    app.router.add_get("/", page)
    app.router.add_get("/phone/state", state)
    app.router.add_get("/phone/stream", changes)
    app.router.add_post("/phone/act", explained(act))
    app.router.add_post("/phone/people", explained(add_person))
    app.router.add_post("/phone/trouble", explained(switch_trouble))
    app.router.add_get("/phone/file/{file_id}", file)
    app.router.add_get("/phone/sample/voice.ogg", sample_voice)
    app.router.add_static("/phone/static", _STATIC)


async def page(_request: web.Request) -> web.FileResponse:
    headers = {"Content-Security-Policy": _CSP, "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
    return web.FileResponse(_STATIC / "phone.html", headers=headers)


async def state(request: web.Request) -> web.Response:
    app = request.app
    seen = views.page(app[WORLD], app[SHELF])
    return web.json_response(
        seen | {"links": app[LINKS], "trouble": app[TROUBLE].view()}, headers={"Cache-Control": "no-store"}
    )


async def changes(request: web.Request) -> web.StreamResponse:
    return await stream(request, request.app[WORLD], request.app[SHELF])


async def act(request: web.Request) -> web.Response:
    """A person does something in a chat that is on their phone."""
    _check_origin(request)
    world, form = request.app[WORLD], await request.post()
    given: dict[str, Any] = json.loads(str(form["act"]))
    user = world.users[given.pop("who")]
    chat = world.chats[given.pop("chat_id")]
    if not request.app[SHELF].holds(user, chat):
        raise ValueError("that chat is not on this person's phone")
    do = given.pop("do")
    if do == "send_files":
        files = [(kind, part) for kind, part in form.items() if isinstance(part, web.FileField)]
        send_files(world, user, chat, files, given)
    else:
        ACTS[do](world, user, chat, given)
    return web.json_response({})


async def add_person(request: web.Request) -> web.Response:
    _check_origin(request)
    panel = request.app[SHELF].add_person((await request.json())["name"])
    return web.json_response({"id": panel.person.id})


async def switch_trouble(request: web.Request) -> web.Response:
    _check_origin(request)
    given = await request.json()
    request.app[TROUBLE].switch(given["on"], float(given["share"]))
    return web.json_response(request.app[TROUBLE].view())


async def file(request: web.Request) -> web.Response:
    stored = request.app[WORLD].files.find(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    return file_response(request, stored)


async def sample_voice(_request: web.Request) -> web.Response:
    return web.Response(body=silent_voice(SAMPLE_VOICE_S), headers={"Content-Type": "audio/ogg"})


def _check_origin(request: web.Request) -> None:
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        raise web.HTTPForbidden(text="from another page")
