"""A question finds its entry however it is typed; what nobody wrote an answer for gets none."""

import time

import pytest
import yaml

from bot.faq.example import OUTSIDE, Example
from bot.faq.index import Index, build_index
from bot.faq.search import explain, search
from bot.language.lexicon import parse_lexicon
from tests.places import CONTENT

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
    return build_index(examples(), lexicon)


def examples() -> list[Example]:
    """Four entries, and what is none of our business from the real content."""
    asked = [Example(text, entry, "sms") for entry, texts in VARIANTS.items() for text in texts]
    groups = sorted((CONTENT / "id/outside").glob("*.yaml"))
    read = {group.stem: yaml.safe_load(group.read_text("utf-8")) for group in groups}
    return asked + [
        Example(str(text), OUTSIDE + name, "outside")
        for name, group in read.items()
        for text in group["examples"][:12]
    ]


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

    assert result.candidates[0].entry_id == "potongan-gaji"
    assert result.decision == "answer"
    assert "potongan taiwan berapa bulan" in explain(index, "Potongan Taiwan brp bulan???", "potongan-gaji")


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


def test_what_was_said_before_breaks_a_tie(index: Index) -> None:
    """Of two entries that fit equally well, the one that fits the talk so far comes first."""
    asked = ("pekerjaan pabrik di {} bagaimana", "umur masuk {} berapa", "gaji {} berapa")
    two = build_index(
        (Example(text.format(place), place, "sms") for place in ("korea", "taiwan") for text in asked),
        index.lexicon,
    )

    assert search(two, "pekerjaan pabrik", {"taiwan"}).candidates[0].entry_id == "taiwan"
    assert search(two, "pekerjaan pabrik", {"korea"}).candidates[0].entry_id == "korea"
    assert search(two, "pekerjaan pabrik korea", {"taiwan"}).candidates[0].entry_id == "korea"


def test_the_order_of_examples_does_not_matter(index: Index) -> None:
    """The same content, however its files are read, gives the same index."""
    turned = build_index(reversed(examples()), index.lexicon)

    assert turned.labels == index.labels
    assert (turned.weights == index.weights).all()


def test_the_index_knows_how_good_it_is(index: Index) -> None:
    """One example in five is asked before it is learnt from, so a thin content shows."""
    assert 0 < index.figures.asked < sum(map(len, VARIANTS.values()))
    assert 0 <= index.figures.first <= index.figures.among_three <= 1


def test_the_same_question_gets_the_same_answer(index: Index) -> None:
    """Ranking is deterministic."""
    assert search(index, "gaji dipotong lama") == search(index, "gaji dipotong lama")


def test_an_empty_index_answers_nothing() -> None:
    """Without content there is no answer, and no error."""
    empty = build_index((), parse_lexicon({}))

    assert search(empty, "apa saja").decision == "none"


def test_a_long_story_is_searched_quickly(index: Index) -> None:
    """Twenty thousand letters do not hold up other chats."""
    began = time.process_time()

    search(index, "saya bingung gaji dipotong terus " * 700)

    assert time.process_time() - began < 0.5
