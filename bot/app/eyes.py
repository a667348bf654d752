"""What reads pictures for the conversations of one process; nothing starts before the first picture comes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from bot.app.pictures import spacing_of
from bot.authoring.content import Content
from bot.delivery.ports import PictureWords, ReadPicture
from bot.language.spaces import Spacing
from bot.reading.read import Read
from bot.reading.reader import find_reader


def can_read() -> bool:
    """Whether the package for it is installed."""
    return find_reader() is not None


@asynccontextmanager
async def open_eyes(content: Content) -> AsyncIterator[ReadPicture | None]:
    """A reader that knows the words of our content, or None; its worker ends with the block."""

    @cache
    def spacing() -> Spacing:
        return spacing_of(content)

    reader = find_reader(lambda line: spacing().respaced(line))
    if reader is None:
        yield None
        return

    async def read(picture: bytes) -> PictureWords:
        found = await reader.read(picture)
        if isinstance(found, Read):
            return PictureWords(found.text, cut=found.cut, unclear=found.unclear)
        return PictureWords("", why=found.reason.value)

    try:
        yield read
    finally:
        await reader.close()
