"""Phone numbers are found in every Indonesian spelling, and other numbers are not."""

import pytest

from bot.language.phones import find_phones, parse_phone


@pytest.mark.parametrize(
    "typed",
    [
        "081234567890",
        "0812-3456-7890",
        "0812 3456 7890",
        "0812.3456.7890",
        "+62 812-3456-7890",
        "6281234567890",
        "+62 (0)812 3456 7890",
        "o8l234567890",
        "81234567890",
        "wa.me/6281234567890",
        "(0812) 3456 7890",
        "0 8 1 2 - 3 4 5 6 - 7 8 9 0",
        "0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣",
        "𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎",
        "０８１２３４５６７８９０",
        "*0812•3456•7890*",
    ],
)
def test_every_spelling_gives_one_number(typed: str) -> None:
    """Spaces, dots, brackets, country codes and letters for digits do not matter."""
    found = find_phones(f"hubungi {typed} ya")

    assert [phone.e164 for phone in found] == ["+6281234567890"]


def test_what_follows_a_number_is_not_part_of_it() -> None:
    """Another number after the phone number is left out."""
    found = find_phones("0812 3456 7890 12 orang")

    assert [phone.e164 for phone in found] == ["+6281234567890"]


def test_a_wage_before_a_number_does_not_hide_it() -> None:
    """Posters have both on one line."""
    found = find_phones("3.500.000 - 5.500.000 / 0812-3456-7890")

    assert [phone.e164 for phone in found] == ["+6281234567890"]


def test_two_numbers_side_by_side_are_two() -> None:
    """People write the second number behind the first."""
    found = find_phones("081234567890 081398765432 / 0857-1111-2222")

    assert [phone.e164 for phone in found] == ["+6281234567890", "+6281398765432", "+6285711112222"]


@pytest.mark.parametrize("typed", ["08123_567890", "0812-3456-78_0"])
def test_a_number_with_an_unread_digit_is_none(typed: str) -> None:
    """A wrong number is worse than a missing one."""
    assert find_phones(typed) == ()


@pytest.mark.parametrize("typed", ["gaji 15000000", "NIB 9120500980645", "tahun 2026", "0812xxxxxxx"])
def test_other_numbers_are_no_phones(typed: str) -> None:
    """Wages, permits and years are not taken for phones."""
    assert find_phones(typed) == ()


def test_a_landline_with_area_code_is_read() -> None:
    """Offices have landlines."""
    assert parse_phone("(021) 5595 3329") == "+622155953329"


@pytest.mark.parametrize(
    "typed",
    [
        "٠٨١٢٣٤٥٦٧٨٩٠",
        "⓪⑧①②③④⑤⑥⑦⑧⑨⓪",
        "0812\u200b3456\u200b7890",
        "0812,3456,7890",
        "0812, 3456, 7890",
        "0812_3456_7890",
        "0812:3456:7890",
        "WA0812 3456 7890",
        "hp081234567890",
        "HP0812-3456-7890",
        "O812-3456-789O",
    ],
)
def test_no_disguise_hides_a_number(typed: str) -> None:
    """Other scripts, hidden letters, odd signs between digits, a word glued on; the quote is as typed."""
    text = f"hubungi {typed} ya"

    (phone,) = find_phones(text)

    assert phone.e164 == "+6281234567890"
    assert text[phone.start : phone.end] in typed


@pytest.mark.parametrize("between", [" ", "  ", "/", ", ", ",", "-", " - ", "(", "\t", ";", "\n"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("081234567890", "081311112222"),
        ("0812 3456 7890", "0813 1111 2222"),
        ("0812-3456-7890", "0813-1111-2222"),
        ("0812.3456.7890", "081311112222"),
    ],
)
def test_two_numbers_are_two_whatever_stands_between(one: str, two: str, between: str) -> None:
    """One number is never lost in another."""
    found = find_phones(f"WA {one}{between}{two} ya")

    assert [phone.e164 for phone in found] == ["+6281234567890", "+6281311112222"]


@pytest.mark.parametrize(
    "before", ["4355269536", "umur 25", "12-05-2026", "gaji 15.000.000", "NIB 2909250072827"]
)
def test_a_number_before_does_not_hide_a_phone(before: str) -> None:
    """An account, an age, a day, a wage or a licence stands one blank before it."""
    found = find_phones(f"{before} 0812 3456 7890")

    assert [phone.e164 for phone in found] == ["+6281234567890"]


@pytest.mark.parametrize(
    "typed",
    ["kode081234567890", "850,000,000", "BRI 0021 01 004455 50 3", "3501 0212 3456 7890", "0899S234567"],
)
def test_what_only_resembles_a_phone_is_none(typed: str) -> None:
    """A code, a sum, an account in groups, an identity card, a number with a letter that is no digit."""
    assert find_phones(typed) == ()
