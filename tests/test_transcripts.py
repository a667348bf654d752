"""Recorded conversations: what a person types, every word they read. Rewrite: --update-transcripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.runner.ports import Knowledge
from tests.transcripts.story import FOLDER, played, read_story

PATHS = sorted(FOLDER.rglob("*.txt"))
MOST_CHARACTERS = 4096


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation_goes_as_recorded(path: Path, knowledge: Knowledge, updating: bool) -> None:
    """Nobody changes what people read without seeing the change; the session is saved between all turns."""
    story = read_story(path)

    actual = played(story, knowledge)

    if updating:
        path.write_text(actual, encoding="utf-8")
    else:
        assert actual == story.text


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation_never_promises_safety(path: Path) -> None:
    """Nothing the bot says calls an offer safe or guaranteed; no line is longer than Telegram takes."""
    said = [line for line in read_story(path).text.splitlines() if line.startswith(("< ", "  "))]

    words = " ".join(said).casefold()

    assert "pasti aman" not in words
    assert "dijamin" not in words
    assert all(len(line) < MOST_CHARACTERS for line in said)
