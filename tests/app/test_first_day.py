"""The first day at a real terminal: every answer is checked, nothing half written, whoever stops goes on."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from bot.app.assembly import master_keys
from bot.config import load_config
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key, write_key_file
from tests.app.terminal import CTRL_C, Terminal, at, terminal

TOKEN = "ditempel): "  # the last sign comes when what is typed no longer shows
SHEET_LINE = re.compile(r"^(?:[A-Z2-7]{4} ?)+  ?[A-Z2-7]{2}$", re.MULTILINE)


async def fill_in(screen: Terminal, sim: Simulator, key_file: Path) -> None:
    """All questions up to the recovery sheets, answered well."""
    await screen.answers(TOKEN, sim.token)
    await screen.answers("Nama lembaga", "Polres Uji")
    await screen.answers("Zona waktu", "wita")
    await screen.answers("Nama petugas pertama", "Rina")
    await screen.answers("Jam mulai jaga", "24 jam")
    await screen.answers("Berkas kunci induk", str(key_file))
    await screen.answers("Sudah benar?", "y")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def servers_in(folder: Path) -> list[str]:
    """Command lines of processes that work with this folder's store."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if "valkey" in words and str(folder) in words:
            found.append(words)
    return found


async def test_every_answer_is_checked_and_asked_again(short_folder: Path, sim: Simulator) -> None:
    """Wrong tokens, hours, zones and places for the key get one kind line each, and the question again."""
    inside, key_file = short_folder / "data" / "master.key", short_folder / "kunci" / "master.key"

    async with terminal("init", str(short_folder), **at(short_folder, sim)) as screen:
        await screen.answers(TOKEN, "halo")
        await screen.sees("Itu belum token")
        await screen.answers(TOKEN, "1:salah")
        await screen.sees("Telegram tidak mengenal token itu")
        await screen.answers(TOKEN, sim.token)
        await screen.answers("Nama lembaga", "Polres Uji")
        await screen.answers("Zona waktu", "lombok")
        await screen.sees("Tulis WIB")
        await screen.answers("Zona waktu", "WITA")
        await screen.answers("Nama petugas pertama", "...")
        await screen.sees("Tulis namanya dengan huruf")
        await screen.answers("Nama petugas pertama", "Rina")
        await screen.answers("Jam mulai jaga", "25:99")
        await screen.sees("bukan jam")
        await screen.answers("Jam mulai jaga", "8 pagi")
        await screen.answers("Jam selesai jaga", "2 malam")
        await screen.sees("bisa berarti dua jam")
        await screen.answers("Jam selesai jaga", "16.00")
        await screen.answers("Berkas kunci induk", str(inside))
        await screen.sees("di dalam folder data")
        nothing_yet = names_in(short_folder)
        await screen.answers("Berkas kunci induk", str(key_file))
        await screen.sees("setiap hari, 08.00 sampai 16.00 (8 jam), WITA")
        await screen.answers("Sudah benar?", "y")
        await screen.sees("LEMBAR PEMULIHAN")
        key_is_there = key_file.exists()
        await screen.answers("Kedua lembar sudah disalin?", "belum")
        await screen.answers("Kedua lembar sudah disalin?", "ya")
        await screen.sees("start=inv_")
        await screen.answers("Kirim alarm percobaan sekarang?", "t")
        code = await screen.ends()

    config = load_config(short_folder / "config.yaml", {})
    shift = config.shifts[0]
    assert (code, nothing_yet, key_is_there) == (0, [], True)
    assert (f"{shift.starts:%H:%M}", f"{shift.ends:%H:%M}", str(config.zone)) == (
        "08:00",
        "16:00",
        "Asia/Makassar",
    )
    assert "current" in repr(master_keys(config, {}))
    assert sim.token not in screen.screen
    assert servers_in(short_folder) == []


@pytest.mark.parametrize("question", ["Jam mulai jaga", "Sudah benar?"])
async def test_ctrl_c_before_the_end_of_the_questions_leaves_nothing(
    short_folder: Path, sim: Simulator, question: str
) -> None:
    """One Ctrl-C at a question ends it at once, with one line and not a file written."""
    async with terminal("init", str(short_folder), **at(short_folder, sim)) as screen:
        await screen.answers(TOKEN, sim.token)
        await screen.answers("Nama lembaga", "Polres Uji")
        await screen.answers("Zona waktu", "")
        await screen.answers("Nama petugas pertama", "Rina")
        if question == "Sudah benar?":
            await screen.answers("Jam mulai jaga", "24 jam")
            await screen.answers("Berkas kunci induk", "")
        await screen.sees(question)
        await screen.waits()
        screen.press(CTRL_C)
        code = await screen.ends()

    assert code == 130
    assert "Lanjutkan kapan saja" in screen.screen
    assert "Traceback" not in screen.screen
    assert names_in(short_folder) == []


async def test_stopped_at_the_sheets_it_begins_again_with_the_same_key(
    short_folder: Path, sim: Simulator
) -> None:
    """Without copied sheets there is no config.yaml; the next `init` keeps the key and shows new sheets."""
    key_file = short_folder / "kunci" / "master.key"
    async with terminal("init", str(short_folder), **at(short_folder, sim)) as first:
        await fill_in(first, sim, key_file)
        await first.sees("Kedua lembar sudah disalin?")
        await first.waits()
        first.press(CTRL_C)
        await first.ends()
    key, unfinished = key_file.read_text(), names_in(short_folder)

    async with terminal("init", str(short_folder), **at(short_folder, sim)) as second:
        await fill_in(second, sim, key_file)
        await second.sees("yang sudah ada dipakai")
        sheets = await second.sees("Kedua lembar sudah disalin?")
        second.press("y\n")
        await second.answers("Kirim alarm percobaan sekarang?", "t")
        code = await second.ends()

    assert unfinished == ["kunci"]
    assert (code, key_file.read_text()) == (0, key)
    assert len(SHEET_LINE.findall(sheets)) == 8


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
async def test_ended_while_it_waits_it_stops_the_store_and_goes_on_later(
    short_folder: Path, sim: Simulator, how: signal.Signals
) -> None:
    """Whatever ends `init` before Mulai, no server stays behind, and the next `init` gives a fresh link."""
    key_file = short_folder / "kunci" / "master.key"
    async with terminal("init", str(short_folder), **at(short_folder, sim)) as first:
        await fill_in(first, sim, key_file)
        await first.answers("Kedua lembar sudah disalin?", "y")
        await first.answers("Kirim alarm percobaan sekarang?", "y")
        await first.sees("Menunggu petugas")
        before = servers_in(short_folder)
        os.kill(first.process.pid, how)
        code = await first.ends()
    after = servers_in(short_folder)

    async with terminal("init", str(short_folder), **at(short_folder, sim)) as second:
        await second.sees("Kita lanjutkan dari situ")
        await second.sees("start=inv_")
        await second.answers("Kirim alarm percobaan sekarang?", "t")
        again = await second.ends()

    assert (len(before), after, code, again) == (1, [], 130, 0)
    assert "Traceback" not in first.screen + second.screen


async def test_a_key_and_a_token_that_are_there_are_kept(short_folder: Path, sim: Simulator) -> None:
    """A second bot on this machine shares the key when asked to, and the first one's token file stays."""
    key_file = short_folder / "kunci" / "master.key"
    key_file.parent.mkdir()
    write_key_file(key_file, (new_master_key(),))
    (short_folder / "kunci" / "token").write_text("99:lain\n")
    key = key_file.read_text()

    async with terminal("init", str(short_folder / "bot"), **at(short_folder, sim)) as screen:
        await fill_in(screen, sim, key_file)
        await screen.answers("Kedua lembar sudah disalin?", "y")
        await screen.answers("Kirim alarm percobaan sekarang?", "t")
        code = await screen.ends()

    assert (code, key_file.read_text()) == (0, key)
    assert (short_folder / "kunci" / "token").read_text() == "99:lain\n"
    assert load_config(short_folder / "bot" / "config.yaml", {}).telegram.token == sim.token


async def test_both_sheets_give_the_key_back_and_a_slip_costs_one_line(
    short_folder: Path, sim: Simulator
) -> None:
    """What was copied on the first day is typed in again; a wrong line is asked for again, alone."""
    key_file = short_folder / "kunci" / "master.key"
    async with terminal("init", str(short_folder), **at(short_folder, sim)) as screen:
        await fill_in(screen, sim, key_file)
        lines = SHEET_LINE.findall(await screen.sees("Kedua lembar sudah disalin?"))
        await screen.waits()
        screen.press(CTRL_C)
        await screen.ends()
    key = key_file.read_text()
    key_file.unlink()

    async with terminal("recover", str(key_file), folder=short_folder) as screen:
        await screen.answers("baris 1", lines[0][:-1] + ("A" if lines[0][-1] != "A" else "B"))
        await screen.sees("Ketik lagi baris ini saja")
        for line in lines:
            await screen.answers("baris ", line.lower())
        code = await screen.ends()

    assert (code, key_file.read_text()) == (0, key)
