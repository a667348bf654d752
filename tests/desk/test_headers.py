"""What every answer says to the browser."""

from __future__ import annotations

import re

from tests.desk.bench import DeskBench, photo

STRICT = ("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")


async def test_every_page_is_closed_to_others_and_kept_nowhere(desk: DeskBench) -> None:
    """Policy, no framing, no referrer, no copy kept: on pages, refusals and faults alike."""
    await desk.report("K-7QX2")
    rina, stranger = await desk.officer("rina"), desk.browser()

    pages = [
        await stranger.get("/masuk"),
        await stranger.get(await desk.link("rina")),
        await stranger.get("/"),
        await stranger.get("/tidak-ada"),
        await rina.get("/"),
        await rina.get("/kasus-baru"),
        await rina.get("/kasus/K-7QX2"),
        await rina.get("/kasus/K-9999"),
        await rina.post("/kasus/K-7QX2/ambil", {}),
    ]

    for page in pages:
        policy = page.headers["Content-Security-Policy"]
        assert all(each in policy for each in STRICT), page.path
        assert "unsafe" not in policy
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["X-Frame-Options"] == "DENY"


async def test_pages_need_nothing_inline_and_nothing_foreign(desk: DeskBench) -> None:
    """No inline script, style or handler, and no address outside the desk."""
    await desk.report_with("K-7QX2", ["photo"], photo())
    rina = await desk.officer("rina")

    for path in ("/", "/kasus-baru", "/kasus/K-7QX2", "/masuk"):
        html = (await rina.get(path)).html

        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", html), path
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", html), path


async def test_a_file_cannot_act_on_the_desk(desk: DeskBench) -> None:
    """A document that is a web page is handed over as bytes to keep, in a sandbox."""
    await desk.report_with("K-7QX2", ["document", "photo", "voice"], b"<script>alert(1)</script>")
    rina = await desk.officer("rina")

    for name in ("f0", "f1", "f2"):
        page = await rina.get(f"/kasus/K-7QX2/bukti/{name}")

        assert page.headers["Content-Type"] == "application/octet-stream"
        assert page.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in page.headers["Content-Security-Policy"]
        assert page.headers["Cache-Control"] == "no-store"


async def test_only_styles_and_scripts_may_be_kept(desk: DeskBench) -> None:
    """They are named by their content, so an old one is never used."""
    stranger = desk.browser()
    html = (await stranger.get("/masuk")).html
    style = re.search(r"/static/base\.css\?[0-9a-f]{10}", html)
    assert style

    page = await stranger.get(style[0])

    assert page.status == 200
    assert "immutable" in page.headers["Cache-Control"]
