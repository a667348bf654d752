"""How each change of `bot.engine.effects` is carried out: one small file each, gathered in `carrying_out`."""
