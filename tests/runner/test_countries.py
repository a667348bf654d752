"""The country of a cry for help, found wherever it stands, so that its numbers come at once."""

from __future__ import annotations

import pytest

from bot.runner.countries import country_in
from bot.runner.ports import Knowledge


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("tolong, sy dipukul majikan di saudi", "arab-saudi"),
        ("dikunci di johor bahru", "malaysia-johor"),
        ("mbak tolong paspor sy dibawa agen", ""),
        ("", ""),
    ],
)
def test_the_country_named_is_found(knowledge: Knowledge, text: str, country: str) -> None:
    """As people type it; the longest name wins, and nothing is guessed."""
    assert country_in(text, knowledge.countries) == country
