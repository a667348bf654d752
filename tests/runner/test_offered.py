"""What somebody tells of an offer when they ask about a company is judged in the same answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.engine.queries import CheckAdvert, LookUpRecruiter
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing
from bot.recruiters.register import build_register
from bot.runner.ports import Knowledge
from bot.runner.queries.advert import check_advert
from bot.runner.queries.recruiter import look_up_recruiter

TODAY = date(2026, 11, 21)
TAIWAN = JobOrder("045/VII/2026", "Taiwan", "operator pabrik", "2027-07-31")
OLD = JobOrder("001/I/2025", "Malaysia", "perkebunan", "2025-12")


def with_orders(knowledge: Knowledge, *orders: JobOrder) -> Knowledge:
    company = Recruiter("PT Rimbawana Sejati", "aktif", Standing.LISTED, "daftar", TODAY, job_orders=orders)
    register = build_register([company], complete=False, as_of=TODAY, source="daftar")
    return replace(knowledge, register=register)


def lines(knowledge: Knowledge, text: str) -> str:
    found = look_up_recruiter(LookUpRecruiter(text), knowledge, TODAY)
    assert found.values["name"] == "PT Rimbawana Sejati"
    return found.values["offer_first"] + found.values["offer_lines"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("ke kamboja jadi admin, resmi ga?", "Tidak ada penempatan resmi ke negara ini"),
        ("anak saya umur 16 mau ke Malaysia, boleh?", "16"),
        ("jadi admin di thailand gaji 40 juta, wajar ga?", "40 juta"),
        ("katanya ke taiwan, resmi ga?", ""),
    ],
)
def test_country_age_and_wage_are_judged(knowledge: Knowledge, told: str, said: str) -> None:
    """Each with the very words; what is ordinary is not praised."""
    shown = lines(with_orders(knowledge), f"saya ditawari PT Rimbawana Sejati, {told}")

    assert said in shown if said else shown == ""


@pytest.mark.parametrize(
    ("orders", "told", "said"),
    [
        ((TAIWAN,), "ke taiwan jadi operator pabrik", "punya izin rekrut (SIP2MI) 045/VII/2026 untuk Taiwan"),
        ((TAIWAN,), "ke malaysia jadi operator pabrik", "tercatat untuk PT ini lain: operator pabrik Taiwan"),
        ((TAIWAN,), "ke taiwan jadi perawat lansia", "tercatat untuk PT ini lain"),
        ((OLD,), "ke malaysia kerja kebun", "sudah habis (001/I/2025, sampai Desember 2025)"),
        ((OLD, TAIWAN), "ke malaysia kerja kebun", "lain: operator pabrik Taiwan"),
        ((TAIWAN,), "SIP2MI 999/I/2026", "999/I/2026 tidak ada di antara"),
        ((TAIWAN,), "SIP2MI 045/VII/2026 ke malaysia", "bukan negara yang ditawarkan"),
        ((), "SIP2MI 045/VII/2026", "belum bisa kami periksa"),
        ((), "ke taiwan jadi operator pabrik", ""),
        ((TAIWAN,), "", ""),
    ],
)
def test_job_orders_are_judged_as_for_an_advert(
    knowledge: Knowledge, orders: tuple[JobOrder, ...], told: str, said: str
) -> None:
    """With a number and without; a register without job orders says nothing."""
    known = with_orders(knowledge, *orders)

    shown = lines(known, f"saya ditawari PT Rimbawana Sejati {told}, resmi ga?")

    assert said in shown if said else shown == ""


def test_what_speaks_against_an_offer_stands_before_a_company_that_is_listed(knowledge: Knowledge) -> None:
    """The first line carries the answer: a good name never hides a closed country."""
    text = "ditawari PT Rimbawana Sejati, ke kamboja jadi admin, resmi ga?"
    closed = look_up_recruiter(LookUpRecruiter(text), with_orders(knowledge), TODAY)
    fits = look_up_recruiter(
        LookUpRecruiter("PT Rimbawana Sejati, ke taiwan jadi operator pabrik, resmi ga?"),
        with_orders(knowledge, TAIWAN),
        TODAY,
    )

    assert "kamboja" in closed.values["offer_first"]
    assert closed.values["offer_lines"] == ""
    assert "punya izin rekrut" in fits.values["offer_lines"]
    assert fits.values["offer_first"] == ""


def test_an_advert_without_a_number_is_held_against_all_job_orders(knowledge: Knowledge) -> None:
    """One function for both: the advert is a question at least."""
    advert = "Dibutuhkan operator pabrik Malaysia, PT Rimbawana Sejati, gaji RM 1.700, daftar lewat Disnaker"

    found = check_advert(CheckAdvert(advert), with_orders(knowledge, TAIWAN), TODAY)

    assert found.outcome in ("unclear", "suspicious")
    assert "lain: operator pabrik Taiwan" in found.values["advert_company"] + found.values["advert_flags"]


def test_a_number_of_a_job_order_is_no_licence_number(knowledge: Knowledge) -> None:
    """A long SIP2MI number is not "bukan milik PT ini" and no account."""
    known = with_orders(knowledge, TAIWAN)

    found = look_up_recruiter(LookUpRecruiter("PT Rimbawana Sejati SIP2MI 1234567890123"), known, TODAY)

    assert found.values["contact"] == "none"
    assert "bukan milik PT ini" not in found.values["reason"]
