"""What people see of the bot before they write to it, from the words."""

from __future__ import annotations

from bot.chat.setup import Profile
from bot.engine.wording import Wording

COMMANDS = (
    "menu",
    "lapor",
    "cek",
    "belajar",
    "kuis",
    "kontak",
    "darurat",
    "status",
    "privasi",
    "hapus",
    "keluar",
    "bantuan",
)


def profile_of(words: Wording) -> Profile:
    return Profile(
        description=words.label("main.description", {}),
        short_description=words.label("main.short_description", {}),
        commands={name: words.label(f"main.command.{name}", {}) for name in COMMANDS},
    )
