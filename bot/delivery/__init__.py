"""
Between the conversations and the store: seals what a turn changes, commits it, and carries the outbox.

`people` is the way in (load and commit one chat), `post` the way out (work through the lines), `alarm_clock`
turns due timers into arrivals, `hotline` answers what conversations ask of the hotline. It decides nothing
about what is said. Doors: store, vault, casework, runner and the pure rooms; never chat (`ports.py` says
what it needs of Telegram).
"""
