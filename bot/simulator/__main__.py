"""
Run the simulator by itself: `python -m bot.simulator [--port N] [--calls FILE] [--no-limits] [--fake-clock]`.

Prints one JSON line with `url` and `token`, then serves until it is interrupted. For tests that want the
simulator in a process of its own and drive it through `/control/…`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path

from bot.simulator.clock import FakeClock, real_time
from bot.simulator.limits import SendLimits
from bot.simulator.recorder import Recorder
from bot.simulator.server import running
from bot.simulator.world import World


async def serve(arguments: argparse.Namespace) -> None:
    world = World(
        clock=FakeClock() if arguments.fake_clock else real_time,
        limits=SendLimits(enabled=not arguments.no_limits),
        calls=Recorder(path=arguments.calls),
        seed=arguments.seed,
        webhook_pause_s=arguments.webhook_pause_s,
    )
    async with running(world, port=arguments.port) as simulator:
        sys.stdout.write(json.dumps({"url": simulator.url, "token": simulator.token}) + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description="A stand-in for Telegram.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--calls", type=Path, help="append every Bot API call to this file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--webhook-pause-s", type=float, default=1.0, help="wait after a failed delivery")
    parser.add_argument("--no-limits", action="store_true", help="no flood limits")
    parser.add_argument("--fake-clock", action="store_true", help="time moves only through /control/clock")
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
