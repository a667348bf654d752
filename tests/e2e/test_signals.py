"""`run` as it runs for real: SIGHUP reads the content again, SIGTERM ends it cleanly."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.app.running import run
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key
from tests.house_fixtures import ROOT, config_for

PATIENCE_S = 100.0  # new words are learnt first; a test may take 120


class Ears:
    """Hears the names of log lines, and can wait for one."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._news = asyncio.Event()

    def __call__(self, _: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        self.heard.append(entry["event"])
        self._news.set()
        raise structlog.DropEvent

    async def wait(self, name: str) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while name not in self.heard:
                self._news.clear()
                await self._news.wait()


@pytest.fixture
def ears() -> Iterator[Ears]:
    ears = Ears()
    structlog.configure(processors=[ears])
    yield ears
    structlog.reset_defaults()


async def test_signals(short_folder: Path, tmp_path: Path, sim: Simulator, ears: Ears) -> None:
    """New words at once; a broken edit is named and changes nothing; the end leaves nothing behind."""
    for name in ("flows", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = replace(config_for(short_folder, sim), content=tmp_path)
    words = tmp_path / "content/id/wording/main.yaml"
    siti = sim.person("Siti")
    given = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    running = asyncio.create_task(run(config, given, role="bot"))
    await ears.wait("run.ready")

    words.write_text(words.read_text().replace("Mau mulai dari mana?", "Kita mulai dari mana?"))
    os.kill(os.getpid(), signal.SIGHUP)
    await ears.wait("content.reloaded")
    await siti.start()
    await siti.sees("Kita mulai dari mana?")
    words.write_text(words.read_text().replace("home: |", "rumah: |"))
    os.kill(os.getpid(), signal.SIGHUP)
    await ears.wait("content.kept")
    await siti.send("/menu")
    await siti.wait_until(lambda: sum("Kita mulai" in seen.text for seen in siti.from_bot()) == 2)
    os.kill(os.getpid(), signal.SIGTERM)

    async with asyncio.timeout(PATIENCE_S):
        await running
    assert not any(name in ears.heard for name in ("conversation.failed", "post.stopped"))
