"""How each query of `bot.engine.effects` is answered: one small file each, gathered in `questions`."""
