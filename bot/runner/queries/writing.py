"""
How dates, telephone numbers and the status of a company are written for people.

Start at `plain_status`, `written_date` and `dialled`.
"""

from __future__ import annotations

from datetime import date

from bot.engine.wording import Wording
from bot.recruiters.recruiter import Recruiter
from bot.recruiters.register import Register

_AREA_OF_CITY = ("021", "022", "024", "031", "061")  # area codes of three digits
_MOBILE = "08"


def plain_status(recruiter: Recruiter, register: Register, words: Wording) -> str:
    """One short sentence on the status: the row's own, else who decided what and when."""
    if recruiter.plain:
        return recruiter.plain
    latest = recruiter.latest
    values = {
        "on": _part(words, "on", exact_date(latest.on, words)),
        "until": _part(words, "until", exact_date(latest.until, words)),
        "decision": _part(words, "decision", latest.decision),
        "status": recruiter.status,
        "source": register.list_of(recruiter),
    }
    return words.label(f"recruiter.plain.{recruiter.standing.value}", values)


def _part(words: Wording, name: str, value: str) -> str:
    return words.label(f"recruiter.plain.part.{name}", {"value": value}) if value else ""


def exact_date(iso: str, words: Wording) -> str:
    """As exact as it is known: "3 Februari 2026", "Februari 2026", "2026"."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    name = words.label(f"date.month.{int(month)}", {}) if month else ""
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)


def written_date(day: date | None, words: Wording) -> str:
    """ "per 12 Agustus 2025"; "tanpa tanggal" when there is none."""
    if day is None:
        return words.label("date.none", {})
    month = words.label(f"date.month.{day.month}", {})
    return words.label("date.per", {"day": str(day.day), "month_name": month, "year": str(day.year)})


def dialled(phone: str) -> str:
    """As people write and dial it at home: "+6281336226999" is 0813-3622-6999, "+62341400799" 0341-400799."""
    home = f"0{phone[3:]}" if phone.startswith("+62") else phone
    if home.startswith(_MOBILE):
        return "-".join(home[at : at + 4] for at in range(0, len(home), 4))
    area = 3 if home.startswith(_AREA_OF_CITY) else 4
    return f"{home[:area]}-{home[area:]}" if home.startswith("0") else home


def short(text: str, most: int) -> str:
    """One line of at most so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 2].rstrip() + " …"
