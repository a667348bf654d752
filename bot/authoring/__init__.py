"""
What editors write, read into what the other rooms use: flows, words, facts, danger signs, the register.

It refuses to guess: a fault becomes a Problem with its place and the way out, and faulty content is never
loaded. Start at `content.load_content` and `content.check`; what is looked for stands in `checks/`.
"""
