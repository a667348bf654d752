"""Working on a case: claim, reply, note, hand over, release, close."""

from __future__ import annotations

import asyncio

import pytest

from bot.cases.commands import Delivered, NotDelivered
from bot.cases.reporter_commands import AddMessage, ReporterBlocked
from tests.desk.bench import Browser, DeskBench, Page

CODE = "K-7QX2"
PATH = f"/kasus/{CODE}"
REPORTER = "ab" * 10


@pytest.fixture
async def rina(desk: DeskBench) -> Browser:
    await desk.report(CODE)
    return await desk.officer("rina")


async def claimed(browser: Browser) -> Page:
    return await browser.press(await browser.get(PATH), f"{PATH}/ambil")


async def last_message(desk: DeskBench) -> str:
    """The name of the newest reply."""
    file = await desk.room.archive.find(CODE)
    assert file
    assert file.case
    return file.case.deliveries[-1].message


async def test_two_press_take_and_one_gets_it(desk: DeskBench, rina: Browser) -> None:
    """The second is told whose it is now, on a page that works, not by an error."""
    budi = await desk.officer("budi")
    pages = [await rina.get(PATH), await budi.get(PATH)]

    answers = await asyncio.gather(
        rina.press(pages[0], f"{PATH}/ambil"), budi.press(pages[1], f"{PATH}/ambil")
    )

    statuses = [page.status for page in answers]
    assert sorted(statuses) == [200, 409]
    winner, loser = ("Rina", "Budi") if statuses[0] == 200 else ("Budi", "Rina")
    late = answers[statuses.index(409)]
    assert f"Kasus ini sudah diambil {winner}." in late.words
    assert f"Hanya {winner}, pemegang kasus" in late.words
    assert loser in late.words


async def test_a_reply_shows_how_it_fares(desk: DeskBench, rina: Browser) -> None:
    """On its way, arrived, or why not: under every reply, and nowhere else."""
    page = await claimed(rina)
    now = desk.clock.now

    sent = await rina.press(page, f"{PATH}/balas", balasan="Apakah kamu <aman>?\r\nTulis saja.")
    message = await last_message(desk)
    await desk.room.casework.apply(Delivered(id="d", at=now, code=CODE, message=message), now)
    delivered = await rina.get(PATH)

    assert "Apakah kamu &lt;aman&gt;?\nTulis saja." in sent.part("talk")
    assert "sedang dikirim" in sent.words
    assert "terkirim 11:10" in delivered.words
    assert "sedang dikirim" not in delivered.words


async def test_a_reply_that_did_not_arrive_says_why(desk: DeskBench, rina: Browser) -> None:
    """Blocked is said at the reply, at the head of the page and in the queue."""
    page = await claimed(rina)
    now = desk.clock.now

    await rina.press(page, f"{PATH}/balas", balasan="Halo")
    message = await last_message(desk)
    await desk.room.casework.apply(
        NotDelivered(id="n", at=now, code=CODE, message=message, reason="blocked"), now
    )
    await desk.room.casework.apply(ReporterBlocked(id="b", at=now, code=CODE, reporter=REPORTER), now)
    after, queue = await rina.get(PATH), await rina.get("/")

    assert "tidak sampai: bot diblokir pelapor" in after.words
    assert "Pelapor memblokir bot." in after.words
    assert "bot diblokir" in queue.words


async def test_what_leaves_is_handed_over_at_once(desk: DeskBench, rina: Browser) -> None:
    """Lines that a command leased are given to the sender of this process, which sends them now."""
    await claimed(rina)

    assert any(f"chat.{REPORTER}" in lines for lines in desk.handed)


async def test_a_note_is_never_a_reply(desk: DeskBench, rina: Browser) -> None:
    """A note stands among the notes only, and nothing of it leaves the desk."""
    page = await claimed(rina)

    after = await rina.press(page, f"{PATH}/catat", catatan="curiga pelakunya tetangga")
    file = await desk.room.archive.find(CODE)

    assert "curiga pelakunya tetangga" in after.part("notes")
    assert "curiga" not in after.part("talk")
    assert file
    assert file.case
    assert file.case.deliveries == ()


async def test_notes_and_replies_have_different_forms(rina: Browser) -> None:
    """Another address, another field, another key, another place."""
    html = (await claimed(rina)).html

    reply = html.partition(f'action="{PATH}/balas"')[2].partition("</form>")[0]
    note = html.partition(f'action="{PATH}/catat"')[2].partition("</form>")[0]

    assert 'name="balasan"' in reply
    assert 'data-key="Enter"' in reply
    assert 'name="catatan"' in note
    assert 'data-key="s"' in note
    assert "Tidak pernah dikirim ke pelapor" in html


@pytest.mark.parametrize("field", ["balasan", "catatan"])
async def test_nothing_written_is_lost(desk: DeskBench, rina: Browser, field: str) -> None:
    """The case was closed meanwhile: the words are still there to be kept."""
    page = await claimed(rina)
    siti = await desk.officer("siti")
    await siti.press(await siti.get(PATH), f"{PATH}/tutup", hasil="helped")

    action = "balas" if field == "balasan" else "tutup"
    answer = await rina.press(page, f"{PATH}/{action}", hasil="helped", **{field: "panjang sekali"})

    assert answer.status == 409
    assert "Kasus ini sudah ditutup." in answer.words
    assert "panjang sekali" in answer.html


@pytest.mark.parametrize(
    ("action", "filled", "said"),
    [
        ("balas", {"balasan": "  "}, "Balasannya masih kosong"),
        ("balas", {"balasan": "x" * 3501}, "terlalu panjang"),
        ("catat", {"catatan": ""}, "Catatannya masih kosong"),
        ("lepas", {"alasan": " "}, "Tulis dulu alasannya"),
        ("alihkan", {"kepada": "budi", "alasan": ""}, "Tulis dulu alasannya"),
        ("alihkan", {"kepada": "", "alasan": "x"}, "Pilih dulu rekan"),
        ("tutup", {}, "Pilih dulu hasilnya"),
    ],
)
async def test_a_form_not_filled_in_says_what_is_missing(
    rina: Browser, action: str, filled: dict[str, str], said: str
) -> None:
    """One sentence on the same page, and nothing is done."""
    page = await claimed(rina)

    answer = await rina.press(page, f"{PATH}/{action}", **filled)

    assert answer.status == 400
    assert said in answer.words
    assert "kamu pegang" in answer.words


async def test_release_hand_over_and_close(desk: DeskBench, rina: Browser) -> None:
    """Each is offered to the holder only, and the history says who did what and why."""
    budi = await desk.officer("budi")
    page = await claimed(rina)

    released = await rina.press(page, f"{PATH}/lepas", alasan="ganti jaga")
    page = await claimed(rina)
    await rina.press(page, f"{PATH}/alihkan", kepada="budi", alasan="dekat lokasi")
    at_rina, at_budi = await rina.get(PATH), await budi.get(PATH)
    closed = await budi.press(at_budi, f"{PATH}/tutup", hasil="helped")
    history = await budi.get(PATH)

    assert f"Kasus {CODE} kembali ke antrean." in released.words
    assert not at_rina.offers(f"{PATH}/tutup")
    assert "Rina mengalihkan kasus kepada Budi: dekat lokasi" in at_budi.words
    assert f"Kasus {CODE} ditutup." in closed.words
    assert "Rina melepas kasus: ganti jaga" in history.words
    assert "Budi menutup kasus: sudah dibantu" in history.words
    assert not history.offers(f"{PATH}/balas")


async def test_the_reporter_can_open_a_closed_case_again(desk: DeskBench, rina: Browser) -> None:
    """A message to a closed case puts it back into the queue, unread."""
    await rina.press(await claimed(rina), f"{PATH}/tutup", hasil="advised")
    empty, done = await rina.get("/"), await rina.get("/?saring=selesai")

    more = AddMessage(id="m", at=desk.clock.now, code=CODE, reporter=REPORTER, text="tolong lagi")
    await desk.room.casework.apply(more, desk.clock.now)
    queue = await rina.get("/")

    assert CODE not in empty.words
    assert "sudah diberi penjelasan" in done.words
    assert CODE in queue.words
    assert "1 pesan baru" in queue.words


async def test_the_queue_can_be_filtered(desk: DeskBench, rina: Browser) -> None:
    """Mine, nobody's, everybody's."""
    await claimed(rina)
    await desk.report("K-H3TV")

    pages = {each: await rina.get(f"/?saring={each}") for each in ("semua", "saya", "bebas", "ngawur")}
    shown = {each: (CODE in page.words, "K-H3TV" in page.words) for each, page in pages.items()}

    assert shown == {
        "semua": (True, True),
        "saya": (True, False),
        "bebas": (False, True),
        "ngawur": (True, True),
    }


async def test_a_page_asked_for_again_is_only_its_parts(rina: Browser) -> None:
    """Open pages fetch fragments: the same parts, without the frame around them."""
    whole = await rina.get(PATH)
    parts = await rina.get(PATH, **{"X-Bagian": "ya"})

    assert "<header" in whole.html
    assert "<header" not in parts.html
    assert all(f'data-part="{each}"' in parts.html for each in ("head", "talk", "composer", "notes", "acts"))


async def test_help_can_be_asked_for(desk: DeskBench, rina: Browser) -> None:
    """Who holds the case asks; the history says so, and nobody else is offered it."""
    budi = await desk.officer("budi")
    page = await claimed(rina)

    asked = await rina.press(page, f"{PATH}/bantuan")

    assert "Rina meminta bantuan" in asked.part("talk")
    assert not (await budi.get(PATH)).offers(f"{PATH}/bantuan")
