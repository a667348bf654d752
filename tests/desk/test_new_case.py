"""Cases that come by telephone or in person."""

from __future__ import annotations

import pytest

from tests.desk.bench import DeskBench, code_in

FILLED = {
    "jalur": "phone",
    "tingkat": "high",
    "cerita": "Ibu menelepon, anaknya hilang kontak.",
    "wilayah": "Praya",
}


async def test_a_call_becomes_a_case_of_who_took_it(desk: DeskBench) -> None:
    """It stands in the queue with its level, held by the officer; there is nobody to reply to."""
    rina, budi = await desk.officer("rina"), await desk.officer("budi")

    page = await rina.press(await rina.get("/kasus-baru"), "/kasus-baru", **FILLED)
    queue = await budi.get("/")

    code = code_in(page)
    assert "Isi laporan, ditulis Rina" in page.words
    assert "anaknya hilang kontak" in page.part("talk")
    assert not page.offers(f"/kasus/{code}/balas")
    assert code in queue.words
    assert "bahaya" in queue.words
    assert "dipegang Rina" in queue.words
    assert "lewat telepon" in queue.words


async def test_pressed_twice_is_one_case(desk: DeskBench) -> None:
    """The second press leads to the same case."""
    rina = await desk.officer("rina")
    form = await rina.get("/kasus-baru")

    pages = [await rina.press(form, "/kasus-baru", **FILLED) for _ in range(2)]

    assert code_in(pages[0]) == code_in(pages[1])
    assert "1 terbuka" in (await rina.get("/")).words


async def test_training_is_marked_and_not_counted(desk: DeskBench) -> None:
    """LATIHAN stands on the case and in the queue, and the figures leave it out."""
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/kasus-baru"), "/kasus-baru", **FILLED, latihan="ya")
    queue = await rina.get("/")

    assert "LATIHAN" in page.words
    assert "LATIHAN" in queue.words
    assert "0 terbuka" in queue.words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cerita": " "}, "Tulis dulu apa yang diceritakan."),
        ({"jalur": "bot"}, "Pilih dulu jalur dan tingkat bahayanya."),
        ({"tingkat": ""}, "Pilih dulu jalur dan tingkat bahayanya."),
        ({"cerita": "x" * 16001}, "terlalu panjang"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_is_lost(
    desk: DeskBench, change: dict[str, str], said: str
) -> None:
    """The form comes back as it was filled in."""
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/kasus-baru"), "/kasus-baru", **FILLED | change)

    assert page.status == 400
    assert said in page.words
    assert "Praya" in page.html
    assert "0 terbuka" in (await rina.get("/")).words


async def test_a_code_cannot_be_chosen(desk: DeskBench) -> None:
    """Only the code that was given out with the form is taken, so nobody's reserved code can be stolen."""
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/kasus-baru"), "/kasus-baru", **FILLED, kode="K-7QX2")

    assert page.status == 403
