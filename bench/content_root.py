"""A content folder for our bot: the real one, plus the six-step conversation as one more flow."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.conversation import COMMAND, STEPS, Step

ROOT = Path(__file__).resolve().parent.parent


def make_content(folder: Path) -> Path:
    """Write the folder. Returns: it, for `Config.content`."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "flows", folder / "flows")
    shutil.copytree(ROOT / "content", folder / "content")
    _write(folder / "flows" / f"{COMMAND}.yaml", _flow())
    _write(folder / "content" / "id" / "wording" / f"{COMMAND}.yaml", _words())
    return folder


def _flow() -> dict[str, Any]:
    following = [step.name for step in STEPS[1:]]
    return {
        "flow": COMMAND,
        "title": f"{COMMAND}.title",
        "start": STEPS[0].name,
        "triggers": {"commands": {COMMAND: STEPS[0].name}},
        "nodes": {
            **{step.name: _question(step, go) for step, go in zip(STEPS[:-1], following, strict=True)},
            STEPS[-1].name: {
                "say": f"{COMMAND}.{STEPS[-1].name}",
                "choices": [
                    {"id": "ulang", "label": f"{COMMAND}.button.ulang", "go": STEPS[0].name},
                    {"id": "selesai", "label": f"{COMMAND}.button.selesai", "home": True},
                ],
            },
        },
    }


def _question(step: Step, go: str) -> dict[str, Any]:
    choices = [
        {"id": name, "label": f"{COMMAND}.button.{name}", "set": {step.name: label}, "go": go}
        for name, label in step.choices.items()
    ]
    node: dict[str, Any] = {"say": f"{COMMAND}.{step.name}", "choices": choices}
    if step.free:
        node |= {"ask": "text", "save": step.name, "go": go}
    return node


def _words() -> dict[str, Any]:
    buttons = {name: label for step in STEPS for name, label in step.choices.items()}
    return {"title": "pemeriksaan", **{step.name: step.text for step in STEPS}, "button": buttons}


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
