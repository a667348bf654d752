"""Getting in and out of the desk."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.people import RINA
from tests.desk.bench import DeskBench


async def test_a_link_works_once(desk: DeskBench) -> None:
    """The one-use link lets its officer in once; afterwards it says how to get a new one."""
    link, first, second = await desk.link("rina"), desk.browser(), desk.browser()
    early = await second.get(link)

    inside = await first.press(await first.get(link), link)
    again = await second.press(early, link)

    assert (inside.status, inside.path) == (200, "/")
    assert "Rina" in inside.words
    assert again.status == 410
    assert "Ketik /meja" in again.words


async def test_looking_at_a_link_does_not_use_it(desk: DeskBench) -> None:
    """A messenger that fetches the link for a preview leaves it whole."""
    link, messenger, browser = await desk.link("rina"), desk.browser(), desk.browser()

    for _ in range(3):
        await messenger.get(link)
    page = await browser.press(await browser.get(link), link)

    assert page.status == 200
    assert "Antrean" in page.words


async def test_a_link_can_lead_to_a_case(desk: DeskBench) -> None:
    """`ke` names the case to open after logging in, and nothing but a case."""
    await desk.report("K-7QX2")
    browser, link = desk.browser(), await desk.link("rina")
    other, elsewhere = desk.browser(), await desk.link("rina")

    page = await browser.press(await browser.get(f"{link}?ke=K-7QX2"), link)
    astray = await other.press(await other.get(f"{elsewhere}?ke=//evil.example"), elsewhere)

    assert page.path == "/kasus/K-7QX2"
    assert astray.path == "/"


async def test_another_browser_cannot_press_the_button(desk: DeskBench) -> None:
    """The form of a log-in page works only in the browser that was shown it: nobody is logged in by force."""
    link, shown, victim = await desk.link("rina"), desk.browser(), desk.browser()
    page = await shown.get(link)

    forced = await victim.press(page, link)

    assert forced.status == 403
    assert (await victim.get("/")).status == 401


async def test_cookies_are_out_of_reach(desk: DeskBench) -> None:
    """Scripts cannot read the session cookie, and other sites cannot send it."""
    link, browser = await desk.link("rina"), desk.browser()
    page = await browser.get(link)

    async with browser.http.post(desk.url + link, data=page.fields(link), allow_redirects=False) as answer:
        cookie = answer.headers.getall("Set-Cookie")[0]

    assert answer.status == 303
    assert cookie.startswith("meja=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


async def test_logging_out_ends_the_session(desk: DeskBench) -> None:
    """After [Keluar] the old cookie opens nothing, even if somebody kept it."""
    browser = await desk.officer("rina")
    kept = {each.key: each.value for each in browser.http.cookie_jar}
    queue = await browser.get("/")

    out = await browser.press(queue, "/keluar")
    thief = desk.browser()
    thief.http.cookie_jar.update_cookies(kept)

    assert "Kamu sudah keluar" in out.words
    assert (await browser.get("/")).status == 401
    assert (await thief.get("/")).status == 401


async def test_an_officer_who_left_has_no_session(desk: DeskBench) -> None:
    """Who is no longer active sees nothing from the next request on."""
    browser = await desk.officer("rina")

    await desk.room.roster.write(replace(RINA, active=False))
    page = await browser.get("/")

    assert page.status == 401


async def test_every_page_wants_a_session(desk: DeskBench) -> None:
    """Nothing but the log-in and our own styles is served to a stranger."""
    await desk.report_with("K-7QX2", ["document"], b"isi")
    stranger = desk.browser()

    paths = ("/", "/arus", "/kasus-baru", "/kasus/K-7QX2", "/kasus/K-7QX2/bukti/f0", "/kasus/K-7QX2/salinan")
    answers = [await stranger.get(path) for path in paths]
    posted = [await stranger.post(path, {}) for path in ("/cari", "/kasus-baru", "/kasus/K-7QX2/ambil")]

    assert {page.status for page in (*answers, *posted)} == {401}
    assert all("Ketik /meja" in page.words for page in answers)
