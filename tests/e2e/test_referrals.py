"""[Rujuk] in Telegram: the person is asked, and the other agency reads no word before it accepts."""

from __future__ import annotations

from bot.cases.case import ReferralState
from bot.simulator.person import Person
from tests.e2e.steps import case_of, claimed, code_in, report, settled
from tests.house_fixtures import House

STORY = "diminta bayar 5 juta di depan"


async def asked(house: House) -> tuple[Person, Person, str]:
    """Rina holds Siti's case and has asked her whether Disnaker may have it. Returns: both, and the code."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, STORY)
    words = await claimed(rina, "diminta bayar")
    await rina.tap("Rujuk")
    await rina.sees("rujuk ke lembaga mana")
    await rina.tap("Disnaker")
    await rina.sees("Kapan hasilnya")
    await rina.tap("7 hari lagi")
    await siti.sees("meneruskan laporanmu ke Disnaker")
    return rina, siti, code_in(words)


async def test_a_case_is_referred_after_the_person_has_agreed(house: House) -> None:
    """Card in the other agency's group, [Terima], the words on the desk; everybody reads how it stands."""
    rina, siti, code = await asked(house)
    dewi = await house.officer("Dewi", "disnaker")
    group = await house.group("disnaker", dewi)
    assert group.find("Rujukan") is None

    await siti.tap("Boleh diteruskan")
    await siti.sees("laporanmu diteruskan")
    await rina.sees("setuju dirujuk ke Disnaker")
    card = await group.sees(f"Rujukan {code}")
    await group.tap("Terima")

    await dewi.sees("rujukan kamu terima")
    await rina.sees("Disnaker menerima rujukan")
    await siti.sees("Disnaker sudah menerima laporanmu")
    await group.sees("diterima, isinya di meja")
    assert [seen.id for seen in group.from_bot() if code in seen.text] == [card.id]
    assert all("bayar" not in seen.text for seen in (*dewi.from_bot(), *group.from_bot()))
    assert siti.user.first_name not in "".join(seen.text for seen in (*dewi.from_bot(), *group.from_bot()))


async def test_a_no_stays_a_no(house: House) -> None:
    """Nothing goes anywhere, and the officer reads it."""
    rina, siti, code = await asked(house)
    dewi = await house.officer("Dewi", "disnaker")
    group = await house.group("disnaker", dewi)

    await siti.send("jangan dulu")

    await siti.sees("tidak diteruskan")
    await rina.sees("belum setuju dirujuk ke Disnaker")
    await settled(house)
    assert (await case_of(house, code)).referrals[0].state is ReferralState.DECLINED
    assert group.find(code) is None
    assert dewi.find(code) is None


async def test_an_agency_without_a_group_rejects_with_a_reason(house: House) -> None:
    """Its officers are told in their own chats; what stood there goes with the no."""
    dewi = await house.officer("Dewi", "disnaker")
    rina, siti, code = await asked(house)
    await siti.tap("Boleh diteruskan")
    offer = await dewi.sees(f"Rujukan {code}")
    assert "bayar" not in offer.text

    await dewi.tap("Tolak")
    await dewi.sees("ditolak karena apa")
    await dewi.tap("Bukan wewenang kami")

    await rina.sees("Disnaker menolak rujukan")
    await dewi.wait_until(lambda: offer.id not in {seen.id for seen in dewi.from_bot()}, "the offer to go")
    assert (await case_of(house, code)).referrals[0].state is ReferralState.REJECTED


async def test_only_who_holds_the_case_can_ask(house: House) -> None:
    """A button kept from before does nothing once the case is a colleague's; the officer is told why."""
    budi = await house.officer("Budi")
    rina, siti, code = await asked(house)
    await siti.send("jangan dulu")
    await rina.sees("belum setuju")
    await rina.tap("Lepas")
    await rina.sees("Alasannya")
    await rina.tap("Ganti jaga")
    await settled(house)
    await claimed(budi, "diminta bayar")

    await rina.tap("7 hari lagi")

    await rina.sees("Hanya petugas yang memegang")
    await settled(house)
    assert len((await case_of(house, code)).referrals) == 1
