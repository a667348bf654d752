"""
Bot API calls with plain dicts, and their errors in our own family.

python-telegram-bot's `Bot` spends 270 µs on turning an answer into objects that nobody looks at, and its
raw door warns at every use; so words travel over its request seam (`transport.AiohttpRequest`) as they
are, and `Bot` itself serves where types help (`setup.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from telegram.error import NetworkError

from bot.chat.transport import AiohttpRequest
from bot.errors import (
    CallRefused,
    ChatGone,
    FloodWait,
    OutcomeUnknown,
    PollingConflict,
    TelegramError,
    TokenRefused,
)


class GroupMoved(TelegramError):
    """400 with `migrate_to_chat_id`: the group is a supergroup now."""

    def __init__(self, method: str, description: str, *, new_chat_id: int) -> None:
        super().__init__(method, description)
        self.new_chat_id = new_chat_id


class BotApi:
    """
    One bot on one Bot API server.

    Args:
        token: From BotFather; never logged, never in an error.
        base_url: "https://api.telegram.org", or where a local or simulated server listens.
    """

    def __init__(self, token: str, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self.token = token
        self.request = AiohttpRequest()
        self._polling_request = AiohttpRequest(connections=2)

    async def open(self) -> None:
        """Open the connections; says nothing to Telegram yet."""
        await self.request.initialize()
        await self._polling_request.initialize()

    async def close(self) -> None:
        await self.request.shutdown()
        await self._polling_request.shutdown()

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """
        One call; the result as Telegram sent it.

        Raises: the family under `bot.errors.TelegramError`, and GroupMoved.
        """
        return await self._call(self.request, method, params or {}, None)

    async def updates(
        self, offset: int | None, *, timeout_s: int, allowed: list[str]
    ) -> list[dict[str, Any]]:
        """Long polling: wait up to `timeout_s` for updates from `offset` on."""
        params: dict[str, Any] = {"timeout": timeout_s, "limit": 100, "allowed_updates": allowed}
        if offset is not None:
            params["offset"] = offset
        found: list[dict[str, Any]] = await self._call(
            self._polling_request, "getUpdates", params, timeout_s + 10.0
        )
        return found

    async def download(self, file_id: str, *, most_bytes: int) -> bytes:
        """
        A file's bytes.

        Raises: CallRefused if Telegram will not give it (too big, or its id has expired), OutcomeUnknown.
        """
        found = await self.call("getFile", {"file_id": file_id})
        if int(found.get("file_size") or 0) > most_bytes:
            raise CallRefused("getFile", "Bad Request: file is too big")
        url = f"{self.base_url}/file/bot{self.token}/{found['file_path']}"
        try:
            status, content = await self.request.do_request(url, "GET")
        except NetworkError as error:
            raise OutcomeUnknown("getFile", error.message) from None
        if status == 404:
            raise CallRefused("getFile", "Not Found: the file is no longer there")
        if status != 200:
            raise OutcomeUnknown("getFile", f"the file server answered {status}")
        return content

    async def _call(
        self, request: AiohttpRequest, method: str, params: Mapping[str, Any], read_timeout_s: float | None
    ) -> Any:
        url = f"{self.base_url}/bot{self.token}/{method}"
        try:
            status, payload = await request.post_json(url, params, read_timeout_s)
        except NetworkError as error:
            raise OutcomeUnknown(method, error.message) from None
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = {}
        if status == 200 and isinstance(answer, dict) and answer.get("ok"):
            return answer["result"]
        raise _named(method, status, answer if isinstance(answer, dict) else {})


def _named(method: str, status: int, answer: Mapping[str, Any]) -> TelegramError:
    """Telegram's refusal as one of our errors."""
    description = str(answer.get("description") or f"HTTP {status}")
    parameters = answer.get("parameters") or {}
    if "migrate_to_chat_id" in parameters:
        return GroupMoved(method, description, new_chat_id=int(parameters["migrate_to_chat_id"]))
    if status == 429:
        return FloodWait(method, description, retry_after_s=float(parameters.get("retry_after", 1)))
    named: dict[int, type[TelegramError]] = {
        400: CallRefused,
        401: TokenRefused,
        403: ChatGone,
        404: TokenRefused,
        409: PollingConflict,
        413: CallRefused,
    }
    return named.get(status, OutcomeUnknown)(method, description)
