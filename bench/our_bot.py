"""
Our bot as it runs in real life: webhook, embedded store with every commit on the disk before the 200.

Run by `processes.py` with one JSON argument. Says one line when it is ready; each line it is then given is a
broadcast: `{"text": …, "chats": [chat ids]}`, put into the outbox as any later broadcast command will.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app.assembly import Parts, assembled
from bot.app.memory import settle_memory
from bot.app.running import serving
from bot.cases.sla import OfficeHours
from bot.config import Config, DeskAddress, StoreSettings, TelegramSettings
from bot.danger import Danger
from bot.runner.letters import Letter
from bot.vault.keys import new_master_key

ZONE = ZoneInfo("Asia/Makassar")


@dataclass(frozen=True, slots=True)
class Order:
    """What the process is asked to be."""

    api: str
    token: str
    port: int
    secret: str
    data: str
    content: str
    limited: bool


def config_of(order: Order) -> Config:
    hours = OfficeHours(
        ZONE, frozenset(range(7)), time(8), time(16), {Danger.EMERGENCY: timedelta(minutes=15)}
    )
    return Config(
        telegram=TelegramSettings(
            mode="webhook",
            api_url=order.api,
            webhook_url=f"http://127.0.0.1:{order.port}/telegram",
            port=order.port,
            token=order.token,
            webhook_secret=order.secret,
        ),
        store=StoreSettings(Path(order.data)),
        desk=DeskAddress(port=0),
        content=Path(order.content),
        zone=ZONE,
        agencies={},
        shifts=(),
        hours=hours,
    )


async def live(order: Order) -> None:
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    async with (
        assembled(config_of(order), environment, limited=order.limited) as parts,
        serving(parts, "bot"),
    ):
        settle_memory()
        info = await parts.store.cases.call("INFO", "server")
        sys.stdout.write(json.dumps({"pid": os.getpid(), "store": info["process_id"]}) + "\n")
        sys.stdout.flush()
        while line := await asyncio.to_thread(sys.stdin.readline):
            await broadcast(parts, json.loads(line))


async def broadcast(parts: Parts, wanted: dict[str, Any]) -> None:
    for chat in wanted["chats"]:
        name = f"broadcast-{chat}"
        letter = Letter(f"{name}-1", lane="broadcast", text=wanted["text"])
        await parts.people.enqueue(parts.lookups.tag_of(chat), name, [letter])
    sys.stdout.write("enqueued\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(live(Order(**json.loads(sys.argv[1]))))
