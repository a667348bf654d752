"""Tell Telegram who we are: commands, descriptions, menu button, and where updates go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter
from telegram.error import TelegramError as PtbError

from bot.chat.calls import BotApi
from bot.chat.intake import ALLOWED_UPDATES
from bot.errors import OutcomeUnknown, PollingConflict, TelegramError, TokenRefused

MAX_CONNECTIONS = 80


@dataclass(frozen=True, slots=True)
class Profile:
    """What people see of the bot before they write to it; lengths as in the Bot API (512, 120, 64)."""

    description: str
    short_description: str
    commands: Mapping[str, str]


async def introduce(api: BotApi, profile: Profile) -> str:
    """
    Set what people see. Returns: the bot's username.

    Raises: TokenRefused, OutcomeUnknown.
    """
    bot = _bot(api)
    try:
        me = await bot.get_me()
        await bot.set_my_commands([BotCommand(name, text) for name, text in profile.commands.items()])
        await bot.set_my_description(profile.description)
        await bot.set_my_short_description(profile.short_description)
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except PtbError as error:
        raise _named(error) from None
    return me.username or ""


async def use_polling(api: BotApi) -> None:
    """Take a webhook away; updates that wait are kept. Raises: TokenRefused, OutcomeUnknown."""
    try:
        await _bot(api).delete_webhook(drop_pending_updates=False)
    except PtbError as error:
        raise _named(error) from None


async def use_webhook(api: BotApi, url: str, secret: str) -> None:
    """Ask for updates at `url`; updates that wait are kept. Raises: TokenRefused, OutcomeUnknown."""
    try:
        await _bot(api).set_webhook(
            url,
            secret_token=secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=MAX_CONNECTIONS,
            drop_pending_updates=False,
        )
    except PtbError as error:
        raise _named(error) from None


def _bot(api: BotApi) -> Bot:
    return Bot(
        api.token,
        base_url=f"{api.base_url}/bot",
        base_file_url=f"{api.base_url}/file/bot",
        request=api.request,
        get_updates_request=api.request,
    )


def _named(error: PtbError) -> TelegramError:
    match error:
        case InvalidToken():
            return TokenRefused("getMe", "Telegram does not know this bot token")
        case Conflict():
            return PollingConflict("getUpdates", error.message)
        case RetryAfter() | NetworkError():
            return OutcomeUnknown("setup", error.message)
        case _:
            return OutcomeUnknown("setup", error.message)
