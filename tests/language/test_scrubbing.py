"""What is kept of a question for editors leads to nobody, and still says what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.language.lexicon import parse_lexicon
from bot.language.plain_words import PlainWords, plain_words
from bot.language.scrubbing import FEWEST_WORDS, MOST_KEPT, scrub

LEXICON = parse_lexicon(
    {
        "short_forms": {
            "saya": "sy",
            "tidak": "ga gak",
            "transfer": "tf",
            "berapa": "brp",
            "bagaimana": "gmn",
        },
        "protected": "p3mi bp2mi",
        "particles": "kok sih dong",
        "words": "nyuruh",
    }
)
TEXTS = (
    "uang paspor ditahan agen gaji potongan bulan apa ini itu di ke dari dan yang mau tanya boleh resmi "
    "tidak umur tahun lahir kerja berangkat minta juta rekening nomor nama saya kontrak salah lewat hari "
    "bilang bunga melati terbang hamil hubungi daftar rumah masih mandiri karya jaya lalu kakak anak "
    "aman tolong"
)
ORDINARY = (
    "uang paspor gaji mau tanya di ke yang salah resmi tidak kerja umur bilang minta hari itu ini dari apa "
    "boleh nyuruh"
)
CANARIES = (
    "Kenari",
    "kenari",
    "4711",
    "Satria",
    "satria",
    "Sukamaju",
    "Hendra",
    "wijaya",
    "sitirahma",
    "1999",
)


@pytest.fixture(scope="module")
def words() -> PlainWords:
    """A small language: what the bot says, what is asked often, countries and the words of companies."""
    return plain_words(
        LEXICON,
        texts=[TEXTS],
        tokens=ORDINARY.split(),
        counts=dict.fromkeys(ORDINARY.split(), 40),
        places=["Malaysia", "Taiwan", "Arab Saudi"],
        companies=["karya satria abadi", "jaya mandiri"],
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        # numbers, whoever they belong to
        ("paspor saya ditahan, hubungi 0812 3456 7890", "paspor saya ditahan, hubungi [nomor]"),
        ("hubungi o812-3456-7890 dong", "hubungi [nomor] dong"),
        ("tf ke rekening 1234 5678 90 resmi?", "tf ke rekening [nomor] resmi?"),
        ("rekening 0 8 1 - 2 3 4 5 - 6 7 8 9 itu apa", "rekening [nomor] itu apa"),
        ("nomor paspor B1234567 salah", "nomor paspor [nomor] salah"),
        ("nomor satu dua tiga empat lima enam itu apa", "nomor [nomor] itu apa"),
        ("nomor \u0661\u0662\u0663\u0664\u0665\u0666\u0667 itu apa", "nomor [nomor] itu apa"),
        ("nomor １２３４５６７ itu apa", "nomor [nomor] itu apa"),
        ("nomor 12\u200b34567\u200b8 itu apa", "nomor [nomor] itu apa"),
        # money, ages and short numbers stay
        ("minta uang 3jt dan 1,5 juta boleh", "minta uang 3jt dan 1,5 juta boleh"),
        ("gaji rp 15.000.000 potongan 2.500.000", "gaji rp 15.000.000 potongan 2.500.000"),
        ("umur 17 tahun boleh kerja di Taiwan", "umur 17 tahun boleh kerja di Taiwan"),
        # addresses of every kind
        ("daftar di siti.kenari@gmail.com resmi", "daftar di [email] resmi"),
        ("daftar lewat https://t.me/kenari4711 boleh", "daftar lewat [tautan] boleh"),
        ("agen wa.me/6281234567890 resmi", "agen [tautan] resmi"),
        ("tolong hubungi @sitirahma di ig", "tolong hubungi [akun] di [kata]"),
        ("daftar di siskop.kemnaker.go.id salah", "daftar di siskop.kemnaker.go.id salah"),
        ("saya dari desa Sukamaju rt 03 mau kerja", "saya dari desa [alamat] mau kerja"),
        # dates of birth
        ("lahir 12-08-1999 boleh kerja", "lahir [tanggal] boleh kerja"),
        ("saya lahir 5 mei 1999 boleh berangkat", "saya lahir [tanggal] boleh berangkat"),
        ("saya lahir di rumah tahun 1999 boleh", "saya lahir di rumah tahun [tanggal] boleh"),
        # companies
        ("pt karya satria abadi resmi ga", "pt [pt] resmi ga"),
        ("PT KARYA SATRIA RESMI GA", "PT [pt] RESMI GA"),
        ("cv Kenari Jaya bilang resmi", "cv [pt] bilang resmi"),
        ("pt itu resmi apa tidak", "pt itu resmi apa tidak"),
        # people, in every spelling
        ("bu sri nyuruh tf 3jt", "bu [nama] nyuruh tf 3jt"),
        ("Pak Hendra Wijaya bilang gaji", "Pak [nama] bilang gaji"),
        ("nama saya kenari mau kerja", "nama saya [nama] mau kerja"),
        ("nama saya di paspor salah", "nama saya di paspor salah"),
        ("nama anak saya Melati, umur 15", "nama anak saya [nama], umur 15"),
        ("rekening a.n. hendra wijaya resmi", "rekening nama [nama] resmi"),
        ("tf ke an. HENDRA boleh", "tf ke nama [nama] boleh"),
        ("kakak Bunga mau kerja", "kakak [nama] mau kerja"),
        ("kemarin Kenari bilang gaji", "[kata] [nama] bilang gaji"),
        ("siti rahmawati mau kerja", "[nama] mau kerja"),
        ("saya SITI mau kerja di Malaysia", "saya [nama] mau kerja di Malaysia"),
        ("nama saya [siti] mau kerja", "nama saya ([nama]) mau kerja"),
        ("si kenari bilang aman", "si [nama] bilang aman"),
        # what nobody knows may be a name
        ("mau kerja sama xyzabc", "mau kerja [kata]"),
        # nothing left to learn from
        ("kenari satria", ""),
        ("081234567890", ""),
        ("", ""),
    ],
)
def test_what_is_left_of_a_question(words: PlainWords, typed: str, kept: str) -> None:
    """Placeholders stand where somebody could be recognised; money, ages and countries stay."""
    assert scrub(typed, words) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "nama saya Siti Kenari dari desa Sukamaju, lahir 1999, pt karya satria minta 3jt",
        "an hendra wijaya rek 47114711 atas nama kenari, ig @sitirahma",
        "KENARI SATRIA DITAHAN DI MALAYSIA TOLONG",
        "saya Kenari. Kenari! (kenari) kenari's 'kenari' kenari-kenari",
        "mau\nkerja\nKenari\n4711-4711\nHendra",
    ],
)
def test_planted_names_and_numbers_are_gone(words: PlainWords, typed: str) -> None:
    """Whatever stands around them."""
    left = scrub(typed, words)

    assert [canary for canary in CANARIES if canary in left] == []


def test_a_long_story_is_cut(words: PlainWords) -> None:
    """A long story says more about its teller than about the question."""
    left = scrub("mau kerja di taiwan " * 200, words)

    assert 0 < len(left) <= MOST_KEPT
    assert not left.endswith(" ")


@given(text=some.text(max_size=200))
def test_no_text_breaks_it_and_no_long_number_survives(text: str) -> None:
    """Whatever is typed: one line, and never six figures in a row that are no amount."""
    few = plain_words(LEXICON, [TEXTS], [], {})

    left = scrub(text, few)

    assert "\n" not in left
    assert len(left) <= MOST_KEPT
    assert scrub(f"mau tanya {text} 081234567890", few).count("081234567890") == 0
    assert FEWEST_WORDS > 0
