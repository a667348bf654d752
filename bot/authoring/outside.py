"""
Read what is none of the bot's business: `content/id/outside/<group>.yaml`, messages and what to say to them.

The reply of a group becomes the words `outside.<group>`. Start at `read_outside`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.authoring.faq import note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value


@dataclass(frozen=True, slots=True)
class WrittenOutside:
    """One group: `name` is that of its file."""

    name: str
    examples: tuple[str, ...]
    facts: tuple[str, ...]
    value: Value


def read_outside(value: Value, words: Words, notes: Notes) -> WrittenOutside:
    """One group of messages and its reply."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'kelompok luar urusan "{name}"')
    fields.only("reply", "examples", "facts")
    reply = fields.text("reply", required=True)
    if reply:
        words.put(f"outside.{name}", reply.strip(), value.at("reply"))
    return WrittenOutside(name, fields.texts("examples"), note_facts(fields), value)
