"""
Keep Python's garbage collector from pausing answers.

Flows, words and the register are a few hundred thousand objects that live as long as the process. A full
collection walks all of them and stops everybody for some 70 ms. Start at `settle_memory`.
"""

from __future__ import annotations

import gc

YOUNG = 20_000  # new objects before the young are looked at; Python's 700 is a quarter of one turn


def settle_memory() -> None:
    """Once everything is loaded: never look at it again, and at new things less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 50)
