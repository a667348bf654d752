"""An outline forgets who and how many, and remembers what stands near what."""

from bot.language.lexicon import parse_lexicon
from bot.language.normalise import normalise
from bot.screening.outline import outline

LEXICON = parse_lexicon({})
CLASSES = {"anak": "kerabat", "istri": "kerabat", "bos": "pelaku"}


def outlined(text: str) -> set[str]:
    return set(outline(normalise(text, LEXICON), CLASSES))


def test_relatives_and_figures_are_told_alike() -> None:
    """What was learnt of a child and three months holds for a wife and five."""
    assert outlined("anak 3 bulan hilang") == outlined("istri 5 bulan hilang")


def test_words_near_each_other_are_paired_and_distant_ones_are_not() -> None:
    """Up to three words apart; the group itself is told too."""
    told = outlined("bos lama simpan surat saya")

    assert {"@pelaku", "@pelaku~simpan", "@pelaku~surat", "lama~saya"} <= told
    assert "@pelaku~saya" not in told


def test_a_message_of_one_word_or_none_has_no_pairs() -> None:
    """Nothing typed is too short."""
    assert outlined("") == set()
    assert outlined("bos") == {"@pelaku"}
