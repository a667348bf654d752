"""Patterns from one end to the other: three reports of one number, an alert, and what is left of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.cases.case import Channel
from bot.cases.officer_commands import NewByOfficer
from bot.cases.refusal import Refusal
from bot.casework.outcome import Applied
from bot.casework.pattern_door import ClusterView
from bot.patterns.growth import Limits
from bot.patterns.prints import Kind
from bot.patterns.review import State
from bot.patterns.sight import Sight, Source
from bot.simulator.person import Person
from tests.e2e.steps import ECHO_PATIENCE_S, files_with, report, settled, until
from tests.house_fixtures import House

NUMBER = "0812 9876 5432"


async def sights(house: House) -> list[Sight]:
    return await house.parts.room.patterns.sights()


async def of_number(house: House, number: int) -> list[Sight]:
    """Once so many have arrived."""

    async def there() -> list[Sight] | None:
        found = await sights(house)
        return found if len(found) >= number else None

    return await until(house, there)


async def clusters(house: House, officer: str) -> list[ClusterView]:
    found = await house.parts.room.roster.find(officer)
    assert found is not None
    views = await house.parts.room.pattern_door.overview(found, datetime.now(UTC), {})
    assert not isinstance(views, Refusal)
    return views


async def entered(house: House, officer: str, text: str, district: str) -> str:
    """A report that came by telephone, as the desk enters it."""
    casework, now = house.parts.room.casework, datetime.now(UTC)
    code = await casework.new_code()
    command = NewByOfficer(
        id=f"new.{code}",
        at=now,
        code=code,
        officer=officer,
        channel=Channel.PHONE,
        text=text,
        district=district,
    )
    assert isinstance(await casework.apply(command, now), Applied)
    return code


async def test_three_reports_of_one_number_in_two_districts_bring_an_alert(house: House) -> None:
    """
    Two people write to the bot, a third telephones; the number is spelled in three ways.

    The group learns of it in figures, the page lists one cluster with the cases of the agency, and a person
    who asks for the number hears nothing until an officer has looked at it.
    """
    rina = await house.officer("Rina")
    group = await house.group("polres", rina)
    siti, ani, joko = (house.sim.person(name) for name in ("Siti", "Ani", "Joko"))
    for person in (siti, ani, joko):
        await person.start()

    await report(siti, f"saya dari Lombok Barat ditipu calo kenari-4711, nomornya {NUMBER}")
    await report(ani, "agen minta biaya 5 juta lewat +62 812-9876-5432, saya di Lombok Timur")
    await entered(house, "rina", "keluarga melapor: 081298765432", "Kab. Lombok Timur")

    shown = await group.sees("Pola lintas wilayah", timeout_s=ECHO_PATIENCE_S)
    await of_number(house, 3)
    (cluster,) = await clusters(house, "rina")
    assert (cluster.size, cluster.sources[Source.REPORT], len(cluster.cases)) == (3, 3, 3)
    assert sorted(cluster.districts) == ["Kabupaten Lombok Barat", "Kabupaten Lombok Timur"]
    assert "kenari" not in shown.text
    assert "9876" not in shown.text

    room = house.parts.room
    assert not await room.patterns.reported_before(NUMBER)
    officer = await room.roster.find("rina")
    assert officer is not None
    about = cluster.prints[0].about
    assert await room.pattern_door.review(officer, about, State.REVIEWED, "", datetime.now(UTC)) is None
    assert await room.patterns.reported_before("62812 98765432")


SAID = "pernah dilaporkan"
ASKED = {  # what somebody sends, and what every answer to it says
    "a typed number": (NUMBER, "belum bisa diperiksa"),
    "a company with it": (f"PT Graha Mitra Balindo, bu Sri {NUMBER}", "PT Graha Mitra Balindo"),
    "a name of several companies with it": (f"PT Bumi Mas {NUMBER}", "Yang mana?"),
    "an advert": (
        f"LOWONGAN ART Singapura gaji 650 SGD, libur 4x sebulan. Minat? hub {NUMBER}",
        "Tanyakan dulu",
    ),
}


async def reviewed(house: House, limits: Limits) -> None:
    """An officer has looked at the reports; people may hear of it from so many."""
    officer = await house.parts.room.roster.find("rina")
    assert officer is not None
    await house.parts.room.patterns.write_limits(limits)
    found = await clusters(house, "rina")
    phones = {each.about for view in found for each in view.prints if each.about.kind is Kind.PHONE}
    assert len(phones) == 1
    door = house.parts.room.pattern_door
    assert await door.review(officer, phones.pop(), State.REVIEWED, "", datetime.now(UTC)) is None


async def hears(person: Person, kind: str) -> bool:
    """Whether the answer to such a message says that the number was reported before."""
    text, known = ASKED[kind]
    await person.send(text)
    answer = await person.sees(known)
    return SAID in answer.text


@pytest.mark.parametrize("kind", ASKED)
async def test_people_hear_of_reports_only_after_a_review_and_from_the_threshold(
    house: House, kind: str
) -> None:
    """
    The same message by four people: two reports nobody looked at, two that were, three that were; and again
    when the desk asks for more. It is said as "sedang diperiksa", and nobody is called anything.
    """
    await house.officer("Rina")
    people = [house.sim.person(name) for name in ("Siti", "Ani", "Joko", "Budi")]
    for person in people:
        await person.start()
    siti, ani, joko, budi = people
    for number in range(2):
        await entered(house, "rina", f"keluarga {number} melapor calo {NUMBER}", "Kab. Lombok Timur")
    await of_number(house, 2)

    assert not await hears(siti, kind), "nobody has looked at the reports"
    await reviewed(house, Limits(said_from=3))
    assert not await hears(ani, kind), "two are fewer than three"
    await entered(house, "rina", f"keluarga lain melapor calo {NUMBER}", "Kab. Lombok Timur")
    await until(house, lambda: _said(house))
    assert await hears(joko, kind)
    assert "sedang diperiksa" in joko.from_bot()[-1].text
    assert "penipu" not in joko.from_bot()[-1].text.casefold().split(SAID)[1].split(".")[0]
    await reviewed(house, Limits(said_from=4))
    assert not await hears(budi, kind), "the desk asks for more"


async def _said(house: House) -> bool | None:
    return await house.parts.room.patterns.reported_before(NUMBER) or None


async def test_a_check_feeds_a_pattern_and_leaves_nobody(house: House) -> None:
    """No case, no tag, no word: asking twice counts once, and the raw files hold neither number nor asker."""
    siti = house.sim.person("Siti")
    await siti.start()

    await siti.send(f"PT Kenari Jaya Abadi {NUMBER} resmi ga?")
    await of_number(house, 1)
    await siti.send(f"PT Kenari Jaya Abadi {NUMBER} beneran resmi?")
    await settled(house)

    (sight,) = await sights(house)
    assert (sight.source, sight.case) == (Source.CHECK, "")
    assert await house.parts.room.archive.open_cases() == []
    data = house.parts.config.store.data
    area = house.parts.store.cases
    name, sealed = next(iter((await area.call("HGETALL", area.keys.sight_words)).items()))
    assert files_with(data, sealed), "the search must be able to find something"
    for secret in (b"98765432", b"9876 5432", b"enari Jaya", b"enari"):
        assert files_with(data, secret) == [], secret
    assert house.parts.lookups.tag_of(siti.id).encode() not in name + sealed


async def test_hapus_semua_takes_the_fingerprints_out_of_the_raw_files(house: House) -> None:
    """The search finds the sealed sight first; after "Sudah dihapus" it is in no file."""
    siti, data = house.sim.person("Siti"), house.parts.config.store.data
    await siti.start()
    await report(siti, f"ditipu agen, nomornya {NUMBER}")
    await of_number(house, 1)
    area = house.parts.store.cases
    sealed = next(iter((await area.call("HGETALL", area.keys.sight_words)).values()))
    assert files_with(data, sealed), "the search must find it first"

    await siti.send("/hapus")
    await siti.sees("Apa yang mau dihapus?")
    await siti.tap("Hapus laporan juga")
    await siti.sees("Lanjut?")
    await siti.tap("Ya, hapus semua")
    await siti.sees("Sudah dihapus", timeout_s=ECHO_PATIENCE_S)

    await settled(house)
    assert files_with(data, sealed) == []
    assert await sights(house) == []
