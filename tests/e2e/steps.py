"""What people do again and again in these tests, and what can be seen of it inside the house."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.cases.case import Case
from bot.casework.archive import CaseFile
from bot.simulator.person import Person
from bot.simulator.seen import Seen
from tests.house_fixtures import House

RECEIPT = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
CODE = re.compile(r"K-[A-Z0-9]{4,}")
Found = TypeVar("Found")
ECHO_PATIENCE_S = 40.0  # a reply goes out five seconds after its echo


async def met(house: House, name: str = "Siti") -> Person:
    """Somebody who has pressed Mulai and reads the menu."""
    person = house.sim.person(name)
    await person.start()
    await person.sees("Mau mulai dari mana")
    return person


async def reported(house: House, text: str) -> Person:
    """Siti, whose report is filed."""
    siti = await met(house)
    await report(siti, text)
    return siti


async def report(siti: Person, text: str) -> str:
    """File a report with one text. Returns: the receipt as it is shown, "1234 5678 9012 3456"."""
    await begin_report(siti)
    await siti.send(text)
    shown = await siti.sees("nomor kembalimu")
    return receipt_in(shown)


async def begin_report(siti: Person) -> None:
    await siti.send("/lapor")
    await siti.sees("Ceritakan apa yang terjadi")


def receipt_in(message: Seen) -> str:
    found = RECEIPT.search(message.text)
    assert found is not None, message.text
    return found[0]


def code_in(message: Seen) -> str:
    found = CODE.search(message.text)
    assert found is not None, message.text
    return found[0]


async def claimed(officer: Person, words: str) -> Seen:
    """Press [Ambil] and wait for the words of the case in the officer's own chat."""
    await officer.wait_until(lambda: any("Ambil" in seen.buttons for seen in officer.from_bot()), "a case")
    await officer.tap("Ambil")
    return await officer.sees(words)


async def answered(officer: Person, case_message: Seen, text: str, siti: Person) -> Seen:
    """Reply to a case's message and wait until the person reads it."""
    await officer.send(text, reply_to=case_message)
    await officer.sees("Akan dikirim")
    return await siti.sees(text, timeout_s=ECHO_PATIENCE_S)


async def file_of(house: House, code: str) -> CaseFile:
    found = await house.parts.room.archive.find(code)
    assert found is not None
    return found


async def case_of(house: House, code: str) -> Case:
    case = (await file_of(house, code)).case
    assert case is not None
    return case


async def only_case(house: House) -> Case:
    """The one open case of this house."""
    await house.parts.post.idle()
    (case,) = await house.parts.room.archive.open_cases()
    return case


async def until(house: House, look: Callable[[], Awaitable[Found | None]], patience_s: float = 30.0) -> Found:
    """Look again after each round trip to the store until there is something to see."""
    async with asyncio.timeout(patience_s):
        while (found := await look()) is None:
            await house.parts.store.ping()
        return found


async def settled(house: House) -> None:
    """Until nothing that this process has begun is under way."""
    await house.parts.post.idle()


def evidence_files(house: House) -> list[Path]:
    folder = house.parts.config.store.data / "evidence"
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


def files_with(folder: Path, wanted: bytes) -> list[str]:
    """Names of all files under a folder that contain these bytes."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and wanted in path.read_bytes())
