"""The receipt: typed back once, forgiving, and the way back in from any account."""

from __future__ import annotations

from tests.e2e.steps import ECHO_PATIENCE_S, case_of, claimed, code_in, only_case, report
from tests.house_fixtures import House


async def test_a_receipt_is_typed_back_sloppily(house: House) -> None:
    """O for 0, l for 1, dashes: right; and it is not shown again."""
    siti = house.sim.person("Siti")
    await siti.start()
    receipt = await report(siti, "ditipu calo")

    await siti.send(receipt.replace("0", "O").replace("1", "l").replace(" ", "-"))

    await siti.sees("Nomornya benar")


async def test_status_names_what_has_happened_with_dates(house: House) -> None:
    """Received, then handled; a status is only said once it is true."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, "ditipu calo")
    await siti.send("/status")
    first = await siti.sees("Diterima")
    assert "Ditangani" not in first.text

    await claimed(rina, "ditipu calo")
    await siti.sees("menangani laporanmu")
    await siti.send("/status")

    assert "20" in (await siti.sees("Ditangani")).text


async def test_more_is_added_days_later(house: House) -> None:
    """What is added reaches the officer who holds the case."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, "ditipu calo")
    await claimed(rina, "ditipu calo")

    await siti.send("/lapor")
    await siti.sees("sudah punya laporan")
    await siti.tap("Tambah ke laporan")
    await siti.sees("Ada bukti")
    await siti.send("rekeningnya BRI 1234567890")

    await rina.sees("BRI 1234567890")


async def test_a_receipt_from_a_second_account_moves_the_relay(house: House) -> None:
    """The new account goes on, the old one does not, the officer is warned to make sure who it is."""
    rina = await house.officer("Rina")
    siti = house.sim.person("Siti")
    await siti.start()
    receipt = await report(siti, "ditipu calo")
    words = await claimed(rina, "ditipu calo")
    other = house.sim.person("Siti HP baru")

    await other.start()
    await other.send("/status")
    await other.sees("Ketik 16 angka")
    await other.send(receipt.replace(" ", ""))

    await other.sees("Nomornya cocok")
    await rina.sees("pindah akun")
    assert (await case_of(house, code_in(words))).reporter == house.parts.lookups.tag_of(other.id)
    await rina.send("Halo lagi", reply_to=words)
    await other.sees("Halo lagi", timeout_s=ECHO_PATIENCE_S)
    assert siti.find("Halo lagi") is None


async def test_five_wrong_receipts_and_then_a_pause(house: House) -> None:
    """Guessing is stopped after five tries; a slip of the finger costs nothing."""
    siti, thief = house.sim.person("Siti"), house.sim.person("Pencuri")
    await siti.start()
    receipt = await report(siti, "ditipu calo")
    await thief.start()
    await thief.send("/status")
    await thief.sees("Ketik 16 angka")
    before = (await only_case(house)).reporter

    for number in range(1, 8):
        await thief.send(f"{number:015d}{_check_digit(number)}")
        await thief.next_message()
    await thief.sees("Terlalu banyak percobaan")
    await thief.send("/status")
    await thief.send(receipt)

    assert (await only_case(house)).reporter == before
    assert thief.find("Nomornya cocok") is None


def _check_digit(number: int) -> str:
    from bot.cases.receipt import make_receipt

    return make_receipt(f"{number:015d}")[-1]
