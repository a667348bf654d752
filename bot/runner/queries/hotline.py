"""WhoIsOnDuty, FindCase, CaseStatus, and what a look-up adds: what a conversation may ask the hotline."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.engine.events import Answered
from bot.engine.queries import CaseStatus, FindCase
from bot.engine.wording import Wording
from bot.runner.ports import Hotline


async def who_is_on_duty(hotline: Hotline, now: datetime) -> Answered:
    return Answered("who_is_on_duty", "somebody" if await hotline.on_duty(now) else "nobody")


async def find_case(query: FindCase, hotline: Hotline, tag: str) -> Answered:
    outcome, code = await hotline.find_case(query.receipt, tag)
    return Answered("find_case", outcome, {"found_case": code, "typed": ""})


async def case_status(query: CaseStatus, hotline: Hotline) -> Answered:
    if not query.case:
        return Answered("case_status", "none")
    found = await hotline.report_state(query.case)
    lines = "\n".join(f"✅ {line}" for line in found.lines)
    return Answered("case_status", found.state, {"status_lines": lines})


async def with_reports(found: Answered, text: str, hotline: Hotline, words: Wording) -> Answered:
    """
    What was found, with `reported_before`: yes when a number in the text was reported, an officer has looked
    at the reports and there are as many as the desk wants, else ""; and `reported_words` that say so.

    Args:
        text: All that was sent about it, also before.
    """
    said = await hotline.reported_before(text)
    heard = {
        "reported_before": "yes" if said else "",
        "reported_words": words.label("recruiter.was_reported", {}) if said else "",
    }
    return replace(found, values={**found.values, **heard})
