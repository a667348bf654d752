"""WhoIsOnDuty, FindCase, CaseStatus: what a conversation may ask the hotline."""

from __future__ import annotations

from datetime import datetime

from bot.engine.effects import CaseStatus, FindCase
from bot.engine.events import Answered
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
