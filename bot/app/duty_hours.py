"""
Duty hours as people type them: "8", "08.00", "8 pagi", "8 malam", "08.00-16.00", "24 jam".

Pure. What could be two times ("2 malam", "setengah 8") is refused with the line to show, never guessed.
Start at `read_start` and `read_end`.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from bot.app.asking import NotUnderstood

MIDNIGHT: Final = time(0, 0)
EXAMPLES: Final = 'Tulis jam seperti "08.00", "8 pagi", atau "24 jam".'
_CLOCK = re.compile(
    r"(?:(?:jam|pukul|pkl\.?)\s*)?"
    r"(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>\d{2})|(?<=\d\d)(?P<joined>\d{2}))?"
    r"\s*(?:wib|wita|wit)?\s*(?P<part>subuh|pagi|siang|sore|malam)?(?:\s*(?:wib|wita|wit))?"
)
_ALL_DAY = re.compile(r"24\s*jam(?:\s*penuh)?|sehari\s*penuh|seharian|terus")
_BETWEEN = re.compile(r"\s{0,9}(?:-|–|—|sampai|hingga|s/d|s\.d\.?|sd)\s{0,9}")
# Which hours of twelve a part of the day can mean, and what they are on a clock of 24.
_PARTS: Final = {
    "subuh": {hour: hour for hour in (3, 4, 5)},
    "pagi": {hour: hour for hour in range(1, 12)},
    "siang": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 3: 15},
    "sore": {3: 15, 4: 16, 5: 17, 6: 18},
    "malam": {6: 18, 7: 19, 8: 20, 9: 21, 10: 22, 11: 23, 12: 0},
}


def read_start(typed: str) -> tuple[time, time | None]:
    """When duty begins, and its end when that was said too. Raises: NotUnderstood."""
    words = typed.casefold().strip()
    if _ALL_DAY.fullmatch(words):
        return MIDNIGHT, MIDNIGHT
    parts = _BETWEEN.split(words)
    if len(parts) == 2:
        return _clock(parts[0], typed), _clock(parts[1], typed)
    return _clock(words, typed), None


def read_end(typed: str) -> time:
    """When duty ends. Raises: NotUnderstood."""
    return _clock(typed.casefold().strip(), typed)


def said(starts: time, ends: time) -> str:
    """The hours in words, with their length: what is odd shows at once."""
    minutes = (ends.hour * 60 + ends.minute - starts.hour * 60 - starts.minute) % (24 * 60)
    if minutes == 0:
        return "setiap hari, 24 jam" if starts == MIDNIGHT else f"setiap hari, 24 jam sejak {starts:%H.%M}"
    length = f"{minutes // 60} jam" + (f" {minutes % 60} menit" if minutes % 60 else "")
    night = " keesokan harinya" if ends <= starts else ""
    return f"setiap hari, {starts:%H.%M} sampai {ends:%H.%M}{night} ({length})"


def _clock(words: str, typed: str) -> time:
    found = _CLOCK.fullmatch(words)
    if found is None:
        raise NotUnderstood(f'"{typed}" belum terbaca sebagai jam. {EXAMPLES}')
    hour, minute = int(found["hour"]), int(found["minute"] or found["joined"] or 0)
    if hour == 24 and minute == 0 and not found["part"]:
        return MIDNIGHT
    if hour > 23 or minute > 59:
        raise NotUnderstood(f'"{typed}" bukan jam: paling besar 23.59. {EXAMPLES}')
    if found["part"]:
        meant = _PARTS[found["part"]]
        if hour not in meant and hour not in meant.values():
            raise NotUnderstood(f'"{typed}" bisa berarti dua jam. Tulis dengan 24 jam, misalnya "20.00".')
        hour = meant.get(hour, hour)
    return time(hour, minute)
