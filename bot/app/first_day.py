"""
`langkah-aman init`: the first day, asked step by step in plain Bahasa Indonesia.

Each answer is checked before the next question. Then, in this order: the master key, its recovery sheets for
two people, the token file, and last config.yaml (`first_files.py`); so whoever is interrupted starts `init`
again and goes on: before config.yaml is there from the questions, afterwards from the officer's link.
Nothing that exists is written over. Start at `first_day`.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from bot.app.asking import NotUnderstood, ask, ask_yes, some_words
from bot.app.duty_hours import MIDNIGHT, read_end, read_start, said
from bot.app.first_alarm import send_test_alarm
from bot.app.first_files import Answers, keep_config, keep_key, keep_token, key_place, short_id
from bot.app.recovery_sheets import print_sheets
from bot.app.staff import invite, officer_named
from bot.cases.officer import Agency
from bot.chat.calls import BotApi
from bot.config import Config, load_config
from bot.errors import ConfigError, LangkahAmanError, TokenRefused

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
BOTFATHER = """\
1. Buka Telegram, cari @BotFather, tekan Mulai.
2. Kirim /newbot, beri nama (misalnya "Langkah Aman Lombok Barat"), lalu nama pengguna yang berakhir "bot".
3. BotFather memberi token, bentuknya 123456:ABC… Salin token itu. Jangan kirim ke siapa pun.
4. Kirim /setjoingroups ke BotFather dan pilih Enable, supaya bot bisa masuk grup lembaga."""
TOKEN_SHAPE = re.compile(r"\d{1,20}:[A-Za-z0-9_-]+")


def first_day(folder: Path, environment: Mapping[str, str]) -> None:
    """
    Ask, write, invite, test; or go on where an earlier `init` was interrupted.

    Raises: LangkahAmanError, one line; typer.Abort or KeyboardInterrupt when the person stops.
    """
    folder = folder.expanduser().absolute()
    try:
        config, agency, officer = _unfinished(folder, environment) or _set_up(folder, environment)
        link = asyncio.run(invite(config, environment, officer[1], agency.id, officer[0], supervisor=True))
        typer.echo("\nTautan petugas pertama (sekali pakai, 7 hari). Kirim hanya kepada orangnya:")
        typer.echo(f"  {link}\n")
        if ask_yes("Kirim alarm percobaan sekarang? Petugas harus menekan Mulai dulu", default=True):
            send_test_alarm(config, environment, officer[0])
    except (typer.Abort, KeyboardInterrupt):
        typer.echo(
            "\nDihentikan. Lanjutkan kapan saja dengan perintah yang sama: langkah-aman init", err=True
        )
        raise
    typer.echo("\nSelesai. Berikutnya: langkah-aman doctor, lalu langkah-aman run.")
    typer.echo(f"Grup lembaga: langkah-aman staff group {agency.id}")


# --- a new folder ----------------------------------------------------------------------------------------


def _set_up(folder: Path, environment: Mapping[str, str]) -> tuple[Config, Agency, tuple[str, str]]:
    """Ask and write everything. Returns: the config, its agency, and the first officer's id and name."""
    _check_folder(folder)
    api_url = environment.get("LANGKAH_AMAN_API_URL", "https://api.telegram.org")
    typer.echo(BOTFATHER + "\n")
    token, username = ask(
        "Token dari BotFather (tidak tampil saat diketik atau ditempel)",
        lambda typed: (typed, _username(typed, api_url)),
        hidden=True,
    )
    typer.echo(f"Bot dikenal: @{username}\n")
    answers = _asked(
        folder, Answers(token, username, api_url, "", "WIB", "", MIDNIGHT, MIDNIGHT, _usual_key())
    )
    new = keep_key(answers.key_file)
    typer.echo(f"\nKunci induk {'ditulis' if new else 'yang sudah ada dipakai'}: {answers.key_file}")
    print_sheets(answers.key_file, again=not new)
    token_file = keep_token(answers)
    path = keep_config(folder, answers, token_file)
    typer.echo(f"\nDitulis: {path} dan {token_file}")
    config = load_config(path, environment)
    officer = short_id(answers.officer, "petugas"), answers.officer
    return config, next(iter(config.agencies.values())), officer


def _asked(folder: Path, known: Answers) -> Answers:
    """Ask until the person says that everything is right; earlier answers are offered again."""
    while True:
        agency = ask(
            "Nama lembaga yang menjawab laporan (misalnya Polres Lombok Barat)",
            some_words,
            known.agency or None,
        )
        zone = ask("Zona waktu: WIB, WITA, atau WIT", _zone, _zone_name(known.zone))
        officer = ask("Nama petugas pertama", some_words, known.officer or None)
        starts, ends = _hours(known)
        key_file = ask("Berkas kunci induk (di luar folder data)", key_place(folder), str(known.key_file))
        known = replace(
            known, agency=agency, zone=zone, officer=officer, starts=starts, ends=ends, key_file=key_file
        )
        typer.echo(f"\n  Lembaga      {agency}\n  Petugas      {officer}")
        typer.echo(f"  Jaga         {said(starts, ends)}, {_zone_name(zone)}")
        typer.echo(f"  Kunci induk  {key_file}\n  Data         {folder / 'data'}\n")
        if ask_yes("Sudah benar? Belum ada yang ditulis", default=True):
            return known


def _hours(known: Answers) -> tuple[time, time]:
    starts, ends = ask("Jam mulai jaga (24 jam penuh: 00.00)", read_start, f"{known.starts:%H.%M}")
    if ends is None:
        ends = ask("Jam selesai jaga", read_end, f"{known.ends:%H.%M}")
    return starts, ends


def _zone(typed: str) -> str:
    try:
        return ZONES[typed.upper()]
    except KeyError:
        pass
    if typed in ZONES.values():
        return str(ZoneInfo(typed))
    raise NotUnderstood(
        "Tulis WIB (Jawa, Sumatra), WITA (Bali, NTB, NTT, Sulawesi), atau WIT (Maluku, Papua)."
    )


def _zone_name(zone: str) -> str:
    return next((name for name, each in ZONES.items() if each == zone), "WIB")


def _usual_key() -> Path:
    return Path.home() / ".config" / "langkah-aman" / "master.key"


def _check_folder(folder: Path) -> None:
    above = folder
    while not above.exists():
        above = above.parent
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        raise ConfigError(f"{above} tidak bisa ditulis; jalankan init di folder milikmu sendiri")


def _username(token: str, api_url: str) -> str:
    """The bot's username, as Telegram gives it. Raises: NotUnderstood."""
    if not TOKEN_SHAPE.fullmatch(token):
        raise NotUnderstood(
            "Itu belum token. Bentuknya angka, titik dua, lalu huruf: 123456:ABC… Salin seluruhnya."
        )
    try:
        return asyncio.run(_me(token, api_url))
    except TokenRefused:
        raise NotUnderstood(
            "Telegram tidak mengenal token itu. Salin lagi seluruhnya dari BotFather."
        ) from None
    except LangkahAmanError:
        raise NotUnderstood(
            "Telegram belum terjangkau. Periksa sambungan internet, lalu tempel lagi."
        ) from None


async def _me(token: str, api_url: str) -> str:
    api = BotApi(token, api_url)
    await api.open()
    try:
        return str((await api.call("getMe"))["username"])
    finally:
        await api.close()


# --- a folder where `init` was interrupted -----------------------------------------------------------------


def _unfinished(
    folder: Path, environment: Mapping[str, str]
) -> tuple[Config, Agency, tuple[str, str]] | None:
    """
    What an earlier `init` wrote, when its officer is not there yet.

    Returns: None when there is no config.yaml with an agency.
    Raises: ConfigError when the first day is over, or config.yaml needs a hand.
    """
    path = folder / "config.yaml"
    if not path.exists():
        return None
    config = load_config(path, environment)
    if not config.agencies:
        return None
    over = ConfigError(f"{path} sudah terisi; ubah dengan penyunting teks, lalu jalankan langkah-aman doctor")
    if config.key_file is None or not config.telegram.token or not config.shifts:
        raise over
    officer = config.shifts[0].officer
    found, anybody = asyncio.run(officer_named(config, environment, officer))
    if anybody:
        raise over
    typer.echo(f"{path} sudah ada. Yang belum: petugas pertama menekan Mulai. Kita lanjutkan dari situ.")
    name = found.name if found else ask("Nama petugas pertama", some_words, officer)
    hotline = [agency for agency in config.agencies.values() if agency.hotline]
    agency = found.agency if found else (hotline or list(config.agencies.values()))[0]
    return config, agency, (officer, name)
