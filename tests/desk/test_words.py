"""Every text the desk can show exists."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import bot.desk
from bot.cases.case import Channel, ReferralState, Status
from bot.cases.event import Kind
from bot.cases.officer_commands import OUTCOMES
from bot.danger import Danger
from bot.desk.canned import canned_replies
from bot.desk.pages import NEWS
from bot.desk.question_groups import FILTERS, HANDLED
from bot.desk.referral_list import ASK, DANGER, ELSEWHERE
from bot.desk.times import Times
from bot.desk.writing import MOST_REPLY
from tests.cases.people import WITA
from tests.desk.bench import desk_words

ROOM = Path(bot.desk.__file__).parent
NOW = datetime(2026, 8, 12, 3, 30, tzinfo=UTC)
SILENT = {"receipt_given", "message", "evidence_announced", "evidence_stored", "replied", "delivered"}
UNTOLD = {"asked", "declined"}  # the other agency knows of nothing


def test_keys_in_templates_and_code_exist() -> None:
    """No page can stop at a missing word."""
    words = desk_words()
    keys = set()

    for path in (*ROOM.rglob("*.html"), *ROOM.rglob("*.txt"), *ROOM.rglob("*.py")):
        text = path.read_text("utf-8")
        keys |= {f"desk.{key}" for key in re.findall(r"\bt\('([a-z0-9_.]+)'[,)]", text)}
        keys |= {f"desk.{key}" for key in re.findall(r"""\.said\("([a-z0-9_.]+)"[,)]""", text)}

    assert len(keys) > 100
    assert sorted(key for key in keys if key not in words) == []


@pytest.mark.parametrize(
    "keys",
    [
        {f"event.{each.value}" for each in Kind if each.value not in SILENT | {"not_delivered"}},
        {f"status.step.{each.value}" for each in Status},
        {f"channel.{each.value}" for each in Channel},
        {f"new.level_hint.{each.value}" for each in Danger},
        {f"news.{each}" for each in NEWS},
        {f"queue.filter.{each}" for each in ("semua", "saya", "bebas", "selesai")},
        {f"queue.empty.{each}" for each in ("semua", "saya", "bebas", "selesai", "search", "figures")},
        {f"questions.{part}.{each}" for part in ("filter", "about") for each in (*FILTERS, HANDLED)},
        {f"referral.state.{each.value}" for each in ReferralState},
        {f"queue.referral.{each.value}" for each in ReferralState if each.value not in UNTOLD},
        {f"referral.ways.{each}" for each in (ASK, ELSEWHERE, DANGER)},
        {f"questions.hint.{each}" for each in ("variant", "entry", "picked")},
        {
            f"reply.state.{each}"
            for each in ("closed", "by_officer", "no_relay", "unclaimed", "held", "not_yours")
        },
    ],
)
def test_keys_that_are_put_together_exist(keys: set[str]) -> None:
    """Words chosen by a value are there for each of its values."""
    words = desk_words()

    assert [key for key in keys if f"desk.{key}" not in words] == []


def test_outcomes_have_words() -> None:
    words = desk_words()

    assert all(f"hotline.outcome.{each}" in words for each in OUTCOMES)


def test_canned_replies_can_be_sent() -> None:
    """Each has a label, fits one message, and promises nothing."""
    replies = canned_replies(desk_words())

    assert replies
    for reply in replies:
        assert reply.label
        assert 0 < len(reply.text) <= MOST_REPLY
        assert not re.search(r"\b(pasti|dijamin|dijanjikan)\b", reply.text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(42, "42 detik"), (60, "1 menit"), (3600, "1 jam"), (7500, "2 jam 5 menit"), (86400 * 3, "3 hari")],
)
def test_spans(seconds: int, said: str) -> None:
    assert Times(WITA, desk_words()).span(seconds) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "11:30"),
        (-1, "kemarin 11:30"),
        (1, "besok 11:30"),
        (-9, "3 Agustus 11:30"),
        (-300, "16 Oktober 2025 11:30"),
    ],
)
def test_moments(days: int, said: str) -> None:
    """Near days by their name, others by their date; the year only when it is another."""
    assert Times(WITA, desk_words()).moment(NOW + timedelta(days=days), NOW) == said
