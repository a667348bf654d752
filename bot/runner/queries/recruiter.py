"""LookUpRecruiter: what the register says, as values for reviewed words; it never says that all is well."""

from __future__ import annotations

from datetime import date

from bot.engine.effects import LookUpRecruiter
from bot.engine.events import Answered
from bot.engine.wording import Wording
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge

PICKED = "#"  # "#12": a row picked from candidates
MOST_CANDIDATES = 3
MOST_ASKED = 60  # characters of what was typed that are repeated


def look_up_recruiter(query: LookUpRecruiter, knowledge: Knowledge, today: date) -> Answered:
    register, words = knowledge.register, knowledge.flows.wording
    asked = query.text
    if asked.startswith(PICKED):
        row = int(asked[1:]) if asked[1:].isdecimal() else -1
        if not 0 <= row < len(register.rows):
            return Answered("look_up_recruiter", "unclear")
        asked = register.rows[row].name
    verdict = check(register, asked, today)
    outcome = "unclear" if verdict.kind is Kind.ASK_WHICH and not verdict.candidates else verdict.kind.value
    return Answered("look_up_recruiter", outcome, _values(verdict, register, words, asked))


def _values(verdict: Verdict, register: Register, words: Wording, asked: str) -> dict[str, str]:
    found = verdict.recruiter
    return {
        "asked": found.name if found else _short(asked),
        "name": found.name if found else "",
        "status": found.status if found else "",
        "source": _source(verdict, register),
        "as_of": written_date(verdict.as_of, words),
        "contact": verdict.contact.value if verdict.contact else "none",
        "office_phone": " atau ".join(map(_dialled, found.phones)) if found else "",
        "reason": _reason(verdict, register, words, asked),
        "candidates": " ".join(str(_row(register, each)) for each in verdict.candidates[:MOST_CANDIDATES]),
    }


def _source(verdict: Verdict, register: Register) -> str:
    """A listed company is on our copy of the list; what speaks against one has its own source."""
    listed = verdict.recruiter is not None and verdict.recruiter.standing is Standing.LISTED
    return register.source if listed else verdict.source


def _reason(verdict: Verdict, register: Register, words: Wording, asked: str) -> str:
    """Why it cannot be checked: the reasons' sentences, one a line."""
    alike = ", ".join(each.name for each in verdict.lookalikes[:MOST_CANDIDATES])
    values = {
        "as_of": written_date(verdict.as_of, words),
        "source": verdict.source,
        "register_source": register.source,
        "register_as_of": written_date(register.as_of, words),
        "alike": alike,
        "asked": _short(asked),
        "status": verdict.recruiter.status if verdict.recruiter else "",
    }
    reasons = list(verdict.reasons)
    if verdict.recruiter is None and reasons[-1:] == ["partial_register"]:
        reasons[-1] = "name_unseen"
    keys = [f"recruiter.reason.{reason}" for reason in reasons]
    return "\n".join(words.label(key, values) for key in keys if key in words)


def _row(register: Register, recruiter: Recruiter) -> int:
    return next(at for at, row in enumerate(register.rows) if row is recruiter)


def _dialled(phone: str) -> str:
    """ "+6281336226999" as people write and dial it at home: 0813-3622-6999."""
    home = f"0{phone[3:]}" if phone.startswith("+62") else phone
    return "-".join(home[at : at + 4] for at in range(0, len(home), 4))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_ASKED else line[:MOST_ASKED] + " …"


def written_date(day: date | None, words: Wording) -> str:
    """ "per 12 Agustus 2025"; "tanpa tanggal" when there is none."""
    if day is None:
        return words.label("date.none", {})
    month = words.label(f"date.month.{day.month}", {})
    return words.label("date.per", {"day": str(day.day), "month_name": month, "year": str(day.year)})
