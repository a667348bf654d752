"""
The conversation in stock aiogram 3: FSM on RedisStorage, its own webhook handler on aiohttp.
Arguments: Bot API url, token, port, secret, Redis socket. Everything else stands at its default.
"""

from __future__ import annotations

import sys

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bench.conversation import COMMAND, STEPS, filled, keyboard

router = Router()


class Form(StatesGroup):
    """One state for each question that waits."""

    negara = State()
    pekerjaan = State()
    perusahaan = State()
    bayar = State()
    kontrak = State()


WAITING = (Form.negara, Form.pekerjaan, Form.perusahaan, Form.bayar, Form.kontrak)


async def ask(message: Message, number: int, values: dict[str, str]) -> None:
    """Show step `number`."""
    step = STEPS[number]
    rows = [
        [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
        for row in keyboard(step)
    ]
    await message.answer(filled(step.text, values), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


@router.message(Command(COMMAND))
async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state(WAITING[0])
    await state.set_data({})
    await ask(message, 0, {})


def register(number: int) -> None:
    """The handler of the answer to step `number`."""

    @router.message(StateFilter(WAITING[number]), F.text)
    async def answered(message: Message, state: FSMContext) -> None:
        values = await state.update_data({STEPS[number].name: message.text})
        if number + 1 < len(WAITING):
            await state.set_state(WAITING[number + 1])
        else:
            await state.clear()
        await ask(message, number + 1, values)


def main() -> None:
    api, token, port, secret, socket = sys.argv[1:]
    for number in range(len(WAITING)):
        register(number)
    bot = Bot(
        token,
        session=AiohttpSession(api=TelegramAPIServer.from_base(api)),
        default=DefaultBotProperties(parse_mode="HTML"),
    )
    dispatcher = Dispatcher(storage=RedisStorage.from_url(f"unix://{socket}"))
    dispatcher.include_router(router)

    @dispatcher.startup()
    async def hook(bot: Bot) -> None:
        await bot.set_webhook(f"http://127.0.0.1:{port}/telegram", secret_token=secret)

    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(app, path="/telegram")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=int(port), print=None, access_log=None)


if __name__ == "__main__":
    main()
