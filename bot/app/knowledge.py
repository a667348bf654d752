"""Content from files to what conversations work with, and the number that orders its editions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.authoring.content import Content, load_content
from bot.casework.staff import Rota
from bot.config import Config
from bot.faq.entry import Entry
from bot.faq.index import build_index
from bot.runner.ports import Knowledge
from bot.store.connection import Store


def knowledge_of(content: Content, constants: dict[str, str], version: int) -> Knowledge:
    """
    Args:
        constants: Values that every text may use ("backup_days").
        version: Of this edition, see `edition_number`.
    """
    entries = {
        name: Entry(
            id=name,
            topic=entry.topic,
            title=content.flows.wording.label(f"faq.{name}.title", {}),
            actions=tuple(entry.actions),
        )
        for name, entry in content.entries.items()
    }
    return Knowledge(
        flows=replace(content.flows, constants=constants, version=version),
        faq=build_index(entries.values(), content.questions, content.lexicon, content.outside),
        entries=entries,
        register=content.register,
        lexicon=content.lexicon,
        danger_rules=content.danger,
    )


@dataclass(frozen=True, slots=True)
class Edition:
    """Content that was read and indexed; `number` of its flows is given once the store is known."""

    content: Content
    knowledge: Knowledge

    def numbered(self, number: int) -> Knowledge:
        return replace(self.knowledge, flows=replace(self.knowledge.flows, version=number))


def load_edition(config: Config) -> Edition:
    """Read and index the content that config names: seconds, so whoever starts often does it once."""
    content = load_content(config.content)
    return Edition(content, knowledge_of(content, constants_of(config), 0))


async def edition_number(store: Store, fingerprint: str) -> int:
    """
    The number of this edition of the content: higher than any other that this store has seen.

    Processes with the same content share a number. A process that starts with other content gets the next
    one, also when it is an older edition that has been brought back.
    """
    meta = store.cases.keys.meta
    latest = await store.cases.call("HGET", meta, "edition")
    number, _, last = (latest or b"0 ").decode().partition(" ")
    if last == fingerprint:
        return int(number)
    await store.cases.call("HSET", meta, "edition", f"{int(number) + 1} {fingerprint}")
    return int(number) + 1


def constants_of(config: Config) -> dict[str, str]:
    """What texts may say about this installation."""
    return {"backup_days": str(config.backup_days)}


def rota_of(config: Config) -> Rota:
    return Rota(config.agencies, config.shifts, config.zone)
