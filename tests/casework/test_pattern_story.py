"""A month of reports and checks: one pattern grows, one crosses districts, and what is said of a number."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.outgoing import Bulletin
from bot.casework.pattern_door import ClusterView
from bot.casework.room import CaseRoom
from bot.patterns.growth import Limits
from bot.patterns.review import State
from bot.patterns.sight import Source
from tests.cases.people import KOKO, SITI, T0, report
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import looked, seen

AGENT, ADVERT = "0812 3456 7890", "0857 1111 2222"
AGENTS = f"disuruh transfer 3 juta ke BRI 0021 0104 5678 501, agennya {AGENT}"
ADVERTS = f"LOWONGAN ADMIN KAMBOJA GAJI 15 JUTA BERANGKAT MINGGU INI HUBUNGI {ADVERT}"
# days ago, district, what: the agent works one district and grows; the advert goes round three.
MONTH = (
    (27, "Lombok Barat", AGENTS),
    (20, "Lombok Barat", AGENTS),
    (13, "Lombok Barat", f"agen {AGENT} minta KTP"),
    (12, "Indramayu", ADVERTS),
    (9, "Lombok Barat", f"BRI 002101045678501 itu rekening siapa, {AGENT}"),
    (6, "Ponorogo", ADVERTS),
    (5, "Lombok Barat", AGENTS),
    (4, "Lombok Barat", f"nomor {AGENT} lagi"),
    (3, "Indramayu", ADVERTS),
    (2, "Lombok Barat", AGENTS),
    (1, "Nunukan", f"adik saya lihat iklan {ADVERT}"),
)


async def live_through(bench: Bench) -> list[tuple[int, str]]:
    """The month, day by day, looking once a day. Returns: (days ago, words) of each bulletin, once."""
    told = []
    for number, (ago, district, text) in enumerate(MONTH):
        day = T0 - timedelta(days=ago)
        code = f"K-{number + 2:04d}".replace("0", "A").replace("1", "B")
        command = report(
            f"r{number}", at=day, code=code, text=text, district=district, receipt_hash=f"{number:x}" * 64
        )
        await bench.room.casework.apply(command, day)
        await bench.drain()
        await bench.room.pattern_news.tell(await bench.room.roster.staff(day), day)
        news = [each for each in await bench.drain() if isinstance(each, Bulletin) and each.tag == KOKO.tag]
        told += [(ago, each.text) for each in news]
    return told


def of_kind(views: list[ClusterView], size: int) -> ClusterView:
    (found,) = [each for each in views if each.size == size]
    return found


async def test_a_month_of_reports_shows_what_grows_and_what_crosses(bench: Bench) -> None:
    """Officers are told of the agent at the threshold alone, of the advert with each new district."""
    told = await live_through(bench)
    views = await seen(bench.room)
    agent, advert = of_kind(views, 7), of_kind(views, 4)

    assert [ago for ago, _ in told] == [6, 5, 1]
    assert "Pola lintas wilayah" in told[0][1]
    assert "Pola bertambah" in told[1][1]
    assert "3 wilayah" in told[2][1]
    assert not agent.crossed
    assert agent.table.rows[0][0] == "Lombok Barat"
    assert sum(agent.table.rows[0][1]) == 7
    assert agent.growth > 0
    assert advert.districts == ("Indramayu", "Nunukan", "Ponorogo")
    assert [each for _, text in told for each in ("3456", "1111", "K-") if each in text] == []


async def test_a_number_is_said_after_a_review_and_no_longer_once_it_is_taken_back(bench: Bench) -> None:
    """The threshold is the desk's, the review an officer's; both can change their mind."""
    await live_through(bench)
    room = bench.room
    (number,) = room.patterns.prints_in(AGENT)
    said = []

    async def ask() -> None:
        said.append(await room.patterns.reported_before(f"PT apa ini, {AGENT}"))

    await ask()
    await room.pattern_door.review(SITI, number, State.REVIEWED, "tujuh pelapor", T0)
    await ask()
    await room.pattern_door.set_limits(SITI, Limits(said_from=8), T0)
    await ask()
    await room.pattern_door.set_limits(SITI, Limits(said_from=5), T0)
    await ask()
    refused = await room.pattern_door.withdraw_review(KOKO, number, T0)
    await ask()
    await room.pattern_door.withdraw_review(SITI, number, T0)
    await ask()

    assert said == [False, True, False, True, True, False]
    assert refused is not None


async def test_checks_make_a_pattern_larger_and_never_guilty(bench: Bench) -> None:
    """Twenty people who only ask count in the figures, and not towards what is said of a number."""
    room: CaseRoom = bench.room
    for number in range(20):
        await room.patterns.keep_look(f"u{number}", f"{number:020x}", looked(ADVERT, source=Source.ADVERT))
    await room.casework.apply(report("r1", text=ADVERTS), T0)
    (number,) = room.patterns.prints_in(ADVERT)
    await room.pattern_door.review(SITI, number, State.REVIEWED, "", T0)

    (view,) = await seen(room)

    assert view.size == 21
    assert not await room.patterns.reported_before(ADVERT)
