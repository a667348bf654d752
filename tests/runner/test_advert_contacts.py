"""Each number of an advert is held against the register, and a handle beside them is not passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.adverts.read import read_advert
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import build_register
from bot.runner.ports import Knowledge
from bot.runner.queries.advert_recruiter import Recruiting, recruiting

TODAY = date(2026, 11, 22)
OFFICE = "021-5448362"
COMPANY = Recruiter(
    name="PT Wirasena Karya Mandiri",
    status="aktif",
    standing=Standing.LISTED,
    source="contoh",
    as_of=date(2026, 11, 1),
    phones=("+62215448362",),
)


def looked_up(knowledge: Knowledge, contacts: str) -> Recruiting:
    register = build_register((COMPANY,), complete=True, as_of=TODAY, source="contoh")
    known = replace(knowledge, register=register)
    text = f"{COMPANY.name} (P3MI) buka lowongan caregiver Taiwan, NT$ 29.500. {contacts}"
    return recruiting(read_advert(text, known.adverts.vocabulary), known, TODAY)


@pytest.mark.parametrize(
    "contacts",
    [
        f"Telp {OFFICE}, WA 0812-3456-7890.",
        f"Telp {OFFICE} 0812-3456-7890",
        "WA 0812-3456-7890 (Rina) / 0813-1111-2222 (Dewi)",
        "WA 0812 3456 7890 0813 1111 2222",
        "WA0812,3456,7890",
    ],
)
def test_every_number_of_an_advert_is_compared(knowledge: Knowledge, contacts: str) -> None:
    """Two numbers do not switch the comparison off: one that differs is said."""
    found = looked_up(knowledge, contacts)

    assert found.doubtful
    assert any("berbeda" in line for line in found.lines)


@pytest.mark.parametrize(
    "other", ["Telegram @agenkilat", "wa.me/message/ABCDEF", "bit.ly/daftar", "WA 0899S234567"]
)
def test_a_handle_beside_the_offices_number_is_no_bare_match(knowledge: Knowledge, other: str) -> None:
    """The number matches; whose the handle is, nobody knows."""
    words = knowledge.flows.wording

    bare, found = (
        looked_up(knowledge, f"Telp {OFFICE}."),
        looked_up(knowledge, f"Telp {OFFICE}. Daftar ke {other}"),
    )

    assert words.label("advert.contact.match", {}) in bare.lines
    assert bare.lines == found.lines[:-1]
    assert found.lines[-1] == words.label("recruiter.compared.other.no_record", {})


def test_a_mailbox_without_a_record_leads_to_the_offices_phone(knowledge: Knowledge) -> None:
    """Nobody is sent elsewhere for a number that is on record."""
    found = looked_up(knowledge, "Email rekrut@gmail.com")

    assert any("(021) 544-8362" in line or "021-5448362" in line for line in found.lines)
