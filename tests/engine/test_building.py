"""Effects are made from answers, the event and what was made fresh; some change the session."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.danger import Danger
from bot.engine.building import build
from bot.engine.effects import (
    AddToReport,
    ConfirmAlert,
    EraseMe,
    FileReport,
    MoveRelay,
    RaiseAlert,
    SetTimer,
    WithdrawAlert,
)
from bot.engine.events import DangerNoticed, Event, Files, Media, Tap, Text
from bot.engine.flow import Action
from bot.engine.session import Session
from tests.engine.small_flows import FRESH, at

PHOTO = Media("photo", "f", "u")
CRY = DangerNoticed(Danger.EMERGENCY, ("disekap",), "tolong", (PHOTO,))


def made(
    kind: type, fields: dict[str, str], session: Session, event: Event, **values: str
) -> tuple[object, Session]:
    return build(Action(kind, fields), session, event, FRESH, values)  # type: ignore[arg-type]


def test_an_alert_opens_a_case_with_the_words_and_the_files() -> None:
    """Somebody without a case gets one, and a receipt for later."""
    effect, session = made(RaiseAlert, {"text": ""}, at(), CRY)

    assert effect == RaiseAlert("K-NEW", FRESH.receipt, "tolong", Danger.EMERGENCY, ("disekap",), (PHOTO,))
    assert session.case == "K-NEW"
    assert session.answers["receipt"] == FRESH.receipt


def test_an_alert_of_somebody_with_a_case_belongs_to_it() -> None:
    """No second receipt is made; a tap without words alerts high and says so."""
    effect, session = made(RaiseAlert, {"text": "(tombol)"}, at(case="K-1", held=(PHOTO,)), Tap("", "", ""))

    assert effect == RaiseAlert("K-1", "", "(tombol)", Danger.HIGH, (), (PHOTO,))
    assert session.held == ()
    assert "receipt" not in session.answers


def test_added_words_carry_danger_only_when_it_was_heard() -> None:
    """An ordinary addition alerts nobody."""
    calm, _ = made(
        AddToReport, {"text": "{answer}", "label": "tempat"}, at(case="K-1"), Text("x"), answer="x"
    )
    heard, _ = made(AddToReport, {"text": "{answer}"}, at(case="K-1"), CRY, answer="tolong")

    assert calm == AddToReport("K-1", "x", label="tempat")
    assert heard == AddToReport("K-1", "tolong", (PHOTO,), danger=Danger.EMERGENCY, signs=("disekap",))


def test_a_new_report_takes_the_held_files_and_those_that_come_with_it() -> None:
    """In the order in which they were sent."""
    other = Media("voice", "g", "v")

    effect, session = made(FileReport, {"text": ""}, at(held=(PHOTO,)), Files((other,)))

    assert effect == FileReport("K-NEW", FRESH.receipt, "", (PHOTO, other))
    assert session.held == ()


def test_small_effects_know_the_case() -> None:
    """Confirm and withdraw name it; moving the relay makes it this chat's; a timer keeps its payload."""
    assert made(ConfirmAlert, {}, at(case="K-1"), Text(""))[0] == ConfirmAlert("K-1")
    assert made(WithdrawAlert, {}, at(case="K-1"), Text(""))[0] == WithdrawAlert("K-1")
    assert made(MoveRelay, {"case": "{c}"}, at(), Text(""), c="K-9")[1].case == "K-9"
    assert made(EraseMe, {"scope": "all"}, at(), Text(""))[0] == EraseMe("all")
    effect, session = made(SetTimer, {"name": "a", "after_s": "5", "payload": "{p}"}, at(), Text(""), p="q")
    assert effect == SetTimer("a", "5", "q")
    assert session.timers == {"a": "q"}


@given(st.text(), st.text())
def test_hostile_words_are_words(text: str, answer: str) -> None:
    """Braces, HTML and placeholders in what people type are never read as templates."""
    effect, _ = made(AddToReport, {"text": "{answer}"}, at(case="K-1"), Text(text), answer="{case}" + answer)

    assert isinstance(effect, AddToReport)
    assert effect.text == "{case}" + answer
