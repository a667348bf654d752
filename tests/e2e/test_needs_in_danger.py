"""What somebody in danger sends next: all of it reaches the officer, and what they need comes back."""

from __future__ import annotations

from tests.e2e.steps import claimed
from tests.house_fixtures import House

CRY = "tolong sy disekap"


async def test_a_contact_and_a_forwarded_advert_reach_the_officer(house: House) -> None:
    """Whoever is locked in shares what they have: no name is looked up, no advert judged, nothing is lost."""
    rina = await house.officer("Rina")
    ratna = house.sim.person("Ratna")
    await ratna.send(CRY)
    await ratna.sees("negara mana")

    await ratna.send_contact("+6281234567890", "Wawan Agen")
    await ratna.sees("Tersimpan untuk petugas")
    await ratna.send("LOWONGAN kamboja admin 15 juta, hub 081234567890", forwarded_from="Info Loker")
    await ratna.send("Hub 081234567890 itu nomor agen sy")

    await claimed(rina, CRY)
    await rina.sees("Wawan Agen")
    await rina.sees("LOWONGAN kamboja")
    await rina.sees("itu nomor agen sy")
    assert ratna.find("Maksud kamu PT") is None
    assert ratna.find("tanda bahaya") is None


async def test_who_asks_for_a_number_gets_it(house: House) -> None:
    """The number of the country that was named, and the alarm stays."""
    ratna = house.sim.person("Ratna")
    await ratna.send(CRY)
    await ratna.sees("negara mana")

    await ratna.send("mana nomer kbri kuala lumpur")

    await ratna.sees("KBRI Kuala Lumpur")


async def test_who_fears_to_be_seen_is_told_how_to_leave(house: House) -> None:
    """KELUAR is named at once."""
    ratna = house.sim.person("Ratna")
    await ratna.send(CRY)
    await ratna.sees("negara mana")

    await ratna.send("sy takut madam liat hp ini")

    await ratna.sees("Ketik KELUAR: layar ini kosong")
