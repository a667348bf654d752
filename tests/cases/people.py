"""Sample staff, commands and words for tests of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from bot.cases.case import Case
from bot.cases.commands import Command
from bot.cases.decide import decide
from bot.cases.event import Event
from bot.cases.fold import fold
from bot.cases.officer import Agency, Officer, Role, Staff
from bot.cases.officer_commands import Claim
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import AddMessage, FileReport, RaiseAlert
from bot.danger import Danger
from bot.engine.wording import Wording
from tests.places import wording_of

T0 = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
WITA = timezone(timedelta(hours=8))
CODE = "K-7QX2"
REPORTER = "aa" * 10
OTHER = "bb" * 10

POLRES = Agency("polres", "Polres", hotline=True)
NGO = Agency("ngo", "Yayasan", hotline=True)
DINSOS = Agency("dinsos", "Dinsos")
RINA = Officer("rina", "Rina Sari", POLRES, tag="01" * 10)
BUDI = Officer("budi", "Budi", POLRES, tag="02" * 10)
SITI = Officer("siti", "Siti", POLRES, roles=frozenset({Role.SUPERVISOR}), tag="03" * 10)
NENG = Officer("neng", "Neng", NGO, tag="04" * 10)
DEWI = Officer("dewi", "Dewi", DINSOS, tag="05" * 10)
KOKO = Officer("koko", "Koko", POLRES, roles=frozenset({Role.COORDINATOR}), tag="06" * 10)
BARU = Officer("baru", "Baru", POLRES)
EVERYBODY = (RINA, BUDI, SITI, NENG, DEWI, KOKO, BARU)
GROUPS = {"polres": "91" * 10, "ngo": "92" * 10}
STAFF = Staff(
    officers={each.id: each for each in EVERYBODY},
    agencies={each.id: each for each in (POLRES, NGO, DINSOS)},
    groups=GROUPS,
    on_duty=frozenset({"rina", "budi"}),
    zone=WITA,
)


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


def report(name: str = "r1", **changes: Any) -> FileReport:
    base = FileReport(
        id=name, at=T0, code=CODE, reporter=REPORTER, receipt_hash="9" * 64, text="paspor saya ditahan"
    )
    return replace(base, **changes)


def alert(name: str = "a1", **changes: Any) -> RaiseAlert:
    base = RaiseAlert(
        id=name,
        at=T0,
        code=CODE,
        reporter=REPORTER,
        text="pintu dikunci",
        danger=Danger.EMERGENCY,
        signs=("locked_in",),
    )
    return replace(base, **changes)


def message(name: str = "m1", text: str = "ada 4 orang lagi", **changes: Any) -> AddMessage:
    return replace(AddMessage(id=name, at=at(2), code=CODE, reporter=REPORTER, text=text), **changes)


def claim(officer: str = "rina", name: str = "c1") -> Claim:
    return Claim(id=name, at=at(3), code=CODE, officer=officer)


def decided(case: Case | None, command: Command, staff: Staff = STAFF) -> tuple[Event, ...]:
    """The events of a command that must not be refused."""
    events = decide(case, command, staff)
    assert not isinstance(events, Refusal), events
    return events


def after(*commands: Command, staff: Staff = STAFF) -> Case:
    """The case that these commands make."""
    case: Case | None = None
    for command in commands:
        case = fold(decided(case, command, staff), case, command.code)
    assert case is not None
    return case


def hotline_words() -> Wording:
    return wording_of("hotline")
