"""Fingerprints: equal for equal numbers and names, different for others, and useless without the key."""

from __future__ import annotations

import pytest

from bot.casework.naming import named_in
from bot.patterns.prints import Kind, Named, company_name, prints_of, read_print

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
SPELLINGS = ("0812 3456 7890", "+62 812-3456-7890", "62812 34567890", "o8l2-3456-789O", "wa.me/6281234567890")
ADVERT = (
    "lowongan pabrik di Taiwan gaji besar tanpa biaya berangkat cepat dokumen diurus sampai beres hubungi"
)


def of_kind(kind: Kind, text: str) -> set[str]:
    return {each.digits for each in prints_of(named_in(text), KEY) if each.kind is kind}


def test_one_number_in_five_spellings_is_one() -> None:
    """However a phone is typed, it is the same fingerprint."""
    found = {digits for spelled in SPELLINGS for digits in of_kind(Kind.PHONE, f"hubungi {spelled} ya")}

    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BCA 123-456-7890 a.n. Sri", "transfer ke rek bca: 1234567890"),
        ("Mandiri no 1230004567891", "rekening mandiri 123 000 4567 891"),
        ("1234567890", "bca 1234567890"),
    ],
)
def test_one_account_in_two_spellings_is_one(one: str, other: str) -> None:
    """Also when the number stands alone in a question."""
    assert of_kind(Kind.ACCOUNT, one) == of_kind(Kind.ACCOUNT, other) != set()


@pytest.mark.parametrize(
    "typed", ["PT Bina Adidaya", "P.T. BINA  ADIDAYA (BA)", "bina adidaya", "Adidaya Bina, PT."]
)
def test_one_company_in_many_spellings(typed: str) -> None:
    assert company_name(typed) == "pt adidaya bina"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PT Bina Adidaya", "PT Bina Adikarya"),
        ("PT Bina Adidaya", "LPK Bina Adidaya"),
        ("PT Bina Adidaya", "PT Bina Adidaya Mandiri"),
    ],
)
def test_different_companies_are_different(one: str, other: str) -> None:
    """One word, one letter or another legal form: another company."""
    assert company_name(one) != company_name(other)


def test_identity_numbers_and_small_talk_leave_nothing() -> None:
    """A NIK in a story is nobody's bank account, and short words are no pattern."""
    assert prints_of(named_in("NIK saya 5201145506900001, tolong dicek ya kak"), KEY) == ()
    assert prints_of(Named(companies=("PT", "x")), KEY) == ()


def test_a_fingerprint_holds_no_number_and_needs_the_key() -> None:
    """Nothing of the number is in it, and with another key it is another."""
    named = named_in("0812 3456 7890")

    (mine,), (theirs,) = prints_of(named, KEY), prints_of(named, OTHER_KEY)

    assert mine != theirs
    assert "8123456" not in str(mine)
    assert "3456" not in repr(named)
    assert read_print(str(mine)) == mine


@pytest.mark.parametrize(
    "spelled", ["", "phone", "phone:12", "phone:" + "g" * 20, "mail:" + "a" * 20, "\ud800:"]
)
def test_what_is_no_fingerprint_is_refused(spelled: str) -> None:
    with pytest.raises(ValueError, match=r"fingerprint|Kind"):
        read_print(spelled)


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800" * 50, "0" * 20_000, "PT " * 5_000, "8" + "1 " * 9_000, "﷽" * 300]
)
def test_hostile_texts_do_no_harm(text: str) -> None:
    assert len(prints_of(named_in(text), KEY)) <= 20


def test_the_same_advert_with_another_number_has_the_same_text_print() -> None:
    """Figures count as one word, so a changed number or price hides nothing."""
    assert of_kind(Kind.TEXT, ADVERT + " 0812 3456 7890") == of_kind(Kind.TEXT, ADVERT + " 085711112222")
