"""Sketches of texts: near-duplicates are found, other adverts are not, and the estimate is honest."""

from __future__ import annotations

import random

import pytest

from bot.patterns.sketch import ALIKE, FEWEST_WORDS, likeness, sketch_of, spoken

KEY = b"k" * 32
ADVERT = """Dibutuhkan segera 50 orang pekerja pabrik elektronik di Taiwan gaji 15 juta per bulan mess gratis
makan tiga kali sehari tanpa potongan tanpa biaya proses cepat berangkat minggu depan dokumen kami bantu urus
semua sampai beres syarat hanya KTP dan KK hubungi bu Sri di 081234567890 kuota terbatas jangan terlewat"""
OTHER = """Lowongan perawat lansia untuk Jepang melalui program resmi pemerintah pelatihan bahasa enam bulan
di balai latihan kerja pendaftaran lewat dinas tenaga kerja setempat bawa ijazah asli dan surat sehat
seleksi dilakukan terbuka tanpa pungutan pengumuman ditempel di papan dinas setiap hari Senin pagi"""


def shares(one: str, other: str) -> float:
    """The true Jaccard index of runs of three words."""
    first, second = (
        {tuple(words[at : at + 3]) for at in range(len(words) - 2)} for words in (spoken(one), spoken(other))
    )
    return len(first & second) / len(first | second)


def changed(words: list[str], number: int, seed: int) -> str:
    rng, copy = random.Random(seed), list(words)
    for at in rng.sample(range(len(copy)), number):
        copy[at] = f"kata{at}"
    return " ".join(copy)


@pytest.mark.parametrize("changes", [0, 1, 2, 4, 8, 20])
def test_the_estimate_is_near_the_truth(changes: int) -> None:
    """Within four standard errors of 128 places."""
    text = changed(ADVERT.split(), changes, seed=changes)

    assert likeness(sketch_of(ADVERT, KEY), sketch_of(text, KEY)) == pytest.approx(
        shares(ADVERT, text), abs=0.17
    )


def test_a_forwarded_advert_with_another_number_and_name_is_nearly_the_same() -> None:
    copied = ADVERT.replace("081234567890", "0857 1111 2222").replace("bu Sri", "pak Joko").upper()

    assert likeness(sketch_of(ADVERT, KEY), sketch_of(copied, KEY)) >= ALIKE


def test_another_advert_is_not() -> None:
    assert likeness(sketch_of(ADVERT, KEY), sketch_of(OTHER, KEY)) < 0.2


def test_the_same_words_give_the_same_sketch_and_another_key_another() -> None:
    """Deterministic; and who has only the store cannot make a sketch to compare with."""
    assert sketch_of(ADVERT, KEY) == sketch_of(ADVERT, KEY)
    assert likeness(sketch_of(ADVERT, KEY), sketch_of(ADVERT, b"o" * 32)) < 0.2


@pytest.mark.parametrize("text", ["", "halo kak", "kata " * (FEWEST_WORDS - 1), "\ud800", "?" * 500])
def test_short_texts_have_none(text: str) -> None:
    assert sketch_of(text, KEY) == b""
    assert likeness(sketch_of(text, KEY), sketch_of(ADVERT, KEY)) == 0.0
