"""Danger is noticed, and what only sounds like danger stays calm."""

import time

import pytest
import yaml

from bot.danger import Danger
from bot.errors import ContentError
from bot.language.lexicon import Lexicon, parse_lexicon
from bot.screening.rules import Rules, parse_rules
from bot.screening.screen import ASKS, screen
from tests.places import CONTENT

DATA = yaml.safe_load((CONTENT / "id/danger.yaml").read_text("utf-8"))
EXAMPLES = [(sign["id"], sign["level"], text) for sign in DATA["signs"] for text in sign["examples"]]
COUNTEREXAMPLES = [(sign["id"], text) for sign in DATA["signs"] for text in sign["counterexamples"]]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return parse_lexicon(yaml.safe_load((CONTENT / "id/lexicon.yaml").read_text("utf-8")))


@pytest.fixture(scope="module")
def rules(lexicon: Lexicon) -> Rules:
    return parse_rules(DATA, lexicon)


@pytest.mark.parametrize(("sign", "level", "text"), EXAMPLES)
def test_every_example_is_heard(rules: Rules, lexicon: Lexicon, sign: str, level: str, text: str) -> None:
    """An example in danger.yaml gives its sign, at its level or above."""
    heard = screen(text, rules, lexicon)

    assert sign in heard.signs
    assert heard.danger >= Danger(level)


@pytest.mark.parametrize(("sign", "text"), COUNTEREXAMPLES)
def test_no_counterexample_alarms(rules: Rules, lexicon: Lexicon, sign: str, text: str) -> None:
    """A counter-example in danger.yaml never calls an officer."""
    assert not screen(text, rules, lexicon).danger.alarms


@pytest.mark.parametrize("sign", DATA["signs"], ids=lambda sign: sign["id"])
def test_every_sign_has_examples_of_both_kinds(sign: dict[str, list[str]]) -> None:
    """A sign without examples cannot be changed safely."""
    assert len(sign["examples"]) >= 4
    assert len(sign["counterexamples"]) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "saya di dalam bagasi mobil mau dibawa lewat perbatasan, tolong",
        "kami disuruh lompat ke laut dekat pantai sama tekong, ada yang hilang",
        "ada orang bawa pistol jaga di depan mess, kami ga boleh tidur",
        "kulo mboten saget medal, lawange dikunci, mboten dimaemi",
        "sy hamil 7 bln dipaksa gugurin sama bos",
    ],
)
def test_small_clues_add_up(rules: Rules, lexicon: Lexicon, text: str) -> None:
    """Danger without any of the listed signs is still noticed when several clues come together."""
    assert screen(text, rules, lexicon).danger.alarms


@pytest.mark.parametrize(
    ("calm", "alarming"),
    [
        ("saya tidak disekap", "saya disekap"),
        ("dulu saya pernah disekap, sekarang sudah di rumah", "dulu bos baik, sekarang saya disekap"),
        ("kalau saya disekap gimana", "bos bilang kalau lapor saya disekap"),
        ("nonton berita orang disekap", "tolong saya disekap"),
        ("disekap majikan lapor kemana", "saya disekap majikan lapor kemana"),
        ("motor saya dijual", "adik saya dijual"),
        ("dipukul majikan boleh?", "dipukul majikan"),
        ("tkw disekap majikan", "disekap majikan"),
        ("tolong info biaya", "tolong kak"),
        ("kontrak beda dari janji", "paspor disita agen"),
        (
            "lowongan laos gaji 9 juta berangkat lusa, minat hub",
            "saya berangkat lusa visa turis kerja di laos",
        ),
    ],
)
def test_the_way_it_is_said_decides(rules: Rules, lexicon: Lexicon, calm: str, alarming: str) -> None:
    """Negation, past, hypothesis, news and general questions calm the very words that alarm otherwise."""
    assert not screen(calm, rules, lexicon).danger.alarms
    assert screen(alarming, rules, lexicon).danger.alarms


@pytest.mark.parametrize("beside", ["adik saya disekap di sana", "saya berangkat besok visa wisata, takut"])
def test_own_words_beside_an_advert_are_heard(rules: Rules, lexicon: Lexicon, beside: str) -> None:
    """An advert wakes nobody, but what the writer says before it does."""
    advert = "LOWONGAN ADMIN KAMBOJA gaji 15 juta berangkat minggu ini, minat hub 0812"

    assert not screen(advert, rules, lexicon).danger.alarms
    assert screen(f"{beside}. {advert}", rules, lexicon).danger.alarms


def test_how_a_message_speaks_is_told(rules: Rules, lexicon: Lexicon) -> None:
    """Whoever weighs a screening knows whether the message asks, and which guards stand in it."""
    asked = screen("kalau paspor ditahan bos gimana?", rules, lexicon)
    told = screen("paspor ditahan bos", rules, lexicon)

    assert {"hypothesis", ASKS} <= asked.manner
    assert ASKS not in told.manner


def test_rules_show_only_what_was_written(lexicon: Lexicon) -> None:
    """What is learnt is kept under what rules show: the same in every process, another after an edit."""
    again = parse_rules(DATA, lexicon)
    edited = parse_rules({**DATA, "fillers": "sedang"}, lexicon)

    assert repr(again) == repr(parse_rules(DATA, lexicon))
    assert repr(again) != repr(edited)
    assert "frozenset" not in repr(again)


def test_hostile_text_is_screened_quickly(rules: Rules, lexicon: Lexicon) -> None:
    """A message made of nothing but danger words does not hold up the others."""
    began = time.process_time()

    screen("tidak boleh keluar pintu kunci paspor sita majikan umur 15 " * 500, rules, lexicon)

    assert time.process_time() - began < 1


def test_a_pattern_that_can_never_match_is_refused(lexicon: Lexicon) -> None:
    """A word that messages never contain in that form is named, with what to write instead."""
    data = {"signs": [{"id": "x", "level": "high", "any": ["baru & loker"]}]}

    with pytest.raises(ContentError, match="lowongan kerja"):
        parse_rules(data, lexicon)
