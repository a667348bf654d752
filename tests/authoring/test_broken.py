"""Every fault an editor can make earns one exact message."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.authoring.content import check

SAMPLE = Path(__file__).parent / "sample"
BROKEN = Path(__file__).parent.parent / "broken"
TODAY = date(2026, 11, 21)
CASES = sorted(BROKEN.glob("*.yaml"))


def broken_tree(case: Path, folder: Path) -> Path:
    """The good sample with one file put over it; its first line says which: "# flows/main.yaml"."""
    shutil.copytree(SAMPLE, folder)
    place = case.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    target = folder / place
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case, target)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_fault_earns_its_message(case: Path, tmp_path: Path) -> None:
    """Place, fault, the line itself, the nearest right name, the way out; and nothing else is reported."""
    root = broken_tree(case, tmp_path / "tree")

    shown = "\n\n".join(problem.shown() for problem in check(root, TODAY)) + "\n"

    assert shown == case.with_suffix(".expected").read_text(encoding="utf-8")


def test_the_sample_itself_is_faultless(tmp_path: Path) -> None:
    """So that each message above comes from its fault and from nothing else."""
    assert check(SAMPLE, TODAY) == ()


def test_every_check_has_a_broken_case() -> None:
    """A case without a message, or a message without a case, is forgotten work."""
    expected = {path.stem for path in BROKEN.glob("*.expected")}

    assert {case.stem for case in CASES} == expected
