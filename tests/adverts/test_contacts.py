"""What an advert gives to write or pay to is found by itself, as a whole."""

from __future__ import annotations

import pytest

from bot.adverts.contacts import find_accounts, find_contacts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("BCA 4355269536 081332285071", "4355269536"),
        ("BCA 4355 2695 36 0813 3228 5071", "4355269536"),
        ("BCA 4355O69536 a/n Sri", "4355069536"),
        ("rek BRI 0021-01-004455-50-3", "002101004455503"),
        ("Mandiri 1440012345678 usia 18-45", "1440012345678"),
    ],
)
def test_an_account_ends_where_the_next_number_begins(text: str, number: str) -> None:
    """A phone or an age behind it is no part of it; letters inside it are digits."""
    (account,) = find_accounts(text)

    assert account.number == number
    assert text[account.quote.start : account.quote.end] == account.quote.text


def test_the_phone_behind_an_account_is_found() -> None:
    """Both are looked up."""
    text = "BCA 4355269536 081332285071"
    taken = tuple(each.quote for each in find_accounts(text))

    assert [each.value for each in find_contacts(text, taken)] == ["+6281332285071"]


@pytest.mark.parametrize(
    "mail", ["rekrut@wirasena.co.id.x.com", "rekrut@wirasena.co.id@gmail.com", "hr@pt_abadi.com"]
)
def test_a_mailbox_is_quoted_as_a_whole(mail: str) -> None:
    """What only begins like the office's is not the office's."""
    assert [
        each.quote.text for each in find_contacts(f"kirim ke {mail}, segera") if each.kind == "email"
    ] == [mail]
