"""
Work on cases: load one, decide, append, and tell whoever must know, all in one write.

`bot.cases` says what is right, `bot.store` keeps it, `bot.vault` hides it; this room brings them together for
the runner (conversations, through `casework.py`) and the desk (officers, through the one guarded door,
`door.py`). Nothing here can find out who a reporter is: the keys of chats are never asked for.
"""
