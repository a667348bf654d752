"""What people see in a text, and where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.seen import see


@pytest.mark.parametrize(
    ("typed", "seen", "quote"),
    [
        ("ke 𝗞𝗮𝗺𝗯𝗼𝗷𝗮!", "Kamboja", "𝗞𝗮𝗺𝗯𝗼𝗷𝗮"),
        ("ke K A M B O J A ya", "KAMBOJA", "K A M B O J A"),
        ("ke k.a.m.b.o.j.a ya", "kamboja", "k.a.m.b.o.j.a"),
        ("NT$ 2️⃣9️⃣ ya", "29", "2️⃣9️⃣"),
        ("ke K\u0430mb\u043ej\u0430", "Kamboja", "K\u0430mb\u043ej\u0430"),
        ("№ 12", "No", "№"),
    ],
)
def test_what_is_seen_is_quoted_as_typed(typed: str, seen: str, quote: str) -> None:
    """Fancy, spaced, on keys, of mixed scripts, one letter for two."""
    found = see(typed)

    start = found.text.index(seen)
    first, last = found.span(start, start + len(seen))

    assert typed[first:last] == quote


@pytest.mark.parametrize("text", ["a/n Siti", "L/P usia 20", "P.T. Maju", "naik 3 G A", "pilih A B C"])
def test_a_few_single_letters_are_no_word(text: str) -> None:
    """Short forms and lists stay as they are."""
    assert see(text).text == text


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_place_stands_in_the_text(typed: str) -> None:
    """Whatever is sent: places rise, and stay inside."""
    found = see(typed)

    spans = [found.span(at, at + 1) for at in range(len(found.text))]

    assert all(0 <= start < end <= len(typed) for start, end in spans)
    assert spans == sorted(spans)
