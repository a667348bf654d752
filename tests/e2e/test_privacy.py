"""Leaving without a trace, erasing, and logs that know nobody."""

from __future__ import annotations

import structlog
from structlog.testing import LogCapture

from bot.simulator.person import Person
from tests.e2e.steps import (
    ECHO_PATIENCE_S,
    answered,
    claimed,
    code_in,
    evidence_files,
    file_of,
    files_with,
    only_case,
    report,
    settled,
    until,
)
from tests.house_fixtures import House

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 600


async def sealed_traces(house: House, siti: Person, code: str) -> dict[str, bytes]:
    """What the raw files hold of one person and one case now, as it stands there: sealed."""
    tag = house.parts.lookups.tag_of(siti.id)
    area, cases = house.parts.store.chats(tag), house.parts.store.cases
    person = await area.call("HGETALL", area.keys.person(tag))
    fields = dict(zip(person[::2], person[1::2], strict=True)) if isinstance(person, list) else person
    case = await file_of(house, code)
    events = await cases.call("LRANGE", cases.keys.events(code), 0, -1)
    return {
        "session": fields[b"session"],
        "person's key": fields[b"key"],
        "chat id": fields[b"chat"],
        "case's key": case.wrapped,
        "first event": events[0],
    }


async def reported_with_photo(house: House, siti: Person) -> str:
    """A report with a photo that has been stored. Returns: the case code."""
    await siti.start()
    await siti.send("/lapor")
    await siti.sees("Ceritakan")
    await siti.send_photo(JPEG, caption="kenari-4711 diminta uang oleh agen")
    await siti.sees("Laporanmu tersimpan")

    async def stored() -> str | None:
        case = await only_case(house)
        return case.code if case.evidence and case.evidence[0].stored else None

    return await until(house, stored)


async def test_keluar_empties_the_chat_and_shows_a_harmless_screen(house: House) -> None:
    """One word takes away all that can be taken away, both ways; what is left tells nothing."""
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, "saya ditipu calo di Lombok")

    await siti.send("KELUAR")

    await siti.sees("Ada yang bisa dibantu?")
    await siti.wait_until(lambda: len(siti.messages()) == 1, "an empty chat")
    (left,) = siti.messages()
    assert "apor" not in left.text
    assert left.buttons == ["Mulai"]


async def test_hapus_semua_takes_case_files_and_keys_out_of_the_raw_files(house: House) -> None:
    """The search finds what it looks for first; after "Sudah dihapus" nothing of it is in any file."""
    siti, data = house.sim.person("Siti"), house.parts.config.store.data
    code = await reported_with_photo(house, siti)
    traces = await sealed_traces(house, siti, code)
    for name, trace in traces.items():
        assert files_with(data, trace), f"the search must find the {name} first"
    assert evidence_files(house)

    await siti.send("/hapus")
    await siti.sees("Apa yang mau dihapus?")
    await siti.tap("Hapus laporan juga")
    await siti.sees("Lanjut?")
    await siti.tap("Ya, hapus semua")
    await siti.sees("Sudah dihapus", timeout_s=ECHO_PATIENCE_S)

    await settled(house)
    assert {name: files_with(data, trace) for name, trace in traces.items() if files_with(data, trace)} == {}
    assert evidence_files(house) == []
    assert await house.parts.room.archive.open_cases() == []
    assert all("kenari" not in seen.text for seen in siti.messages())
    await siti.send("/status")
    await siti.sees("Ketik 16 angka")


async def test_hapus_obrolan_keeps_the_report_and_cuts_the_tie(house: House) -> None:
    """The officer keeps the case and learns that no answer can arrive; the person's own traces are gone."""
    rina = await house.officer("Rina")
    siti, data = house.sim.person("Siti"), house.parts.config.store.data
    await siti.start()
    await report(siti, "saya ditipu calo")
    words = await claimed(rina, "ditipu calo")
    traces = await sealed_traces(house, siti, code_in(words))

    await siti.send("/hapus")
    await siti.sees("Apa yang mau dihapus?")
    await siti.tap("Hapus obrolan")
    await siti.sees("Sudah dihapus", timeout_s=ECHO_PATIENCE_S)

    await rina.sees("menghapus percakapannya")
    case = await only_case(house)
    assert case.reporter == ""
    assert files_with(data, traces["case's key"])
    for name in ("session", "person's key", "chat id"):
        assert files_with(data, traces[name]) == [], name


async def test_plain_words_and_ids_are_in_no_file_at_any_time(house: House) -> None:
    """What a person typed, their name and their id stand nowhere in clear, also before any erasing."""
    rina = await house.officer("Rina")
    siti = house.sim.person("SitiKenari4711")
    await siti.start()
    await report(siti, "kata-kenari-4711 tentang calo")
    words = await claimed(rina, "kata-kenari-4711")
    await answered(rina, words, "jawaban-kenari-4712", siti)
    await settled(house)

    data = house.parts.config.store.data

    assert files_with(data, code_in(words).encode()), "the search must be able to find something"
    for secret in (b"kenari-4711", b"kenari-4712", b"SitiKenari", str(siti.id).encode()):
        assert files_with(data, secret) == [], secret


async def test_logs_hold_no_words_names_or_ids(house: House) -> None:
    """Planted words, names and ids: logs name outcomes only, also when things go wrong."""
    capture = LogCapture()
    before = structlog.get_config()["processors"]
    structlog.configure(processors=[capture])
    try:
        rina = await house.officer("Rina")
        siti = house.sim.person("SitiKenari4711")
        await siti.start()
        receipt = await report(siti, "kata-kenari-4711 tentang calo")
        words = await claimed(rina, "kata-kenari-4711")
        await siti.block()
        await rina.sees("memblokir")
        await rina.send("jawaban-kenari-4712", reply_to=words)
        await rina.sees("tidak sampai", timeout_s=ECHO_PATIENCE_S)
        await siti.unblock()
        house.sim.faults.server_error(502, method="sendMessage", times=2)
        await siti.send("tolong saya disekap kenari-4713")
        await siti.sees("Kalau bisa menelepon")
        await rina.send("sudah diambil?", reply_to=words)
        await settled(house)
    finally:
        structlog.configure(processors=before)

    logged = repr(capture.entries)

    assert capture.entries, "something must have been logged, or this proves nothing"
    for secret in ("kenari", "Kenari", receipt, receipt.replace(" ", ""), str(siti.id), house.sim.token):
        assert secret not in logged, secret
