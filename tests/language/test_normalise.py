"""Chat language becomes plain words, and hostile text becomes nothing worse than few words."""

import time

import pytest
import yaml

from bot.errors import ContentError
from bot.language.folding import MAX_LENGTH
from bot.language.lexicon import Lexicon, parse_lexicon
from bot.language.normalise import normalise
from tests.places import CONTENT


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(yaml.safe_load((CONTENT / "id/lexicon.yaml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("sy gk tau hrs gmn", "saya tidak tahu harus bagaimana"),
        ("bangettt", "sangat"),
        ("TOLOOONG!!!", "tolong"),
        ("dkunci d kmr", "dikunci di kamar"),
        ("trbang bsk mlm", "terbang besok malam"),
        ("teman-teman emak2", "teman ibu"),
        ("40mnt lg 3jt", "40 menit lagi 3 juta"),
        ("ora iso metu", "tidak bisa keluar"),
        ("abdi teu tiasa uih", "saya tidak bisa pulang"),
        ("tiang ndeq bau sugul", "saya tidak bisa keluar"),
        ("p\u200ba\u200bspor Ｔａｉｗａｎ café", "paspor taiwan cafe"),
    ],
)
def test_chat_spelling_becomes_plain_words(lexicon: Lexicon, typed: str, plain: str) -> None:
    """Short forms, stretches, missing vowels, doubled words and regional words are written out."""
    read = normalise(typed, lexicon)

    assert read.text == plain


def test_protected_words_are_left_alone(lexicon: Lexicon) -> None:
    """P3MI, PT and country names are never expanded or stemmed."""
    read = normalise("PT P3MI Taiwan SMP", lexicon)

    assert read.tokens == read.stems == ("pt", "p3mi", "taiwan", "smp")


@pytest.mark.parametrize("form", ["dipukul", "memukul", "mukul", "pukulin", "dipukulin", "pemukulan"])
def test_forms_of_one_root_meet(lexicon: Lexicon, form: str) -> None:
    """Active, passive and colloquial forms share one stem."""
    read = normalise(form, lexicon)

    assert read.stems == ("pukul",)


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 10**6,
        "\u200b" * 10**6,
        "\ud800\udfff x",
        "\u202e" + "tolong " * 10**5,
        "1" * 10**6,
        "\x00.\n" * 10**5,
    ],
    ids=["one letter", "zero width", "lone surrogate", "right to left", "digits", "control"],
)
def test_hostile_text_is_read_quickly(lexicon: Lexicon, hostile: str) -> None:
    """Whatever is sent, reading it ends at once and never raises."""
    began = time.process_time()

    read = normalise(hostile, lexicon)

    assert time.process_time() - began < 1
    assert len(read.text) <= 2 * MAX_LENGTH


def test_a_spelling_with_two_meanings_is_refused() -> None:
    """An editor who gives one spelling two meanings is told which."""
    data = {"short_forms": {"yang": "yg", "uang": "yg"}}

    with pytest.raises(ContentError, match='"yg"'):
        parse_lexicon(data)
