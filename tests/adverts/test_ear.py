"""What offers sound like is learnt from samples, and pointed at in the advert's own words."""

from __future__ import annotations

import math

import pytest

from bot.adverts.ear import hear, telling
from bot.adverts.framed import framed
from bot.adverts.known import Adverts
from bot.adverts.lesson import Study, learn_ear
from bot.adverts.rules import FlagRules
from bot.adverts.sample import Sample
from tests.adverts.conftest import Reader

SAMPLES = [
    *(
        Sample(f"{pay} ke {country}, {words}", "suspicious", ("paspor_ditahan",))
        for pay in ("gaji 15jt", "gaji RM1.700", "gaji 20jt")
        for country in ("Taiwan", "Johor", "Dubai")
        for words in ("surat suratmu kami simpankan di lemari", "surat kami simpankan dulu di lemari ya")
    ),
    *(
        Sample(f"lowongan {job} {country}, kontrak dibaca bersama keluarga di kantor", "ok")
        for job in ("pabrik", "perawat", "hotel")
        for country in ("Taiwan", "Jepang", "Korea")
    ),
    *(
        Sample(f"kak saya mau tanya, kerja di {country} itu {what} ga ya?", "none")
        for country in ("Taiwan", "Johor", "Dubai")
        for what in ("resmi", "susah", "lama")
    ),
]


def test_what_was_found_stands_as_its_kind(read: Reader) -> None:
    """Another wage, another country, the same words; the ends of a text are words too."""
    one, other = (framed(read(text)) for text in ("gaji 15jt ke Taiwan", "gaji RM1.700 ke Johor"))

    assert one == other
    assert framed(read("aman ga?")).tokens[-1] != framed(read("aman ga")).tokens[-1]


def test_an_ear_learns_what_offers_sound_like(read: Reader) -> None:
    """A new offer in the words of old ones is one, and its worst words are quoted; a question is none."""
    ear = learn_ear([Study(read(sample.text), 0, 0, sample) for sample in SAMPLES])
    offer = read("gaji 900 dolar ke Doha, surat suratmu kami simpankan di lemari")
    question = read("kak mau tanya, kerja di Doha itu resmi ga ya?")

    told, asked = hear(offer, 0, 0, ear), hear(question, 0, 0, ear)
    quote = telling(offer, "paspor_ditahan", ear)

    assert told.offer > 0 > asked.offer
    assert told.suspicious > 0
    assert told.flags[0] == "paspor_ditahan"
    assert quote is not None
    assert "simpankan" in quote.text


def test_every_sentence_is_heard_by_itself(read: Reader) -> None:
    """Calm sentences around a bad one do not calm it, unless it warns."""
    ear = learn_ear([Study(read(sample.text), 0, 0, sample) for sample in SAMPLES])
    calm = "lowongan perawat Jepang, kontrak dibaca bersama keluarga di kantor. " * 4
    bad = "surat suratmu kami simpankan di lemari."

    drowned, alone = hear(read(calm + bad), 0, 5, ear), hear(read(bad), 0, 0, ear)

    assert drowned.worst_line == pytest.approx(alone.worst_line)
    assert drowned.worst_line > hear(read(calm), 0, 5, ear).worst_line
    assert hear(read(bad), 0, 0, ear, frozenset({0})).worst_line == -math.inf


def test_a_line_teaches_flags_and_not_what_an_offer_is(read: Reader) -> None:
    """Single sentences do not change what is taken for an offer."""
    line = Sample("paspor masuk lemari kantor", "suspicious", ("paspor_ditahan",), is_line=True)
    studies = [Study(read(sample.text), 0, 0, sample) for sample in SAMPLES]
    asked = read("kak mau tanya, paspor saya di lemari kantor ga ya?")

    taught = learn_ear([*studies, *(Study(read(line.text), 0, 0, line) for _ in range(9))])

    assert hear(asked, 0, 0, taught).offer < 0


@pytest.mark.parametrize("text", ["", "...", "12 34", "halo", "\ud800", "0" * 20_000])
def test_what_says_nothing_is_not_heard(text: str, read: Reader, rules: FlagRules, known: Adverts) -> None:
    """No words, no odds; and never an error."""
    assert rules.ear is not None
    assert hear(read(text), 0, 0, rules.ear).suspicious == -math.inf
