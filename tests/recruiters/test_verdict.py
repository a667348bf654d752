"""What is said about a company is true of that company, on the date that is said."""

from dataclasses import replace
from datetime import date

import pytest

from bot.recruiters.contacts import ContactMatch
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows
from bot.recruiters.verdict import Kind, check

TODAY = date(2026, 11, 21)
AS_OF = date(2026, 10, 1)


def row(name: str, status: str = "aktif", **cells: str) -> dict[str, str]:
    return {"name": name, "status": status, "source": "contoh", **cells}


ROWS = (
    row("PT Rimbawana Karya Mandiri", phone="0341-7980067; 081268974532", account="BCA 4355269536 a.n. PT R"),
    row("PT Rimbawana Karya Sejati"),
    row("PT Sekarwangi Putra Abadi", licence_number="9120500980645"),
    row("PT Lokananta Jaya (LOKAJA)", email="kantor@lokananta.co.id"),
    row("PT Tirtamas Indah", "DICABUT 29 Jan 2026 (nomor SK tidak tercantum)", as_of="2026-01-29"),
    row("PT Samber Nyawa Utama", "DIHENTIKAN SEMENTARA; ada di salinan daftar"),
    row("PT Wreksa Lama", "TIDAK DITEMUKAN di salinan daftar; bukan bukti pencabutan"),
    row("PT Bumi Arung", "terdaftar", as_of="2026-05-01"),
)


def register_of(rows: tuple[dict[str, str], ...] = ROWS, *, complete: bool = True) -> Register:
    kept, refused = parse_rows(rows)
    assert not refused
    return build_register(kept, complete=complete, as_of=AS_OF, source="daftar contoh")


@pytest.fixture(scope="module")
def register() -> Register:
    return register_of()


@pytest.mark.parametrize(
    "typed",
    [
        "PT Rimbawana Karya Mandiri",
        "rimbawana karya mandiri",
        "P.T. RIMBA WANA KARYA MANDIRI",
        "pt rimbwana karya mandiri",
        "mau tanya pt rimbawana karya mandri itu resmi ga ya kak",
        "sy dihubungi dr rimbawana karya mandiri, asli ga",
    ],
)
def test_a_company_is_found_as_people_type_it(register: Register, typed: str) -> None:
    """Form, case, spaces, a lost letter and the sentence around the name do not matter."""
    verdict = check(register, typed, TODAY)

    assert verdict.kind is Kind.FOUND
    assert verdict.recruiter is not None
    assert verdict.recruiter.name == "PT Rimbawana Karya Mandiri"


@pytest.mark.parametrize(
    "typed",
    [
        "PT Rimbawana Karya Utama",
        "PT Rimbawana Jaya Mandiri",
        "PT Sekarwangi Putri Abadi",
        "PT Rimbawana Karya Mandiri Abadi",
        "CV Rimbawana Karya Mandiri",
        "LPK Lokananta Jaya",
        "PT Mandiri Karya Abadi Jaya Utama",
        "PT Tirtamaya Indah",
    ],
)
def test_another_company_is_never_confirmed(register: Register, typed: str) -> None:
    """A word exchanged, added, or another legal form is another company."""
    assert check(register, typed, TODAY).decision != "confirm"


def test_no_name_is_confirmed_for_another() -> None:
    """Each company taken off the register is not found under any other name."""
    for left_out in ROWS:
        without = register_of(tuple(one for one in ROWS if one is not left_out))

        assert check(without, left_out["name"], TODAY).decision != "confirm"


def test_two_that_fit_lead_to_a_question(register: Register) -> None:
    """Half a name that two companies share is never a guess."""
    verdict = check(register, "pt rimbawana karya", TODAY)

    assert verdict.kind is Kind.ASK_WHICH
    assert len(verdict.candidates) == 2


def test_a_turned_name_is_only_suggested(register: Register) -> None:
    """Another word order may be another company."""
    verdict = check(register, "PT Putra Sekarwangi Abadi", TODAY)

    assert verdict.kind is Kind.SUGGEST
    assert verdict.candidates[0].name == "PT Sekarwangi Putra Abadi"


def test_a_lookalike_is_named_as_such(register: Register) -> None:
    """ "Mirip, tetapi bukan": the company that looks alike is shown as another one."""
    verdict = check(register, "PT Sekarwangi Putri Abadi", TODAY)

    assert verdict.kind is Kind.NOT_FOUND
    assert [alike.name for alike in verdict.lookalikes] == ["PT Sekarwangi Putra Abadi"]


def test_only_a_complete_register_says_not_found() -> None:
    """A name that is missing from a partial list proves nothing."""
    complete, partial = register_of(), register_of(complete=False)

    assert check(complete, "PT Angin Lalu", TODAY).kind is Kind.NOT_FOUND
    assert check(partial, "PT Angin Lalu", TODAY).kind is Kind.CANNOT_CHECK


def test_an_old_row_cannot_be_checked(register: Register) -> None:
    """A row older than ninety days says nothing about today."""
    verdict = check(register, "PT Bumi Arung", TODAY)

    assert verdict.kind is Kind.CANNOT_CHECK
    assert "old_record" in verdict.reasons


@pytest.mark.parametrize(
    ("name", "standing"), [("PT Tirtamas Indah", "revoked"), ("PT Samber Nyawa Utama", "suspended")]
)
def test_revoked_and_suspended_always_win(register: Register, name: str, standing: str) -> None:
    """However old the row, a revoked licence is said first."""
    verdict = check(register, name, TODAY)

    assert verdict.kind is Kind.FOUND_BUT
    assert verdict.reasons[0] == standing


def test_the_worse_of_two_rows_of_a_company_counts() -> None:
    """A company that is both listed and revoked is revoked."""
    register = register_of((row("PT Candi Arum"), row("Candi Arum", "dicabut")))

    verdict = check(register, "candi arum", TODAY)

    assert verdict.recruiter is not None
    assert verdict.recruiter.standing is Standing.REVOKED


def test_a_name_from_old_lists_is_never_listed() -> None:
    """ "Not on the list of September" never becomes "on the register"."""
    for complete in (True, False):
        verdict = check(register_of(complete=complete), "PT Wreksa Lama", TODAY)

        assert verdict.decision == "none"
        assert verdict.kind in (Kind.NOT_FOUND, Kind.CANNOT_CHECK)


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("PT Rimbawana Karya Mandiri wa 0812-6897-4532", ContactMatch.MATCH),
        ("PT Rimbawana Karya Mandiri (0341) 7980067", ContactMatch.MATCH),
        ("PT Rimbawana Karya Mandiri wa 081268974533", ContactMatch.DIFFERS),
        ("PT Rimbawana Karya Mandiri 081268974532", ContactMatch.MATCH),
        ("PT Rimbawana Karya Mandiri rek BCA 4355269536", ContactMatch.MATCH),
        ("PT Rimbawana Karya Mandiri rek BRI 9999269536", ContactMatch.DIFFERS),
        ("PT Rimbawana Karya Mandiri rekrut@gmail.com", ContactMatch.NO_RECORD),
        ("PT Sekarwangi Putra Abadi 081268974532", ContactMatch.NO_RECORD),
        ("PT Lokananta Jaya kantor@lokananta.co.id", ContactMatch.MATCH),
        ("PT Lokananta Jaya", None),
    ],
)
def test_a_contact_is_compared_with_the_register(
    register: Register, typed: str, contact: ContactMatch | None
) -> None:
    """Match, differs, or we have no number; one digit off differs."""
    verdict = check(register, typed, TODAY)

    assert verdict.contact is contact
    assert (verdict.kind is Kind.FOUND_BUT) is (contact is ContactMatch.DIFFERS)


def test_a_licence_number_finds_its_company(register: Register) -> None:
    """The number alone is enough; another company's name beside it is said."""
    alone = check(register, "nomor izin 9120500980645", TODAY)
    copied = check(register, "PT Lokananta Jaya NIB 9120500980645", TODAY)

    assert alone.recruiter is not None
    assert alone.recruiter.name == "PT Sekarwangi Putra Abadi"
    assert "licence_differs" in copied.reasons


def test_an_unknown_number_proves_nothing(register: Register) -> None:
    """A phone number that is on no row is no evidence in either direction."""
    assert check(register, "0813 9999 8888 penipu?", TODAY).kind is Kind.CANNOT_CHECK


@pytest.mark.parametrize(
    "typed", ["", "PT", "pt hrs", "halo kak", "PT " + "a" * 20_000, "0812 " * 4_000, "\ud800"]
)
def test_nothing_that_is_typed_raises(register: Register, typed: str) -> None:
    """Whatever is sent, there is a verdict, and it confirms nobody."""
    assert check(register, typed, TODAY).decision != "confirm"


def test_every_verdict_says_what_was_not_checked(register: Register) -> None:
    """Even the best verdict carries date, source and limits."""
    verdict = check(register, "PT Lokananta Jaya", TODAY)

    assert (verdict.as_of, verdict.source) == (AS_OF, "contoh")
    assert {"job_order", "contract", "contact"} <= set(verdict.not_checked)


def test_a_former_name_is_said_to_be_former() -> None:
    """A company found under an old name is not simply found."""
    (kept,), _ = parse_rows((row("PT Anyar Sekali", former_names="PT Lawas Banget"),))
    register = build_register((kept,), complete=True, as_of=AS_OF, source="contoh")

    verdict = check(register, "pt lawas banget", TODAY)

    assert verdict.kind is Kind.FOUND_BUT
    assert "former_name" in verdict.reasons


def test_without_any_date_nothing_can_be_checked() -> None:
    """A list without date is no evidence for today."""
    undated: Recruiter = replace(register_of().rows[0], as_of=None)
    register = build_register((undated,), complete=True, as_of=None, source="contoh")

    assert check(register, undated.name, TODAY).kind is Kind.CANNOT_CHECK
