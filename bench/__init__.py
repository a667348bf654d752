"""
How fast the bot is, and beside what: `python -m bench` (or `make bench`). README.md says what is measured.

Nothing in the project imports this; it imports `bot` and starts every bot in a process of its own.
"""
