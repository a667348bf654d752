"""
The bot as a process of its own that dies where it is told to: `python -m tests.crash.bot_process CONFIG`.

Reading and indexing the content takes seconds and a test kills hundreds of processes, so this one prepares
everything, says "warm", and forks one bot for each order on standard input (a line of JSON, see `Order`).
The fork is the bot: its own process, connections and leases, from before the first byte to its end. Every
birth and death is a line of JSON on standard output.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bot.app.assembly import assembled
from bot.app.knowledge import Edition, load_edition
from bot.app.running import serving
from bot.config import Config
from tests.house_fixtures import config_for


@dataclass(frozen=True, slots=True)
class Setting:
    """
    What all lives of one bot share.

    Attributes:
        folder: Of the data; two bots on one store share it.
        lease_ms: How long a dead bot keeps its outbox lines.
        port: Where the webhook listens; 0 for polling.
        webhook_url: What Telegram is told, when something stands between.
    """

    folder: str
    url: str
    token: str
    mode: str
    master_key: str
    lease_ms: int
    port: int = 0
    webhook_url: str = ""

    def config(self) -> Config:
        telegram: Any = SimpleNamespace(url=self.url, token=self.token)
        config = config_for(Path(self.folder), telegram, mode=self.mode, port=self.port)
        url = self.webhook_url or config.telegram.webhook_url
        return replace(config, telegram=replace(config.telegram, webhook_url=url))

    @property
    def environment(self) -> dict[str, str]:
        return {"LANGKAH_AMAN_MASTER_KEY": self.master_key}

    def written(self) -> str:
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Order:
    """Live until `point` has been passed `times` times; "" lives until somebody ends it."""

    point: str = ""
    times: int = 0


class Doom:
    """The landmark that kills: no cleaning up, no flushing, no goodbye."""

    def __init__(self, order: Order) -> None:
        self._point = order.point
        self._left = order.times

    def __call__(self, point: str) -> None:
        if point == self._point:
            self._left -= 1
            if self._left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)


async def live(setting: Setting, order: Order, edition: Edition) -> None:
    """One life of the bot."""
    doom = Doom(order)
    async with (
        assembled(
            setting.config(),
            setting.environment,
            landmark=doom,
            limited=False,
            stop_store=False,
            edition=edition,
            lease_ms=setting.lease_ms,
        ) as parts,
        serving(parts, "bot", doom) as tasks,
    ):
        await asyncio.gather(*tasks)


def main() -> None:
    setting = Setting(**json.loads(sys.argv[1]))
    edition = load_edition(setting.config())
    gc.collect()
    gc.freeze()  # forks share these pages
    _tell({"warm": os.getpid()})
    for line in sys.stdin:
        order = Order(**json.loads(line))
        born = os.fork()
        if born == 0:
            _be_born(setting, order, edition)
        _tell({"born": born})
        _, status = os.waitpid(born, 0)
        _tell({"died": born, "status": os.waitstatus_to_exitcode(status)})


def _be_born(setting: Setting, order: Order, edition: Edition) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # logs go where errors go; standard output tells of births and deaths only
    try:
        asyncio.run(live(setting, order, edition))
    except Exception as error:  # whatever ended it must be seen in the log
        sys.stderr.write(f"ended by {type(error).__name__}: {error}\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _tell(what: dict[str, int]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
