"""A training emergency on the first day: it proves the way to the officer's phone and pollutes nothing."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import time

import typer

from bot.app.assembly import Parts, assembled, now
from bot.app.running import serving
from bot.cases.duty import Shift
from bot.cases.reporter_commands import RaiseAlert
from bot.config import Config
from bot.danger import Danger

PATIENCE_S = 300
DELIVERY_S = 30


def send_test_alarm(config: Config, environment: Mapping[str, str], officer: str) -> None:
    """
    Wait until the officer has pressed Mulai, then alarm them, whatever their duty hours.

    Raises: LangkahAmanError, one line; KeyboardInterrupt, after everything was put away.
    """
    all_day = Shift(officer, frozenset(range(7)), time(0), time(0))
    asyncio.run(_alarmed(replace(config, shifts=(all_day,)), environment, officer))


async def _alarmed(config: Config, environment: Mapping[str, str], officer: str) -> None:
    typer.echo("Menyiapkan bot. Yang pertama kali bisa satu sampai dua menit …")
    async with assembled(config, environment) as parts, serving(parts, "bot"):
        typer.echo("Menunggu petugas menekan Mulai, paling lama 5 menit (Ctrl-C: berhenti) …")
        if not await _bound(parts, officer):
            typer.echo(
                "Petugas belum menekan Mulai. Tautannya tetap berlaku; coba lagi nanti: langkah-aman init"
            )
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
        accepted = await _accepted(parts, command.code)
    if accepted:
        typer.echo(f"Alarm percobaan {command.code} dikirim. Periksa Telegram petugas.")
    else:
        typer.echo(f"Telegram belum menerima alarm percobaan {command.code}. Jalankan langkah-aman doctor.")


async def _bound(parts: Parts, officer: str) -> bool:
    """Whether the officer pressed Mulai within our patience."""
    for _ in range(PATIENCE_S):
        found = await parts.room.roster.find(officer)
        if found is not None and found.tag:
            return True
        _stop_if_asked()
        await asyncio.sleep(1)
    return False


def _stop_if_asked() -> None:
    """A stop that came while the store was opening a connection may have been swallowed there: it counts."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


async def _accepted(parts: Parts, code: str) -> bool:
    """Whether Telegram took the alarm for the officer's phone."""
    for _ in range(DELIVERY_S * 5):
        case = (await parts.room.archive.cases_of((code,))).get(code)
        if case is not None and case.alert_accepted_at is not None:
            return True
        await asyncio.sleep(0.2)
    return False
