"""Where the tests find the content that ships with the bot, and the words of single rooms of it."""

from functools import cache
from pathlib import Path

from bot.authoring.notes import Notes
from bot.authoring.wording import Words, read_wording
from bot.authoring.yaml_lines import load_yaml
from bot.engine.wording import Wording

CONTENT = Path(__file__).parents[1] / "content"


@cache
def wording_of(*areas: str) -> Wording:
    """What people read in some areas ("desk"), by key: the real words, read as the bot reads them."""
    words, notes = Words(), Notes()
    for area in areas:
        path = CONTENT / "id" / "wording" / f"{area}.yaml"
        value, problems = load_yaml(path, path.name)
        assert value is not None, problems
        read_wording(value, words, notes)
    assert notes.problems == []
    return words.frozen()
