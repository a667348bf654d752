"""
A recorded conversation: `# settings`, `> what a person does`, `< what the bot says`, `! what it does`.

    # on duty: somebody              what the hotline answers; all of them are in SETTINGS
    > saya mau lapor
    < Ceritakan apa yang terjadi. …
    ~ 5 days                         time goes by

Everything after a line that begins with `>` or `~`, up to the next one, is what the bot must do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app.play import Player
from bot.engine.events import Answered
from bot.runner.ports import Knowledge

FOLDER = Path(__file__).parent
BEGIN = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
READER = "reader: yes"
STATUS_LINES = "✅ Diterima (20 November 2026 pukul 10.00)\n✅ Dibaca petugas (20 November 2026 pukul 10.04)"
SETTINGS = {
    "on duty: somebody": Answered("who_is_on_duty", "somebody"),
    "receipt: known": Answered("find_case", "found", {"found_case": "K-LAMA", "typed": ""}),
    "receipt: too many": Answered("find_case", "too_many", {"typed": ""}),
    "case: open": Answered("case_status", "open", {"status_lines": STATUS_LINES}),
    "case: closed": Answered("case_status", "closed", {"status_lines": STATUS_LINES}),
}


@dataclass(frozen=True, slots=True)
class Story:
    """`settings` are the `#` lines, `turns` what the person does, `text` the whole file."""

    settings: tuple[str, ...]
    turns: tuple[str, ...]
    text: str


def read_story(path: Path) -> Story:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    settings = tuple(line.removeprefix("# ") for line in lines if line.startswith("#"))
    return Story(settings, tuple(line for line in lines if line.startswith(("> ", "~ "))), text)


def played(story: Story, knowledge: Knowledge) -> str:
    """The story as the bot tells it today."""
    answers = {SETTINGS[name].query: SETTINGS[name] for name in story.settings if name in SETTINGS}
    if READER in story.settings:
        constants = {**knowledge.flows.constants, "reader": "yes"}
        knowledge = replace(knowledge, flows=replace(knowledge.flows, constants=constants))
    player = Player(knowledge, BEGIN, answers)
    told = [f"# {line}" for line in story.settings]
    for turn in story.turns:
        told.append(turn)
        if turn.startswith("~ "):
            player.now += timedelta(days=int(turn.split()[1]))
        else:
            told.extend(player.turn(turn.removeprefix("> ")))
    return "\n".join(told) + "\n"
