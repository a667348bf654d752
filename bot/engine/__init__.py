"""
What happens next in a conversation: a pure function from an event to a new session and things to do.

Nothing here awaits, reads a clock, or makes up a number. Start at `advance`; a flow is in `flow.py`,
where one chat stands in `session.py`, what can happen in `events.py`, what can be done in `effects.py`.
"""
