"""Whatever an editor does to a file, the check answers with problems and never with a crash."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.authoring.content import check

SAMPLE = Path(__file__).parent / "sample"
TODAY = date(2026, 11, 21)
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.*") if path.is_file())
STRAY = (
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    '"',
    "|\n",
    "~",
    "[a, {b: c}]",
    "{a: b}",
    "*x",
    "&x ",
    "<b>",
    "\t",
    "\0",
)
FEW, MANY = 2, 12  # slips in each file: every few minutes, and in the whole suite


def edited(text: str, chance: random.Random) -> str:
    """One slip: a line lost, doubled or moved in, or something stray in the middle of a line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at] = "  " + lines[at]
        case 3:
            name, colon, _ = lines[at].partition(":")
            lines[at] = name + colon + " " + chance.choice(STRAY)
        case _:
            where = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:where] + chance.choice(STRAY) + lines[at][where:]
    return "\n".join(lines)


@pytest.mark.parametrize("slips", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FILES)
def test_a_slip_never_crashes_the_check(name: str, slips: int, tmp_path: Path) -> None:
    """Seeded slips in each file of the sample; every problem can be shown."""
    root = tmp_path / "tree"
    shutil.copytree(SAMPLE, root)
    good = (SAMPLE / name).read_text(encoding="utf-8")
    chance = random.Random(f"{name} {slips}")

    for _ in range(slips):
        (root / name).write_text(edited(good, chance), encoding="utf-8")

        assert all(problem.shown() for problem in check(root, TODAY))
