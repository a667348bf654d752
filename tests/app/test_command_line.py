"""The commands as people call them: real processes, one clear line and an exit code when they cannot."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path
from shutil import copytree

import pytest

from bot.simulator.person import Person
from bot.simulator.server import Simulator
from tests.app.terminal import at

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "bot")


async def called(
    *words: str, typed: str = "", folder: Path = ROOT, **environment: str
) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one call."""
    process = await started(*words, folder=folder, **environment)
    out, err = await process.communicate(typed.encode())
    return process.returncode or 0, out.decode(), err.decode()


async def started(*words: str, folder: Path, **environment: str) -> asyncio.subprocess.Process:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LANGKAH_AMAN")}
    return await asyncio.create_subprocess_exec(
        *COMMAND,
        *words,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
    )


async def test_check_finds_nothing_wrong_with_what_we_ship() -> None:
    """The content of this repository passes its own check, in whatever year that is asked."""
    code, out, _ = await called("check")

    assert (code, out.splitlines()[-1]) == (0, "Tidak ada masalah.")


async def test_check_reminds_of_reviews_that_are_overdue(tmp_path: Path) -> None:
    """Place and way out as for a problem, every time; only who asks strictly is stopped by the calendar."""
    copytree(ROOT / "flows", tmp_path / "flows")
    copytree(ROOT / "content", tmp_path / "content")
    quiz = next((tmp_path / "content").rglob("quiz*/*.yaml"))
    written = re.sub(r"(?m)^review_by: .*$", "review_by: 2020-02-29", quiz.read_text(encoding="utf-8"))
    quiz.write_text(written, encoding="utf-8")

    code, out, _ = await called("check", "--content", str(tmp_path))
    strict, same, _ = await called("check", "--strict", "--content", str(tmp_path))

    assert (code, strict) == (0, 1)
    assert same == out
    assert "seharusnya diperiksa lagi sebelum 29 Februari 2020." in out
    assert 'lalu ganti "review_by" dengan tanggal baru.' in out
    assert re.search(r"\d+ isi sudah lewat tanggal tinjaunya\..*\nTidak ada masalah\.\n$", out)


async def test_check_shows_place_and_way_out(tmp_path: Path) -> None:
    """A broken flow is shown with file, line and the nearest right name, and the exit code says so."""
    for name in ("flows", "content"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "flows").unlink()
    (tmp_path / "flows").mkdir()
    for path in (ROOT / "flows").iterdir():
        text = path.read_text(encoding="utf-8")
        (tmp_path / "flows" / path.name).write_text(text.replace("go: hint", "go: hnt"), encoding="utf-8")

    code, out, _ = await called("check", "--content", str(tmp_path))

    assert code == 1
    assert re.search(r"flows/main\.yaml:\d+: ", out)
    assert 'Mungkin maksudnya "hint"?' in out


async def test_ask_answers_each_line_with_its_id() -> None:
    """One JSON object a line, in and out: the interface of the measurements."""
    lines = '{"id": "a", "text": "tolong pintu dikunci majikan"}\n{"id": "b", "text": "halo"}\n'

    code, out, _ = await called("ask", "--json", typed=lines)
    answers = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [each["id"] for each in answers] == ["a", "b"]
    assert answers[0]["danger"] == "emergency"
    assert answers[1]["decision"] != "answer"


async def test_ask_takes_one_message_with_json_too() -> None:
    """A message on the command line is a message, not JSON; lines that are no JSON are named by number."""
    one, out, _ = await called("ask", "--explain", "--json", "pintu dikunci majikan")
    wrong, _, err = await called("ask", "--json", typed='{"id": 1, "text": "halo"}\nhalo\n')

    assert (one, json.loads(out)["danger"]) == (0, "emergency")
    assert wrong == 1
    assert err == 'langkah-aman: baris 2 bukan objek JSON seperti {"id": 1, "text": "isi pesan"}\n'


async def test_recruiter_reads_a_plain_list(tmp_path: Path) -> None:
    """Any CSV with name, status and source serves as a register."""
    register = tmp_path / "register.csv"
    register.write_text("name,status,source\nSUMBER CONTOH ABADI,aktif,uji\n", encoding="utf-8")

    code, out, _ = await called(
        "recruiter",
        "--json",
        "--register",
        str(register),
        typed='{"id": 1, "text": "PT Sumber Contoh Abadi resmi ga"}\n{"id": 2, "text": "PT Lain Abadi"}\n',
    )
    first, second = (json.loads(line) for line in out.splitlines())

    assert code == 0
    assert (first["decision"], first["name"], first["status"]) == ("confirm", "SUMBER CONTOH ABADI", "aktif")
    assert second["decision"] != "confirm"


async def test_a_broken_register_is_named(tmp_path: Path) -> None:
    """Rows that cannot be used are counted and the first is quoted; nothing is guessed."""
    register = tmp_path / "register.csv"
    register.write_text("nama pt,alamat\nA,B\n", encoding="utf-8")

    code, _, err = await called("recruiter", "PT A", "--register", str(register))

    assert code == 1
    assert err.startswith("langkah-aman: register.csv")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("config", "environment", "said"),
    [
        ("telegrm: {}", {}, "mungkin maksudnya"),
        ("{}", {}, "belum ada token bot"),
        ("{}", {"LANGKAH_AMAN_TOKEN": "1:a"}, "belum ada kunci induk"),
        (
            "redis: {url: 'redis://127.0.0.1:1/0'}",
            {"LANGKAH_AMAN_TOKEN": "1:a", "LANGKAH_AMAN_MASTER_KEY": "A" * 43},
            "127.0.0.1",
        ),
    ],
)
async def test_run_that_cannot_start_says_why_in_one_line(
    tmp_path: Path, config: str, environment: dict[str, str], said: str
) -> None:
    """A wrong key, a missing secret, a store that does not answer: one line and exit code 1."""
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")

    code, _, err = await called("run", folder=tmp_path, **environment)

    assert code == 1
    assert said in err
    assert "Traceback" not in err


async def test_the_first_day_ends_with_an_alert_on_the_officers_phone(
    short_folder: Path, sim: Simulator
) -> None:
    """`init` asks, writes, invites, sends a test alert at any hour, and `doctor` finds its work right."""
    key_file = short_folder / "kunci" / "master.key"
    answers = f"{sim.token}\nPolres Uji\nWITA\nRina\n8-16\n{key_file}\ny\ny\ny\n"
    environment = at(short_folder, sim)
    rina = sim.person("Rina")

    code, out = await _first_day(rina, short_folder, answers, environment)
    await rina.sees("LATIHAN", timeout_s=20)
    _, findings, _ = await called("doctor", folder=short_folder, **environment)

    assert (code, "Alarm percobaan K-" in out, "Traceback" in out) == (0, True, False)
    assert "✓ Petugas: 1 dari 1 sudah menekan Mulai" in findings
    assert "✗ Jadwal jaga: 112 dari 168 jam ke depan tidak ada di jadwal" in findings
    assert "✗ Grup lembaga: 0 tersambung" in findings
    assert key_file.stat().st_mode & 0o077 == 0


async def _first_day(
    rina: Person, folder: Path, answers: str, environment: dict[str, str]
) -> tuple[int, str]:
    """Run `init`; the officer presses Mulai on the printed link when it waits for her."""
    process = await started("init", str(folder), folder=ROOT, **environment)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(answers.encode())
    out = ""
    while "Menunggu" not in out:
        more = await process.stdout.read(4096)
        assert more, out
        out += more.decode()
    found = re.search(r"start=(inv_\S+)", out)
    assert found is not None
    await rina.start(found[1])
    rest, _ = await process.communicate()
    return process.returncode or 0, out + rest.decode()


async def test_init_never_writes_over_what_is_there(tmp_path: Path) -> None:
    """A filled config.yaml stays as it is."""
    (tmp_path / "config.yaml").write_text("hotline: {agencies: [{id: a, name: A}]}", encoding="utf-8")

    code, _, err = await called("init", str(tmp_path))

    assert code == 1
    assert "sudah terisi" in err
    assert (tmp_path / "config.yaml").read_text(encoding="utf-8").startswith("hotline")


async def test_play_walks_a_flow_in_the_terminal() -> None:
    """`play` shows what a person would read, and where typing leads."""
    code, out, _ = await called("play", typed="/start\nlapor\n")

    assert code == 0
    assert "< Halo, saya Langkah Aman." in out
    assert "< Ceritakan apa yang terjadi." in out
