"""One answer for what was sent in several messages: a name after an advert, a number after a name, a pick."""

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
ADVERT = "Lowongan operator pabrik Taiwan, gaji NT$29.500, SIP2MI 045/VII/2026, hub 0812 3456 7890"
ORDER = JobOrder("045/VII/2026", "Malaysia", "operator pabrik", "2027-07")
OFFICE = "0341-400799"


def listed(name: str, **more: object) -> Recruiter:
    return Recruiter(name, "aktif", Standing.LISTED, "daftar", TODAY, **more)  # type: ignore[arg-type]


@pytest.fixture
def known(knowledge: Knowledge) -> Knowledge:
    """The content, with a register of three companies."""
    rows = [
        listed("PT Rimbawana Sejati", phones=("+62341400799",), job_orders=(ORDER,)),
        listed("PT Kenari Jaya Abadi", phones=("+6281234567890",)),
        listed("PT Kenari Jaya Utama"),
    ]
    return replace(knowledge, register=build_register(rows, complete=False, as_of=TODAY, source="daftar"))


def answered(known: Knowledge, words: str, beside: str = "", picked: str = "") -> dict[str, str]:
    return dict(look_up_recruiter(LookUpRecruiter(words, picked, beside), known, TODAY).values)


def test_a_name_after_an_advert_is_checked_with_its_number_and_job_order(known: Knowledge) -> None:
    """The advert named no company; its phone and its SIP2MI are held against the one that is typed now."""
    advert = check_advert(CheckAdvert(ADVERT), known, TODAY).values

    values = answered(known, "PT Rimbawana Sejati", advert["advert_beside"])

    assert values["contact"] == "differs"
    assert values["office_phone"] == OFFICE
    assert "045/VII/2026 tercatat untuk Malaysia, bukan negara yang ditawarkan" in values["offer_lines"]
    assert answered(known, "PT Rimbawana Sejati")["contact"] == "none"


def test_a_bare_name_after_an_advert_is_enough(known: Knowledge) -> None:
    """People do not write "PT"."""
    advert = check_advert(CheckAdvert(ADVERT), known, TODAY).values

    values = answered(known, "rimbawana sejati", advert["advert_beside"])

    assert (values["name"], values["contact"]) == ("PT Rimbawana Sejati", "differs")


def test_a_number_after_a_name_is_compared_with_that_name(known: Knowledge) -> None:
    """And the next number with both; what was asked grows along."""
    first = answered(known, "PT Rimbawana Sejati resmi ga?")
    second = answered(known, OFFICE, first["asked_whole"])
    third = answered(known, "rek BCA 4355269536", second["asked_whole"])

    assert (second["name"], second["contact"]) == ("PT Rimbawana Sejati", "match")
    assert (third["name"], third["contact"]) == ("PT Rimbawana Sejati", "no_record_phone")


def test_another_name_is_another_question(known: Knowledge) -> None:
    """The number of one company is never held against the next one that is asked about."""
    values = answered(known, "PT Rimbawana Sejati", "PT Kenari Jaya Abadi 0812 3456 7890")

    assert (values["name"], values["contact"]) == ("PT Rimbawana Sejati", "none")
    assert values["asked_whole"] == "PT Rimbawana Sejati"


def test_signs_in_front_of_a_name_are_only_signs(known: Knowledge) -> None:
    """What a person types is never taken for a button's choice."""
    assert answered(known, "#1 PT Rimbawana Sejati")["name"] == "PT Rimbawana Sejati"


def test_a_pick_keeps_the_number_that_came_with_the_question(known: Knowledge) -> None:
    """ "PT Kenari Jaya, 0812 …" asks which; the answer still compares the number."""
    question = "PT Kenari Jaya, hub bu Sri 0812 3456 7890"
    asked = look_up_recruiter(LookUpRecruiter(question), known, TODAY)
    keys = asked.values["candidates"].split()

    values = [answered(known, question, picked=key) for key in keys]

    assert asked.outcome == "ask_which"
    assert {each["name"]: each["contact"] for each in values} == {
        "PT Kenari Jaya Abadi": "match",
        "PT Kenari Jaya Utama": "no_record",
    }


@pytest.mark.parametrize(
    "words", ["Budi 0812 9999 8888", "Pak Budi 081299998888", "Bu Kenari Sri 0812 9999 8888"]
)
def test_a_persons_name_beside_a_number_is_no_company(known: Knowledge, words: str) -> None:
    """A contact card, or how people note numbers: nobody is asked which company Bu Kenari is."""
    assert look_up_recruiter(LookUpRecruiter(words), known, TODAY).outcome == "cannot_check"


@pytest.mark.parametrize("beside", ["", "x" * 30_000, "\n§ \n§ ", "\ud800", "0812" * 4_000])
def test_whatever_stands_beside_is_borne(known: Knowledge, beside: str) -> None:
    """What was sent before may be long or strange."""
    values = answered(known, "PT Rimbawana Sejati", beside)

    assert values["name"] == "PT Rimbawana Sejati"
    assert len(values["asked_whole"]) <= 3_000
