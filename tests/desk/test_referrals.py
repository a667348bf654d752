"""[Rujuk] on the desk: consent first, what the other agency sees before and after, how both follow it."""

from __future__ import annotations

import pytest

from bot.cases.officer_commands import Close
from bot.cases.reporter_commands import AnswerConsent
from bot.danger import Danger
from bot.store import cases as stored_cases
from tests.desk.bench import Browser, DeskBench, Page

CODE = "K-7QX2"
PATH = f"/kasus/{CODE}"
REPORTER = "c0ffee" * 3 + "aa"
STORY = "paspor kenari-4711 ditahan, saya di Gang Melati"
FORM = {"lembaga": "dinsos", "tanggal": "2026-08-19", "perlu": "Rumah aman untuk 2 orang", "lewat": "tanya"}
TOLD = {**FORM, "lewat": "luar", "izin": "Ibu di telepon: iya boleh"}


@pytest.fixture
async def rina(desk: DeskBench) -> Browser:
    """Holds the case."""
    await desk.report(CODE, STORY, reporter=REPORTER, district="Lombok Barat")
    browser = await desk.officer("rina")
    await browser.press(await browser.get(PATH), f"{PATH}/ambil")
    return browser


@pytest.fixture
async def dewi(desk: DeskBench) -> Browser:
    """Of the agency that is asked."""
    return await desk.officer("dewi")


async def refer(browser: Browser, **filled: str) -> Page:
    return await browser.press(await browser.get(PATH), f"{PATH}/rujuk", **filled)


async def consented(desk: DeskBench, *, agreed: bool = True) -> None:
    file = await desk.room.archive.find(CODE)
    assert file
    assert file.case
    referral = file.case.referrals[-1].id
    now = desk.clock.now
    answer = AnswerConsent(
        id="yes", at=now, code=CODE, reporter=REPORTER, referral=referral, agreed=agreed, answer="boleh ya"
    )
    await desk.room.casework.apply(answer, now)


async def test_the_person_is_asked_before_the_other_agency_knows(
    desk: DeskBench, rina: Browser, dewi: Browser
) -> None:
    """The exact question stands in the history; until the yes, the other agency finds nothing."""
    asked = await refer(rina, **FORM)
    before = await dewi.get(PATH)
    queue_before = await dewi.get("/")
    await consented(desk)
    after = await dewi.get(PATH)

    assert "Pertanyaan izin sedang dikirim" in asked.words
    assert "meneruskan laporanmu ke Dinsos" in asked.part("talk")
    assert "menunggu jawaban pelapor" in asked.part("referrals")
    assert before.status == 404
    assert CODE not in queue_before.html
    assert after.status == 200
    assert "rujukan menunggu jawabanmu" in (await dewi.get("/")).words


async def test_before_accepting_an_agency_reads_no_word_of_the_report(rina: Browser, dewi: Browser) -> None:
    """Level, district, what is asked and by when; not what the person wrote, nor their own consent."""
    await refer(rina, **TOLD)

    page = await dewi.get(PATH)
    found = await dewi.press(await dewi.get("/"), "/cari", cari="kenari")
    tries = [await dewi.get(f"{PATH}/salinan"), await dewi.get(f"{PATH}/bukti/f0")]

    for words in (
        "Rujukan K-7QX2",
        "Polres meminta",
        "Rumah aman untuk 2 orang",
        "19 Agustus 2026",
        "Lombok Barat",
    ):
        assert words in page.words
    for seen in (page, found, *tries):
        assert [each for each in (STORY, "Melati", "iya boleh", "c0ffee") if each in seen.html] == []
    assert not page.offers(f"{PATH}/balas")
    assert {each.status for each in tries} == {400, 404}


async def test_accepted_both_sides_follow_it_to_its_end(
    desk: DeskBench, rina: Browser, dewi: Browser
) -> None:
    """The words open to the other agency, which notes and finishes; who refers sees each step."""
    await refer(rina, **FORM)
    await consented(desk)

    opened = await dewi.press(await dewi.get(PATH), f"{PATH}/rujukan/terima")
    with_rina = await rina.get(PATH)
    done = await dewi.press(opened, f"{PATH}/rujukan/selesai")
    at_end = await rina.get(PATH)

    assert STORY in opened.words
    assert "c0ffee" not in opened.html
    assert not opened.offers(f"{PATH}/balas")
    assert not opened.offers(f"{PATH}/rujuk")
    assert opened.offers(f"{PATH}/catat")
    assert "diterima, sedang dikerjakan" in with_rina.part("referrals")
    assert "Tindak lanjut sebelum 19 Agustus 2026" in with_rina.words
    assert "boleh ya" in with_rina.part("referrals")
    assert "rujukan selesai dikerjakan" in done.words
    assert "selesai dikerjakan" in at_end.part("referrals")


async def test_rejecting_wants_a_reason_and_closes_the_door(rina: Browser, dewi: Browser) -> None:
    await refer(rina, **TOLD)
    page = await dewi.get(PATH)

    empty = await dewi.press(page, f"{PATH}/rujukan/tolak", alasan=" ")
    gone = await dewi.press(page, f"{PATH}/rujukan/tolak", alasan="rumah aman penuh")

    assert empty.status == 400
    assert "Tulis dulu alasannya" in empty.words
    assert gone.path.startswith("/?")
    assert (await dewi.get(PATH)).status == 404
    assert "rumah aman penuh" in (await rina.get(PATH)).part("referrals")


async def test_taking_it_back_closes_the_door_again(rina: Browser, dewi: Browser) -> None:
    """Also after it was accepted, for instance because the person has changed their mind."""
    await refer(rina, **TOLD)
    await dewi.press(await dewi.get(PATH), f"{PATH}/rujukan/terima")

    page = await rina.get(PATH)
    form = {**page.fields(f"{PATH}/rujukan/tarik"), "alasan": "pelapor berubah pikiran"}
    taken_back = await rina.post(f"{PATH}/rujukan/tarik", form)

    assert "Rujukan ditarik" in taken_back.words
    assert (await dewi.get(PATH)).status == 404
    assert CODE not in (await dewi.get("/")).html


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"lembaga": ""}, "Pilih dulu lembaganya"),
        ({"lembaga": "polres"}, "tidak ada dalam daftar"),
        ({"tanggal": "kemarin"}, "Pilih dulu tanggal"),
        ({"tanggal": "2026-08-11"}, "Pilih dulu tanggal"),
        ({"lewat": "saja"}, "Pilih dulu bagaimana izinnya"),
        ({"lewat": "luar"}, "Tulis dulu kata-kata persetujuan"),
        ({"lewat": "bahaya", "izin": "pingsan"}, "hanya boleh pada kasus bahaya"),
    ],
)
async def test_a_form_that_is_not_complete_is_explained(
    desk: DeskBench, rina: Browser, filled: dict[str, str], said: str
) -> None:
    """Nothing is referred, and what was written still stands there."""
    page = await refer(rina, **{**FORM, **filled})

    file = await desk.room.archive.find(CODE)
    assert page.status in {400, 409}
    assert said in page.words
    assert "Rumah aman untuk 2 orang" in page.part("acts")
    assert file
    assert file.case
    assert file.case.referrals == ()


async def test_in_mortal_danger_it_goes_without_asking_and_is_marked(desk: DeskBench, dewi: Browser) -> None:
    """Only where somebody is in danger; the other agency reads that nobody was asked."""
    await desk.report(CODE, STORY, danger=Danger.EMERGENCY, reporter=REPORTER)
    rina = await desk.officer("rina")
    await rina.press(await rina.get(PATH), f"{PATH}/ambil")

    page = await refer(rina, **{**FORM, "lewat": "bahaya", "izin": "pelapor pingsan"})

    assert "Rujukan sudah dikirim" in page.words
    assert "Tanpa izin, nyawa terancam" in page.part("referrals")
    assert "tanpa izin pelapor karena nyawa terancam" in (await dewi.get(PATH)).words


@pytest.mark.parametrize("officer", ["budi", "neng", "dewi", "koko"])
async def test_only_who_holds_the_case_refers_it(desk: DeskBench, rina: Browser, officer: str) -> None:
    """Colleagues see how it stands and cannot refer; others meet a page that is not there."""
    browser = await desk.officer(officer)
    form = {**(await rina.get(PATH)).fields(f"{PATH}/rujuk"), **FORM}
    own = (await browser.get("/")).fields("/keluar")

    page = await browser.post(f"{PATH}/rujuk", {**form, **own})

    file = await desk.room.archive.find(CODE)
    assert page.status == (409 if officer == "budi" else 404)
    assert file
    assert file.case
    assert file.case.referrals == ()


async def test_a_case_closed_by_who_referred_stays_in_the_partners_queue(
    desk: DeskBench, rina: Browser, dewi: Browser
) -> None:
    """ "Dirujuk" is a usual outcome: the work of the other agency only begins then."""
    await refer(rina, **TOLD)
    now = desk.clock.now
    await desk.room.casework.apply(Close(id="x", at=now, code=CODE, officer="rina", outcome="referred"), now)

    queue = await dewi.get("/")
    opened = await dewi.press(await dewi.get(PATH), f"{PATH}/rujukan/terima")

    assert CODE in queue.part("rows")
    assert CODE not in (await rina.get("/")).part("rows")
    assert STORY in opened.words


async def test_a_day_that_has_passed_is_seen_in_the_queue(desk: DeskBench, rina: Browser) -> None:
    """Nobody forgets what another agency was to do."""
    await refer(rina, **{**TOLD, "tanggal": "2026-08-12"})
    before = (await rina.get("/")).part("rows")

    desk.clock.now = desk.clock.now.replace(day=14)
    late, page = (await rina.get("/")).part("rows"), await rina.get(PATH)

    assert "tindak lanjut 12/8" in before
    assert "mark overdue" not in before
    assert "mark overdue" in late
    assert "lewat" in page.part("referrals")


async def test_every_step_is_chained_and_every_look_is_written_down(
    desk: DeskBench, rina: Browser, dewi: Browser
) -> None:
    """The referral is part of the history that nobody can change unnoticed; opening the offer is audited."""
    await refer(rina, **FORM)
    await consented(desk)
    await dewi.press(await dewi.get(PATH), f"{PATH}/rujukan/terima")

    broken = await desk.room.archive.check_chain(CODE)
    audit = b"\n".join(await stored_cases.load_audit(desk.room.archive.area, 50))

    assert broken is None
    assert b'"action":"answer_referral"' in audit
    stored = b"".join(await stored_cases.load_events(desk.room.archive.area, CODE))
    assert b"referral_asked" in stored
    assert b"Rumah aman" not in stored
    assert b"meneruskan laporanmu" not in stored
