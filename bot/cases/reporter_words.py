"""
How a case stands, in words for its reporter: what has happened, with dates, and nothing that has not.

Dates are said as people write them ("12 Agustus 2026, 10.02").
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.cases.case import Case, status_of
from bot.cases.phrasing import Wording

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def status_lines(case: Case, words: Wording, zone: tzinfo) -> tuple[str, ...]:
    """One line for each thing that has happened, oldest first (Telegram HTML)."""
    return tuple(
        words.text(f"hotline.status.{line.status.value}", {"date": in_words(line.at, zone)})
        for line in status_of(case)
    )


def in_words(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}, {local:%H.%M}"
