"""
Read what one person's next message needs, in one round trip. Writing is `commit.py` alone.

Everything personal in here is sealed; this room cannot read it. Start at `load`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.errors import CorruptRecord
from bot.store.area import Area
from bot.store.script import load_script

_LOAD = load_script("load")


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What is stored of one tag; a stranger is version 0 and nothing else."""

    version: int
    session: bytes | None = field(repr=False)
    key: bytes | None = field(repr=False)  # wrapped data key
    chat: bytes | None = field(repr=False)  # sealed chat id
    screen: int | None  # message id of the present screen


async def load(area: Area, tag: str) -> PersonRecord:
    """Load one person. Raises: CorruptRecord, StoreUnreachable."""
    keys = (area.keys.person(tag), area.keys.named(tag))
    version, session, key, chat, screen = await area.run(_LOAD, keys, ())
    try:
        return PersonRecord(
            version=int(version or 0),
            session=session or None,
            key=key,
            chat=chat,
            screen=None if screen is None else int(screen),
        )
    except ValueError:
        raise CorruptRecord("a person's record has no readable version") from None
