"""
Take one letter to Telegram and say what became of it.

Edits and deletes are idempotent: "not modified" and "not found" count as done. A message to be replaced
that is gone is sent anew, so words always arrive. Everything else is for the caller: `Later` and `Unknown`
are tried again, the others are definite.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, assert_never

from bot.chat.calls import BotApi, GroupMoved
from bot.chat.limits import Limits
from bot.errors import CallRefused, ChatGone, FloodWait, OutcomeUnknown, PollingConflict, TokenRefused
from bot.runner.carried import Accepted, Carried, Gone, Later, Moved, Refused, Unknown
from bot.runner.letters import LaneName, Letter, keyboard

MOST_DELETED_AT_ONCE = 100
MOST_FILE_BYTES = 20 * 1024 * 1024  # what getFile gives


class Carrier:
    """
    Letters to Bot API calls, one at a time.

    Args:
        limits: None sends as fast as it can; an argument of the benchmark, never a setting.
    """

    def __init__(self, api: BotApi, limits: Limits | None) -> None:
        self._api = api
        self._limits = limits

    def wait_s(self, chat_id: int, lane: LaneName, longest_s: float) -> float:
        """Book a place under Telegram's limits; see `Limits.reserve`."""
        return self._limits.reserve(chat_id, lane, time.monotonic(), longest_s) if self._limits else 0.0

    async def download(self, file_id: str) -> bytes:
        """A file's bytes. Raises: CallRefused, OutcomeUnknown."""
        return await self._api.download(file_id, most_bytes=MOST_FILE_BYTES)

    async def carry(
        self, letter: Letter, chat_id: int, *, current: int = 0, ids: Sequence[int] = ()
    ) -> Carried:
        """
        Args:
            letter: What to bring.
            chat_id: Where.
            current: Message id now in the letter's slot, 0 for none.
            ids: For the unsend kinds, the messages meant.

        Raises: TokenRefused, which no retry can mend.
        """
        try:
            match letter.kind:
                case "say":
                    return Accepted(await self._say(letter, chat_id, current))
                case "unsend" | "unsend_ref" | "unsend_all":
                    return await self._unsend(chat_id, ids)
                case "leave":
                    await self._api.call("leaveChat", {"chat_id": chat_id})
                    return Accepted(0)
                case _:
                    assert_never(letter.kind)
        except ChatGone as error:
            return Gone(error.description)
        except GroupMoved as error:
            return Moved(error.new_chat_id)
        except CallRefused as error:
            return Refused(error.description)
        except FloodWait as error:
            return Later(error.retry_after_s)
        except (OutcomeUnknown, PollingConflict) as error:
            return Unknown(error.description)

    async def answer_tap(self, callback_query_id: str) -> None:
        """Stop the button's spinner. Goes at once and is never tried again: it carries no words."""
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": callback_query_id})
        except TokenRefused:
            raise
        except (CallRefused, ChatGone, FloodWait, OutcomeUnknown, PollingConflict):
            return

    async def _say(self, letter: Letter, chat_id: int, current: int) -> int:
        params: dict[str, Any] = {
            "chat_id": chat_id,
            "text": letter.text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        buttons = keyboard(letter)
        if buttons is not None:
            params["reply_markup"] = buttons
        if letter.replace and current:
            done = await self._edit({**params, "message_id": current})
            if done:
                return current
        if letter.protect:
            params["protect_content"] = True
        sent = await self._api.call("sendMessage", params)
        return int(sent["message_id"])

    async def _edit(self, params: dict[str, Any]) -> bool:
        """Whether the message now reads so; False when it can no longer be edited and must be sent anew."""
        try:
            await self._api.call("editMessageText", params)
        except CallRefused as error:
            if "message is not modified" in error.description:
                return True
            if "message to edit not found" in error.description or "can't be edited" in error.description:
                return False
            raise
        return True

    async def _unsend(self, chat_id: int, ids: Sequence[int]) -> Carried:
        for start in range(0, len(ids), MOST_DELETED_AT_ONCE):
            part = list(ids[start : start + MOST_DELETED_AT_ONCE])
            try:
                await self._api.call("deleteMessages", {"chat_id": chat_id, "message_ids": part})
            except CallRefused:
                await self._unsend_singly(chat_id, part)
        return Accepted(0)

    async def _unsend_singly(self, chat_id: int, ids: Sequence[int]) -> None:
        """One refused id must not keep the others: those gone or too old (48 h) are left behind."""
        for message_id in ids:
            try:
                await self._api.call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
            except CallRefused:
                continue
