"""Somebody is in danger: the number at once, people on duty called, and only honest words about both."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app.knowledge import Edition
from bot.simulator.server import Simulator
from tests.e2e.steps import ECHO_PATIENCE_S, answered, claimed, met, only_case, reported, settled
from tests.house_fixtures import House, living

CRY = "mbak tolong paspor sy dibawa agen pintu dikunci"


async def test_everybody_on_duty_is_called_and_the_person_is_told_when_it_is_true(house: House) -> None:
    """ "Petugas jaga sudah diberi tahu" comes after Telegram has accepted the alert, never before."""
    rina, budi = await house.officer("Rina"), await house.officer("Budi")
    siti = house.sim.person("Siti")
    house.sim.faults.delay(700, method="sendMessage", chat_id=rina.id)
    house.sim.faults.delay(700, method="sendMessage", chat_id=budi.id)

    await siti.send(CRY)
    first = await siti.sees("Kalau bisa menelepon")
    assert "sudah diberi tahu" not in first.text
    alerted = await rina.sees("Pesan bahaya")
    await siti.sees("Petugas jaga sudah diberi tahu")

    await budi.sees("Pesan bahaya")
    assert "dikunci" not in alerted.text
    sends = [call for call in house.sim.calls.of("sendMessage") if call["outcome"] == "ok"]
    told = next(n for n, call in enumerate(sends) if "sudah diberi tahu" in str(call["params"]))
    called = next(n for n, call in enumerate(sends) if "Pesan bahaya" in str(call["params"]))
    assert called < told


async def test_with_nobody_on_duty_the_person_is_told_at_once(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """No rota, no promise: the number to call, and that the message is kept."""
    async with living(short_folder, sim, edition=edition) as house:
        siti = sim.person("Siti")

        await siti.send(CRY)

        await siti.sees("Belum ada petugas yang membaca. Telepon 110 sekarang.")
        await settled(house)
        assert siti.find("sudah diberi tahu") is None
        assert (await only_case(house)).danger.value == "emergency"


async def test_an_alert_that_telegram_refuses_is_not_called_delivered(house: House) -> None:
    """The only officer on duty has blocked the bot: the person reads the truth."""
    rina = await house.officer("Rina")
    await rina.block()
    siti = house.sim.person("Siti")

    await siti.send(CRY)

    await siti.sees("Belum ada petugas yang membaca")
    await settled(house)
    assert siti.find("sudah diberi tahu") is None


async def test_a_false_alarm_is_taken_back(house: House) -> None:
    """[Bukan darurat]: the alert leaves the officers' chats, and the person is where they were."""
    rina = await house.officer("Rina")
    siti = await met(house)
    await siti.tap("Cek kesiapanku")
    await siti.sees("Ada 14 hal")
    await siti.send(CRY)
    await rina.sees("Pesan bahaya")
    await siti.sees("sudah diberi tahu")

    await siti.tap("Bukan darurat")

    calmed = await siti.sees("panggilan darurat saya tarik")
    assert "Ada 14 hal" in calmed.text
    await rina.wait_until(lambda: rina.find("Pesan bahaya") is None, "the alert to go")


async def test_a_country_gives_its_numbers_and_words_go_on_to_the_officer(house: House) -> None:
    """One word is enough; everything after it reaches whoever took the case."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.send(CRY)
    await siti.sees("negara mana")

    await siti.send("sy di malaysia")
    await siti.sees("KBRI Kuala Lumpur")
    words = await claimed(rina, "pintu dikunci")
    await siti.send("ada 4 orang lagi")
    await rina.sees("ada 4 orang lagi")

    await answered(rina, words, "Polisi sedang menuju tempatmu", siti)


async def test_danger_inside_a_report_is_an_alert(house: House) -> None:
    """A cry for help in the middle of a report form is never filed as an ordinary answer."""
    rina = await house.officer("Rina")
    siti = await reported(house, "saya ditipu calo")

    await siti.send("sekarang saya disekap di rumah agen, tolong")

    await siti.sees("Kalau bisa menelepon")
    await rina.sees("Pesan bahaya")
    await siti.sees("sudah diberi tahu")
    assert (await only_case(house)).danger.value == "emergency"


async def test_danger_said_to_an_officer_alerts_again(house: House) -> None:
    """While they talk, danger words go to the officer as they are and call again; no card in between."""
    rina = await house.officer("Rina")
    siti = await reported(house, "saya ditipu calo")
    words = await claimed(rina, "ditipu calo")
    await answered(rina, words, "Halo, saya baca laporanmu", siti)

    await siti.send("tolong, saya disekap")

    await rina.sees("saya disekap")
    await siti.sees("sudah diberi tahu", timeout_s=ECHO_PATIENCE_S)


async def test_a_second_cry_leaves_one_live_alert_in_the_officers_chat(house: House) -> None:
    """It rings again as a new message; the older one goes with its [Ambil], so nobody presses a dead card."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.send(CRY)
    first = await rina.sees("Pesan bahaya")
    await siti.sees("sudah diberi tahu")

    await siti.send("tolong cepat, saya disekap")
    await rina.wait_until(
        lambda: [seen.id for seen in rina.from_bot() if "Pesan bahaya" in seen.text] not in ([], [first.id]),
        "a second alert",
    )
    await rina.wait_until(
        lambda: sum("Ambil" in seen.buttons for seen in rina.from_bot()) == 1, "one live alert"
    )

    assert first.id not in {seen.id for seen in rina.from_bot()}
    await claimed(rina, "pintu dikunci")
    await rina.sees("saya disekap")


async def test_an_edited_message_is_screened_again(house: House) -> None:
    """Danger written into an old message is heard as well."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    mine = await siti.send("halo")
    await siti.sees("Mau mulai dari mana")

    await siti.edit(mine, CRY)

    await siti.sees("Kalau bisa menelepon")
    await rina.sees("Pesan bahaya")


@pytest.mark.parametrize("trouble", ["flood", "server_error", "drop_before"])
async def test_an_alert_survives_telegrams_troubles(house: House, trouble: str) -> None:
    """A refused or broken call is tried again until Telegram has the alert."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    if trouble == "flood":
        house.sim.faults.flood(1, method="sendMessage", chat_id=rina.id, times=1)
    elif trouble == "server_error":
        house.sim.faults.server_error(502, method="sendMessage", chat_id=rina.id, times=1)
    else:
        house.sim.faults.drop_before(method="sendMessage", chat_id=rina.id, times=1)

    await siti.send(CRY)

    await rina.sees("Pesan bahaya")
    await siti.sees("sudah diberi tahu")
