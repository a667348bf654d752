"""Adverts from end to end: forwarded, as a picture that is read beside all conversations, reported or not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.knowledge import Edition
from bot.delivery.ports import PictureWords
from bot.simulator.server import Simulator
from tests.e2e.steps import claimed, evidence_files
from tests.e2e.test_evidence import picture, stored_evidence
from tests.house_fixtures import House, always_on_duty, living
from tests.reading.pictures import SHOTS, taken

WORDS = "LOWONGAN ADMIN KAMBOJA GAJI 15 JUTA BERANGKAT MINGGU INI WA 0812-3456-7890"


class Eyes:
    """Reads what the test wants, when the test wants it; `seen` are the pictures that came."""

    def __init__(self) -> None:
        self.answer = PictureWords(WORDS)
        self.seen: list[bytes] = []
        self.open = asyncio.Event()
        self.open.set()

    async def read(self, data: bytes) -> PictureWords:
        self.seen.append(data)
        await self.open.wait()
        return self.answer


def sighted(edition: Edition) -> Edition:
    """The content as on a machine that can read pictures."""
    flows = edition.knowledge.flows
    flows = replace(flows, constants={**flows.constants, "reader": "yes"})
    return replace(edition, knowledge=replace(edition.knowledge, flows=flows))


@pytest.fixture
def eyes() -> Eyes:
    return Eyes()


@pytest.fixture
async def reading_house(
    short_folder: Path, sim: Simulator, edition: Edition, eyes: Eyes
) -> AsyncIterator[House]:
    """A house with eyes of our own in the place of the reader."""
    shifts = always_on_duty("rina")
    known = sighted(edition)
    async with living(short_folder, sim, shifts=shifts, edition=known, eyes=eyes.read) as house:
        yield house


async def test_a_forwarded_advert_is_checked_and_reported_with_its_words(house: House) -> None:
    """A check makes no case; [Lapor iklan ini] makes one that holds the advert."""
    rina, siti = await house.officer("Rina"), house.sim.person("Siti")
    await siti.start()

    await siti.send(f"{WORDS}, tanpa pengalaman")
    await siti.sees("Banyak tanda bahaya")
    assert await house.parts.room.archive.open_cases() == []
    await siti.tap("Lapor iklan ini")
    await siti.sees("Laporanmu tersimpan")

    await claimed(rina, "KAMBOJA")


async def test_a_picture_is_read_confirmed_and_kept_only_when_reported(
    reading_house: House, eyes: Eyes
) -> None:
    """No chat waits for the reader; the picture becomes evidence with the report, and not before."""
    siti, budi = reading_house.sim.person("Siti"), reading_house.sim.person("Budi")
    await siti.start()
    await budi.start()
    eyes.open.clear()
    await siti.send_photo(picture(5))
    await siti.sees("Saya baca dulu")
    await budi.send("apa itu TPPO?")
    await budi.sees("TPPO")
    eyes.open.set()
    await siti.sees("Saya membaca")
    assert not evidence_files(reading_house)
    await siti.tap("Benar")
    await siti.sees("Banyak tanda bahaya")
    await siti.tap("Lapor iklan ini")
    await siti.sees("Laporanmu tersimpan")

    assert len(await stored_evidence(reading_house, 1)) == 1
    assert eyes.seen == [picture(5)]


async def test_an_unread_picture_has_a_way_forward(reading_house: House, eyes: Eyes) -> None:
    """Why, and what to do instead."""
    eyes.answer = PictureWords("", "busy")
    siti = reading_house.sim.person("Siti")
    await siti.start()

    await siti.send_photo(picture(6))
    await siti.sees("Sedang banyak gambar")
    await siti.tap("Ketik tulisannya")
    await siti.sees("Ketik tulisan iklannya")
    await siti.send(WORDS)

    await siti.sees("Banyak tanda bahaya")


async def test_news_of_a_picture_never_disturbs_somebody_in_danger(reading_house: House, eyes: Eyes) -> None:
    """Who calls for help while a picture is read stays where help is."""
    siti = reading_house.sim.person("Siti")
    await siti.start()
    eyes.open.clear()
    await siti.send_photo(picture(7))
    await siti.sees("Saya baca dulu")
    await siti.tap("Saya dalam bahaya")
    await siti.sees("Saya di sini")
    eyes.open.set()
    await reading_house.parts.post.idle()

    assert siti.find("Saya membaca") is None


async def test_a_real_picture_is_really_read(short_folder: Path, sim: Simulator, edition: Edition) -> None:
    """A rendered poster, compressed as phones do, through Telegram, the worker and back."""
    shot = next(each for each in SHOTS if each.advert == 1)
    async with living(short_folder, sim, edition=sighted(edition)):
        siti = sim.person("Siti")
        await siti.start()
        await siti.send_photo(taken(shot))
        said = await siti.sees("Saya membaca", timeout_s=40)
        await siti.tap("Benar")
        await siti.sees("Banyak tanda bahaya")

    assert "kamboja" in said.text.casefold()


async def test_doubtful_numbers_and_left_out_print_are_said(reading_house: House, eyes: Eyes) -> None:
    """A number with a blank is shown, not checked; and that some print was left out is said."""
    eyes.answer = PictureWords(WORDS.replace("0812-3456-7890", "08123456_890"), "", True, ("08123456_890",))
    siti = reading_house.sim.person("Siti")
    await siti.start()

    await siti.send_photo(picture(8))
    said = await siti.sees("kurang jelas")

    assert "08123456_890" in said.text
    assert "baru sebagian" in said.text
    assert "Saya membaca" in said.text


async def test_a_pdf_is_read_like_a_picture(reading_house: House, eyes: Eyes) -> None:
    """Agencies send adverts and contracts as PDF."""
    siti = reading_house.sim.person("Siti")
    await siti.start()

    await siti.send_document(b"%PDF-1.7", file_name="Iklan.PDF")
    await siti.sees("Saya membaca")

    assert eyes.seen == [b"%PDF-1.7"]
