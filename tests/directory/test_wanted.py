"""The office that was asked for by name comes first."""

from __future__ import annotations

from bot.directory.contact import Contact
from bot.directory.nearest import MOST_ON_A_SCREEN, in_order, nearest
from bot.directory.wanted import find_kinds, wanted
from tests.directory.sample import LOTIM, NTB, contact, directory_of

TYPED = {"disnaker": ("disnaker", "dinas tenaga kerja"), "polisi": ("polres", "polisi")}


def here(name: str, kind: str, *phones: str) -> Contact:
    return contact(name, kind, province=NTB.id, district=LOTIM.id, phones=phones)


def test_kinds_are_words_of_their_own() -> None:
    """Any way to write them; a longer word is another word."""
    assert find_kinds("nomor Dinas Tenaga-Kerja lotim", TYPED) == ("disnaker",)
    assert find_kinds("polres atau disnaker", TYPED) == ("polisi", "disnaker")
    assert find_kinds("disnakerku polisinya", TYPED) == ()
    assert find_kinds("", TYPED) == ()


def test_the_named_kind_comes_first_and_then_its_kin() -> None:
    """Without a number of its own the office stands first all the same; who does the same work comes next."""
    directory = directory_of(
        here("ppa", "uptd-ppa", "0370"),
        here("disnaker", "disnaker"),
        contact("bp3mi", "bp3mi", province=NTB.id, phones=("0371",)),
        contact("kp2mi", "kementerian", phones=("0800-1000",)),
        contact("sapa", "layanan-korban", phones=("129",)),
    )
    found = nearest(directory, LOTIM)

    shown = [each.id for each in in_order(found, wanted(found, ("disnaker",)))]

    assert shown[:3] == ["disnaker", "bp3mi", "kp2mi"]
    assert sorted(shown) == sorted(directory.contacts)
    assert in_order(found, wanted(found, ())) == in_order(found)


def test_the_national_numbers_stay_on_the_first_screen() -> None:
    """However many offices of the kind there are."""
    several = [here(f"polres-{number}", "polisi", str(number)) for number in range(9)]
    directory = directory_of(*several, contact("kp2mi", "kementerian", phones=("0800-1000",)))
    found = nearest(directory, LOTIM)

    first = in_order(found, wanted(found, ("polisi",)))[:MOST_ON_A_SCREEN]

    assert "kp2mi" in [each.id for each in first]
