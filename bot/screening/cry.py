"""
One message as people in danger write, or as people do who only sound so: what hearing is learnt from.

Pure. Start at `Cry`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.danger import Danger


@dataclass(frozen=True, slots=True)
class Cry:
    """`sign` is one of danger.yaml or a new one; "" with `Danger.NONE` for what must stay calm."""

    text: str
    sign: str
    danger: Danger
