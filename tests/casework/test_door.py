"""The guarded door: what an officer sees, and that it is written down."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from bot.cases.command import Attachment
from bot.cases.officer_commands import AcceptReferral, OfferReferral
from bot.cases.outgoing import ToReporter
from bot.cases.refusal import Refusal
from bot.casework.views import CaseView
from bot.danger import Danger
from bot.store import cases as stored_cases
from tests.cases.people import BUDI, CODE, DEWI, KOKO, NENG, REPORTER, RINA, T0, alert, at, claim, report

OTHER_CODE = "K-9WXY"


def photo_with_a_place() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Rumah Sari"  # ImageDescription
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


PHOTO = photo_with_a_place()
OFFER = OfferReferral(
    id="f1", at=at(4), code=CODE, officer="rina", referral="f", agency="dinsos", consent="ya, boleh"
)


@pytest.fixture
async def held(bench):
    """One case held by Rina, one free emergency."""
    for command in (report(), claim(), alert("a9", code=OTHER_CODE, reporter="cc" * 10)):
        await bench.room.casework.apply(command, T0)
    await bench.drain()
    return bench


async def test_opening_a_case_shows_the_words_and_says_read(bench):
    """ "Dibaca" reaches the reporter only now, and once."""
    await bench.room.casework.apply(report(), T0)
    await bench.drain()

    view = await bench.room.door.open_case(RINA, CODE, T0, visit="v1")
    await bench.room.door.open_case(RINA, CODE, T0, visit="v2")

    assert isinstance(view, CaseView)
    assert [event.body["text"] for event in view.events if event.body] == ["paspor saya ditahan"]
    assert view.case.read_at == T0
    assert [each.kind for each in await bench.drain() if isinstance(each, ToReporter)] == ["case_read"]


async def test_a_view_holds_no_trace_of_the_reporter(held):
    """Not even the tag leaves the door."""
    view = await held.room.door.open_case(RINA, CODE, T0, visit="v1")

    shown = "".join(map(str, [view.case.reporter, view.case.receipt_hash, *(e.plain for e in view.events)]))
    assert view.has_relay
    assert REPORTER not in shown
    assert "9" * 64 not in shown
    assert "paspor" not in repr(view)


async def test_other_agencies_get_nothing(held):
    """List, count, search, read, export and evidence agree: not shared."""
    door = held.room.door

    for officer in (DEWI, NENG):
        assert CODE not in [row.code for row in await door.queue(officer, T0)]
        assert CODE not in [row.code for row in await door.search(officer, CODE, T0)]
        assert CODE not in [row.code for row in await door.search(officer, "paspor", T0)]
        assert await door.open_case(officer, CODE, T0, visit="v") == Refusal("not_shared", by="rina")
        assert isinstance(await door.export(officer, CODE, T0), Refusal)
        assert isinstance(await door.evidence(officer, CODE, "f1", T0), Refusal)
    assert (await door.count(DEWI)).open == 0
    assert (await door.count(NENG)).open == 1


async def test_a_coordinator_counts_and_reads_nothing(held):
    """Figures, never a case."""
    door = held.room.door

    assert (await door.count(KOKO)).open == 2
    assert await door.queue(KOKO, T0) == []
    assert isinstance(await door.open_case(KOKO, CODE, T0, visit="v"), Refusal)


async def test_a_referral_opens_the_door_only_when_accepted(held):
    """Offered: a line in the list. Accepted: the words."""
    casework, door = held.room.casework, held.room.door
    await casework.apply(OFFER, T0)

    offered = await door.open_case(DEWI, CODE, T0, visit="v1")
    (row,) = await door.queue(DEWI, T0)
    await casework.apply(AcceptReferral(id="f2", at=at(5), code=CODE, officer="dewi", referral="f"), T0)
    accepted = await door.open_case(DEWI, CODE, T0, visit="v2")

    assert offered == Refusal("not_accepted", by="rina")
    assert row.referral == "offered"
    assert isinstance(accepted, CaseView)


async def test_the_queue_shows_the_emergency_first(held):
    """Danger before waiting time."""
    rows = await held.room.door.queue(RINA, at(5))

    assert [(row.code, row.urgency) for row in rows] == [
        (OTHER_CODE, Danger.EMERGENCY),
        (CODE, Danger.NONE),
    ]
    assert rows[0].waiting_s == 300
    assert rows[1].assignee_name == "Rina"


async def test_search_finds_words_in_cases_one_may_read(held):
    """By code, and by what was written; nothing for an empty search."""
    door = held.room.door

    assert [row.code for row in await door.search(BUDI, "DITAHAN", T0)] == [CODE]
    assert [row.code for row in await door.search(BUDI, "k 9wxy", T0)] == [OTHER_CODE]
    assert await door.search(BUDI, "  ", T0) == []


async def test_every_look_is_written_down(held):
    """Who, what, when, and whether it was allowed; no words, no search terms."""
    await held.room.door.open_case(RINA, CODE, T0, visit="v1")
    await held.room.door.open_case(DEWI, CODE, T0, visit="v2")
    await held.room.door.search(RINA, "paspor", T0)

    lines = [json.loads(line) for line in await stored_cases.load_audit(held.store.cases, 10)]
    assert [(line["officer"], line["action"], line["allowed"]) for line in lines] == [
        ("rina", "read", True),
        ("dewi", "read", False),
        ("rina", "search", True),
    ]
    assert "paspor" not in json.dumps(lines)


async def test_evidence_has_its_hash_and_officers_get_a_copy(bench):
    """SHA-256 of the original at intake; the original stays in the vault."""
    await bench.room.casework.apply(report(media=(Attachment("f1", "photo"),)), T0)

    early = await bench.room.door.evidence(RINA, CODE, "f1", T0)
    for _ in range(2):
        await bench.room.intake.store(CODE, "f1", PHOTO, T0)
    given = await bench.room.door.evidence(RINA, CODE, "f1", T0)

    assert early == Refusal("unknown_evidence")
    assert given.item.sha256 == hashlib.sha256(PHOTO).hexdigest()
    assert given.cleaned
    assert b"Rumah Sari" in PHOTO
    assert b"Rumah Sari" not in given.data


async def test_what_cannot_be_cleaned_says_so(bench):
    """A voice is handed out as it came, marked, so the desk can warn."""
    await bench.room.casework.apply(report(media=(Attachment("f1", "voice"),)), T0)
    await bench.room.intake.store(CODE, "f1", b"OggS", T0)

    given = await bench.room.door.evidence(RINA, CODE, "f1", T0)

    assert (given.data, given.cleaned) == (b"OggS", False)


async def test_files_of_no_case_are_swept(bench):
    """What a dying process left behind goes; what a case has stays."""
    await bench.room.casework.apply(report(media=(Attachment("f1", "voice"),)), T0)
    await bench.room.intake.store(CODE, "f1", b"OggS", T0)
    await bench.files.keep("left-behind", b"k" * 32, b"x")

    assert await bench.room.eraser.sweep_files() == 1
    assert len(await bench.files.list_ids()) == 1


async def test_bytes_without_a_case_are_refused(bench):
    """A download that comes before its report waits; one that was never announced is not kept."""
    assert await bench.room.intake.store(CODE, "f1", b"x", T0) == Refusal("unknown_case")
    await bench.room.casework.apply(report(), T0)
    assert await bench.room.intake.store(CODE, "f1", b"x", T0) == Refusal("unknown_evidence")
    assert await bench.files.list_ids() == frozenset()


async def test_training_counts_for_nothing(bench):
    """LATIHAN is listed and never counted."""
    await bench.room.casework.apply(report(training=True), T0)

    assert (await bench.room.door.count(RINA)).open == 0
    assert [row.training for row in await bench.room.door.queue(RINA, T0)] == [True]


async def test_an_inactive_officer_sees_nothing(held):
    """Leaving the team closes every door at once."""
    gone = replace(RINA, active=False)

    assert await held.room.door.queue(gone, T0) == []
    assert await held.room.door.open_case(gone, CODE, T0, visit="v") == Refusal("inactive", by="rina")
