"""
`langkah-aman init`: the first day, asked step by step in plain Bahasa Indonesia.

It writes config.yaml, a token file and a master key file (both readable by their owner alone, the key outside
the data folder), prints the recovery sheet for two people, invites the first officer, and can send a test
alert. Nothing that exists is overwritten.
"""

from __future__ import annotations

import asyncio
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer
import yaml

from bot.app.assembly import assembled, now
from bot.app.running import serving
from bot.app.staff import invite
from bot.cases.commands import RaiseAlert
from bot.chat.calls import BotApi
from bot.config import load_config
from bot.danger import Danger
from bot.errors import ConfigError, LangkahAmanError
from bot.vault.keys import new_master_key, write_key_file
from bot.vault.recovery import join_halves, split_key

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
TEST_ALERT_PATIENCE_S = 300
BOTFATHER = """\
1. Buka Telegram, cari @BotFather, tekan Mulai.
2. Kirim /newbot, beri nama (misalnya "Langkah Aman Lombok Barat"), lalu nama pengguna yang berakhir "bot".
3. BotFather memberi token, bentuknya 123456:ABC… Salin token itu. Jangan kirim ke siapa pun.
4. Kirim /setjoingroups ke BotFather dan pilih Enable, supaya bot bisa masuk grup lembaga."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked on the first day."""

    token: str
    api_url: str
    agency: str
    zone: str
    officer: str
    starts: str
    ends: str
    key_file: Path


async def first_day(folder: Path, environment: Mapping[str, str]) -> None:
    """Ask, write, invite, test. Raises: ConfigError and others, one line."""
    path = folder / "config.yaml"
    if path.exists() and load_config(path, {}).agencies:
        raise ConfigError(
            f"{path} sudah terisi; ubah dengan penyunting teks, lalu jalankan langkah-aman doctor"
        )
    answers = _ask(await _token())
    _write(folder, path, answers)
    _print_recovery(answers.key_file)
    config = load_config(path, environment)
    link = await invite(config, environment, answers.officer, agency_id(answers.agency), "", supervisor=True)
    typer.echo("\nTautan petugas pertama (sekali pakai, 7 hari). Kirim hanya kepada orangnya:")
    typer.echo(f"  {link}\n")
    if typer.confirm("Kirim alarm percobaan sekarang? Petugas harus menekan Mulai dulu", default=True):
        await _test_alert(path, environment, agency_id(answers.officer))
    typer.echo("\nSelesai. Berikutnya: langkah-aman doctor, lalu langkah-aman run.")
    typer.echo("Grup lembaga: langkah-aman staff group " + agency_id(answers.agency))


async def _token() -> tuple[str, str]:
    """The token, accepted by Telegram, and the Bot API it belongs to."""
    typer.echo("Langkah Aman: hari pertama.\n")
    typer.echo(BOTFATHER + "\n")
    api_url = os.environ.get("LANGKAH_AMAN_API_URL", "https://api.telegram.org")
    while True:
        token = typer.prompt("Token dari BotFather", hide_input=True).strip()
        try:
            typer.echo(f"Bot dikenal: @{await _username(token, api_url)}\n")
        except LangkahAmanError as error:
            typer.echo(f"Token itu belum diterima ({error}). Coba salin lagi.")
        else:
            return token, api_url


def _ask(known: tuple[str, str]) -> Answers:
    agency = typer.prompt("Nama lembaga yang menjawab laporan (misalnya Polres Lombok Barat)").strip()
    zone = typer.prompt("Zona waktu: WIB, WITA, atau WIT", default="WIB").strip().upper()
    while zone not in ZONES:
        zone = typer.prompt("Pilih WIB, WITA, atau WIT", default="WIB").strip().upper()
    officer = typer.prompt("Nama petugas pertama").strip()
    starts = typer.prompt("Jam mulai jaga (24 jam penuh: 00:00)", default="00:00")
    ends = typer.prompt("Jam selesai jaga", default="00:00")
    default_key = Path.home() / ".config" / "langkah-aman" / "master.key"
    key_file = Path(
        typer.prompt("Berkas kunci induk (di luar folder data)", default=str(default_key))
    ).expanduser()
    return Answers(*known, agency, ZONES[zone], officer, starts, ends, key_file)


async def _username(token: str, api_url: str) -> str:
    api = BotApi(token, api_url)
    await api.open()
    try:
        return str((await api.call("getMe"))["username"])
    finally:
        await api.close()


def _write(folder: Path, path: Path, answers: Answers) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    token_file = answers.key_file.with_name("token")
    answers.key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not answers.key_file.exists():
        write_key_file(answers.key_file, (new_master_key(),))
    descriptor = os.open(token_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(answers.token + "\n")
    agency, officer = agency_id(answers.agency), agency_id(answers.officer)
    telegram = {"mode": "polling"} | (
        {} if answers.api_url.endswith("telegram.org") else {"api_url": answers.api_url}
    )
    settings = {
        "telegram": telegram,
        "redis": {"data": "data"},
        "desk": {"host": "127.0.0.1", "port": 8080, "url": "http://127.0.0.1:8080"},
        "secrets": {"token_file": str(token_file), "key_file": str(answers.key_file)},
        "hotline": {
            "time_zone": answers.zone,
            "agencies": [{"id": agency, "name": answers.agency, "hotline": True}],
            "duty": [{"officer": officer, "from": answers.starts, "to": answers.ends}],
            "answer_within": {"emergency": 15, "high": 60, "watch": 480, "none": 960},
        },
        "backup_days": 30,
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    path.write_text(
        f"# Dibuat oleh langkah-aman init. Penjelasan tiap baris: docs/petugas-teknis.md\n{text}", "utf-8"
    )
    typer.echo(f"\nDitulis: {path}, {token_file}, {answers.key_file}")


def _print_recovery(key_file: Path) -> None:
    key = next(line for line in key_file.read_text(encoding="ascii").splitlines() if not line.startswith("#"))
    first, second = split_key(key.strip(), secrets.token_bytes(32))
    typer.echo("\nLEMBAR PEMULIHAN. Salin dengan tangan atau cetak, satu untuk masing-masing orang.")
    typer.echo("Tanpa kedua lembar, data tidak bisa dibuka lagi bila kunci hilang. Jangan difoto.\n")
    for number, half in enumerate((first, second), start=1):
        typer.echo(f"--- Orang ke-{number} " + "-" * 30)
        typer.echo(half + "\n")
    typer.confirm("Kedua lembar sudah disalin?", default=True)


async def _test_alert(path: Path, environment: Mapping[str, str], officer: str) -> None:
    """A training emergency: it proves the way to the officer's phone and pollutes nothing."""
    config = load_config(path, environment)
    async with assembled(config, environment) as parts, serving(parts, "bot"):
        typer.echo("Menunggu petugas menekan Mulai …")
        for _ in range(TEST_ALERT_PATIENCE_S):
            found = await parts.room.roster.find(officer)
            if found is not None and found.tag:
                break
            await asyncio.sleep(1)
        else:
            typer.echo("Petugas belum menekan Mulai. Coba lagi nanti: langkah-aman doctor.")
            return
        command = RaiseAlert(
            id=f"init-{secrets.token_hex(6)}",
            at=now(),
            code=await parts.room.casework.new_code(),
            reporter="",
            text="Alarm percobaan hari pertama. Tekan Ambil, lalu Tutup.",
            danger=Danger.EMERGENCY,
            training=True,
        )
        await parts.room.casework.apply(command, now())
        await asyncio.sleep(3)  # the sweeper brings it; whoever runs init looks at the officer's phone
    typer.echo(f"Alarm percobaan {command.code} dikirim. Periksa Telegram petugas.")


def recover(key_file: Path) -> None:
    """`langkah-aman recover`: both sheets give the key file back. Raises: ConfigError, SecretError."""
    if key_file.exists():
        raise ConfigError(f"{key_file} sudah ada; pindahkan dulu bila memang akan diganti")
    halves = []
    for number in (1, 2):
        typer.echo(f"Lembar orang ke-{number}, baris demi baris (4 baris):")
        halves.append("\n".join(typer.prompt(f"  baris {line}") for line in range(1, 5)))
    key = join_halves(*halves)
    key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_key_file(key_file, (key,))
    typer.echo(f"Kunci induk kembali di {key_file}. Jalankan langkah-aman doctor.")


def agency_id(name: str) -> str:
    """A short id from a name: "Polres Lombok Barat" -> polres-lombok-barat."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "lembaga"
