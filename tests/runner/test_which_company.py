"""Which company is meant, and what is said when it is two, half of one, or looks like a revoked one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.engine.queries import CheckAdvert, LookUpRecruiter
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import build_register
from bot.runner.ports import Knowledge
from bot.runner.queries.advert import check_advert
from bot.runner.queries.first_look import first_look
from bot.runner.queries.recruiter import look_up_recruiter

TODAY = date(2026, 11, 21)
OFFICE = "0341-400799"
ADVERT = (
    "LOWONGAN KERJA Taiwan operator pabrik gaji NT$29.500 sebulan, kontrak 3 tahun. "
    "{}. Hub 0341-400799. Pendaftaran lewat Disnaker, tanpa biaya."
)


@pytest.fixture
def known(knowledge: Knowledge) -> Knowledge:
    rows = [
        Recruiter(
            "PT Rimbawana Sejati",
            "aktif",
            Standing.LISTED,
            "daftar",
            TODAY,
            licence_numbers=("2909250072827",),
            phones=("+62341400799",),
            former_names=("PT Lama Wena",),
        ),
        Recruiter("PT Putri Samawa", "dicabut", Standing.REVOKED, "berita", TODAY),
        Recruiter("PT Kenari Jaya Abadi", "aktif", Standing.LISTED, "daftar", TODAY),
    ]
    return replace(knowledge, register=build_register(rows, complete=False, as_of=TODAY, source="daftar"))


def said(known: Knowledge, words: str) -> tuple[str, str]:
    """The outcome and all that is said of the company."""
    answer = look_up_recruiter(LookUpRecruiter(words), known, TODAY)
    key = "borrowed" if answer.values.get("borrowed") else answer.outcome
    names = {"ask_which": "warned", "suggest": "warned", "found_but": "found_but"}
    text = known.flows.wording.text(f"recruiter.{names.get(key, key)}", answer.values)
    return answer.outcome, text


@pytest.mark.parametrize(
    "typed",
    [f"PT Gagah Zubair milik PT Rimbawana Sejati {OFFICE}", "PT Gagah Zubair grup dari PT Rimbawana Sejati"],
)
def test_both_companies_are_said_and_the_unlisted_one_first(known: Knowledge, typed: str) -> None:
    """Nobody reads that "it" is on the list, nor that the number fits."""
    outcome, text = said(known, typed)
    values = look_up_recruiter(LookUpRecruiter(typed), known, TODAY).values

    assert outcome == "found_but"
    assert text.startswith("⚠️ PT Gagah Zubair")
    assert "tidak ada di daftar" in text.splitlines()[0]
    assert "<b>PT Rimbawana Sejati</b> itu PT lain" in text
    assert values["contact"] == "none"


def test_a_licence_is_said_to_be_anothers(known: Knowledge) -> None:
    """Plainly, in the first line."""
    _, text = said(known, "PT Zebra Gagah NIB 2909250072827")

    first = text.splitlines()[0]
    assert "milik PT Rimbawana Sejati, bukan milik PT Zebra Gagah" in first


def test_a_revoked_lookalike_is_said_to_be_revoked(known: Knowledge) -> None:
    """And it is not said at the same time that it is another company."""
    outcome, text = said(known, "PT Puteri Samawa")

    assert outcome == "cannot_check"
    assert "⚠️ PT Putri Samawa: Izinnya dicabut." in text
    assert "bukan PT yang sama" not in text
    assert "belum bukti apa-apa" not in text


@pytest.mark.parametrize(
    "typed", ["PT Putri Samawa atau PT Rimbawana Sejati", "PT Putri Samawa 88", "pt samawa"]
)
def test_a_revoked_one_is_said_before_anybody_chooses(known: Knowledge, typed: str) -> None:
    """ "Yang mana?" without a word on it would let a person choose it unwarned."""
    outcome, text = said(known, typed)

    assert outcome in ("ask_which", "suggest")
    assert "⚠️ PT Putri Samawa: Izinnya dicabut." in text


def test_that_it_is_listed_is_said_once(known: Knowledge) -> None:
    """ "Tercatat … Namanya tercatat" helps nobody."""
    _, text = said(known, "PT Rimbawana Sejati resmi ga")

    assert text.count("tercatat") == 1


def test_a_former_name_is_said(known: Knowledge) -> None:
    """The name that was typed, and that it is former."""
    _, text = said(known, "pt lama wena resmi ga")

    assert "PT Lama Wena adalah nama lamanya." in text


def test_a_pick_is_never_asked_about_again(known: Knowledge) -> None:
    """And what is asked next belongs to the company that was picked."""
    words = f"PT Rimbawana Sejati 88, hub {OFFICE}"
    asked = look_up_recruiter(LookUpRecruiter(words), known, TODAY)
    picked = look_up_recruiter(LookUpRecruiter(words, asked.values["candidates"]), known, TODAY)
    after = look_up_recruiter(
        LookUpRecruiter("0812 3456 7890", "", picked.values["asked_whole"]), known, TODAY
    )

    assert asked.outcome == "suggest"
    assert (picked.outcome, picked.values["contact"]) == ("found", "match")
    assert (after.values["name"], after.values["contact"]) == ("PT Rimbawana Sejati", "differs")


@pytest.mark.parametrize(
    "typed", ["PT Rimbawana", "PT HRS", "LPK Rimbawana Sejati", "pt zubair resmi ga", "CV Zebru"]
)
def test_half_a_name_is_about_a_company(known: Knowledge, typed: str) -> None:
    """From the menu: an answer on the company, not "Saya belum punya jawaban"."""
    assert first_look(typed, known) == "recruiter"


@pytest.mark.parametrize(
    "typed", ["pt penyalur", "cv lamaran", "gmn cara cek pt", "PT kabur", "lpk bahasa jepang"]
)
def test_ordinary_words_behind_a_form_are_a_question(known: Knowledge, typed: str) -> None:
    """These are for the FAQ."""
    assert first_look(typed, known) == ""


def test_all_companies_of_an_advert_are_looked_up_and_the_revoked_one_is_first(known: Knowledge) -> None:
    """However far behind it stands; and a number that fits one of them is no comfort."""
    names = "PT Gagah Zubair dan PT Bina Zakaria serta PT Rimbawana Sejati"
    names += ", PT Kenari Jaya Abadi dan PT Putri Samawa"

    values = check_advert(CheckAdvert(ADVERT.format(names)), known, TODAY).values

    company = values["advert_company"] + values["advert_flags"]
    assert company.index("PT Putri Samawa") < company.index("PT Gagah Zubair")
    assert "dicabut" in company
    assert all(name in company for name in ("PT Bina Zakaria", "PT Rimbawana Sejati", "PT Kenari Jaya Abadi"))
    assert "cocok" not in company


def test_an_advert_with_the_licence_of_another_says_so(known: Knowledge) -> None:
    """As the check of a name does."""
    values = check_advert(
        CheckAdvert(ADVERT.format("PT Gagah Zubair NIB 2909250072827")), known, TODAY
    ).values

    company = values["advert_company"] + values["advert_flags"]
    assert "milik PT Rimbawana Sejati, bukan milik PT Gagah Zubair" in company
    assert "cocok" not in company


def test_a_revoked_lookalike_in_an_advert_is_said_to_be_revoked(known: Knowledge) -> None:
    """As the check of a name does."""
    values = check_advert(CheckAdvert(ADVERT.format("PT Puteri Samawa")), known, TODAY).values

    assert "PT Putri Samawa: Izinnya dicabut." in values["advert_company"] + values["advert_flags"]
