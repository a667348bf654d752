"""Which texts are for us to read."""

from __future__ import annotations

import pytest

from bot.runner.queries.offering import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "𝗟𝗢𝗪𝗢𝗡𝗚𝗔𝗡 𝗞𝗘𝗥𝗝𝗔 ke Kamboja gaji 15 juta",
        "Ｌｏｗｏｎｇａｎ Ｋａｍｂｏｊａ",
        "lоwоngаn kеrjа kе Kаmbоjа",
        "ᴋᴇʀᴊᴀ ᴋᴇ ᴋᴀᴍʙᴏᴊᴀ",
        "🅺🅰🅼🅱🅾🅹🅰",
        "gaji 15 juta",
        "",
        "🔥🔥",
    ],
)
def test_fancy_letters_are_ours_to_read(text: str) -> None:
    """Mathematical, wide, small, black and look-alike letters are Latin to whoever sees them."""
    assert not is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "وظيفة في الخليج",
        "你好，我需要帮助",
        "งานในกัมพูชา",
        "Работа в Камбодже, Telegram",
        "Εργασία στην Ταϊβάν",
    ],
)
def test_another_script_is_not(text: str) -> None:
    """Arabic, Chinese, Thai, Russian and Greek sentences."""
    assert is_foreign(text)
