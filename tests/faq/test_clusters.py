"""Questions that ask for the same are read as one line, whatever their order."""

from __future__ import annotations

import random

import pytest

from bot.faq.clusters import MOST_NEAREST, cluster, nearest
from bot.faq.example import Example
from bot.faq.index import Index, build_index
from bot.language.lexicon import Lexicon

EXAMPLES = {
    "paspor-ditahan": (
        "paspor saya ditahan majikan",
        "majikan menahan paspor saya",
        "paspor dipegang agen bagaimana",
        "bolehkah majikan menyimpan paspor",
    ),
    "gaji-taiwan": (
        "gaji pabrik di taiwan berapa",
        "berapa gaji di taiwan",
        "upah kerja taiwan sekarang berapa",
        "gaji taiwan bagaimana",
    ),
}
CATS = (
    "kucing boleh dibawa ke taiwan",
    "bawa kucing ke luar negeri boleh",
    "kucing saya boleh ikut",
    "boleh bawa kucing",
)
PASSPORTS = ("paspor ditahan bos", "paspor saya ditahan bos", "bos menahan paspor saya")
ODD = ("jam buka kantor pos",)


@pytest.fixture(scope="module")
def index() -> Index:
    given = [Example(text, entry, "sms") for entry, texts in EXAMPLES.items() for text in texts]
    return build_index(given, Lexicon())


def as_texts(groups: tuple[tuple[int, ...], ...], texts: list[str]) -> list[set[str]]:
    return [{texts[place] for place in group} for group in groups]


def test_a_topic_that_nobody_wrote_about_holds_together(index: Index) -> None:
    """A word that no example knows is what such questions share; the largest group comes first."""
    texts = [*ODD, *PASSPORTS, *CATS]

    groups = as_texts(cluster(index, texts), texts)

    assert groups == [set(CATS), set(PASSPORTS), set(ODD)]


def test_order_does_not_matter(index: Index) -> None:
    """The same questions in any order make the same groups, said in the same order."""
    texts = [*CATS, *PASSPORTS, *ODD, CATS[0], CATS[0]]
    shuffled = random.Random(4).sample(texts, len(texts))

    first, second = cluster(index, texts), cluster(index, shuffled)

    assert [[texts[place] for place in group] for group in first] == [
        [shuffled[place] for place in group] for group in second
    ]


def test_every_question_stands_in_one_group(index: Index) -> None:
    """Nothing is lost and nothing counted twice, also the same text often and text without any word."""
    texts = [*CATS, "???", "", CATS[0], "???", *PASSPORTS, "kata kata kata"]

    groups = cluster(index, texts)

    assert sorted(place for group in groups for place in group) == list(range(len(texts)))


def test_no_questions_make_no_groups(index: Index) -> None:
    assert cluster(index, []) == ()


def test_the_nearest_answers_tell_a_missing_way_to_ask_from_a_missing_answer(index: Index) -> None:
    """Near an entry the score is high; a topic of its own is near none."""
    near, far = nearest(index, PASSPORTS), nearest(index, CATS)

    assert near[0].entry_id == "paspor-ditahan"
    assert len(near) <= MOST_NEAREST
    assert near[0].score > 2 * max((each.score for each in far), default=0.0)
