"""
Drive the simulator from another process: `/control/…`, JSON in, JSON out, loopback only.

| Route | Does |
|---|---|
| POST /control/people | `{"first_name", "username"?}`: a new account |
| POST /control/groups | `{"title", "owner", "supergroup"?}`: a new group without the bot |
| POST /control/act | `{"who", "do", "chat_id"?, …}`: a person does something (see `ACTS`) |
| GET /control/chats/{id}/messages | what is in a chat; `?who=` leaves out what that person hid |
| GET /control/changes | changes after `?after=` (optionally `chat_id`), waiting up to `timeout_s` |
| POST, DELETE /control/faults | add a fault (fields of `faults.Fault`), or clear all |
| POST /control/updates | `{"duplicate_share"?, "reorder_share"?}` |
| GET, DELETE /control/calls | the recorded Bot API calls (`?method=`), or forget them |
| POST /control/limits | `{"enabled": true or false}` |
| POST /control/clock | `{"advance_s": …}`, if the simulator runs on a `FakeClock` |

Mistakes get 400 and one sentence.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.simulator import acts, attachments, groups
from bot.simulator.chats import Chat, User
from bot.simulator.clock import FakeClock
from bot.simulator.faults import Fault
from bot.simulator.feed import Change
from bot.simulator.keys import WORLD
from bot.simulator.world import World

Act = Callable[[World, User, Chat, dict[str, Any]], Any]

MAX_WAIT_S = 60.0


def _media(world: World, user: User, chat: Chat, given: dict[str, Any]) -> Any:
    data = base64.b64decode(given.pop("data", ""))
    return attachments.send_media(world, user, chat, given.pop("kind"), data, **given)


def _album(world: World, user: User, chat: Chat, given: dict[str, Any]) -> Any:
    pictures = [base64.b64decode(picture) for picture in given.pop("pictures")]
    return attachments.send_album(world, user, chat, pictures, **given)


ACTS: dict[str, Act] = {
    "start": lambda world, user, _chat, given: acts.start(world, user, **given),
    "start_group": lambda world, user, chat, given: acts.start_group(world, user, chat, **given),
    "send_text": lambda world, user, chat, given: acts.send_text(world, user, chat, **given),
    "send_media": _media,
    "send_album": _album,
    "send_location": lambda world, user, chat, given: attachments.send_location(world, user, chat, **given),
    "send_contact": lambda world, user, chat, given: attachments.send_contact(world, user, chat, **given),
    "send_sticker": lambda world, user, chat, given: attachments.send_sticker(world, user, chat, **given),
    "send_dice": lambda world, user, chat, given: attachments.send_dice(world, user, chat, **given),
    "send_poll": lambda world, user, chat, given: attachments.send_poll(world, user, chat, **given),
    "edit_text": lambda world, user, chat, given: acts.edit_text(world, user, chat, **given),
    "tap": lambda world, user, chat, given: asdict(acts.tap(world, user, chat, **given)),
    "delete": lambda world, user, chat, given: acts.delete(world, user, chat, **given),
    "block": lambda world, user, _chat, _given: acts.block_bot(world, user),
    "unblock": lambda world, user, _chat, _given: acts.unblock_bot(world, user),
    "add_bot": lambda world, user, chat, given: groups.add_bot(world, user, chat, **given),
    "remove_bot": lambda world, user, chat, _given: groups.remove_bot(world, user, chat),
    "join": lambda world, user, chat, _given: groups.join(world, user, chat),
    "leave": lambda world, user, chat, _given: groups.leave(world, user, chat),
    "migrate": lambda world, _user, chat, _given: groups.migrate(world, chat).json,
}


async def _given(request: web.Request) -> dict[str, Any]:
    given = await request.json()
    if not isinstance(given, dict):
        raise web.HTTPBadRequest(text="a JSON object is wanted")
    return given


async def add_person(request: web.Request) -> web.Response:
    user = request.app[WORLD].add_person(**await _given(request))
    return web.json_response(user.json)


async def add_group(request: web.Request) -> web.Response:
    world, given = request.app[WORLD], await _given(request)
    owner = world.users[given["owner"]]
    chat = world.add_group(given["title"], owner=owner, supergroup=bool(given.get("supergroup")))
    return web.json_response(chat.json)


async def act(request: web.Request) -> web.Response:
    world, given = request.app[WORLD], await _given(request)
    user = world.users[given.pop("who")]
    do = ACTS[given.pop("do")]
    chat = world.chats[given.pop("chat_id", user.id)]
    return web.json_response(do(world, user, chat, given))


async def messages(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    chat = world.chats[int(request.match_info["chat_id"])]
    who = request.query.get("who")
    shown = acts.visible(chat, world.users[int(who)]) if who else list(chat.messages.values())
    return web.json_response(shown)


async def changes(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    after = int(request.query.get("after", "0"))
    chat_id = int(request.query["chat_id"]) if "chat_id" in request.query else None
    timeout_s = min(float(request.query.get("timeout_s", "0")), MAX_WAIT_S)

    def found() -> list[Change]:
        recent = world.feed.recent
        return [one for one in recent if one.number > after and chat_id in (None, one.chat_id)]

    with world.feed.watch(chat_id) as coming:
        if not found() and timeout_s > 0:
            with suppress(TimeoutError):
                await coming.next(timeout_s=timeout_s)
    return web.json_response({"number": world.feed.number, "changes": [asdict(one) for one in found()]})


async def add_fault(request: web.Request) -> web.Response:
    request.app[WORLD].faults.add(Fault(**await _given(request)))
    return web.json_response({})


async def clear_faults(request: web.Request) -> web.Response:
    request.app[WORLD].faults.clear()
    return web.json_response({})


async def unsettle_updates(request: web.Request) -> web.Response:
    faults, given = request.app[WORLD].faults, await _given(request)
    faults.duplicate_share = float(given.get("duplicate_share", faults.duplicate_share))
    faults.reorder_share = float(given.get("reorder_share", faults.reorder_share))
    return web.json_response({})


async def calls(request: web.Request) -> web.Response:
    recorder = request.app[WORLD].calls
    method = request.query.get("method")
    return web.json_response(recorder.of(method) if method else list(recorder))


async def forget_calls(request: web.Request) -> web.Response:
    request.app[WORLD].calls.clear()
    return web.json_response({})


async def set_limits(request: web.Request) -> web.Response:
    limits, given = request.app[WORLD].limits, await _given(request)
    limits.enabled = bool(given["enabled"])
    limits.forget()
    return web.json_response({"enabled": limits.enabled})


async def turn_clock(request: web.Request) -> web.Response:
    clock, given = request.app[WORLD].clock, await _given(request)
    if not isinstance(clock, FakeClock):
        raise web.HTTPBadRequest(text="this simulator runs on real time")
    clock.advance(float(given["advance_s"]))
    return web.json_response({"now_s": clock.now_s})


def explained(handler: Callable[[web.Request], Any]) -> Callable[[web.Request], Any]:
    """A mistake of the caller is a sentence, not a traceback."""

    async def explained(request: web.Request) -> web.StreamResponse:
        try:
            response: web.StreamResponse = await handler(request)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
        return response

    return explained


def add_control_routes(app: web.Application) -> None:
    """Add the routes of this file's table to `app`."""
    for verb, path, handler in (
        ("POST", "/control/people", add_person),
        ("POST", "/control/groups", add_group),
        ("POST", "/control/act", act),
        ("GET", "/control/chats/{chat_id}/messages", messages),
        ("GET", "/control/changes", changes),
        ("POST", "/control/faults", add_fault),
        ("DELETE", "/control/faults", clear_faults),
        ("POST", "/control/updates", unsettle_updates),
        ("GET", "/control/calls", calls),
        ("DELETE", "/control/calls", forget_calls),
        ("POST", "/control/limits", set_limits),
        ("POST", "/control/clock", turn_clock),
    ):
        app.router.add_route(verb, path, explained(handler))
