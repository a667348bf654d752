"""What somebody sends bit by bit is one question, answered in one screen; another question stands alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.app.knowledge import Edition
from bot.recruiters.register import build_register
from bot.simulator.person import Person
from tests.house_fixtures import House

COMPANY = "PT Bina Dinamita Rama"  # with two numbers
NUMBER = "0812 3456 7890"
MOST_LETTERS = 900  # of one screen of a cheap phone, with the buttons below it


@pytest.fixture(scope="module")
def edition(edition: Edition) -> Edition:
    """The register we ship, as if taken today: the bot says less of a list that is older than 90 days."""
    shipped, today = edition.content.register, datetime.now(UTC).date()
    fresh = build_register(
        [replace(row, as_of=today) for row in shipped.rows],
        complete=shipped.complete,
        as_of=today,
        source=shipped.source,
        check_today=shipped.check_today,
    )
    return replace(edition, knowledge=replace(edition.knowledge, register=fresh))


async def answer(person: Person, text: str, known: str) -> str:
    """Send a text; the whole answer, once it holds these words."""
    await person.send(text)
    said = await person.sees(known)
    assert len(said.text) <= MOST_LETTERS
    return said.text


async def test_a_number_after_a_name_is_compared_with_it(house: House) -> None:
    """The family asks about the company, then remembers the number; after the menu a number stands alone."""
    siti = house.sim.person("Siti")
    await siti.start()

    first = await answer(siti, f"{COMPANY} resmi ga?", "tercatat")
    second = await answer(siti, f"yang nawarin hub {NUMBER}", "berbeda")
    await siti.send("/menu")
    await siti.sees("Mau mulai dari mana")
    third = await answer(siti, "0813 9999 8888", "belum bisa diperiksa")

    assert "berbeda" not in first
    assert COMPANY in second
    assert "0341-400799" in second
    assert COMPANY not in third


async def test_a_name_after_a_number_is_checked_with_it(house: House) -> None:
    """The bot asks for the one thing that is missing, and takes it from there."""
    siti = house.sim.person("Siti")
    await siti.start()

    first = await answer(siti, NUMBER, "belum bisa diperiksa")
    second = await answer(siti, COMPANY, "berbeda")

    assert "Kalau tahu nama PT-nya" in first
    assert COMPANY in second


async def test_a_contact_card_after_a_name_is_compared_with_it(house: House) -> None:
    """The easiest way to hand on a number; where a name is asked for it is a question of its own."""
    siti = house.sim.person("Siti")
    await siti.start()
    await answer(siti, f"{COMPANY} resmi ga?", "tercatat")

    await siti.send_contact("081234567890", "Bu Sri")
    told = await siti.sees("berbeda")
    await siti.tap("Cek PT lain")
    await siti.sees("Tulis nama PT-nya")
    await siti.send_contact("081399998888", "Pak Budi")
    alone = await siti.sees("belum bisa diperiksa")

    assert COMPANY in told.text
    assert COMPANY not in alone.text


async def test_another_company_is_another_question(house: House) -> None:
    """The number of one company is never held against the next."""
    siti = house.sim.person("Siti")
    await siti.start()

    await answer(siti, f"{COMPANY} {NUMBER} resmi ga?", "berbeda")
    other = await answer(siti, "kalau PT Graha Mitra Balindo resmi ga?", "PT Graha Mitra Balindo")

    assert "berbeda" not in other
    assert "nomor" not in other.casefold()


async def test_a_name_after_an_advert_is_checked_with_the_adverts_number(house: House) -> None:
    """One question of ours, one answer; what spoke against the advert is not forgotten for a good name."""
    siti = house.sim.person("Siti")
    await siti.start()

    await answer(siti, f"LOWONGAN ADMIN KAMBOJA GAJI 15 JUTA BERANGKAT MINGGU INI WA {NUMBER}", "PT apa yang")
    told = await answer(siti, COMPANY, "tercatat")

    assert "berbeda" in told
    assert "Tanda bahaya di iklan tadi tetap berlaku" in told
