"""
Where the simulator takes its time from: the machine, or a hand that a test turns.

Every part that cares about time (48 h, 24 h, 150 s, flood limits) is given a `Clock`. Waiting for the
network (long polling, webhook retries) uses the event loop's own time and ignores it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Returns seconds since 1970, as `time.time` does."""

real_time: Clock = time.time


class FakeClock:
    """A clock that stands still until `advance` is called."""

    __slots__ = ("now_s",)

    def __init__(self, now_s: float = 1_760_000_000.0) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s

    def advance(self, seconds: float) -> None:
        """Turn the hand forward; `seconds` may be any non-negative number."""
        self.now_s += seconds
