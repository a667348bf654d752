"""
Carry out one Bot API call: check it, let faults and limits have their say, do it, write it down.

Start at `BotApi.call`. It knows nothing of HTTP; `server.py` turns its `Answer` into a response and a
dropped call into a closed connection. Downloads meet faults too, under the method name "download".
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from bot.simulator.faults import Fault
from bot.simulator.limits import COUNTED
from bot.simulator.methods import HANDLERS
from bot.simulator.refusals import Refused, flood, forbidden, not_found
from bot.simulator.table import METHODS, Method
from bot.simulator.world import World

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and a body; `outcome` is for the recorder; `dropped` means close without a word."""

    status: int
    body: bytes
    outcome: str = "ok"
    dropped: bool = False


class BotApi:
    """The methods of one world's bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        world.webhook.execute = self._from_webhook

    async def call(self, name: str, raw: Mapping[str, Any]) -> Answer:
        """
        Carry out one call and record it.

        Args:
            name: The method, in any case.
            raw: Parameters as they came (see `params.read_params`).
        """
        method = METHODS.get(name.lower())
        if method is None:
            return _refusal(not_found())
        answer = await self._with_faults(method.name, raw, lambda: self._answer(method, raw))
        self._world.calls.note(method.name, raw, answer.outcome, self._world.clock())
        return answer

    async def download(self, path: str) -> Answer:
        """The bytes of a file whose `file_path` came from getFile."""

        async def bytes_of_it() -> Answer:
            stored = self._world.files.find_by_path(path)
            return Answer(200, stored.data) if stored is not None else _refusal(not_found())

        return await self._with_faults(DOWNLOAD, {}, bytes_of_it)

    async def _with_faults(
        self, name: str, raw: Mapping[str, Any], carry_out: Callable[[], Awaitable[Answer]]
    ) -> Answer:
        faults = self._world.faults.for_call(name, _chat_id(raw)) if self._world.faults.any_active else []
        if not faults:
            return await carry_out()
        kinds = {fault.kind for fault in faults}
        await asyncio.sleep(sum(fault.delay_ms for fault in faults) / 1000)
        if "drop_before" in kinds:
            return Answer(0, b"", "dropped before", dropped=True)
        refused = _refusal_of(faults)
        answer = _refusal(refused) if refused is not None else await carry_out()
        if "drop_after" in kinds:
            return Answer(0, b"", f"dropped after: {answer.outcome}", dropped=True)
        return answer

    async def _answer(self, method: Method, raw: Mapping[str, Any]) -> Answer:
        try:
            params = method.read(raw)
            self._limit(method, params)
            result = HANDLERS[method.name](self._world, params)
            if isawaitable(result):
                result = await result
        except Refused as refused:
            return _refusal(refused)
        return Answer(200, ('{"ok":true,"result":' + _encode(result) + "}").encode())

    def _limit(self, method: Method, params: Mapping[str, Any]) -> None:
        limits = self._world.limits
        if not limits.enabled or method.name not in COUNTED:
            return
        chat = self._world.find_chat(params.get("chat_id", 0))
        if chat is not None:
            messages = len(params["media"]) if "media" in params else 1
            limits.take(chat.id, messages, self._world.clock())

    async def _from_webhook(self, call: dict[str, Any]) -> None:
        """A call that came in the answer to a webhook request; nobody learns its result."""
        params = dict(call)
        await self.call(params.pop("method"), params)


def _refusal(refused: Refused) -> Answer:
    outcome = f"{refused.code} {refused.description}"
    return Answer(refused.code, _encode(refused.body()).encode(), outcome)


def _chat_id(raw: Mapping[str, Any]) -> int | None:
    try:
        return int(raw["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _refusal_of(faults: list[Fault]) -> Refused | None:
    """The first refusing fault wins."""
    for fault in faults:
        if fault.kind == "server_error":
            return Refused(fault.code, fault.description or "Internal Server Error")
        if fault.kind == "flood":
            return flood(fault.retry_after_s)
        if fault.kind == "forbid":
            return forbidden(fault.description or "bot was blocked by the user")
    return None
