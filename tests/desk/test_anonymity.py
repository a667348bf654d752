"""No page tells who a reporter is."""

from __future__ import annotations

from bot.cases.officer_commands import Claim
from bot.cases.reporter_commands import AddMessage, MoveRelay
from tests.desk.bench import DeskBench, photo

CHAT_ID = 5_551_234_987
USERNAME = "siti_kenari"
PHONE = "628123450099"
TAG, NEW_TAG = "c0ffee" * 3 + "aa", "c0ffee" * 3 + "bb"
RECEIPT_HASH = "f00d" * 16
CANARIES = (str(CHAT_ID), USERNAME, PHONE, TAG, NEW_TAG, RECEIPT_HASH, "c0ffee", "CANARY-CAMERA")


async def test_no_page_shows_a_reporter(desk: DeskBench) -> None:
    """
    Planted values that would lead to the reporter stand on no page, in no file and in no header.

    The tag, the receipt's hash and the camera are really in the case; ids, username and phone are what a
    careless join with Telegram would bring along.
    """
    now = desk.clock.now
    await desk.report_with("K-H3TV", ["photo", "document"], photo("CANARY-CAMERA"))
    await desk.report("K-7QX2", reporter=TAG, receipt_hash=RECEIPT_HASH)
    for command in (
        Claim(id="c", at=now, code="K-7QX2", officer="rina"),
        MoveRelay(id="v", at=now, code="K-7QX2", reporter=NEW_TAG),
        AddMessage(id="m", at=now, code="K-7QX2", reporter=TAG, text="dari akun lama"),
    ):
        await desk.room.casework.apply(command, now)
    rina = await desk.officer("rina")
    queue = await rina.get("/")
    stored = await desk.room.archive.find("K-7QX2")
    assert stored
    assert stored.case
    assert stored.case.reporter == NEW_TAG

    pages = [
        queue,
        await rina.get("/kasus/K-7QX2"),
        await rina.get("/kasus/K-7QX2", **{"X-Bagian": "ya"}),
        await rina.get("/kasus/K-7QX2/salinan"),
        await rina.press(queue, "/cari", cari="akun lama"),
        await rina.press(queue, "/cari", cari="c0ffee"),
        await rina.get("/kasus/K-H3TV"),
        await rina.get("/kasus/K-H3TV/bukti/f0"),
        await rina.get("/kasus/K-H3TV/bukti/f1"),
    ]

    for page in pages:
        seen = page.body + str(page.headers).encode()
        if page is pages[5]:
            seen = page.part("rows").encode()  # the officer's own search words stand in the field
        assert [each for each in CANARIES if each.encode() in seen] == [], page.path
    assert "dari akun lama" in pages[1].words
    assert "pelapor anonim" in pages[1].words
