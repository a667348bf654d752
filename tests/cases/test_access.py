"""The one rule, as a matrix: who may do what with which case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cases.access import Action, may, may_manage_staff
from bot.cases.case import Case, Referral, ReferralState
from bot.cases.officer import Role
from tests.cases.people import BARU, BUDI, CODE, DEWI, KOKO, NENG, RINA, SITI, T0

FREE = Case(code=CODE, opened_at=T0)
HELD = replace(FREE, assignee="rina", agency="polres")
OFFERED = replace(HELD, referrals=(Referral("f", "dinsos"),))
ACCEPTED = replace(HELD, referrals=(Referral("f", "dinsos", ReferralState.ACCEPTED),))
REJECTED = replace(HELD, referrals=(Referral("f", "dinsos", ReferralState.REJECTED),))
REVOKED = replace(HELD, referrals=(Referral("f", "dinsos", ReferralState.REVOKED),))
ROUTED = replace(FREE, agency="dinsos", queue="dinsos")

ROW = "list count search"
WORDS = f"{ROW} read note evidence"
COLLEAGUE = f"{WORDS} claim notify"
HOLDER = f"{COLLEAGUE} reply refer release hand_over close export"
SUPERVISOR = f"{COLLEAGUE} release hand_over close export"

MATRIX = [
    ("free, hotline agency", FREE, RINA, COLLEAGUE),
    ("free, other hotline agency", FREE, NENG, COLLEAGUE),
    ("free, supervisor", FREE, SITI, SUPERVISOR),
    ("free, agency that is no hotline", FREE, DEWI, ""),
    ("free, coordinator", FREE, KOKO, "count"),
    ("free, not bound", FREE, BARU, COLLEAGUE.replace(" notify", "")),
    ("free, not active", FREE, replace(RINA, active=False), ""),
    ("free, admin", FREE, replace(RINA, roles=frozenset({Role.ADMIN})), ""),
    ("held, its assignee", HELD, RINA, HOLDER),
    ("held, colleague", HELD, BUDI, COLLEAGUE),
    ("held, supervisor", HELD, SITI, SUPERVISOR),
    ("held, other hotline agency", HELD, NENG, ""),
    ("held, other agency", HELD, DEWI, ""),
    ("held, coordinator", HELD, KOKO, "count"),
    ("referral offered", OFFERED, DEWI, f"{ROW} notify answer_referral"),
    ("referral accepted", ACCEPTED, DEWI, f"{WORDS} notify answer_referral"),
    ("referral rejected", REJECTED, DEWI, ""),
    ("referral revoked", REVOKED, DEWI, ""),
    ("referral to somebody else", ACCEPTED, NENG, ""),
    ("routed, its agency", ROUTED, DEWI, COLLEAGUE),
    ("routed, hotline", ROUTED, RINA, ""),
]


@pytest.mark.parametrize(
    ("case", "officer", "allowed"), [row[1:] for row in MATRIX], ids=[row[0] for row in MATRIX]
)
def test_nothing_is_allowed_that_the_matrix_does_not_name(case, officer, allowed):
    """Default deny: exactly the named actions are allowed, every other one is refused with a reason."""
    actual = {action.value for action in Action if may(officer, action, case)}

    assert actual == set(allowed.split())
    assert all(may(officer, action, case).why != "ok" for action in Action if action.value not in actual)


def test_only_admins_manage_staff():
    """Working on cases gives no right to invite."""
    admin = replace(RINA, roles=frozenset({Role.ADMIN}))

    assert may_manage_staff(admin)
    assert not may_manage_staff(SITI)
    assert not may_manage_staff(replace(admin, active=False))
