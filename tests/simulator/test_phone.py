"""
The web phone's server side: what it shows, what it lets people do, what it refuses.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.simulator import groups
from bot.simulator.phone import Panel, add_phone
from bot.simulator.phone.voice_sample import silent_voice
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from tests.simulator.conftest import JPEG, BareBot


@pytest.fixture
async def simulator(world: World) -> AsyncIterator[Simulator]:
    """Siti alone, and Rina with a group; a link in the header."""
    siti, rina = world.add_person("Siti"), world.add_person("Rina")
    polres = world.add_group("Polres", owner=rina)
    panels = [
        Panel("Siti (pencari kerja)", siti, payload="kampanye_1"),
        Panel("Rina (Polres)", rina, (polres,)),
    ]
    links = [("Meja hotline", "http://127.0.0.1:1/")]
    async with running(world, extend=lambda app: add_phone(app, panels, links)) as simulator:
        yield simulator


class Browser:
    """What the page does, without a browser."""

    def __init__(self, simulator: Simulator, http: aiohttp.ClientSession) -> None:
        self.url = simulator.url
        self.http = http

    async def state(self) -> dict[str, Any]:
        async with self.http.get(f"{self.url}/phone/state") as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def act(
        self, files: tuple[tuple[str, bytes], ...] = (), headers: dict[str, str] | None = None, **what: Any
    ) -> int:
        form = aiohttp.FormData()
        form.add_field("act", json.dumps(what))
        for number, (kind, data) in enumerate(files):
            form.add_field(kind, data, filename=f"{number}.jpg", content_type="image/jpeg")
        async with self.http.post(f"{self.url}/phone/act", data=form, headers=headers) as answer:
            return answer.status


@pytest.fixture
def browser(simulator: Simulator, http: aiohttp.ClientSession) -> Browser:
    return Browser(simulator, http)


async def test_state_shows_each_phone_with_its_chats(browser: Browser, bot: BareBot) -> None:
    """Title and role, the private chat before the groups, links, and the commands of the right scope."""
    await bot.call("setMyCommands", commands=[{"command": "menu", "description": "Menu"}])
    in_groups = [{"command": "kasus", "description": "Kasus"}]
    await bot.call("setMyCommands", commands=in_groups, scope={"type": "all_group_chats"})

    state = await browser.state()

    siti, rina = state["panels"]
    assert (siti["name"], siti["role"], siti["payload"]) == ("Siti", "pencari kerja", "kampanye_1")
    assert rina["chats"][0] == rina["person"]["id"]
    assert state["links"] == [{"label": "Meja hotline", "url": "http://127.0.0.1:1/"}]
    shown = {chat["title"]: [one["command"] for one in chat["commands"]] for chat in state["chats"]}
    assert shown == {None: ["menu"], "Polres": ["kasus"]}


async def test_what_is_typed_reaches_the_bot(browser: Browser, bot: BareBot) -> None:
    """A text sent through the page is an update like any other."""
    siti = (await browser.state())["panels"][0]["person"]["id"]

    status = await browser.act(do="send_text", who=siti, chat_id=siti, text="halo")
    updates = await bot.call("getUpdates")

    assert status == 200
    assert [update["message"]["text"] for update in updates] == ["halo"]


async def test_several_photos_are_one_album(browser: Browser, bot: BareBot) -> None:
    """They share a media_group_id; only the first carries the caption; the page may look at them."""
    siti = (await browser.state())["panels"][0]["person"]["id"]

    await browser.act(
        (("photo", JPEG), ("photo", JPEG)), do="send_files", who=siti, chat_id=siti, caption="iklan"
    )
    first, second = [update["message"] for update in await bot.call("getUpdates")]

    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second.get("caption")) == ("iklan", None)
    async with browser.http.get(f"{browser.url}/phone/file/{first['photo'][-1]['file_id']}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", JPEG)


async def test_files_that_are_no_media_are_only_downloaded(browser: Browser, simulator: Simulator) -> None:
    """A page in a document cannot run under the simulator's address."""
    stored = simulator.world.files.keep("document", b"<script>1</script>", mime_type="text/html")

    async with browser.http.get(f"{browser.url}/phone/file/{stored.file_id}") as answer:
        headers = answer.headers

    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == "attachment"
    assert "sandbox" in headers["Content-Security-Policy"]


async def test_parts_of_a_file_are_served(browser: Browser, simulator: Simulator) -> None:
    """Browsers read the end of a sound first; what lies outside is refused."""
    stored = simulator.world.files.keep("voice", b"OggS" + b"0" * 96)
    url = f"{browser.url}/phone/file/{stored.file_id}"

    async with browser.http.get(url, headers={"Range": "bytes=-10"}) as answer:
        part = (answer.status, answer.headers["Content-Range"], len(await answer.read()))
    async with browser.http.get(url, headers={"Range": "bytes=500-"}) as answer:
        outside = answer.status

    assert part == (206, "bytes 90-99/100", 10)
    assert outside == 416


async def test_other_pages_and_other_peoples_chats_are_refused(browser: Browser, bot: BareBot) -> None:
    """The same act passes from the own page and own chat, and only from there."""
    state = await browser.state()
    siti = state["panels"][0]["person"]["id"]
    group = state["panels"][1]["chats"][1]
    here, elsewhere = {"Origin": browser.url}, {"Origin": "http://jahat.example"}
    text = {"do": "send_text", "who": siti, "text": "halo"}

    statuses = [
        await browser.act(headers=here, chat_id=siti, **text),
        await browser.act(headers=elsewhere, chat_id=siti, **text),
        await browser.act(headers=here, chat_id=group, **text),
    ]

    assert statuses == [200, 403, 400]
    assert len(await bot.call("getUpdates")) == 1


async def test_stream_tells_what_came_after(browser: Browser, simulator: Simulator) -> None:
    """A change after the asked number comes at once, with the chat's present state beside it."""
    state = await browser.state()
    siti = state["panels"][0]["person"]["id"]
    await browser.act(do="start", who=siti, chat_id=siti, payload="kampanye_1")

    async with browser.http.get(f"{browser.url}/phone/stream", params={"after": state["number"]}) as stream:
        line = await stream.content.readline()

    change = json.loads(line.removeprefix(b"data: "))
    assert change["kind"] == "message"
    assert change["data"]["text"] == "/start kampanye_1"
    assert change["chat"]["opened"] is True


async def test_who_is_too_far_behind_or_ahead_is_sent_back_to_the_state(
    browser: Browser, simulator: Simulator
) -> None:
    """After a restart of the server, numbers of the old one mean nothing: the page must be read again."""
    number = simulator.world.feed.number

    async with browser.http.get(f"{browser.url}/phone/stream", params={"after": number + 50}) as stream:
        line = await stream.content.readline()

    assert line == b"event: reload\n"


async def test_a_group_that_moved_is_shown_where_it_is_now(browser: Browser, simulator: Simulator) -> None:
    """The officer's tab follows the group to its new id."""
    world = simulator.world
    group = next(chat for chat in world.chats.values() if chat.title == "Polres")
    groups.add_bot(world, next(user for user in world.users.values() if user.first_name == "Rina"), group)

    moved = groups.migrate(world, group)

    assert (await browser.state())["panels"][1]["chats"][1] == moved.id


async def test_switches_add_and_remove_only_their_own_faults(browser: Browser, simulator: Simulator) -> None:
    """Switching the drawer on and off leaves a test's own fault alone."""
    own = simulator.faults.server_error(500, method="getMe")
    url = f"{browser.url}/phone/trouble"

    async with browser.http.post(url, json={"on": ["429", "duplicate"], "share": 1}) as answer:
        switches = {one["key"]: one["on"] for one in (await answer.json())["switches"]}
    flooded = [fault.kind for fault in simulator.faults.for_call("sendMessage", None)]
    async with browser.http.post(url, json={"on": [], "share": 1}) as answer:
        assert answer.status == 200

    assert switches["429"]
    assert switches["duplicate"]
    assert not switches["delay"]
    assert flooded == ["flood"]
    assert simulator.faults.for_call("sendMessage", None) == []
    assert simulator.faults.for_call("getMe", None) == [own]
    assert simulator.faults.duplicate_share == 0


def test_sample_voice_is_ogg_opus() -> None:
    """Two pages of headers, then a page for each second, the last one marked as the end."""
    pages = silent_voice(3).split(b"OggS")[1:]

    assert len(pages) == 5
    assert b"OpusHead" in pages[0]
    assert [page[1] for page in pages] == [2, 0, 0, 0, 4]
