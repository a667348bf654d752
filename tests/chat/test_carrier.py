"""What becomes of a letter at the strict Telegram, in good weather and in bad."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat.calls import BotApi
from bot.chat.carrier import Carrier
from bot.engine.effects import Button
from bot.errors import CallRefused, OutcomeUnknown, TokenRefused
from bot.runner.carried import Accepted, Gone, Later, Moved, Refused, Unknown
from bot.runner.letters import Letter
from bot.simulator import groups
from bot.simulator.person import Person
from bot.simulator.server import Simulator

ROWS = ((Button("Ya", "n.a.yes"), Button("Situs", url="https://example.org")),)


@pytest.fixture
async def siti(sim: Simulator) -> Person:
    person = sim.person("Siti")
    await person.start()
    return person


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[BotApi]:
    opened = BotApi(sim.token, sim.url)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def carrier(api: BotApi) -> Carrier:
    return Carrier(api, None)


async def test_words_arrive_with_buttons_and_protection(carrier: Carrier, siti: Person) -> None:
    """HTML, callback and link buttons, protected content."""
    carried = await carrier.carry(Letter("1", text="<b>Halo</b> &amp;", buttons=ROWS, protect=True), siti.id)

    seen = await siti.next_message()
    assert carried == Accepted(seen.id)
    assert (seen.text, seen.buttons, seen.protected) == ("Halo &", ["Ya", "Situs"], True)
    assert siti.link("Situs") == "https://example.org"


async def test_a_screen_is_replaced_and_saying_the_same_again_is_done(carrier: Carrier, siti: Person) -> None:
    """ "message is not modified" counts as done: an edit may be tried any number of times."""
    await carrier.carry(Letter("1", text="eins", buttons=ROWS), siti.id)
    first = await siti.next_message()

    for _ in range(2):
        again = Letter("2", text="dua", buttons=ROWS, replace=True)
        assert await carrier.carry(again, siti.id, current=first.id) == Accepted(first.id)

    assert [seen.text for seen in siti.from_bot()] == ["dua"]


async def test_a_screen_that_is_gone_is_sent_anew(carrier: Carrier, siti: Person) -> None:
    """The person deleted it: the words come all the same."""
    await carrier.carry(Letter("1", text="satu"), siti.id)
    first = await siti.next_message()
    await siti.delete(first)

    carried = await carrier.carry(Letter("2", text="dua", replace=True), siti.id, current=first.id)

    assert isinstance(carried, Accepted)
    assert carried.message_id != first.id
    assert [seen.text for seen in siti.from_bot()] == ["dua"]


async def test_messages_are_taken_back_and_what_is_gone_stays_gone(carrier: Carrier, siti: Person) -> None:
    """One id that cannot be deleted does not keep the others."""
    ids = []
    for text in ("a", "b", "c"):
        await carrier.carry(Letter(text, text=text), siti.id)
        ids.append((await siti.next_message()).id)

    unsend = Letter("x", kind="unsend")
    assert await carrier.carry(unsend, siti.id, ids=[*ids, 999_999]) == Accepted(0)
    assert await carrier.carry(unsend, siti.id, ids=ids) == Accepted(0)

    assert siti.from_bot() == []


async def test_definite_refusals(carrier: Carrier, siti: Person, sim: Simulator) -> None:
    """Blocked, too long, moved: each is named, none is tried again."""
    assert isinstance(await carrier.carry(Letter("1", text="x" * 5000), siti.id), Refused)
    await siti.block()
    assert isinstance(await carrier.carry(Letter("2", text="x"), siti.id), Gone)
    group = sim.world.add_group("Polres", owner=siti.user)
    await siti.unblock()
    await siti.add_bot_to(group)
    new = groups.migrate(sim.world, group)
    assert await carrier.carry(Letter("3", text="x"), group.id) == Moved(new.id)


async def test_a_flood_says_when_to_come_back(carrier: Carrier, siti: Person, sim: Simulator) -> None:
    """429 with retry_after."""
    sim.faults.flood(3, times=1)

    assert await carrier.carry(Letter("1", text="x"), siti.id) == Later(3.0)
    assert siti.from_bot() == []


@pytest.mark.parametrize("fault", ["server_error", "drop_before", "drop_after"])
async def test_an_unknown_outcome_is_called_so(
    carrier: Carrier, siti: Person, sim: Simulator, fault: str
) -> None:
    """5xx and broken connections: it may or may not have arrived, and nothing of the token is told."""
    getattr(sim.faults, fault)(times=1)

    carried = await carrier.carry(Letter("1", text="x"), siti.id)

    assert isinstance(carried, Unknown)
    assert sim.token not in repr(carried)
    assert len(siti.from_bot()) == (1 if fault == "drop_after" else 0)


async def test_a_refused_token_ends_it(sim: Simulator, siti: Person) -> None:
    """No retry can mend it; the error does not show the token."""
    api = BotApi("123:wrong", sim.url)
    await api.open()

    with pytest.raises(TokenRefused) as refused:
        await Carrier(api, None).carry(Letter("1", text="x"), siti.id)

    assert "123:wrong" not in str(refused.value)
    await api.close()


async def test_a_tap_is_answered_once_and_never_in_earnest(carrier: Carrier, siti: Person) -> None:
    """The spinner stops; an old tap is nobody's trouble."""
    await carrier.carry(Letter("1", text="x", buttons=ROWS), siti.id)
    await siti.next_message()
    tap = await siti.tap("Ya")
    assert tap is not None

    await carrier.answer_tap(tap.id)
    await carrier.answer_tap("old-one")

    assert await siti.answer_to(tap) == ""


async def test_downloads(carrier: Carrier, siti: Person, sim: Simulator) -> None:
    """Bytes as they were sent; too large is refused; a server in trouble is unknown."""
    photo = await siti.send_photo(b"\xff\xd8\xff\xe0" + b"7" * 60)
    file_id = photo.raw["photo"][-1]["file_id"]
    large = await siti.send_video(b"0", size=30_000_000)

    assert await carrier.download(file_id) == b"\xff\xd8\xff\xe0" + b"7" * 60
    with pytest.raises(CallRefused):
        await carrier.download(large.raw["video"]["file_id"])
    with pytest.raises(CallRefused):
        await carrier.download("unknown")
    sim.faults.server_error(502, method="download", times=1)
    with pytest.raises(OutcomeUnknown):
        await carrier.download(file_id)
