"""No message is dear to read: every regular expression of the house is linear in what people may send."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import bot

pytestmark = pytest.mark.slow  # seconds, and it changes only with the expressions

LETTERS = 2000
DEAR_S = 0.003  # below it nothing is worth a second look
LONGER, GROWTH = 4, 8.0  # four times the letters take 4 times as long when linear, 16 when squared
TRIES = 5
PIECES = (
    *(
        "\n",
        " ",
        "\t",
        "\u00a0",
        "a",
        "A",
        "1",
        "0",
        "-",
        "_",
        ".",
        ",",
        "@",
        "/",
        "(",
        ")",
        "[",
        '"',
        "#",
        "*",
    ),
    *(
        "a ",
        "a\n",
        "a.",
        "a-",
        "a@",
        "a.b",
        "A ",
        "Aa ",
        "1 ",
        "1.",
        "1-",
        "1/",
        "1.000",
        "0 1",
        "08 ",
        "+62 ",
    ),
    *("PT ", "PT A ", "bu ", "bu\n", "jl ", "no ", "rek ", "rp ", "jt ", "gaji ", "umur ", "nama ", "a/n "),
    *("www.", "http://", "t.me/", "🙏", "ä", "中"),
)


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every compiled expression that a module of ours keeps, by the name of one place where it stands."""
    found: dict[tuple[str, int], str] = {}
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for each in value if isinstance(value, tuple | list) else (value,):
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                    found.setdefault((each.pattern, each.flags), f"{module.name}.{name}")
    return [(name, re.compile(*key)) for key, name in found.items()]


@pytest.mark.parametrize("pattern", [pytest.param(each, id=name) for name, each in patterns()])
def test_a_long_message_takes_no_longer_than_it_is_long(pattern: re.Pattern[str]) -> None:
    """Thousands of blanks, figures or line breaks are searched in a moment: no chat waits for them."""
    squared = [piece for piece in PIECES if is_squared(pattern, piece)]

    assert squared == []


def is_squared(pattern: re.Pattern[str], piece: str) -> bool:
    """The best of a few, taken in turns: a machine that wavers is no fault of a pattern."""
    text = (piece * LETTERS)[:LETTERS]
    if searched_s(pattern, text) <= DEAR_S:
        return False
    tries = [(searched_s(pattern, text), searched_s(pattern, text * LONGER)) for _ in range(TRIES)]
    short, long = (min(each) for each in zip(*tries, strict=True))
    return long > GROWTH * short


def searched_s(pattern: re.Pattern[str], text: str) -> float:
    """CPU seconds of this thread."""
    before = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - before
