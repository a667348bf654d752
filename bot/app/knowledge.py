"""Content from files to what conversations work with, and the number that orders its editions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.app.eyes import can_read
from bot.app.learnt.adverts import adverts_of
from bot.app.learnt.hearing import hearing_of
from bot.app.learnt.index import understanding_of
from bot.app.register_in_use import content_in_use
from bot.authoring.content import Content
from bot.casework.staff import Rota
from bot.config import Config
from bot.directory.places import Level
from bot.faq.index import Index
from bot.language.plain_words import PlainWords, plain_words
from bot.runner.countries import country_names
from bot.runner.ports import Knowledge
from bot.store.connection import Store


def knowledge_of(content: Content, constants: dict[str, str], version: int) -> Knowledge:
    """
    Args:
        constants: Values that every text may use ("backup_days").
        version: Of this edition, see `edition_number`.
    """
    index = understanding_of(content)
    return Knowledge(
        flows=replace(content.flows, constants=constants, version=version),
        faq=index,
        entries=content.entries,
        register=content.register,
        lexicon=content.lexicon,
        hearing=hearing_of(content),
        directory=content.directory,
        adverts=adverts_of(content),
        words=words_of(content, index),
        countries=country_names(content.flows.wording),
    )


def words_of(content: Content, index: Index) -> PlainWords:
    """The words that everybody uses, and the countries: what is left may be somebody's name."""
    places = content.directory.places
    texts = content.flows.wording.texts
    return plain_words(
        content.lexicon,
        texts=(text for key, text in texts.items() if not key.startswith("recruiter.name.")),
        tokens=index.vocabulary.tokens,
        counts=index.vocabulary.counts,
        places=(
            name
            for name, found in places.by_name.items()
            if any(places.by_id[each].level is Level.COUNTRY for each in found)
        ),
        companies=content.register.by_word,
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
    content = content_in_use(config)
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
    return {"backup_days": str(config.backup_days), "reader": "yes" if can_read() else ""}


def rota_of(config: Config) -> Rota:
    return Rota(config.agencies, config.shifts, config.zone)
