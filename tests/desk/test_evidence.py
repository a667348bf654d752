"""Evidence on the desk: blurred until tapped, copies without metadata, originals accounted for."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from bot.cases.command import Attachment
from tests.desk.bench import DeskBench, photo

VOICE = b"OggS" + bytes(range(256)) * 4


async def test_an_officer_gets_a_copy_without_metadata(desk: DeskBench) -> None:
    """Which phone took a picture and where does not reach the desk; the pixels do."""
    original = photo("SECRET-PHONE")
    await desk.report_with("K-7QX2", ["photo", "document"], original)
    rina = await desk.officer("rina")

    copies = [await rina.get(f"/kasus/K-7QX2/bukti/{name}") for name in ("f0", "f1", "f0?unduh=1")]

    assert b"SECRET-PHONE" in original
    for copy in copies:
        assert copy.headers["Content-Type"] == "image/jpeg"
        assert b"SECRET-PHONE" not in copy.body
        assert not Image.open(io.BytesIO(copy.body)).getexif()
    assert copies[0].headers["Content-Disposition"].startswith("inline")
    assert copies[2].headers["Content-Disposition"].startswith("attachment")


async def test_pictures_are_blurred_and_the_original_is_named_by_its_hash(desk: DeskBench) -> None:
    """A picture is veiled in the page itself; SHA-256 is that of what the reporter sent."""
    original = photo()
    await desk.report_with("K-7QX2", ["photo"], original)
    rina = await desk.officer("rina")

    part = (await rina.get("/kasus/K-7QX2")).part("evidence")

    assert '<img class="blurred"' in part
    assert 'type="checkbox"' in part
    assert "Ketuk untuk melihat" in part
    assert hashlib.sha256(original).hexdigest() in part


async def test_what_has_not_come_yet_is_said(desk: DeskBench) -> None:
    """A file that is still fetched, and one that cannot be had, are told apart."""
    now = desk.clock.now
    media = (Attachment("f0", "photo"), Attachment("f1", "document", name="kontrak.pdf"))
    await desk.report("K-7QX2", media=media)
    await desk.room.intake.fail("K-7QX2", "f1", "too_big", now)
    rina = await desk.officer("rina")

    page = await rina.get("/kasus/K-7QX2")

    assert "sedang diambil dari Telegram" in page.words
    assert "tidak bisa diambil: terlalu besar" in page.words
    assert "kontrak.pdf" in page.words
    assert (await rina.get("/kasus/K-7QX2/bukti/f0")).status == 404


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        ("bytes=0-3", 206, VOICE[:4]),
        ("bytes=-2", 206, VOICE[-2:]),
        (f"bytes={len(VOICE) + 5}-", 416, b""),
        ("bytes=broken", 200, VOICE),
    ],
)
async def test_sound_can_be_played_in_parts(desk: DeskBench, wanted: str, status: int, body: bytes) -> None:
    """Players of some phones ask for ranges and play nothing without them."""
    await desk.report_with("K-7QX2", ["voice"], VOICE)
    rina = await desk.officer("rina")

    page = await rina.get("/kasus/K-7QX2/bukti/f0", Range=wanted)

    assert (page.status, page.body) == (status, body)
    if status != 416:
        assert page.headers["Content-Type"] == "audio/ogg"
