"""A question finds its entry however it is typed; what nobody wrote an answer for gets none."""

import time

import pytest
import yaml

from bot.faq.entry import Entry
from bot.faq.index import Index, build_index
from bot.faq.search import search
from bot.language.lexicon import parse_lexicon
from tests.places import CONTENT

ENTRIES = (
    Entry("potongan-gaji", "potongan-gaji", "Potongan gaji"),
    Entry("syarat-usia", "syarat-usia", "Batas umur"),
    Entry("paspor-ditahan", "paspor-ditahan", "Paspor dipegang majikan"),
    Entry("cek-p3mi", "cek-p3mi", "Memeriksa PT penyalur"),
)
VARIANTS = {
    "potongan-gaji": [
        "potongan taiwan berapa bulan",
        "gaji dipotong berapa lama",
        "brp bln potong gaji hongkong",
    ],
    "syarat-usia": [
        "umur minimal kerja ke korea",
        "usia berapa boleh daftar",
        "umur 40 masih bisa berangkat",
    ],
    "paspor-ditahan": [
        "majikan pegang paspor saya boleh?",
        "paspor ditahan agen",
        "minta paspor tidak dikasih",
    ],
    "cek-p3mi": ["cek pt resmi atau bodong", "cara tahu perusahaan terdaftar", "pt ini ada izinnya?"],
}


@pytest.fixture(scope="module")
def index() -> Index:
    lexicon = parse_lexicon(yaml.safe_load((CONTENT / "id/lexicon.yaml").read_text("utf-8")))
    outside = yaml.safe_load((CONTENT / "id/outside.yaml").read_text("utf-8"))
    return build_index(ENTRIES, VARIANTS, lexicon, [text for group in outside.values() for text in group])


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("potongan hongkong brp bln?", "potongan-gaji"),
        ("usia mnimal krj korea", "syarat-usia"),
        ("agen nahan paspor", "paspor-ditahan"),
        ("pt nya resmi apa bodong", "cek-p3mi"),
    ],
)
def test_the_right_entry_comes_first(index: Index, typed: str, entry: str) -> None:
    """Short forms, typing slips and other word forms lead to the same entry."""
    result = search(index, typed)

    assert result.candidates[0].entry_id == entry
    assert result.decision != "none"


def test_a_variant_is_answered_outright(index: Index) -> None:
    """The words of a variant, sloppily typed, are enough for an answer, and it says why."""
    result = search(index, "Potongan Taiwan brp bulan???")

    assert result.decision == "answer"
    assert "potongan taiwan berapa bulan" in result.candidates[0].why


@pytest.mark.parametrize(
    "typed",
    ["resep soto ayam", "skor liga tadi malam", "wkwkwk", "", "???", "pinjol neror saya", "asdkjh qwe"],
)
def test_what_is_not_our_business_is_not_answered(index: Index, typed: str) -> None:
    """Small talk, other services and noise get no FAQ answer and no suggestion."""
    assert search(index, typed).decision == "none"


def test_one_word_gets_a_question_back(index: Index) -> None:
    """A single word is never answered outright."""
    assert search(index, "paspor").decision == "suggest"


def test_the_same_question_gets_the_same_answer(index: Index) -> None:
    """Ranking is deterministic."""
    assert search(index, "gaji dipotong lama") == search(index, "gaji dipotong lama")


def test_an_empty_index_answers_nothing() -> None:
    """Without content there is no answer, and no error."""
    empty = build_index((), {}, parse_lexicon({}))

    assert search(empty, "apa saja").decision == "none"


def test_a_long_story_is_searched_quickly(index: Index) -> None:
    """Twenty thousand letters do not hold up other chats."""
    began = time.process_time()

    search(index, "saya bingung gaji dipotong terus " * 700)

    assert time.process_time() - began < 0.5
