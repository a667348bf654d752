"""Read what is none of the bot's business, `content/id/outside.yaml`: groups of messages people type."""

from __future__ import annotations

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value


def read_outside(value: Value, notes: Notes) -> tuple[str, ...]:
    """All messages, whatever their group; the groups are only for people who edit the file."""
    fields = Fields(value, notes, "contoh di luar urusan bot")
    return tuple(text for group in value.mapping for text in fields.texts(group))
