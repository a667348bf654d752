"""Answer the one query of a step. Reading only: nothing is kept, nothing is sent."""

from __future__ import annotations

from typing import assert_never

from bot.engine.events import Answered
from bot.engine.queries import (
    CaseStatus,
    CheckAdvert,
    FindCase,
    FindContacts,
    HearNeed,
    LookUpRecruiter,
    OpenEntry,
    Query,
    ReadBack,
    SearchFaq,
    WhoIsOnDuty,
)
from bot.runner.ports import Hotline, Knowledge
from bot.runner.queries import hotline as asked
from bot.runner.queries.advert import check_advert, read_back
from bot.runner.queries.faq import open_entry, search_faq
from bot.runner.queries.find_contacts import find_contacts
from bot.runner.queries.hear_need import hear_need
from bot.runner.queries.recruiter import look_up_recruiter
from bot.runner.turn import Turn


async def answer(query: Query, knowledge: Knowledge, hotline: Hotline, turn: Turn) -> Answered:
    """Find what a query asks for. Raises: StoreError."""
    words = knowledge.flows.wording
    match query:
        case SearchFaq():
            return search_faq(query, knowledge)
        case OpenEntry():
            return open_entry(query, knowledge)
        case LookUpRecruiter():
            found = look_up_recruiter(query, knowledge, turn.now.date())
            return await asked.with_reports(found, f"{query.text}\n{query.beside}", hotline, words)
        case CheckAdvert():
            checked = check_advert(query, knowledge, turn.now.date())
            return await asked.with_reports(checked, checked.values["advert"], hotline, words)
        case ReadBack():
            return read_back(query, knowledge)
        case HearNeed():
            return hear_need(query, knowledge)
        case WhoIsOnDuty():
            return await asked.who_is_on_duty(hotline, turn.now)
        case FindCase():
            return await asked.find_case(query, hotline, turn.person.tag)
        case CaseStatus():
            return await asked.case_status(query, hotline)
        case FindContacts():
            return find_contacts(query, knowledge)
        case _:
            assert_never(query)
