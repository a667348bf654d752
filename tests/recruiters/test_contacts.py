"""What a family was given is found, and compared with what is on record; a person is no company."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recruiters.contacts import ContactKind, ContactMatch, find_contacts
from bot.recruiters.recruiter import Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows
from bot.recruiters.verdict import Kind, check

TODAY = date(2026, 10, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    rows, refused = parse_rows(
        [
            {
                "name": "PT Rimbawana Karya Mandiri",
                "status": "aktif",
                "as_of": "2026-09-17",
                "address": "Jl. Kenanga Raya No. 12, Sukun",
                "city": "Kota Malang",
                "phones": "0341-400799; 081268974532",
                "web": "https://www.rimbawana.co.id/kontak",
                "accounts": "BCA 4355269536",
                "people": "Sri Wahyuni",
            },
            {"name": "PT Sekarwangi Abadi", "status": "aktif", "as_of": "2026-09-17"},
        ]
    )
    assert not refused
    return build_register(rows, complete=True, as_of=TODAY, source="contoh")


@pytest.mark.parametrize(
    ("said", "kind", "match"),
    [
        ("wa.me/6281268974532", ContactKind.PHONE, ContactMatch.MATCH),
        ("https://wa.me/6281299999999", ContactKind.PHONE, ContactMatch.DIFFERS),
        ("telp (0341) 400799", ContactKind.PHONE, ContactMatch.MATCH),
        ("o812-6897-4532", ContactKind.PHONE, ContactMatch.MATCH),
        ("rek BCA 4355-269536", ContactKind.ACCOUNT, ContactMatch.MATCH),
        ("kantor di Jl Kenanga Raya 12", ContactKind.ADDRESS, ContactMatch.MATCH),
        ("alamatnya Jln. Mawar Merah no 5 Surabaya", ContactKind.ADDRESS, ContactMatch.DIFFERS),
        ("www.rimbawana.co.id", ContactKind.WEB, ContactMatch.MATCH),
        ("https://rimbawana-kerja.net/daftar", ContactKind.WEB, ContactMatch.DIFFERS),
        ("yg nawarin namanya bu Sri", ContactKind.PERSON, ContactMatch.MATCH),
        ("ketemu pak Darto", ContactKind.PERSON, ContactMatch.NO_RECORD),
        ("kirim ke surel@gmail.com", ContactKind.EMAIL, ContactMatch.NO_RECORD),
    ],
)
def test_each_contact_is_compared(
    register: Register, said: str, kind: ContactKind, match: ContactMatch
) -> None:
    """Match, differs, or we have none; the company is found beside it."""
    verdict = check(register, f"PT Rimbawana Karya Mandiri, {said}", TODAY)

    assert verdict.recruiter is not None
    assert [(one.kind, each) for one, each in verdict.contacts] == [(kind, match)]


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("Bu Sri Wahyuni, 0812 3456 7890", "Sri Wahyuni"),
        ("loker taiwan\n  Ibu Ani", "Ani"),
        ("CP: pak Joko", "Joko"),
        ("hubungi mbak Rere ya", "Rere"),
    ],
)
def test_a_person_is_found_where_one_is_called_so(said: str, person: str) -> None:
    """At the beginning of a line, behind a sign, or led by a word."""
    assert next(one.value for one in find_contacts(said) if one.kind is ContactKind.PERSON).startswith(person)


@pytest.mark.parametrize(
    "said",
    [
        "gaji 15.000.000",
        "gaji Rp 15.000.000 sampai 25.000.000",
        "biaya 25 000 000",
        "berangkat 12-05-2026",
        "NIK 3501234567890001",
    ],
)
def test_a_sum_a_day_and_an_identity_card_are_no_account(register: Register, said: str) -> None:
    """Nobody is told that an account differs who only told the wage."""
    verdict = check(register, f"PT Rimbawana Karya Mandiri, {said}", TODAY)

    assert verdict.recruiter is not None
    assert verdict.contacts == ()


def test_an_address_that_matches_does_not_make_a_match(register: Register) -> None:
    """Fraud uses the real address: only numbers decide."""
    verdict = check(register, "PT Rimbawana Karya Mandiri Jl. Kenanga Raya No. 12", TODAY)

    assert verdict.contact is None
    assert "contact" in verdict.not_checked


@pytest.mark.parametrize(
    "said",
    [
        "rekening BCA 1234 a/n Sri Wahyuni",
        "transfer ke BRI 0021 01 004455 50 3 a.n. Sekarwangi Mandiri Putri",
        "rek mandiri 1440012345678 atas nama Siti Aminah",
        "tf ke BCA 8290011223 an. Budi",
    ],
)
def test_the_text_of_an_account_is_no_company(register: Register, said: str) -> None:
    """Bank, number and holder are not looked for on the register."""
    verdict = check(register, said, TODAY)

    assert verdict.recruiter is None
    assert verdict.candidates == ()
    assert verdict.kind is Kind.CANNOT_CHECK


def test_an_account_in_a_persons_name_is_said(register: Register) -> None:
    """A company is paid on an account of its own name."""
    private = check(register, "PT Sekarwangi Abadi minta transfer BCA 8290011223 a/n Sri Lestari", TODAY)
    own = check(register, "PT Sekarwangi Abadi BCA 8290011223 a/n PT Sekarwangi Abadi", TODAY)

    assert private.kind is Kind.FOUND_BUT
    assert "personal_account" in private.reasons
    assert "personal_account" not in own.reasons


def test_whom_one_speaks_to_is_no_contact() -> None:
    """ "Bu, ini PT …" names no person."""
    assert find_contacts("bu ini PT Rimbawana Karya Mandiri resmi? makasih kak") == ()


def test_revoked_wins_under_every_name_and_number() -> None:
    """A new name with the licence number, or the old name, of a revoked company is warned about."""
    rows, _ = parse_rows(
        [
            {"name": "PT Anyar Gemilang", "status": "aktif", "licence_number": "9120500980645"},
            {"name": "PT Lawas Gemilang", "status": "dicabut", "licence_number": "9120500980645"},
            {"name": "PT Ganti Rupa", "status": "aktif", "former_names": "PT Wajah Lama"},
            {"name": "PT Wajah Lama", "status": "dihentikan sementara"},
        ]
    )
    register = build_register(rows, complete=True, as_of=TODAY, source="contoh")

    by_number, by_former = (
        check(register, "PT Anyar Gemilang", TODAY),
        check(register, "pt ganti rupa", TODAY),
    )

    for verdict, standing in ((by_number, Standing.REVOKED), (by_former, Standing.SUSPENDED)):
        assert verdict.kind is Kind.FOUND_BUT
        assert verdict.outweighed_by is not None
        assert verdict.outweighed_by.standing is standing
        assert verdict.reasons[0] == "same_company"
