"""Danger goes before everything: what an event becomes once its words have been screened."""

from __future__ import annotations

from bot.danger import Danger
from bot.engine.events import Command, DangerNoticed, Edited, Event, Text
from bot.runner.ports import Knowledge
from bot.screening.screen import screen


def screened(event: Event, knowledge: Knowledge) -> tuple[Event, bool]:
    """
    Returns: `DangerNoticed` in place of words that call for an officer, and whether the person should be
    kept an eye on (a lesser worry). Captions are part of what the files are about and only watched here.
    """
    match event:
        case Text(text) | Edited(text, _):
            words = text
        case Command(name, payload) if name != "start":
            words = payload
        case _:
            return event, False
    if not words:
        return event, False
    heard = screen(words, knowledge.danger_rules, knowledge.lexicon)
    if heard.danger.alarms:
        return DangerNoticed(heard.danger, heard.signs, words), False
    return event, heard.danger is Danger.WATCH
