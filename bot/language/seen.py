"""
Read a text as people see it, and still know where each letter stood in what was typed.

"𝗞𝗮𝗺𝗯𝗼𝗷𝗮", "K A M B O J A" and "Kаmboja" with a Cyrillic letter all say "Kamboja" to whoever looks at them;
"2️⃣9️⃣" is 29. Pure and linear; `folding.py` knows the letters. Capitals stay. Start at `see`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.language.folding import MAX_LENGTH, plain_letters, unmasked

_SPACED = re.compile(r"(?<![^\W_])[^\W\d_]([ .*_·•-])[^\W\d_](?:\1[^\W\d_]){2,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Seen:
    """`typed` is the text as it came, `text` what people read in it; `_places` is None when letters agree."""

    typed: str
    text: str
    _places: tuple[int, ...] | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters `text[start:end]` stand in `typed`; hidden ones behind them belong to them."""
        if self._places is None:
            return start, end
        first = self._at(start)
        return first, max(self._at(end), self._at(end - 1) + 1) if end > start else first

    def _at(self, place: int) -> int:
        places = self._places or ()
        return places[place] if place < len(places) else len(self.typed)


def see(typed: str) -> Seen:
    """Read a text, at most `MAX_LENGTH` letters of it. Never raises."""
    typed = typed[:MAX_LENGTH]
    text, places = typed, None
    if not typed.isascii() and plain_letters(typed) != typed:
        letters = [plain_letters(letter) for letter in typed]
        text = "".join(letters)[: 2 * MAX_LENGTH]
        places = tuple(at for at, letter in enumerate(letters) for _ in letter)
    text = unmasked(text)
    between = {at for word in _SPACED.finditer(text) for at in range(word.start() + 1, word.end(), 2)}
    if between:
        kept = [at for at in range(len(text)) if at not in between]
        text = "".join(text[at] for at in kept)
        places = tuple(places[at] if places else at for at in kept)
    return Seen(typed, text, places)
