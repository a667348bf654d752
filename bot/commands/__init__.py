"""The command line: each command reads its words and hands them to `bot.app`. Start at `bot/__main__.py`."""
