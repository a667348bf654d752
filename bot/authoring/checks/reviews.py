"""Facts and texts whose day of review has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.facts import indonesian_date
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value

HINT = 'Periksa lagi ke sumbernya, lalu ganti "review_by" dengan tanggal baru.'


def check_reviews(draft: Draft, today: date | None) -> Iterator[Problem]:
    """Overdue reviews; none when no day is given."""
    if today is None:
        return
    for name, item in draft.facts.items():
        yield from _overdue(f'fakta "{name}"', item.fact.review_by, item.value, today)
    for name, entry in draft.entries.items():
        yield from _overdue(f'jawaban "{name}"', entry.entry.review_by, entry.value, today)
    for name, written in draft.checklists.items():
        yield from _overdue(f'daftar cek "{name}"', written.checklist.review_by, written.value, today)
    for page in draft.pages():
        yield from _overdue(f'halaman "{page.page.path}"', page.page.review_by, page.value, today)
    for name, quiz in draft.quizzes.items():
        yield from _overdue(f'kuis "{name}"', quiz.quiz.review_by, quiz.value, today)


def _overdue(what: str, review_by: date, value: Value, today: date) -> Iterator[Problem]:
    if date.min < review_by < today:
        day = indonesian_date(review_by.isoformat())
        message = f"{what} seharusnya diperiksa lagi sebelum {day}."
        yield replace(Problem.at(value.at("review_by").place, message, HINT), overdue=True)
