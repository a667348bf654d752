"""
Read the words in a photo, a screenshot or a PDF of an advert, on this machine.

A picture comes from a stranger and takes seconds to read, so both decoding and reading happen in one child
process that knows no secret and can be killed; the conversation never waits for it. This room refuses to
judge what it reads. Start at `reader.py`; what runs in the child is `worker.py`.
"""
