"""Danger goes before everything: what an event becomes once its words have been screened."""

from __future__ import annotations

from bot.danger import Danger
from bot.engine.events import Command, DangerNoticed, Edited, Event, Files, Media, Text
from bot.runner.ports import Knowledge
from bot.screening.screen import screen


def screened(event: Event, knowledge: Knowledge) -> tuple[Event, bool]:
    """
    Returns: `DangerNoticed` in place of words that call for an officer, and whether the person should be
    kept an eye on (a lesser worry). A caption is words like any others; its files go along.
    """
    media: tuple[Media, ...] = ()
    match event:
        case Text(text) | Edited(text, _):
            words = text
        case Files(media):
            words = event.caption
        case Command(name, payload) if name != "start":
            words = payload
        case _:
            return event, False
    if not words:
        return event, False
    heard = screen(words, knowledge.danger_rules, knowledge.lexicon)
    if heard.danger.alarms:
        return DangerNoticed(heard.danger, heard.signs, words, media), False
    return event, heard.danger is Danger.WATCH
