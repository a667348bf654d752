"""Where the tests find the content that ships with the bot."""

from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content"
