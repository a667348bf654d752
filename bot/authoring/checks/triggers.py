"""What can happen must start exactly one flow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import HOME, Draft
from bot.authoring.flows import NEEDED, Trigger
from bot.authoring.problem import Problem, did_you_mean, hints

ENGINE_WORDS = ("engine.unknown_command", "engine.unsupported", "engine.old_button")
COMMAND_LENGTH = 32  # Telegram's limit


def check_triggers(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Doubled triggers, triggers nobody takes, the home flow, and the words the engine itself says."""
    if not draft.flows:
        return
    seen: dict[tuple[str, str], Trigger] = {}
    for written in draft.flows.values():
        for trigger in written.triggers:
            first = seen.setdefault((trigger.kind, trigger.name), trigger)
            if first is not trigger:
                where = first.value.place
                message = f'"{trigger.name}" sudah memulai percakapan di {where.path}:{where.line}.'
                yield Problem.at(trigger.value.place, message, "Hapus salah satu.")
            if trigger.kind == "commands" and not _is_command(trigger.name):
                message = f'"{trigger.name}" tidak bisa menjadi perintah Telegram.'
                hint = "Pakai huruf kecil, angka, dan garis bawah; paling panjang 32; tanpa garis miring."
                yield Problem.at(trigger.value.place, message, hint)
    for kind in NEEDED:
        if (kind, kind) not in seen:
            hint = f'Tambahkan "triggers: {{{kind}: …}}" di percakapan yang menjawabnya.'
            yield Problem("flows", 1, 1, f'tidak ada percakapan yang dimulai oleh "{kind}".', hint)
    if HOME not in draft.flows:
        hint = hints(did_you_mean(HOME, draft.flows), f"Buat berkas flows/{HOME}.yaml.")
        yield Problem("flows", 1, 1, f'tidak ada percakapan "{HOME}"; semua percakapan pulang ke sana.', hint)
    for key in ENGINE_WORDS:
        if key not in draft.words.found:
            area, _, name = key.partition(".")
            yield Problem(
                f"content/id/wording/{area}.yaml", 1, 1, f'teks "{key}" belum ada.', f'Tambahkan "{name}: …".'
            )


def _is_command(name: str) -> bool:
    return (
        0 < len(name) <= COMMAND_LENGTH
        and name.isascii()
        and name.replace("_", "a").isalnum()
        and name == name.lower()
    )
