"""The main job on real HTTP and a real store: ask, check, report, claim, answer, close."""

from __future__ import annotations

from tests.e2e.steps import ECHO_PATIENCE_S
from tests.house_fixtures import House


async def test_a_report_reaches_an_officer_and_the_answer_comes_back(house: House) -> None:
    """A person reports, an officer claims and answers, and the person reads it, without any name."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    await siti.sees("Langkah Aman")

    await siti.tap("Lapor")
    await siti.sees("Ceritakan apa yang terjadi")
    await siti.send("saya diminta bayar 5 juta ke rekening pribadi")
    await siti.sees("Laporanmu tersimpan")
    await rina.sees("K-")
    await rina.tap("Ambil")
    words = await rina.sees("5 juta ke rekening pribadi")
    await rina.send("Halo, boleh tahu nama PT-nya?", reply_to=words)
    await rina.sees("Akan dikirim")
    await siti.sees("boleh tahu nama PT-nya", timeout_s=ECHO_PATIENCE_S)
    await siti.send("PT Contoh")
    await rina.sees("PT Contoh")

    assert "Siti" not in "".join(message.text for message in rina.messages())
