"""Everything the room knows, as one value of an edition of the content."""

from __future__ import annotations

from dataclasses import dataclass

from bot.adverts.rules import FlagRules
from bot.adverts.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Adverts:
    """What `read_advert` and `judge` need; `rules` is None when there is no red_flags.yaml."""

    vocabulary: Vocabulary
    rules: FlagRules | None
