"""How much an officer can write into one field, in characters."""

from __future__ import annotations

from typing import Final

MOST_REPLY: Final = 3500  # one Telegram message takes 4096, with the line above it and escaped signs
MOST_NOTE: Final = 8000
MOST_REPORT: Final = 16000
MOST_REASON: Final = 500
MOST_NEED: Final = 1000
MOST_CONSENT: Final = 1000
MOST_DISTRICT: Final = 80
