"""
Where tests get their chance from. `make test` says the same of the same code every time: seeds and made-up
examples are fixed. `make explore` runs all with new ones: `SEED=…`, printed at its head, repeats the seeds,
and Hypothesis prints how to repeat an example.
"""

from __future__ import annotations

import os
import secrets

EXPLORING = bool(os.environ.get("EXPLORE"))
SEED = int(os.environ.get("SEED") or (secrets.randbelow(10**6) if EXPLORING else 1))
os.environ["SEED"] = str(SEED)  # the processes that pytest begins draw the same
