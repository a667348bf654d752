"""
What Telegram refuses, the simulator refuses, in the same words.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.simulator.server import Simulator
from tests.simulator.conftest import JPEG, BareBot


def button(**fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Lapor", **fields}]]}


TEXTLESS = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
REFUSED_TEXTS = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": None}, "message text is empty"),
    ({"text": 5}, 'parameter "text" must be of type String'),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "x", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
    (
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag",
    ),
    ({"text": "x", "txet": "y"}, 'unknown parameter "txet" of sendMessage'),
    ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "x", "reply_parameters": {}}, "can't parse ReplyParameters: Can't find field \"message_id\""),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ({"text": "x", "reply_markup": []}, "object expected as reply markup"),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [{}]}},
        'field "inline_keyboard" must be of type Array',
    ),
    ({"text": "x", "reply_markup": button()}, TEXTLESS),
    ({"text": "x", "reply_markup": button(callback_data="")}, TEXTLESS),
    ({"text": "x", "reply_markup": button(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": button(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
    (
        {"text": "x", "reply_markup": button(url="http://localhost:8080/meja")},
        "inline keyboard button URL 'http://localhost:8080/meja' is invalid: Wrong HTTP URL",
    ),
    (
        {"text": "x", "reply_markup": button(url="ftp://contoh.id")},
        "inline keyboard button URL 'ftp://contoh.id' is invalid: Unsupported URL protocol",
    ),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]}},
        "reply markup is too long",
    ),
    (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 5] * 21}},
        "reply markup is too long",
    ),
]


@pytest.mark.parametrize(("params", "reason"), REFUSED_TEXTS)
async def test_bad_messages_are_refused_in_telegrams_words(
    simulator: Simulator, bot: BareBot, params: dict[str, Any], reason: str
) -> None:
    """A wrong sendMessage is a 400 that names what is wrong, and nothing appears in the chat."""
    siti = simulator.person("Siti")
    await siti.start()

    description = await bot.refused("sendMessage", chat_id=siti.id, **params)

    assert description.startswith(f"Bad Request: {reason}")
    assert siti.from_bot() == []


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"},
        {"text": "x", "reply_markup": button(callback_data="x" * 64)},
        {"text": "x", "reply_markup": button(url="http://127.0.0.1:8080/meja")},
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 8] * 12}},
        {"text": "x", "reply_markup": '{"inline_keyboard": []}'},
    ],
)
async def test_messages_at_the_limit_are_taken(
    simulator: Simulator, bot: BareBot, params: dict[str, Any]
) -> None:
    """What is just within Telegram's limits is accepted."""
    siti = simulator.person("Siti")
    await siti.start()

    await bot.call("sendMessage", chat_id=siti.id, **params)

    assert len(siti.from_bot()) == 1


async def test_method_names_know_no_case_and_unknown_ones_are_404(bot: BareBot) -> None:
    """Telegram takes any case, and answers 404 to a method it does not know."""
    me = await bot.call("GETme")
    answer = await bot.raw("sendMesage")

    assert me["is_bot"] is True
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize(("token", "status"), [("1:AAAAAAA", 401), ("nonsense", 404)])
async def test_wrong_token_is_refused(
    simulator: Simulator, http: aiohttp.ClientSession, token: str, status: int
) -> None:
    """A well-formed but wrong token is 401, anything else is 404."""
    async with http.get(f"{simulator.url}/bot{token}/getMe") as answer:
        body = await answer.json()

    assert (answer.status, body["error_code"]) == (status, status)


async def test_bot_cannot_write_first(simulator: Simulator, bot: BareBot) -> None:
    """Somebody unknown is "chat not found"; somebody met in a group is 403 until they write."""
    siti, rina = simulator.person("Siti"), simulator.person("Rina")
    group = simulator.world.add_group("Polres", owner=rina.user)
    await rina.add_bot_to(group)

    unknown = await bot.refused("sendMessage", chat_id=siti.id, text="x")
    met = await bot.refused("sendMessage", chat_id=rina.id, text="x")

    assert unknown == "Bad Request: chat not found"
    assert met == "Forbidden: bot can't initiate conversation with a user"


async def test_blocked_bot_gets_403_until_the_person_comes_back(simulator: Simulator, bot: BareBot) -> None:
    """Blocking stops the bot; pressing Start again lets it speak."""
    siti = simulator.person("Siti")
    await siti.start()
    await siti.block()

    refused = await bot.refused("sendMessage", chat_id=siti.id, text="x")
    await siti.start()
    await bot.call("sendMessage", chat_id=siti.id, text="x")

    assert refused == "Forbidden: bot was blocked by the user"
    assert len(siti.from_bot()) == 1


async def test_tap_is_answered_once_and_only_in_time(simulator: Simulator, bot: BareBot, clock: Any) -> None:
    """A second or a late answer is "query is too old", as with Telegram."""
    siti = simulator.person("Siti")
    await siti.start()
    await bot.call("sendMessage", chat_id=siti.id, text="x", reply_markup=button(callback_data="a"))
    first, second = await siti.tap("Lapor"), await siti.tap("Lapor")
    assert first is not None
    assert second is not None

    await bot.call("answerCallbackQuery", callback_query_id=first.id, text="Baik")
    again = await bot.refused("answerCallbackQuery", callback_query_id=first.id)
    clock.advance(151)
    late = await bot.refused("answerCallbackQuery", callback_query_id=second.id)

    assert await siti.answer_to(first) == "Baik"
    assert again == late
    assert late == "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "Mulai", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "mulai", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "mulai", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"m{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_bad_commands_are_refused(bot: BareBot, commands: list[dict[str, str]], reason: str) -> None:
    """setMyCommands follows Telegram's rules for names, descriptions and number."""
    description = await bot.refused("setMyCommands", commands=commands)

    assert description == f"Bad Request: {reason}"
    assert await bot.call("getMyCommands") == []


async def test_media_groups_need_two_to_ten_of_a_kind(simulator: Simulator, bot: BareBot) -> None:
    """One item, eleven items, or a document among photos are refused."""
    siti = simulator.person("Siti")
    await siti.start()
    photo = simulator.world.files.keep("photo", JPEG).file_id
    document = simulator.world.files.keep("document", b"%PDF").file_id
    one = {"type": "photo", "media": photo}

    few = await bot.refused("sendMediaGroup", chat_id=siti.id, media=[one])
    many = await bot.refused("sendMediaGroup", chat_id=siti.id, media=[one] * 11)
    mixed = await bot.refused(
        "sendMediaGroup", chat_id=siti.id, media=[one, {"type": "document", "media": document}]
    )
    album = await bot.call("sendMediaGroup", chat_id=siti.id, media=[one, one])

    assert "2-10" in few
    assert "2-10" in many
    assert "can't be mixed" in mixed
    assert len({message["media_group_id"] for message in album}) == 1
