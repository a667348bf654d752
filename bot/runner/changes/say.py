"""Say: a letter to this chat."""

from __future__ import annotations

from bot.engine.effects import Say
from bot.runner.letters import LaneName, Letter
from bot.runner.turn import Draft


def say(effect: Say, draft: Draft, lane: LaneName) -> None:
    draft.write(
        Letter(
            draft.next_id(),
            lane=lane,
            text=effect.text,
            buttons=effect.buttons,
            slot=effect.slot,
            replace=effect.replace,
            sensitive=effect.sensitive,
        )
    )
