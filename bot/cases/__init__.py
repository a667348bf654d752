"""
What a hotline case is, who may do what with it, and whom to tell: pure, nothing here waits or stores.

A case is folded from its events (`event.py`, `case.py`, `fold.py`). A command (`commands.py`) is decided
(`decide.py`) into new events or a refusal; `access.py` is the one rule about who sees what; `reactions.py`
says whom to tell. The room `bot.casework` does the storing. A reporter is known here only as a *tag*.
"""
