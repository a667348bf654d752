"""
How much danger a person seems to be in: one scale for screening, cases, queue and words.

It stands beside `errors` because every room speaks of it; it knows nothing else.
"""

from __future__ import annotations

from enum import Enum


class Danger(Enum):
    """Ordered: `Danger.HIGH >= Danger.WATCH`. The values are what is stored and written in YAML."""

    NONE = "none"
    WATCH = "watch"  # a worry worth a second look, no alert
    HIGH = "high"  # an officer should look today; alerts
    EMERGENCY = "emergency"  # somebody may be harmed now; alerts

    @property
    def rank(self) -> int:
        """0 for none to 3 for emergency."""
        return _RANKS[self.value]

    def __ge__(self, other: Danger) -> bool:
        return self.rank >= other.rank

    def __gt__(self, other: Danger) -> bool:
        return self.rank > other.rank

    def __le__(self, other: Danger) -> bool:
        return self.rank <= other.rank

    def __lt__(self, other: Danger) -> bool:
        return self.rank < other.rank

    @property
    def alarms(self) -> bool:
        """Whether an officer must be alerted."""
        return self >= Danger.HIGH


_RANKS = {danger.value: rank for rank, danger in enumerate(Danger)}
