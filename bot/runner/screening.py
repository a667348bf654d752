"""Danger goes before everything: what an event becomes once its words have been screened."""

from __future__ import annotations

from bot.adverts.offer import PASTED
from bot.danger import Danger
from bot.engine.events import Command, DangerNoticed, Edited, Event, Files, Media, Text
from bot.runner.ports import Knowledge
from bot.runner.queries.first_look import is_offer
from bot.screening.hearing import hear


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
    heard = hear(words, knowledge.hearing)
    if heard.danger is Danger.HIGH and _is_passed_on_offer(event, knowledge):
        return event, True
    if heard.danger.alarms:
        return DangerNoticed(heard.danger, heard.signs, words, media), False
    return event, heard.danger is Danger.WATCH


def _is_passed_on_offer(event: Event, knowledge: Knowledge) -> bool:
    """An advert that somebody passed on may be full of bad words and is nobody's cry: it is answered."""
    return isinstance(event, Text) and event.forwarded and is_offer(event.text, knowledge, PASTED)
