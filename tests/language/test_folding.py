"""Letters in disguise are the letters that people see; other scripts stay what they are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import MAX_LENGTH, fold


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("𝗞𝗮𝗺𝗯𝗼𝗷𝗮 𝟭𝟱 𝗷𝘂𝘁𝗮", "kamboja 15 juta"),
        ("Ｐ Ｔ Ｍｏｚａ：２９", "p t moza:29"),
        ("ⓚⓐⓜⓑⓞⓙⓐ 🅟🅣 🄿🅃", "kamboja pt pt"),
        ("ᴋᴀᴍʙᴏᴊᴀ", "kamboja"),
        ("2️⃣9️⃣.5️⃣0️⃣0️⃣", "29.500"),
        ("٠٨١٢ ०८१२", "0812 0812"),
        ("PT Putri S\u0430m\u0430w\u0430", "pt putri samawa"),
        ("\u03a1T M\u03bfza", "pt moza"),
        ("p\u200ba\u00adspor\ufe0f", "paspor"),
        ("Ma’ruf Ma'ruf Café", "maruf maruf cafe"),
    ],
)
def test_a_disguise_is_what_people_see(typed: str, seen: str) -> None:
    """Mathematical, wide, circled, small, on keys, of other scripts, hidden."""
    assert fold(typed) == seen


@pytest.mark.parametrize(
    "text", ["работа в камбодже", "работа в taiwan", "δουλειά στο taiwan", "وظيفة", "工作"]
)
def test_another_script_stays_another_script(text: str) -> None:
    """A Russian word beside a Latin one is no Latin word in disguise."""
    assert not any("a" <= letter <= "z" for letter in fold(text.replace("taiwan", "")))
    assert "taiwan" not in text or "taiwan" in fold(text)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_nothing_hidden_is_left(text: str) -> None:
    """Whatever is sent: no zero-width letters, no lone surrogates; ASCII only in small."""
    folded = fold(text + "é")

    kinds = {unicodedata.category(letter) for letter in folded if letter not in "\n\t"}
    assert kinds.isdisjoint({"Me", "Cf", "Cc", "Cs"})
    assert not any("A" <= letter <= "Z" for letter in folded)


def test_a_text_is_read_to_its_limit() -> None:
    """Letters that stand for many do not make a text grow without end."""
    assert len(fold("\ufdfa" * (MAX_LENGTH + 1))) <= 2 * MAX_LENGTH
