"""Plain words still know where they stood."""

import pytest

from bot.language.lexicon import parse_lexicon
from bot.language.located import locate

LEXICON = parse_lexicon({"short_forms": {"kalau": "kl", "orang tua": "ortu"}, "protected": "p3mi"})


@pytest.mark.parametrize(
    ("text", "token", "typed"),
    [
        ("Jangan 𝗞𝗔𝗠𝗕𝗢𝗝𝗔!", "kamboja", "𝗞𝗔𝗠𝗕𝗢𝗝𝗔"),
        ("🔥🔥 kl mau", "kalau", "kl"),
        ("Rp750.000", "750.000", "750.000"),
        ("lewat P3MI saja", "p3mi", "P3MI"),
        ("program G to G Korea", "gtog", "G to G"),
        ("bilang ortu", "tua", "ortu"),
        ("welder 6G di sini", "6g", "G"),
        ("gaji 2️⃣9️⃣ ya", "29", "2️⃣9️⃣"),
        ("ke K A M B O J A ya", "kamboja", "K A M B O J A"),
    ],
)
def test_a_token_points_at_what_was_typed(text: str, token: str, typed: str) -> None:
    """Emoji, fancy letters and written-out short forms do not move places."""
    words = locate(text, LEXICON)
    at = words.message.tokens.index(token)

    start, end = words.span(at, at)

    assert text[start:end] == typed


def test_sentences_and_clauses_are_counted() -> None:
    """A full stop ends both, a comma only the clause; the dot in a number ends nothing."""
    words = locate("satu, dua 1.700 tiga. empat\nlima", LEXICON)

    assert words.sentences == (0, 0, 0, 0, 1, 2)
    assert words.clauses == (0, 1, 1, 1, 2, 3)


def test_kept_words_mean_themselves() -> None:
    """ "kl" stays "kl" where it is a name."""
    assert locate("kl", LEXICON, frozenset({"kl"})).message.tokens == ("kl",)
