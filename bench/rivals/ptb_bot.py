"""
The conversation in stock python-telegram-bot: ConversationHandler, httpx, its own webhook (tornado), and the
usual small persistence on Redis. Arguments: Bot API url, token, port, secret, Redis socket.

Everything stands at its default: one update at a time (`concurrent_updates` off), state written every 60 s
and at the end, so a crash may lose a minute. Ours writes every update to the disk before it answers.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from redis.asyncio import Redis
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    BasePersistence,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PersistenceInput,
    filters,
)

from bench.conversation import COMMAND, STEPS, filled, keyboard

WORDS = filters.TEXT & ~filters.COMMAND


class RedisPersistence(BasePersistence):
    """User data and conversation states as hashes of JSON, written when they change."""

    def __init__(self, redis: Redis) -> None:
        super().__init__(PersistenceInput(chat_data=False, bot_data=False, callback_data=False))
        self._redis = redis

    async def get_user_data(self) -> dict[int, dict[str, Any]]:
        return {int(key): json.loads(value) for key, value in (await self._redis.hgetall("user")).items()}

    async def update_user_data(self, user_id: int, data: dict[str, Any]) -> None:
        await self._redis.hset("user", str(user_id), json.dumps(data))

    async def drop_user_data(self, user_id: int) -> None:
        await self._redis.hdel("user", str(user_id))

    async def refresh_user_data(self, user_id: int, user_data: dict[str, Any]) -> None:
        """Only this process writes: what is in memory is newest."""

    async def get_conversations(self, name: str) -> dict[tuple[int | str, ...], object]:
        found = await self._redis.hgetall(f"conversation:{name}")
        return {tuple(json.loads(key)): json.loads(value) for key, value in found.items()}

    async def update_conversation(self, name: str, key: tuple[int | str, ...], new_state: object) -> None:
        if new_state is None:
            await self._redis.hdel(f"conversation:{name}", json.dumps(key))
        else:
            await self._redis.hset(f"conversation:{name}", json.dumps(key), json.dumps(new_state))

    async def flush(self) -> None:
        await self._redis.aclose()

    async def get_chat_data(self) -> dict[int, Any]:
        return {}

    async def get_bot_data(self) -> dict[str, Any]:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_chat_data(self, chat_id: int, data: Any) -> None: ...
    async def update_bot_data(self, data: Any) -> None: ...
    async def update_callback_data(self, data: Any) -> None: ...
    async def drop_chat_data(self, chat_id: int) -> None: ...
    async def refresh_chat_data(self, chat_id: int, chat_data: Any) -> None: ...
    async def refresh_bot_data(self, bot_data: Any) -> None: ...


async def ask(update: Update, number: int, values: dict[str, str]) -> int:
    """Show step `number`. Returns: the state that waits for its answer."""
    step = STEPS[number]
    rows = [
        [InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in keyboard(step)
    ]
    await update.message.reply_text(
        filled(step.text, values), parse_mode=ParseMode.HTML, reply_markup=InlineKeyboardMarkup(rows)
    )
    return number


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data.clear()
    return await ask(update, 0, {})


async def answered(update: Update, context: ContextTypes.DEFAULT_TYPE, number: int) -> int:
    context.user_data[STEPS[number].name] = update.message.text
    await ask(update, number + 1, context.user_data)
    return number + 1 if number + 2 < len(STEPS) else ConversationHandler.END


def state(number: int) -> MessageHandler[Any, Any]:
    async def take(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        return await answered(update, context, number)

    return MessageHandler(WORDS, take)


def main() -> None:
    api, token, port, secret, socket = sys.argv[1:]
    redis = Redis.from_url(f"unix://{socket}", decode_responses=True)
    application = (
        Application.builder().token(token).base_url(f"{api}/bot").persistence(RedisPersistence(redis)).build()
    )
    start = CommandHandler(COMMAND, begin)
    application.add_handler(
        ConversationHandler(
            entry_points=[start],
            states={number: [state(number)] for number in range(len(STEPS) - 1)},
            fallbacks=[start],
            name="ujian",
            persistent=True,
        )
    )
    application.run_webhook(
        "127.0.0.1",
        int(port),
        url_path="telegram",
        secret_token=secret,
        webhook_url=f"http://127.0.0.1:{port}/telegram",
        allowed_updates=["message"],
    )


if __name__ == "__main__":
    main()
