"""Choices made of lists, what they count to, and what is past its day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.engine.advance import advance
from bot.engine.building import Fresh
from bot.engine.conditions import Has, Is, Not, Past, holds
from bot.engine.effects import Say
from bot.engine.events import Text
from bot.engine.flow import Each, Exit, Flow, Flows, Node, Tally, Triggers
from bot.engine.session import Frame, Session
from bot.engine.wording import Wording

FRESH = Fresh(datetime(2026, 11, 21, 23, 0, tzinfo=UTC), "nonce2", "K-NEW", "1234567890123456")
CHOICE = frozenset({"choice"})
TEXTS = {
    "list": "Pilih.",
    "title.paspor": "Paspor",
    "title.visa": "Visa",
    "title.upah": "Upah",
    "counted": "{ready} dari 3, {open} belum.",
    "old": "Sudah lama.",
    "page": "Halaman.",
    "answer": "Dicari.",
}
LIST = Node(
    "list",
    ("list",),
    CHOICE,
    each=(
        Each("hidden", "title.{it}", Exit("go", "page", set={"opened": "{it}"}), hidden=True, whole=True),
        Each("shown", "title.{it}", Exit("go", "page", set={"opened": "{it}"}), whole=True),
    ),
    values={"shown": "paspor visa", "hidden": "upah"},
)
PAGE = Node(
    "page",
    exits=(Exit("go", "old", Past("review_by")), Exit("go", "told")),
    values={"review_by": "2026-11-20"},
)
OPEN = tuple(Is(name, ("yes",)) for name in ("a", "b", "c"))
COUNT = Node(
    "count",
    ("counted",),
    tallies=(Tally("ready", OPEN), Tally("open", tuple(Not(each) for each in OPEN))),
    exits=(Exit("stay"),),
)
NODES = (
    LIST,
    PAGE,
    COUNT,
    Node("old", ("old",), exits=(Exit("go", "told"),)),
    Node("told", ("page",), CHOICE, each=LIST.each, values=LIST.values),
    Node("ask", ("answer",), CHOICE, each=LIST.each, values=LIST.values),
)
FLOWS = Flows(
    {"main": Flow("main", "list", {node.id: node for node in NODES})},
    Wording(TEXTS),
    Triggers(question="main/ask", words={"hitung": "main/count"}),
    "main",
)


def typed(text: str, **answers: str) -> tuple[Session, str]:
    """The session after a text at the list, and what was said."""
    session = Session((Frame("main", "list"),), answers=answers)
    step = advance(FLOWS, session, Text(text), FRESH)
    return step.session, "\n".join(each.text for each in step.effects if isinstance(each, Say))


@pytest.mark.parametrize(
    ("text", "opened"),
    [("paspor", "paspor"), ("Paspor kak", "paspor"), ("1", "paspor"), ("2", "visa"), ("upah", "upah")],
)
def test_a_title_opens_its_page(text: str, opened: str) -> None:
    """By its words or by its number among those shown, also when it is not shown at all."""
    session, _ = typed(text)

    assert session.answers["opened"] == opened


@pytest.mark.parametrize("text", ["paspor saya ditahan agen", "upah belum dibayar"])
def test_a_title_must_be_all_that_is_said(text: str) -> None:
    """A sentence that only begins with it is a question."""
    session, said = typed(text)

    assert said == "Dicari."
    assert "opened" not in session.answers


def test_a_tally_counts_what_holds_now() -> None:
    """Both ways: what is done, and what is not."""
    session, said = typed("hitung", a="yes", b="no")

    assert said == "1 dari 3, 2 belum."
    assert (session.answers["ready"], session.answers["open"]) == ("1", "2")


def test_a_tally_of_nothing_is_zero() -> None:
    """ "0" is said, not left out."""
    assert typed("hitung")[1] == "0 dari 3, 3 belum."


def test_a_page_past_its_day_says_so_first() -> None:
    """The day of the event decides."""
    assert typed("visa")[1] == "Sudah lama.\n\nHalaman."


@pytest.mark.parametrize(
    ("values", "past"),
    [
        ({"day": "2026-11-20", "today": "2026-11-21"}, True),
        ({"day": "2026-11-21", "today": "2026-11-21"}, False),
        ({"day": "2026-11-22", "today": "2026-11-21"}, False),
        ({"today": "2026-11-21"}, False),
        ({"day": "2026-11-20"}, False),
    ],
)
def test_past_needs_a_day_and_today(values: dict[str, str], past: bool) -> None:
    """On its own day a text is still fresh; without a day it never grows old."""
    assert holds(Past("day"), values) is past
    assert not holds(Has("nothing"), values)
