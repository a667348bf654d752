"""What is compared with the register is compared as a whole, and what cannot be compared is said so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recruiters.contacts import ContactKind, ContactMatch, find_contacts
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows
from bot.recruiters.verdict import Verdict, check

TODAY = date(2026, 11, 22)
NAME = "PT Wirasena Karya Mandiri"
OFFICE = "021-5448362"


@pytest.fixture(scope="module")
def register() -> Register:
    rows, refused = parse_rows(
        [
            {
                "name": NAME,
                "status": "aktif",
                "as_of": "2026-11-01",
                "address": "Gedung Melati Lt 3, Jl. Contoh 1, Jakarta",
                "city": "Jakarta Timur",
                "branches": "Jl. Raya Lembar 5, Lombok Barat",
                "phones": f"{OFFICE}; 081332285071",
                "emails": "rekrut@wirasena.co.id",
                "web": "www.wirasena.co.id",
                "accounts": "BCA 4355269536",
            }
        ]
    )
    assert not refused
    return build_register(rows, complete=True, as_of=TODAY, source="contoh")


def checked(register: Register, given: str) -> Verdict:
    verdict = check(register, f"{NAME}\n{given}", TODAY)
    assert verdict.recruiter is not None
    return verdict


@pytest.mark.parametrize(
    "given",
    [
        "0812-3456-7890",
        "0812 3456 7890",
        "0899,1234,567",
        "0899_1234_567",
        "WA0899 1234 567",
        "0899\u200b1234\u200b567",
        "nomor lain +60 12-345 6789",
        "rekrut@gmail.com",
        "BCA 8290011223",
    ],
)
def test_a_foreign_number_beside_the_offices_differs(register: Register, given: str) -> None:
    """One blank, one comma or one hidden letter does not switch the comparison off."""
    assert checked(register, f"{OFFICE} {given}").contact is ContactMatch.DIFFERS
    assert checked(register, f"{given} {OFFICE}").contact is ContactMatch.DIFFERS


@pytest.mark.parametrize(
    "given",
    [
        f"{OFFICE} 081332285071",
        "BCA 4355269536 081332285071",
        "BCA 4355 2695 36 081332285071",
        "BCA ４３５５２６９５３６",
        "BCA 4355269536 usia 25",
        "BCA 4355269536 25 tahun",
        f"{OFFICE}-63",
        f"{OFFICE}/63",
        f"{OFFICE} ext. 12",
        "tel:081332285071",
        "０８１３３２２８５０７１",
        "٠٨١٣٣٢٢٨٥٠٧١",
        "REKRUT@WIRASENA.CO.ID.",
        "*rekrut@wirasena.co.id*",
        "hr/rekrut@wirasena.co.id 📞 021-5448362",
    ],
)
def test_what_is_on_record_matches_however_it_is_written(register: Register, given: str) -> None:
    """Two official numbers side by side are two that match."""
    assert checked(register, given).contact is ContactMatch.MATCH


def test_letters_in_an_account_are_digits(register: Register) -> None:
    """ "4355O69536" is compared, and is another account."""
    verdict = checked(register, "BCA 4355O69536")

    assert [(one.value, match) for one, match in verdict.contacts] == [("4355069536", ContactMatch.DIFFERS)]


@pytest.mark.parametrize(
    "given",
    [
        "rekrut@wirasena.co.id.x.com",
        "rekrut@wirasena.co.id_new.com",
        "rekrut@wirasena.co.id@gmail.com",
        "ñrekrut@wirasena.co.id",
        "rekrut@wir\u0430sena.co.id",
        "rekrut@wirasena.co.id。evil.com",
    ],
)
def test_a_mailbox_matches_as_a_whole(register: Register, given: str) -> None:
    """What only begins or looks like the office's is another one."""
    verdict = checked(register, given)

    assert [(one.kind, match) for one, match in verdict.contacts] == [
        (ContactKind.EMAIL, ContactMatch.DIFFERS)
    ]


@pytest.mark.parametrize(
    "given",
    [
        "https://wirasena.co.id.x.com",
        "www.wirasena.co.id.c.evil.com",
        "www.wirasena.co.id_evil.com",
        "https://wirasena.co.id%2eevil.com",
        "https://wirasena.co.id@evil.com/x",
        "https://evil.com\\@wirasena.co.id",
        "https://wir\u0430sena.co.id",
        "https://evil.com?u=https://wirasena.co.id",
    ],
)
def test_a_page_matches_by_its_whole_host(register: Register, given: str) -> None:
    """The host is what the browser opens."""
    webs = [match for one, match in checked(register, given).contacts if one.kind is ContactKind.WEB]

    assert webs == [ContactMatch.DIFFERS]


@pytest.mark.parametrize(
    "given", ["http://wirasena.co.id", "https://www.wirasena.co.id:443/kontak", "www.wirasena.co.id."]
)
def test_the_offices_own_page_matches(register: Register, given: str) -> None:
    """With or without "www", port and path."""
    assert [match for _, match in checked(register, given).contacts] == [ContactMatch.MATCH]


@pytest.mark.parametrize(
    "given",
    [
        "@agenkilat",
        "t.me/sri_kerja",
        "https://t.me/sri_kerja",
        "wa.me/message/ABCDEF",
        "https://bit.ly/daftar-kerja",
        "s.id/loker",
        "https://www.instagram.com/loker_taiwan",
        "fb: loker.taiwan",
        "0899S234567",
        "08123_567890",
        "0812-xxxx-7890",
        "nol delapan sembilan sembilan satu dua tiga empat lima enam",
    ],
)
def test_what_cannot_be_compared_stands_beside_what_matches(register: Register, given: str) -> None:
    """A match of the office's number is no answer about a handle, a short link or a number with a gap."""
    verdict = checked(register, f"{OFFICE} {given}")

    assert verdict.contact is ContactMatch.MATCH
    assert [match for one, match in verdict.contacts if one.kind is ContactKind.OTHER] == [
        ContactMatch.NO_RECORD
    ]


@pytest.mark.parametrize(
    ("given", "match"),
    [
        ("Jl. Contoh 1, Jakarta", ContactMatch.MATCH),
        ("alamat: jl contoh no 1", ContactMatch.MATCH),
        ("Jl. Lembar 5 Lombok", ContactMatch.MATCH),
        ("Jl. Jakarta 1", None),
        ("Jl Raya Lombok 5", None),
        ("Jl. Contoh 10 Jakarta", None),
        ("Jl. Contoh 1, Surabaya", None),
        ("Jl. Mawar Merah 5 Surabaya", ContactMatch.DIFFERS),
    ],
)
def test_a_road_is_no_town(register: Register, given: str, match: ContactMatch | None) -> None:
    """The road must be a road of the office; half an address is neither right nor wrong."""
    compared = [each for one, each in checked(register, given).contacts if one.kind is ContactKind.ADDRESS]

    assert compared == ([] if match is None else [match])


@pytest.mark.parametrize(
    "said", ["buka 08.00-17.00 WIB", "tgl 08-12-2026", "08122026", "biaya @Rp.500.000", "usia 18-45"]
)
def test_hours_days_and_prices_are_no_contact(said: str) -> None:
    """Nobody is warned of a number that is none."""
    assert [one for one in find_contacts(said) if one.kind is ContactKind.OTHER] == []


def test_places_are_those_of_what_was_typed() -> None:
    """Emoji digits, accents and full-width letters before a contact do not move it."""
    text = "ＷＡ 0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣ café rekrut@wirasena.co.id 🇹🇼 t.me/sri"

    quoted = {one.kind: text[one.start : one.end].strip() for one in find_contacts(text)}

    assert quoted[ContactKind.PHONE].startswith("0️⃣")
    assert quoted[ContactKind.PHONE].endswith("0️⃣")
    assert quoted[ContactKind.EMAIL] == "rekrut@wirasena.co.id"
    assert quoted[ContactKind.OTHER] == "t.me/sri"
