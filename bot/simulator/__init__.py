"""
A stand-in for Telegram: the Bot API over HTTP, and the people on the other side of it.

For tests, benchmarks and the demo. It speaks the Bot API as strictly as Telegram does (limits, error
texts, 403, 409, 429, entity parsing) and can be told to fail. It imports nothing else of this project
and never leaves 127.0.0.1. Start at `server.running`; what people do is in `person.py`.
"""
