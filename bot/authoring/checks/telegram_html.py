"""Texts that Telegram would refuse: wrong tags, tags left open, placeholders nobody can fill."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.engine.wording import PLACEHOLDER

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>")
ATTRIBUTES = {"b": r"", "i": r"", "code": r"", "a": r'\s+href="[^"\s]+"'}
ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)[A-Za-z]+;")


def check_telegram_html(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Every text, at the place of the fault."""
    for word in draft.words.found.values():
        for fragment, message, hint in _faults(word.text):
            yield Problem.at(word.value.place_of(fragment), message, hint)
        rest = PLACEHOLDER.sub("", word.text)
        for brace in re.findall(r"\{[^{}\n]*\}?|\}", rest)[:1]:
            hint = "Nama di dalam kurung kurawal: huruf kecil, angka, garis bawah, titik: {nama}."
            yield Problem.at(word.value.place_of(brace), f'"{brace}" bukan tempat isian yang benar.', hint)


def _faults(text: str) -> Iterator[tuple[str, str, str]]:
    """Fragment, message and hint of each fault in one text."""
    unopened: list[str] = []
    for found in TAG.finditer(text):
        closing, name, attributes = found[1] == "/", found[2], found[3]
        if name not in ATTRIBUTES and closing:
            continue  # what opened it is reported already
        if name not in ATTRIBUTES:
            yield (
                found[0],
                f'tanda "{found[0]}" tidak dikenal Telegram di sini.',
                "Yang boleh: <b>, <i>, <code>, <a href=…>.",
            )
        elif closing:
            if not unopened or unopened.pop() != name:
                yield (
                    found[0],
                    f'"{found[0]}" menutup yang tidak dibuka.',
                    "Tutup dengan urutan terbalik dari membuka.",
                )
                return
        else:
            unopened.append(name)
            if not re.fullmatch(ATTRIBUTES[name], attributes):
                right = '<a href="https://…">' if name == "a" else f"<{name}>"
                yield found[0], f'"{found[0]}" tidak bisa dibaca Telegram.', f"Tulis {right}."
    for name in unopened[-1:]:
        yield f"<{name}", f'"<{name}>" dibuka tetapi tidak ditutup.', f'Tambahkan "</{name}>".'
    if re.search(r"[<>]", TAG.sub("", text)):
        stray = re.search(r"[<>]", TAG.sub(lambda tag: " " * len(tag[0]), text))
        sign = stray[0] if stray else "<"
        yield sign, f'tanda "{sign}" tidak bisa dikirim begitu saja.', f'Tulis "{html.escape(sign)}".'
    for entity in ENTITY.findall(text)[:1]:
        yield entity, f'"{entity}" tidak dikenal Telegram.', "Yang boleh: &lt; &gt; &amp; &quot;"
