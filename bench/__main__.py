"""
`python -m bench [feel|capacity] [--rounds N] [--people N] [--seconds N]`: measure, print, keep in build/.

Ends with 1 when a chat of ours was not exactly right. Missed aims are printed, not punished: machines differ.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import report
from bench.capacity import Measured, capacity
from bench.feel import feel
from bench.processes import ROOT

RESULTS = ROOT / "build" / "bench.json"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast the bot is.")
    parser.add_argument("part", nargs="?", choices=("all", "feel", "capacity"), default="all")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the capacity part")
    parser.add_argument("--people", type=int, default=250, help="people in each crowd")
    parser.add_argument("--seconds", type=float, default=60, help="how long the first part listens")
    wanted = parser.parse_args()
    results: dict[str, Any] = {
        "at": time.strftime("%Y-%m-%d %H:%M"),
        "machine": {"cpus": os.cpu_count(), "kind": platform.machine(), "python": platform.python_version()},
        "load_before": os.getloadavg(),
    }
    report.say(f"{os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}; whatever else runs blurs what follows")
    right = True
    with tempfile.TemporaryDirectory(prefix="la-bench-", dir="/tmp") as name:  # short: sockets lie in it
        folder = Path(name)
        if wanted.part != "capacity":
            results["feel"] = _feel(folder / "feel", wanted.seconds)
        if wanted.part != "feel":
            measured = asyncio.run(
                capacity(folder / "capacity", rounds=wanted.rounds, people=wanted.people, tell=_tell)
            )
            results["capacity"] = report.capacity_figures(measured)
            report.say(report.capacity_table(results["capacity"]))
            right = all(each.run.right == each.run.people for each in measured if each.bot == report.OURS)
    results["load_after"] = os.getloadavg()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    report.say(f"Written to {RESULTS.relative_to(ROOT)}.")
    return 0 if right else 1


def _feel(folder: Path, seconds: float) -> dict[str, Any]:
    report.say("(a) From message to reply: 25 messages a second, Telegram 40 ms away, a broadcast under way")
    found = report.feel_figures(asyncio.run(feel(folder, seconds=seconds)))
    report.say(report.feel_text(found))
    return found


def _tell(each: Measured) -> None:
    run = each.run
    if each.round == 1 and run.shape == "normal" and each.bot == report.OURS:
        report.say("\n(b) Capacity, one line a run")
    report.say(
        f"  round {each.round}  {run.shape:7}{each.bot:20}{run.updates / run.seconds:6.0f} updates/s, "
        f"{run.right}/{run.people} chats right"
    )


if __name__ == "__main__":
    sys.exit(main())
