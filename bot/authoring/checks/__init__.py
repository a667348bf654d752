"""
What can be wrong with content as a whole: one small check a file, all of one shape.

A check looks at a `Draft` and yields Problems; `today` is None when only what would break the bot matters,
not what is due for a review. To add one, write it and put it into `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from bot.authoring.checks.caution import check_caution
from bot.authoring.checks.choices import check_choices
from bot.authoring.checks.contact_places import check_contact_places
from bot.authoring.checks.danger_examples import check_danger_examples
from bot.authoring.checks.dead_ends import check_dead_ends
from bot.authoring.checks.each_words import check_each_words
from bot.authoring.checks.flag_examples import check_flag_examples
from bot.authoring.checks.lengths import check_lengths
from bot.authoring.checks.loops import check_loops
from bot.authoring.checks.outcomes import check_outcomes
from bot.authoring.checks.phones import check_phones
from bot.authoring.checks.questions import check_questions
from bot.authoring.checks.references import check_references
from bot.authoring.checks.reviews import check_reviews
from bot.authoring.checks.telegram_html import check_telegram_html
from bot.authoring.checks.traces import check_traces
from bot.authoring.checks.triggers import check_triggers
from bot.authoring.checks.unreachable import check_unreachable
from bot.authoring.draft import Draft
from bot.authoring.problem import Problem

Check = Callable[[Draft, date | None], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    check_references,
    check_dead_ends,
    check_outcomes,
    check_choices,
    check_each_words,
    check_triggers,
    check_telegram_html,
    check_lengths,
    check_phones,
    check_contact_places,
    check_caution,
    check_traces,
    check_reviews,
    check_questions,
    check_danger_examples,
    check_flag_examples,
)
CHECKS_OF_SOUND_FLOWS: tuple[Check, ...] = (check_unreachable, check_loops)
"""What is unreachable because of another fault in a flow needs no message of its own."""
