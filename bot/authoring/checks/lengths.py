"""Texts too long for Telegram, for a small screen, or for a button."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date

from bot.authoring.checks.telegram_html import TAG
from bot.authoring.draft import Draft
from bot.authoring.patterns import fitting
from bot.authoring.problem import Problem
from bot.authoring.wording import Word
from bot.engine.flow import Node
from bot.engine.wording import PLACEHOLDER

MESSAGE = 4096  # UTF-16 units after entities are parsed: Telegram's limit
LABEL = 40  # characters that a narrow phone shows on one button
CALLBACK = 64  # bytes: Telegram's limit
NONCE = 6
PARTS = {
    r"faq\..+\.title": 40,
    r"faq\..+\.short": 400,
    r"faq\..+\.details": 1500,
    r"checklist\.[^.]+\.[^.]+\.ask": 300,
    r"checklist\.[^.]+\.[^.]+\.(why|how)": 600,
    r"checklist\.[^.]+\.[^.]+\.warning": 400,
    r"library\.[^.]+\.intro": 400,
    r"library\.[^.]+\.[^.]+\.short": 600,
    r"library\.[^.]+\.[^.]+\.details": 1500,
    r"library\.[^.]+\.[^.]+\.story": 900,
    r"quiz\.[^.]+\.title": 40,
    r"quiz\.[^.]+\.[^.]+\.(ask|explain)": 500,
}


def shown_length(text: str) -> int:
    """Length as Telegram counts it, placeholders left out."""
    bare = html.unescape(TAG.sub("", PLACEHOLDER.sub("", text)))
    return len(bare.encode("utf-16-le")) // 2


def check_lengths(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Single texts, whole messages, buttons and what a button sends back."""
    for key, word in draft.words.found.items():
        limit = next((most for form, most in PARTS.items() if re.fullmatch(form, key)), MESSAGE)
        yield from _too_long(word, key, shown_length(word.text), limit)
    labels: set[str] = set()
    for written in draft.flows.values():
        for node in written.flow.nodes.values():
            place = written.value.at("nodes").key_place(node.id)
            whole = sum(_longest(draft, key) for key in node.say)
            if len(node.say) > 1 and whole > MESSAGE:
                message = (
                    f'pesan di langkah "{node.id}" bisa sampai {whole} karakter; Telegram menerima {MESSAGE}.'
                )
                yield Problem.at(place, message, "Pendekkan teksnya, atau pecah menjadi dua langkah.")
            for choice in _choice_ids(node):
                size = NONCE + len(f".{node.id}.{choice}".encode())
                if size > CALLBACK:
                    message = (
                        f'nama langkah "{node.id}" dan pilihan "{choice}" terlalu panjang untuk satu tombol.'
                    )
                    yield Problem.at(
                        place, message, f"Keduanya bersama paling panjang {CALLBACK - NONCE - 2}."
                    )
            labels.update(_labels(node))
    for label in sorted(labels):
        for key in fitting(label, draft.words.found):
            word = draft.words.found[key]
            yield from _too_long(word, key, len(PLACEHOLDER.sub("", word.text.strip())), LABEL)


def _too_long(word: Word, key: str, length: int, limit: int) -> Iterator[Problem]:
    if length > limit:
        what = "tombol" if limit == LABEL else "teks"
        message = f'{what} "{key}" panjangnya {length} karakter; paling panjang {limit}.'
        yield Problem.at(word.value.place, message, "Pendekkan kalimatnya.")


def _longest(draft: Draft, template: str) -> int:
    found = fitting(template, draft.words.found)
    return max((shown_length(draft.words.found[key].text) for key in found), default=0)


def _choice_ids(node: Node) -> list[str]:
    return [
        *(choice.id for choice in node.choices if not choice.url),
        *(f"{number}-99" for number, _ in enumerate(node.each)),
    ]


def _labels(node: Node) -> list[str]:
    return [*(choice.label for choice in node.choices), *(each.label for each in node.each)]
