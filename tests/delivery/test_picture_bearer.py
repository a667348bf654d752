"""Pictures are read together and told as one; what was left out or is unclear is told with them."""

from __future__ import annotations

from typing import cast

from bot.delivery.picture_bearer import MOST_LETTERS, MOST_PICTURES, MOST_TRIES, PictureBearer
from bot.delivery.ports import Carrier, PictureWords
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.engine.events import Media, Notice
from bot.errors import CallRefused, OutcomeUnknown
from bot.runner.incoming import Incoming
from bot.runner.turn import ToRead
from bot.store.outbox import Leased
from bot.store.rows import Lane, Row
from bot.vault.keys import MasterKeys, new_data_key

TAG = "ab12"
MASTERS = MasterKeys((b"m" * 32,))


class Desk:
    """A bearer, what Telegram gives it, what the reader makes of that, and the news that come of it."""

    def __init__(self, *words: PictureWords, faults: tuple[Exception, ...] = ()) -> None:
        self.words = list(words)
        self.faults = list(faults)
        self.told: list[dict[str, str]] = []
        self.bearer = PictureBearer(MASTERS, cast("Carrier", self), self._read if words else None, self._take)

    async def download(self, file_id: str) -> bytes:
        if self.faults:
            raise self.faults.pop(0)
        return file_id.encode()

    async def _read(self, data: bytes) -> PictureWords:
        return self.words[int(data)]

    async def _take(self, incoming: Incoming) -> None:
        assert isinstance(incoming.arrival, Notice)
        self.told.append(dict(incoming.arrival.values))

    async def bear(self, pictures: int) -> Done | Again:
        key = new_data_key()
        media = tuple(Media("photo", str(at), f"u{at}") for at in range(pictures))
        body = PersonKey(key, b"").picture(ToRead("r1", "asked", media))
        row = Row("r1", f"{TAG}.pictures", Lane.REPLY, body)
        return await self.bearer.bear(row, Leased((row,), MASTERS.wrap(key, TAG), None), 0)


async def test_an_album_is_one_advert() -> None:
    """Front and back of a poster come back as one text, in their order."""
    desk = Desk(PictureWords("PT Karya Satria"), PictureWords("WA 0812-3456-7890"))

    await desk.bear(2)

    (told,) = desk.told
    assert told["picture"] == "PT Karya Satria\nWA 0812-3456-7890"
    assert told["read_of"] == "asked"
    assert told["unread"] == told["picture_cut"] == told["picture_unclear"] == ""


async def test_what_was_left_out_is_told() -> None:
    """Pictures beyond the third, letters beyond the most, or what the reader left out itself."""
    many = Desk(*[PictureWords("kata")] * (MOST_PICTURES + 1))
    long = Desk(PictureWords("kata " * MOST_LETTERS))
    dense = Desk(PictureWords("kata"), PictureWords("kata", cut=True))

    await many.bear(MOST_PICTURES + 1)
    await long.bear(1)
    await dense.bear(2)

    assert [desk.told[0]["picture_cut"] for desk in (many, long, dense)] == ["yes"] * 3
    assert len(long.told[0]["picture"]) == MOST_LETTERS


async def test_unclear_numbers_are_named_once() -> None:
    """The same number on both sides of a poster is one number."""
    unclear = ("08123_567890",)
    desk = Desk(PictureWords("depan", unclear=unclear), PictureWords("belakang", unclear=unclear))

    await desk.bear(2)

    assert desk.told[0]["picture_unclear"] == "08123_567890"


async def test_one_bad_picture_spoils_no_album() -> None:
    """What can be read is told; why the other was not read does not matter then."""
    desk = Desk(PictureWords("", "broken"), PictureWords("WA 0812-3456-7890"))

    await desk.bear(2)

    assert desk.told[0]["picture"] == "WA 0812-3456-7890"
    assert desk.told[0]["unread"] == ""


async def test_nothing_read_has_a_reason() -> None:
    """From the reader, from Telegram, or because there is no reader."""
    broken = Desk(PictureWords("", "broken"))
    big = Desk(PictureWords("x"), faults=(CallRefused("getFile", "file is too big"),))
    blind = Desk()

    for desk in (broken, big, blind):
        await desk.bear(1)

    assert [desk.told[0]["unread"] for desk in (broken, big, blind)] == ["broken", "too_big", "no_reader"]


async def test_a_picture_that_does_not_come_is_tried_again_and_then_given_up() -> None:
    """Telegram may be gone for a moment; nobody waits for ever."""
    desk = Desk(
        PictureWords("x"), faults=tuple(OutcomeUnknown("getFile", "timeout") for _ in range(MOST_TRIES))
    )

    borne = [await desk.bear(1) for _ in range(MOST_TRIES)]

    assert [type(each) for each in borne] == [Again] * (MOST_TRIES - 1) + [Done]
    assert [told["unread"] for told in desk.told] == ["gone"]
