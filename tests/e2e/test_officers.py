"""Officers in Telegram: one invitation, one claim, replies that can be taken back, and who learns what."""

from __future__ import annotations

import asyncio

from bot.simulator.person import Person
from tests.e2e.steps import (
    ECHO_PATIENCE_S,
    answered,
    case_of,
    claimed,
    code_in,
    only_case,
    report,
    settled,
)
from tests.house_fixtures import House


async def reported(house: House, text: str = "diminta bayar 5 juta") -> Person:
    siti = house.sim.person("Siti")
    await siti.start()
    await report(siti, text)
    return siti


async def test_an_invitation_binds_one_account_only(house: House) -> None:
    """The link works once; a second account that opens it is no officer and is told what to do."""
    rina = await house.officer("Rina")
    link = next(seen.text for seen in rina.messages() if "inv_" in seen.text).removeprefix("/start ")
    mallory = house.sim.person("Mallory")

    await mallory.start(link)

    await mallory.sees("sudah dipakai")
    await mallory.send("/meja")
    await mallory.sees("untuk petugas yang terdaftar")


async def test_two_officers_press_at_once_and_one_gets_it(house: House) -> None:
    """The group card is pressed by both in the same moment: one has the words, the other knows who has."""
    rina, budi = await house.officer("Rina"), await house.officer("Budi")
    group = await house.group("polres", rina, budi)
    budi_in_group = budi.in_group(group.chat)
    await reported(house)
    await group.sees("menunggu sejak")

    await asyncio.gather(group.tap("Ambil"), budi_in_group.tap("Ambil"))

    await group.sees("diambil")
    case = await only_case(house)
    assert case.assignee in {"rina", "budi"}
    winner, loser = (rina, budi) if case.assignee == "rina" else (budi, rina)
    await winner.sees("diminta bayar 5 juta")
    await loser.sees(f"sudah diambil {winner.user.first_name}")
    assert loser.find("diminta bayar") is None


async def test_the_group_card_edits_itself_and_tells_no_words(house: House) -> None:
    """One message in the group from waiting to closed, with code and level and nothing a person wrote."""
    rina = await house.officer("Rina")
    group = await house.group("polres", rina)
    await reported(house)
    card = await group.sees("menunggu sejak")

    await group.tap("Ambil")
    await group.sees("diambil Rina")
    words = await rina.sees("diminta bayar 5 juta")
    await rina.tap("Tutup")
    await rina.sees("ditutup dengan hasil apa")
    await rina.tap("Tertolong")
    await group.sees("selesai")

    assert words.protected
    cards = [seen for seen in group.from_bot() if code_in(card) in seen.text]
    assert [seen.id for seen in cards] == [card.id]
    assert all("bayar" not in seen.text for seen in group.from_bot())


async def test_a_reply_can_be_taken_back_before_it_goes(house: House) -> None:
    """[Batalkan] within five seconds: the person never reads it, the officer is told that nothing went."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")

    await rina.send("salah ketik", reply_to=words)
    await rina.sees("Akan dikirim dalam 5 detik")
    await rina.tap("Batalkan")
    await rina.sees("Dibatalkan")
    await rina.send("Halo, apa nama PT-nya?", reply_to=words)

    await siti.sees("apa nama PT-nya", timeout_s=ECHO_PATIENCE_S)
    assert siti.find("salah ketik") is None


async def test_an_officer_learns_that_a_reply_arrived_and_that_it_did_not(house: House) -> None:
    """ "✅ sampai" after Telegram accepted it; "bot diblokir" when the person has blocked the bot."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")

    await answered(rina, words, "Apakah kamu bisa menelepon?", siti)
    await rina.sees("sampai")
    await siti.block()
    await rina.sees("memblokir bot")
    await rina.send("Halo?", reply_to=words)

    await rina.sees("tidak sampai: bot diblokir", timeout_s=ECHO_PATIENCE_S)
    await siti.unblock()
    await rina.sees("membuka bot lagi")


async def test_text_that_answers_no_case_is_never_sent(house: House) -> None:
    """The officer is asked which case it is for; only after picking one does it go, again with [Batalkan]."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    await claimed(rina, "diminta bayar")
    code = (await only_case(house)).code

    await rina.send("Tolong kirim foto kuitansinya")
    await rina.sees("Untuk kasus mana?")
    assert siti.find("kuitansinya") is None
    await rina.tap(code)
    await rina.sees("Akan dikirim")

    await siti.sees("kuitansinya", timeout_s=ECHO_PATIENCE_S)


async def test_a_released_case_goes_back_to_the_queue(house: House) -> None:
    """The words leave the officer's chat, and a colleague can take the case."""
    rina, budi = await house.officer("Rina"), await house.officer("Budi")
    await reported(house)
    await claimed(rina, "diminta bayar")

    await rina.tap("Lepas")
    await rina.sees("Alasannya")
    await rina.tap("Ganti jaga")

    await rina.wait_until(lambda: rina.find("diminta bayar") is None, "the words to go")
    await settled(house)
    assert (await only_case(house)).assignee is None
    await claimed(budi, "diminta bayar")


async def test_closing_takes_the_words_from_the_officers_chat(house: House) -> None:
    """Nothing the person wrote stays with the officer; the person is told, and can write again."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")
    await siti.send("/menu")
    await siti.send("/status")
    await siti.sees("Laporanmu:")

    await rina.tap("Tutup")
    await rina.sees("ditutup dengan hasil apa")
    await rina.tap("Diberi saran")

    await siti.sees("Petugas menutup laporanmu")
    await rina.wait_until(lambda: rina.find("diminta bayar") is None, "the words to go")
    await settled(house)
    assert not (await case_of(house, code_in(words))).is_open
    await siti.tap("Tambah ke laporan")
    await siti.sees("Ada bukti atau cerita lain")
    await siti.send("dia menelepon lagi")
    await rina.sees("Kasus")


async def test_a_corrected_message_becomes_a_revision(house: House) -> None:
    """An edited message goes to the officer marked as changed; the first wording is kept in the case."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")
    await answered(rina, words, "Siapa namanya?", siti)
    mine = await siti.send("namanya pak Budy")
    await rina.sees("pak Budy")

    await siti.edit(mine, "namanya pak Burhan")

    changed = await rina.sees("pak Burhan")
    assert "diubah" in changed.text
    code = code_in(words)
    file = await house.parts.room.archive.find(code)
    assert file is not None
    said = [event.body.get("text") for event in await house.parts.room.archive.history(file)]
    assert "namanya pak Budy" in said
    assert "namanya pak Burhan" in said


async def test_an_officer_opens_the_desk_by_a_link_and_sends_no_files(house: House) -> None:
    """/meja gives a link once; a photo in answer to a case is politely refused, never sent."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")

    await rina.send("/meja")
    await rina.sees("Tautan masuk")
    await rina.send_photo(b"\xff\xd8\xff\xe0" + b"0" * 60, reply_to=words.id)

    await rina.sees("hanya tulisan")
    assert rina.link("Buka meja").startswith("http://127.0.0.1")
    assert not any("photo" in seen.raw for seen in siti.from_bot())


async def test_an_officer_asks_for_help(house: House) -> None:
    """[Minta bantuan] calls the colleagues on duty, without a word of the case, and says who they are."""
    rina, budi = await house.officer("Rina"), await house.officer("Budi")
    await reported(house)
    await claimed(rina, "diminta bayar")

    await rina.tap("Minta bantuan")

    called = await rina.sees("saya panggil Budi")
    asked = await budi.sees("Rina minta bantuan")
    assert "bayar" not in asked.text
    assert "sudah diberi tahu" not in called.text


async def test_who_asks_for_help_alone_reads_what_else_can_be_done(house: House) -> None:
    """Budi is on the rota and never pressed Mulai: nobody can be called, and the officer is told so."""
    rina = await house.officer("Rina")
    await reported(house)
    await claimed(rina, "diminta bayar")

    await rina.tap("Minta bantuan")

    told = await rina.sees("tidak ada rekan jaga")
    assert "110" in told.text
    assert rina.find("saya panggil Budi") is None


async def test_sending_becomes_arrived_in_the_same_message(house: House) -> None:
    """ "Mengirim …" does not stay behind: it reads "sampai" once Telegram has accepted the reply."""
    rina = await house.officer("Rina")
    siti = await reported(house)
    words = await claimed(rina, "diminta bayar")

    await rina.send("Apakah kamu bisa menelepon?", reply_to=words)
    echo = await rina.sees("Akan dikirim dalam 5 detik")
    await siti.sees("bisa menelepon", timeout_s=ECHO_PATIENCE_S)

    arrived = await rina.sees("sampai")
    assert arrived.id == echo.id
    assert rina.find("Mengirim") is None


async def test_an_officers_help_comes_first(house: House) -> None:
    """/bantuan tells an officer what officers do and the way to the others' menu; the rest read theirs."""
    rina, siti = await house.officer("Rina"), house.sim.person("Siti")

    await rina.send("/bantuan")
    await siti.send("/bantuan")

    told = await rina.sees("Untuk petugas")
    assert "/meja" in told.text
    assert "/menu" in told.text
    await siti.sees("mengetik apa saja")
    assert siti.find("Untuk petugas") is None
