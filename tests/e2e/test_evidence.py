"""Photos, albums, voices and documents: encrypted on disk, hashed as they came, no cry kept waiting."""

from __future__ import annotations

import hashlib
import io

from PIL import Image

from bot.cases.case import Evidence
from tests.e2e.steps import case_of, claimed, code_in, evidence_files, only_case, report, until
from tests.house_fixtures import House

VOICE = b"OggS" + b"\x07" * 4000
MUCH_LATER_MS = 600_000  # longer than anybody here waits
PDF = b"%PDF-1.4 kontrak kerja " * 50


def picture(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 80, 120)).save(out, "JPEG")
    return out.getvalue()


async def stored_evidence(house: House, count: int) -> tuple[Evidence, ...]:
    """The evidence of the only case, once so many files have been stored."""

    async def look() -> tuple[Evidence, ...] | None:
        stored = tuple(item for item in (await only_case(house)).evidence if item.stored)
        return stored if len(stored) >= count else None

    return await until(house, look)


async def test_a_photo_is_a_report_and_is_kept_encrypted_with_its_own_hash(house: House) -> None:
    """The file on disk never shows the picture; the case knows the SHA-256 of what was sent."""
    siti, photo = house.sim.person("Siti"), picture(10)
    await siti.start()
    await siti.send("/lapor")
    await siti.sees("Ceritakan")

    await siti.send_photo(photo, caption="bukti transfer ke pak Budi")
    await siti.sees("Laporanmu tersimpan")

    (item,) = await stored_evidence(house, 1)
    assert item.sha256 == hashlib.sha256(photo).hexdigest()
    assert evidence_files(house)
    assert all(photo[:40] not in path.read_bytes() for path in evidence_files(house))


async def test_an_album_is_one_answer_and_all_its_pictures(house: House) -> None:
    """Three pictures sent at once are one report with three files, answered once."""
    siti = house.sim.person("Siti")
    await siti.start()
    await siti.send("/lapor")
    await siti.sees("Ceritakan")

    await siti.send_album([picture(1), picture(2), picture(3)], caption="kontraknya")
    await siti.sees("Laporanmu tersimpan")

    assert len(await stored_evidence(house, 3)) == 3
    assert sum("Laporanmu tersimpan" in seen.text for seen in siti.from_bot()) == 1


async def test_voice_and_document_are_added_to_a_report(house: House) -> None:
    """A voice cannot be screened, so its case goes up the queue; both files are kept byte for byte."""
    siti = house.sim.person("Siti")
    await siti.start()
    await siti.send("/lapor")
    await siti.sees("Ceritakan")
    await siti.send_voice(VOICE)
    await siti.sees("Laporanmu tersimpan")
    await siti.tap("Nanti saja")
    await siti.sees("Di kota atau kabupaten")
    await siti.tap("Lewati")
    await siti.sees("Siapa yang menawari")
    await siti.tap("Lewati")
    await siti.sees("bolehkah petugas")
    await siti.tap("Boleh")
    await siti.sees("Ada bukti")

    await siti.send_document(PDF, file_name="kontrak.pdf")
    await siti.sees("Tambahanmu sudah masuk")

    stored = await stored_evidence(house, 2)
    assert {item.sha256 for item in stored} == {hashlib.sha256(data).hexdigest() for data in (VOICE, PDF)}
    case = await only_case(house)
    assert case.danger.value == "high"
    assert "unscreened" in case.signs


async def test_a_file_over_20_mb_is_refused_with_a_way_to_make_it_smaller(house: House) -> None:
    """Telegram gives bots at most 20 MB: the person learns how to send it, the officer that it is missing."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, "saya ditipu calo")
    await claimed(rina, "ditipu calo")
    await siti.send("/lapor")
    await siti.sees("Kamu sudah punya laporan")
    await siti.tap("Tambah ke laporan")
    await siti.sees("Ada bukti")

    await siti.send_video(b"\x00" * 100, size=30_000_000)

    told = await siti.sees("20 MB")
    assert "potong" in told.text.casefold() or "kecil" in told.text.casefold()
    await rina.sees("tidak bisa diambil")
    assert evidence_files(house) == []


async def test_words_reach_the_officer_while_a_download_is_slow(house: House) -> None:
    """A slow file never keeps a cry for help waiting: all is told while it is still on its way."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    house.sim.faults.delay(MUCH_LATER_MS, method="download")

    await siti.send_photo(picture(9), caption="tolong saya disekap majikan")

    alert = await rina.sees("Pesan bahaya")
    await siti.sees("Petugas jaga sudah diberi tahu")
    await claimed(rina, "disekap majikan")
    case = await case_of(house, code_in(alert))
    assert case.danger.value == "emergency"
    assert [item.stored for item in case.evidence] == [False]
