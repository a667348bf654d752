"""
Bear pictures to the reader, and their words back into the conversation that asked.

A picture is fetched, read and let go: nothing of it is kept here. A line of its own, so that neither letters
nor evidence wait for a picture that is hard to read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.delivery.ports import Carrier, PictureWords, ReadPicture
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.engine.events import Notice
from bot.errors import CallRefused, OutcomeUnknown
from bot.runner.incoming import Incoming
from bot.runner.turn import ToRead
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased
from bot.store.rows import Row
from bot.vault.keys import MasterKeys

MOST_PICTURES = 3  # of one album
MOST_LETTERS = 6000  # of what was read
MOST_TRIES = 3
MOST_UNCLEAR = 3  # numbers that are named


class PictureBearer:
    """The lines `<tag>.pictures`."""

    def __init__(
        self,
        masters: MasterKeys,
        carrier: Carrier,
        read: ReadPicture | None,
        take: Callable[[Incoming], Awaitable[None]],
    ) -> None:
        """
        Args:
            read: Reads one picture; None where no reader is installed.
        """
        self._masters = masters
        self._carrier = carrier
        self._read = read
        self._take = take
        self._tries: dict[str, int] = {}

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when it can never be read; StoreError."""
        if leased.key is None:
            return Done()
        tag = tag_of_line(row.line)
        asked = PersonKey(self._masters.unwrap(leased.key, tag), leased.key).open_picture(row.body)
        tries = self._tries[row.id] = self._tries.get(row.id, 0) + 1
        try:
            words = await self._words(asked)
        except OutcomeUnknown:
            if tries < MOST_TRIES:
                return Again()
            words = PictureWords("", "gone")
        self._tries.pop(row.id, None)
        await self._take(Incoming(f"{row.id}-read", tag, Notice("picture", _values(asked, words))))
        return Done()

    async def _words(self, asked: ToRead) -> PictureWords:
        """What stands in the pictures, or why nothing was read. Raises: OutcomeUnknown."""
        if self._read is None:
            return PictureWords("", "no_reader")
        found: list[PictureWords] = []
        why = "no_words"
        for media in asked.media[:MOST_PICTURES]:
            try:
                data = await self._carrier.download(media.file_id)
            except CallRefused as error:
                why = "too_big" if "too big" in error.description else "gone"
                continue
            words = await self._read(data)
            if words.text:
                found.append(words)
            why = words.why or why
        text = "\n".join(words.text for words in found)
        left_out = len(asked.media) > MOST_PICTURES or len(text) > MOST_LETTERS
        return PictureWords(
            text[:MOST_LETTERS],
            "" if text else why,
            cut=bool(found) and (left_out or any(words.cut for words in found)),
            unclear=tuple(dict.fromkeys(number for words in found for number in words.unclear)),
        )


def _values(asked: ToRead, words: PictureWords) -> dict[str, str]:
    """For the flows: `picture` or `unread`, and what they must say about the reading."""
    return {
        "read_of": asked.asked,
        "picture": words.text,
        "unread": words.why,
        "picture_cut": "yes" if words.cut else "",
        "picture_unclear": ", ".join(words.unclear[:MOST_UNCLEAR]),
    }
