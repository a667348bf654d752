"""Two companies in one question, and the number of one beside the name of another: both are said."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recruiters.contacts import ContactMatch
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows
from bot.recruiters.verdict import Kind, check

TODAY = date(2026, 11, 21)
MEANT = "PT Rimbawana Karya Mandiri"
STRANGER = "PT Gagah Zubair"


@pytest.fixture(scope="module")
def register() -> Register:
    cells = (
        {"name": MEANT, "status": "aktif", "phone": "0341-7980067", "licence_number": "2909250072827"},
        {"name": "PT Kenari Jaya Abadi", "status": "aktif"},
        {"name": "PT Kenari Jaya Utama", "status": "aktif"},
        {"name": "PT Putri Samawa", "status": "Izin dicabut", "licence_number": "2909250099999"},
    )
    kept, refused = parse_rows([{"source": "contoh", **each} for each in cells])
    assert not refused
    return build_register(kept, complete=False, as_of=TODAY, source="daftar contoh")


@pytest.mark.parametrize(
    "typed",
    [
        f"{STRANGER} milik {MEANT}",
        f"{STRANGER} (grup {MEANT})",
        f"{STRANGER} anak perusahaan {MEANT}",
        f"{STRANGER} dan {MEANT}",
        f"mengaku dari {MEANT} tapi suratnya {STRANGER}",
        f"dulu namanya {MEANT} sekarang {STRANGER}",
        f"{STRANGER} mitra resmi {MEANT}",
    ],
)
def test_a_company_that_is_not_listed_is_not_dropped(register: Register, typed: str) -> None:
    """Its name is said, the one on the list does not stand for it, and its number is no comfort."""
    verdict = check(register, f"{typed} 0341-7980067", TODAY)

    assert verdict.kind is Kind.FOUND_BUT
    assert [each[: len(STRANGER)] for each in verdict.others] == [STRANGER]
    assert verdict.recruiter is not None
    assert verdict.recruiter.name == MEANT
    assert verdict.contact is None
    assert verdict.decision == "none"


def test_a_number_that_differs_is_still_said(register: Register) -> None:
    """Only what would comfort is left out."""
    verdict = check(register, f"{STRANGER} milik {MEANT} 0812 3456 7890", TODAY)

    assert verdict.contact is ContactMatch.DIFFERS


def test_a_revoked_company_beside_a_stranger_is_said_first(register: Register) -> None:
    """Revoked always wins."""
    verdict = check(register, f"{STRANGER} milik PT Putri Samawa", TODAY)

    assert verdict.reasons[:2] == ("revoked", "name_beside")


@pytest.mark.parametrize(
    "typed",
    [
        f"{MEANT} lewat LPK bahasa jepang",
        f"{MEANT}, kata teman pt penyalur resmi",
        f"{MEANT} itu pt yang di Malang",
        f"{MEANT}, PT Rimbawana Karya itu resmi?",
        f"{MEANT} disuruh pinjam di koperasi simpan pinjam",
        f"{MEANT} kirim cv kemana",
    ],
)
def test_other_words_with_a_form_are_no_stranger(register: Register, typed: str) -> None:
    """Ordinary words, or the same company in short."""
    verdict = check(register, typed, TODAY)

    assert verdict.others == ()
    assert verdict.kind is Kind.FOUND


def test_a_name_that_fits_half_beside_a_sure_one_is_asked_about(register: Register) -> None:
    """The sure one is no answer for both."""
    verdict = check(register, f"{MEANT} atau PT Kenari Jaya", TODAY)

    assert verdict.kind is Kind.ASK_WHICH
    assert [each.name for each in verdict.candidates][:2] == [MEANT, "PT Kenari Jaya Abadi"]


def test_what_is_no_company_is_dropped_after_bukan(register: Register) -> None:
    """ "PT A, bukan PT B" asks about A."""
    verdict = check(register, f"{STRANGER}, bukan {MEANT}", TODAY)

    assert verdict.kind is Kind.CANNOT_CHECK
    assert verdict.recruiter is None


@pytest.mark.parametrize(
    "name", [STRANGER, "CV Zebra", "LPK Harapan Zubair", "PT HRS", "PT Rimbawana Sejati"]
)
@pytest.mark.parametrize("number", ["NIB 2909250072827", "izin 2909250072827"])
def test_a_licence_of_another_confirms_nobody(register: Register, name: str, number: str) -> None:
    """The number belongs to its company, not to the name beside it."""
    for typed in (f"{name} {number}", f"{number} {name}"):
        verdict = check(register, typed, TODAY)

        assert verdict.decision == "none"
        assert (verdict.kind, verdict.reasons[0]) == (Kind.FOUND_BUT, "licence_of_other")
        assert verdict.recruiter is not None
        assert verdict.recruiter.name == MEANT
        assert len(verdict.others) == 1


def test_a_licence_beside_words_without_a_form_is_asked_about(register: Register) -> None:
    """They may be a name; alone, or in a sentence about the number, the number is enough."""
    assert check(register, "Zebra gagah izin 2909250072827", TODAY).kind is Kind.SUGGEST
    assert check(register, "nomor izin 2909250072827 ini punya siapa ya", TODAY).decision == "confirm"


def test_a_pick_answers_for_the_picked_company_alone(register: Register) -> None:
    """Whatever made the question necessary is no question any more, and a stranger beside it stays one."""
    picked = register.rows[0]

    plain = check(register, f"{MEANT} 88 resmi ga, 0341-7980067", TODAY, picked)
    stranger = check(register, f"{STRANGER} milik {MEANT} 88", TODAY, picked)

    assert (plain.kind, plain.contact) == (Kind.FOUND, ContactMatch.MATCH)
    assert stranger.others == (STRANGER,)


def test_a_button_leads_to_the_worst_row_of_a_company() -> None:
    """As the typed name does."""
    rows = [
        Recruiter("PT Dobel Jaya", "aktif", Standing.LISTED, "contoh", TODAY),
        Recruiter("PT. DOBEL JAYA", "dicabut", Standing.REVOKED, "contoh", TODAY),
    ]
    for order in (rows, rows[::-1]):
        register = build_register(order, complete=True, as_of=TODAY, source="contoh")

        found = register.find_key(register.key(order[0]))

        assert found is not None
        assert found.standing is Standing.REVOKED


def test_companies_of_two_forms_with_one_number_are_two() -> None:
    """An LPK and a PT of one name: what is said of one is not said of the other."""
    rows = [
        Recruiter("PT Maju Global", "aktif", Standing.LISTED, "contoh", TODAY, phones=("+62341400799",)),
        Recruiter("LPK Maju Global", "dicabut", Standing.REVOKED, "contoh", TODAY, phones=("+62341400799",)),
    ]
    register = build_register(rows, complete=True, as_of=TODAY, source="contoh")

    verdict = check(register, "0341-400799", TODAY)

    assert verdict.kind is Kind.ASK_WHICH
    assert set(verdict.candidates) == set(rows)


def test_a_revoked_lookalike_is_a_reason_of_its_own(register: Register) -> None:
    """ "Mirip" is not all there is to say of a revoked one."""
    verdict = check(register, "PT Puteri Samawa", TODAY)

    assert verdict.reasons[0] == "lookalike_warned"
    assert verdict.lookalikes[0].standing is Standing.REVOKED


@pytest.mark.parametrize("place", ["bekasi", "jakarta barat", "pondok gede", "cabang Brebes"])
def test_the_place_of_an_office_hides_no_revocation(register: Register, place: str) -> None:
    """People say where it is ("PT … bekasi resmi ga"): the company is named or asked about, never unknown."""
    verdict = check(register, f"PT Putri Samawa {place} masih boleh proses?", TODAY)

    named = verdict.recruiter or verdict.candidates[0]
    assert named.standing is Standing.REVOKED


def test_a_name_goes_on_behind_a_place(register: Register) -> None:
    """ "… Bekasi Abadi" may be another company."""
    assert check(register, f"{MEANT} Bekasi resmi?", TODAY).kind is Kind.FOUND
    assert check(register, f"{MEANT} Bekasi Abadi resmi?", TODAY).kind is not Kind.FOUND


def test_two_numbers_of_two_companies_lead_to_a_question(register: Register) -> None:
    """Both are known, and none is guessed."""
    verdict = check(register, "NIB 2909250072827 NIB 2909250099999", TODAY)

    assert verdict.kind is Kind.ASK_WHICH
    assert {row.name for row in verdict.candidates} == {MEANT, "PT Putri Samawa"}
