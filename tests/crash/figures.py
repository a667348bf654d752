"""
The figures of the crash tests: `build/crash-tests.json`, and a small table at the end of the run.

`python -m tests.crash.figures` prints the table of the last run, for `make test`, where a process beside the
one that reports has run them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.crash.walk import Walk
from tests.house_fixtures import ROOT

FILE = ROOT / "build" / "crash-tests.json"


class Figures:
    """One row for each run."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self.rows: dict[str, dict[str, Any]] = {}
        self._since = time.monotonic()

    def note(self, run: str, kills: Mapping[str, int], walks: Sequence[Walk], doubles: int) -> None:
        now = time.monotonic()
        self.rows[run] = {
            "conversations": len(walks),
            "right": sum(walk.is_right for walk in walks),
            "updates": sum(walk.acts_done for walk in walks),
            "replies": sum(len(walk.log) for walk in walks),
            "doubled": doubles,
            "kills": dict(sorted(kills.items())),
            "seconds": round(now - self._since, 1),
        }
        self._since = now

    def write(self) -> None:
        self._file.parent.mkdir(exist_ok=True)
        self._file.write_text(json.dumps(self.rows, indent=2) + "\n")

    def table(self) -> list[str]:
        lines = [f"{'run':<22}{'right':>12}{'updates':>9}{'replies':>9}{'doubled':>9}{'s':>7}  kills"]
        for run, row in self.rows.items():
            kills = " ".join(f"{name}={number}" for name, number in row["kills"].items())
            right = f"{row['right']}/{row['conversations']}"
            lines.append(
                f"{run:<22}{right:>12}{row['updates']:>9}{row['replies']:>9}{row['doubled']:>9}"
                f"{row['seconds']:>7}  {kills}"
            )
        return lines


def main() -> None:
    """The table of the last run, if there was one."""
    if FILE.exists():
        last = Figures()
        last.rows = json.loads(FILE.read_text())
        sys.stdout.write("\n".join(last.table()) + "\n")


if __name__ == "__main__":
    main()
