"""Forms: only our own pages send them, and each is done once."""

from __future__ import annotations

import pytest

from tests.desk.bench import DeskBench

ACTIONS = ("ambil", "lepas", "alihkan", "tutup", "balas", "catat")


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
async def test_a_form_without_our_mark_does_nothing(desk: DeskBench, token: str) -> None:
    """No post without the token of this session is listened to, on any address."""
    await desk.report("K-7QX2")
    rina = await desk.officer("rina")
    filled = {"tanda": token, "sekali": "s" * 22, "alasan": "x", "hasil": "helped", "balasan": "x"}

    paths = [f"/kasus/K-7QX2/{each}" for each in ACTIONS] + ["/cari", "/kasus-baru", "/keluar"]
    answers = [await rina.post(path, filled) for path in paths]

    assert {page.status for page in answers} == {403}
    assert "belum diambil" in (await rina.get("/")).words


async def test_a_mark_of_another_session_does_nothing(desk: DeskBench) -> None:
    """Budi's token is worth nothing in Rina's browser."""
    await desk.report("K-7QX2")
    rina, budi = await desk.officer("rina"), await desk.officer("budi")
    page = await budi.get("/kasus/K-7QX2")

    refused = await rina.press(page, "/kasus/K-7QX2/ambil")

    assert refused.status == 403


async def test_a_post_from_another_site_does_nothing(desk: DeskBench) -> None:
    """What a browser says about where a form comes from is believed."""
    await desk.report("K-7QX2")
    rina = await desk.officer("rina")
    form = (await rina.get("/kasus/K-7QX2")).fields("/kasus/K-7QX2/ambil")

    abroad = await rina.post("/kasus/K-7QX2/ambil", form, **{"Sec-Fetch-Site": "cross-site"})
    at_home = await rina.post("/kasus/K-7QX2/ambil", form, **{"Sec-Fetch-Site": "same-origin"})

    assert (abroad.status, at_home.status) == (403, 200)


async def test_pressed_twice_is_sent_once(desk: DeskBench) -> None:
    """The same form twice sends one reply; the same form with other words is another reply."""
    await desk.report("K-7QX2")
    rina = await desk.officer("rina")
    page = await rina.press(await rina.get("/kasus/K-7QX2"), "/kasus/K-7QX2/ambil")

    for text in ("Apakah kamu aman?", "Apakah kamu aman?", "Kamu di mana?"):
        answer = await rina.press(page, "/kasus/K-7QX2/balas", balasan=text)

    assert answer.part("talk").count("Apakah kamu aman?") == 1
    assert answer.part("talk").count("Kamu di mana?") == 1


@pytest.mark.parametrize("once", ["", "short", "with space in it  ", "x" * 41, "../../../../../../.."])
async def test_a_form_without_a_name_is_refused(desk: DeskBench, once: str) -> None:
    """A sending needs a usable name, because it becomes an id."""
    await desk.report("K-7QX2")
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/kasus/K-7QX2"), "/kasus/K-7QX2/ambil", sekali=once)

    assert page.status == 403


async def test_too_large_a_form_is_explained(desk: DeskBench) -> None:
    """Half a megabyte of words is refused with a page that says so."""
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/kasus-baru"), "/kasus-baru", cerita="x" * 500_000)

    assert page.status == 413
    assert "terlalu besar" in page.words
