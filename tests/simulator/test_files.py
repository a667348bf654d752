"""
Files: uploaded, sent by id, fetched back, too big.
"""

from __future__ import annotations

import aiohttp
import pytest

from bot.simulator.server import Simulator
from tests.simulator.conftest import JPEG, BareBot


async def test_upload_arrives_and_can_be_fetched(
    simulator: Simulator, bot: BareBot, http: aiohttp.ClientSession
) -> None:
    """A multipart photo with a caption is shown, and getFile gives its very bytes back."""
    siti = simulator.person("Siti")
    await siti.start()
    form = aiohttp.FormData()
    form.add_field("chat_id", str(siti.id))
    form.add_field("caption", "<b>Iklan</b>")
    form.add_field("parse_mode", "HTML")
    form.add_field("reply_markup", '{"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}')
    form.add_field("photo", JPEG, filename="iklan.jpg", content_type="image/jpeg")

    async with http.post(f"{simulator.url}/bot{simulator.token}/sendPhoto", data=form) as answer:
        sent = (await answer.json())["result"]
    file = await bot.call("getFile", file_id=sent["photo"][-1]["file_id"])
    async with http.get(f"{simulator.url}/file/bot{simulator.token}/{file['file_path']}") as answer:
        fetched = await answer.read()

    seen = await siti.next_message()
    assert (seen.text, seen.buttons) == ("Iklan", ["Ya"])
    assert fetched == JPEG
    assert simulator.calls.of("sendPhoto")[0]["params"]["photo"]["size"] == len(JPEG)


async def test_big_files_cannot_be_fetched(simulator: Simulator, bot: BareBot) -> None:
    """Over 20 MB getFile refuses, though the message came."""
    siti = simulator.person("Siti")
    await siti.send_video(b"", size=20 * 1024 * 1024 + 1)
    update = (await bot.call("getUpdates"))[0]

    description = await bot.refused("getFile", file_id=update["message"]["video"]["file_id"])

    assert description == "Bad Request: file is too big"


@pytest.mark.parametrize(
    ("photo", "reason"),
    [
        ("nothing", "wrong file identifier/HTTP URL specified"),
        ("https://contoh.id/a.jpg", "failed to get HTTP URL content"),
        ("attach://missing", "file attachment not found in the request"),
    ],
)
async def test_unusable_photos_are_refused(
    simulator: Simulator, bot: BareBot, photo: str, reason: str
) -> None:
    """An id nobody knows, an address, an attachment that is not there."""
    siti = simulator.person("Siti")
    await siti.start()

    assert await bot.refused("sendPhoto", chat_id=siti.id, photo=photo) == f"Bad Request: {reason}"


async def test_album_comes_as_one_update_each(simulator: Simulator, bot: BareBot) -> None:
    """A person's album is several messages with one media_group_id; the first has the caption."""
    siti = simulator.person("Siti")

    await siti.send_album([JPEG, JPEG, JPEG], caption="bukti")
    messages = [update["message"] for update in await bot.call("getUpdates")]

    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["bukti", None, None]


async def test_downloads_meet_faults_too(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    """A fault on "download" breaks the fetching of a file, once."""
    stored = simulator.world.files.keep("photo", JPEG)
    simulator.faults.server_error(502, method="download", times=1)
    url = f"{simulator.url}/file/bot{simulator.token}/{stored.path}"

    statuses = []
    for _ in range(2):
        async with http.get(url) as answer:
            statuses.append(answer.status)

    assert statuses == [502, 200]
