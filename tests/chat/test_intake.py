"""Every type of update in the shape the simulator gives it, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.intake import read_update, tap_to_answer
from bot.engine.events import Command, Contact, Edited, Files, Location, Media, Tap, Text, Unsupported
from bot.runner.incoming import ChatBack, ChatGone, HotlineTap, Migrated
from bot.simulator import groups
from bot.simulator.person import Person
from bot.simulator.world import World

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 60


def tag_of(chat_id: int) -> str:
    return f"t{chat_id}"


def arrived(world: World) -> Any:
    """What the newest update becomes."""
    return read_update(newest(world), tag_of)


def newest(world: World) -> dict[str, Any]:
    pending = list(world.updates._held.values())[-1]
    return {"update_id": pending.update_id, **pending.body}


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def siti(world: World) -> Person:
    person = Person(world, world.add_person("Siti"))
    await person.start()
    return person


async def test_text_and_commands(world: World, siti: Person) -> None:
    """A command keeps its payload; one that was forwarded is only text."""
    assert arrived(world).arrival == Command("start")
    await siti.send("/Lapor@LangkahAmanBot sesuatu ")
    assert arrived(world).arrival == Command("lapor", "sesuatu")
    message = await siti.send("halo")
    incoming = arrived(world)
    assert (incoming.arrival, incoming.message_id) == (Text("halo"), message.id)
    assert (incoming.tag, incoming.actor, incoming.group) == (f"t{siti.id}", f"t{siti.id}", False)
    await siti.send("/hapus", forwarded_from="Bu Sri")
    assert arrived(world).arrival == Text("/hapus", forwarded=True)
    await siti.send("ya", reply_to=message)
    assert arrived(world).reply_to == message.id


async def test_files_of_every_kind(world: World, siti: Person) -> None:
    """The largest picture, names and sizes, captions; an album's parts carry its id."""
    await siti.send_photo(JPEG, caption="bukti")
    (photo,) = arrived(world).arrival.media
    assert (photo.kind, photo.caption) == ("photo", "bukti")
    await siti.send_voice(b"OggS", duration=3)
    assert arrived(world).arrival.media[0].kind == "voice"
    await siti.send_document(b"%PDF", file_name="kontrak.pdf")
    assert arrived(world).arrival.media[0].name == "kontrak.pdf"
    await siti.send_video(b"0", size=30_000_000)
    assert arrived(world).arrival.media[0].size == 30_000_000
    await siti.send_album([JPEG, JPEG], caption="dua")
    assert arrived(world).album
    assert isinstance(arrived(world).arrival, Files)


async def test_places_cards_and_the_rest(world: World, siti: Person) -> None:
    """Locations and contacts are what they are; stickers, dice and polls are named and not read."""
    await siti.send_location(-8.58, 116.1)
    assert arrived(world).arrival == Location(-8.58, 116.1)
    await siti.send_contact("+6281234567890", "Bu Sri")
    assert arrived(world).arrival == Contact("+6281234567890", "Bu Sri")
    await siti.send_sticker()
    assert arrived(world).arrival == Unsupported("sticker")
    await siti.send_dice()
    assert arrived(world).arrival == Unsupported("dice")
    await siti.send_poll("Ya?", ["a", "b"])
    assert arrived(world).arrival == Unsupported("poll")


async def test_edits_are_revisions(world: World, siti: Person) -> None:
    """By message id, so that the old wording can be kept beside the new one."""
    message = await siti.send("halo")

    await siti.edit(message, "halo juga")

    assert arrived(world).arrival == Edited("halo juga", message.id)


async def test_blocking_and_coming_back(world: World, siti: Person) -> None:
    """my_chat_member of a private chat."""
    await siti.block()
    assert isinstance(arrived(world).arrival, ChatGone)
    await siti.unblock()
    assert isinstance(arrived(world).arrival, ChatBack)


async def test_groups(world: World, siti: Person) -> None:
    """Being added, the binding link and moves are ours; what people say there is not."""
    group = world.add_group("Polres", owner=siti.user)
    await siti.add_bot_to(group, payload="grp_x")
    assert arrived(world).arrival == Command("start", "grp_x")
    assert arrived(world).group
    await siti.in_group(group).send("/lapor")
    assert arrived(world) is None
    groups.migrate(world, group)
    assert arrived(world).arrival == Migrated(tag_of(group.id))


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": 5, **content}


def tap(data: str, chat_id: int = 7) -> dict[str, Any]:
    message = {"message_id": 3, "chat": {"id": chat_id}}
    return update(callback_query={"id": "q1", "from": {"id": 7}, "message": message, "data": data})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("abc.home.list", Tap("abc", "home", "list")),
        ("case.take.K-1", HotlineTap("take", "K-1")),
        ("", Tap("", "", "")),
        ("x" * 64, Tap("x" * 64, "", "")),
        ("a.b.c.d", Tap("a", "b", "c.d")),
    ],
)
def test_taps(data: str, expected: object) -> None:
    """Our own buttons, the hotline's, and nonsense."""
    incoming = read_update(tap(data), tag_of)

    assert incoming is not None
    assert incoming.arrival == expected
    assert tap_to_answer(tap(data)) == "q1"


def test_taps_in_groups_are_the_hotlines_only() -> None:
    """A group shows no screens of a person's conversation."""
    assert read_update(tap("abc.home.list", -5), tag_of) is None
    assert read_update(tap("case.take.K-1", -5), tag_of) is not None


def test_a_tap_whose_message_is_too_old_is_answered_privately() -> None:
    """Telegram no longer shows the message: the tap still belongs to whoever pressed."""
    query = {"callback_query": {"id": "q", "from": {"id": 7}, "data": "a.b.c"}}

    incoming = read_update(update(**query), tag_of)

    assert incoming is not None
    assert incoming.tag == "t7"


@pytest.mark.parametrize(
    "content",
    [
        {"channel_post": {"message_id": 1, "chat": {"id": -100, "type": "channel"}, "text": "x"}},
        {"message": {"message_id": 1, "chat": {"id": 7, "type": "private"}, "pinned_message": {}}},
        {"message": {"message_id": 1, "chat": {"id": "7", "type": "private"}, "text": "x"}},
        {"message": {"message_id": 1, "chat": {"id": 0, "type": "private"}, "text": "x"}},
        {"message": None},
        {"poll": {}},
        {},
    ],
)
def test_what_is_left_alone(content: dict[str, Any]) -> None:
    """Channels, service messages and shapes that are none."""
    assert read_update(update(**content), tag_of) is None


def test_broken_unicode_becomes_readable() -> None:
    """Lone surrogates cannot be stored or sent; they become question marks."""
    chat = {"id": 7, "type": "private"}
    incoming = read_update(update(message={"message_id": 1, "chat": chat, "text": "a\ud800b"}), tag_of)

    assert incoming is not None
    assert incoming.arrival == Text("a?b")


def test_repr_of_an_arrival_shows_no_words() -> None:
    """It may end up in a log."""
    chat = {"id": 7, "type": "private"}
    incoming = read_update(update(message={"message_id": 1, "chat": chat, "text": "rahasia"}), tag_of)

    assert "rahasia" not in repr(incoming)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("chat", "id", "from", "message_id", "text", "photo", "voice", "location", "contact", "data", "type")


@given(
    st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]),
    st.dictionaries(st.sampled_from(KEYS), json_values, max_size=6),
    st.dictionaries(st.sampled_from(KEYS), json_values, max_size=4),
)
def test_any_shape_is_read_or_left_alone(kind: str, outer: dict[str, Any], inner: dict[str, Any]) -> None:
    """Whatever arrives, reading it raises nothing."""
    for content in (
        outer,
        {**outer, "chat": inner},
        {**outer, "chat": {"id": 7, "type": "private"}, "message_id": 1},
    ):
        read_update(update(**{kind: content}), tag_of)
        tap_to_answer(update(**{kind: content}))


def test_media_is_what_the_engine_takes() -> None:
    """A file without an id is no file."""
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "chat": chat, "voice": {"file_id": "f", "file_unique_id": "u"}}

    incoming = read_update(update(message=message), tag_of)

    assert incoming is not None
    assert incoming.arrival == Files((Media("voice", "f", "u"),))
    nameless = read_update(update(message={**message, "voice": {}}), tag_of)
    assert nameless is not None
    assert nameless.arrival == Unsupported("other")
