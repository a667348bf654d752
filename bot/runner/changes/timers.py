"""SetTimer and CancelTimer: what the conversation wants to be woken for."""

from __future__ import annotations

from bot.engine.effects import CancelTimer, SetTimer
from bot.runner.turn import Draft


def set_timer(effect: SetTimer, draft: Draft) -> None:
    draft.set_timer(effect.name, int(draft.turn.now.timestamp() * 1000) + int(float(effect.after_s) * 1000))


def cancel_timer(effect: CancelTimer, draft: Draft) -> None:
    draft.cancel_timer(effect.name)
