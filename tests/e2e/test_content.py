"""Content that changes while people talk, sessions of other editions, and records that are damaged."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app.knowledge import Edition
from bot.app.reload import reload_content
from bot.engine.session import Frame, Session
from bot.errors import StoreError
from bot.runner.conversation import ContentTooOld
from bot.simulator.server import Simulator
from tests.e2e.steps import met, settled
from tests.house_fixtures import ROOT, House, config_for, living


@pytest.fixture
def own_content(tmp_path: Path) -> Path:
    """A copy of the content that a test may edit."""
    for name in ("flows", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


async def test_a_good_edit_replaces_the_words_and_a_broken_one_does_not(
    house: House, own_content: Path
) -> None:
    """SIGHUP: new words are said at once; after a broken edit the last good ones go on."""
    parts = replace(house.parts, config=replace(house.parts.config, content=own_content))
    siti = house.sim.person("Siti")
    words = own_content / "content/id/wording/main.yaml"

    edited(words, "Mau mulai dari mana?", "Kita mulai dari mana?")
    await reload_content(parts)
    await siti.start()
    await siti.sees("Kita mulai dari mana?")
    edited(own_content / "flows/main.yaml", "go: welcome", "go: welcom")
    with capture_logs() as logs:
        await reload_content(parts)
    await siti.send("/menu")

    await siti.wait_until(lambda: sum("Kita mulai" in seen.text for seen in siti.from_bot()) == 2)
    assert [entry["event"] for entry in logs] == ["content.kept"]


async def test_a_step_that_was_taken_away_leads_to_the_nearest_one(house: House, own_content: Path) -> None:
    """The person stands on an item that the new edition no longer has: one sentence, no answer lost."""
    parts = replace(house.parts, config=replace(house.parts.config, content=own_content))
    siti = await met(house)
    await siti.send("cek kesiapanku")
    await siti.sees("Ada 14 hal")
    await siti.send("ayo")
    await siti.sees("Langkah 1 dari 14")
    await siti.send("sudah")
    await siti.sees("Langkah 2 dari 14")

    edited(
        own_content / "content/id/checklists/sebelum-memutuskan.yaml", "id: negara-terbuka", "id: negara-baru"
    )
    await reload_content(parts)
    await siti.send("sudah")

    told = await siti.sees("Isi langkah ini baru diperbarui")
    assert "Ada 14 hal" in told.text
    await siti.send("ayo")
    await siti.send("ya")
    await siti.wait_until(lambda: "negara itu menerima" in (siti.last() or told).text, "the new second step")


async def test_a_session_of_newer_content_is_left_to_a_newer_process(house: House) -> None:
    """An older process does not acknowledge it; once it knows the content, the message is answered."""
    siti = await met(house)
    conversations = house.parts.conversations
    old = conversations.knowledge
    conversations.knowledge = replace(old, flows=replace(old.flows, version=old.flows.version + 1))
    await siti.send("/bantuan")
    await siti.sees("mengetik apa saja")
    newer, conversations.knowledge = conversations.knowledge, old
    update = {
        "update_id": 999_999_001,
        "message": {
            "message_id": 9001,
            "date": 0,
            "chat": {"id": siti.id, "type": "private"},
            "from": {"id": siti.id, "is_bot": False, "first_name": "Siti"},
            "text": "/privasi",
        },
    }

    with pytest.raises(ContentTooOld) as refused:
        await house.parts.take_update(update)

    assert isinstance(refused.value, StoreError)
    assert siti.find("Yang saya simpan") is None
    conversations.knowledge = newer
    await house.parts.take_update(update)
    await siti.sees("Yang saya simpan")


async def test_a_damaged_session_is_named_and_the_person_goes_on(house: House) -> None:
    """Bytes that cannot be read: one honest sentence, the menu, and everything works again."""
    siti = await met(house)
    tag = house.parts.lookups.tag_of(siti.id)
    area = house.parts.store.chats(tag)
    await area.call("HSET", area.keys.person(tag), "session", b"not a session")

    await siti.send("/bantuan")

    told = await siti.sees("saya kehilangan catatan")
    assert "mengetik apa saja" in told.text
    await siti.send("/menu")
    await siti.wait_until(lambda: "Mau mulai" in (siti.last() or told).text)
    assert sum("kehilangan catatan" in seen.text for seen in siti.from_bot()) == 1


async def test_a_session_in_a_flow_that_is_gone_goes_home(house: House) -> None:
    """The whole conversation it stood in was taken away: home, with one sentence."""
    siti = await met(house)
    person = await house.parts.people.load(house.parts.lookups.tag_of(siti.id))
    assert person.key is not None
    lost = Session(stack=(Frame("main", "home"), Frame("tidak-ada-lagi", "x")), answers={"c.x.y": "sudah"})
    area = house.parts.store.chats(person.tag)
    await area.call("HSET", area.keys.person(person.tag), "session", person.key.session(lost))

    await siti.send("/bantuan")

    await siti.sees("Isi langkah ini baru diperbarui")
    after = (await house.parts.people.load(person.tag)).session
    assert after is not None
    assert after.answers["c.x.y"] == "sudah"


async def test_two_processes_with_one_store_share_the_edition_number(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """The second process of the same content starts with the same number, so neither refuses the other."""
    from bot.app.assembly import assembled
    from bot.vault.keys import new_master_key

    given = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    async with living(short_folder, sim, environment=given, edition=edition) as first:
        config = config_for(short_folder, sim)
        async with assembled(config, given, edition=edition, stop_store=False) as second:
            numbers = {each.conversations.knowledge.flows.version for each in (first.parts, second)}
        await settled(first)

    assert len(numbers) == 1
