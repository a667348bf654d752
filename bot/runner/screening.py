"""
Danger goes before everything: what an event becomes once its words have been screened.

An advert may be full of bad words and is nobody's cry: what is surely one is answered as an advert, with the
way to an officer on its first line (decision 014). An emergency alarms whatever it stands in.
"""

from __future__ import annotations

from bot.adverts.offer import PASTED
from bot.danger import Danger
from bot.engine.events import Command, DangerNoticed, Edited, Event, Files, Media, Text
from bot.runner.ports import Knowledge
from bot.runner.queries.offering import is_offer, is_recruiting, tells_own
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
    if heard.danger is Danger.HIGH and _is_advert(event, words, knowledge):
        return event, True
    if heard.danger.alarms:
        return DangerNoticed(heard.danger, heard.signs, words, media), False
    return event, heard.danger is Danger.WATCH


def _is_advert(event: Event, words: str, knowledge: Knowledge) -> bool:
    """
    Whether the words are an advert's and not the person's own.

    Who passed a text on has not typed it, so less is asked of it than of a text or caption that may be typed;
    what is edited or stands behind a command is always the person's.
    """
    match event:
        case Text(forwarded=True):
            return is_offer(words, knowledge, PASTED)
        case Text() | Files():
            return is_recruiting(words, knowledge)
        case _:
            return False


def is_worrying(text: str, knowledge: Knowledge) -> bool:
    """Whether the words of an advert are such that the way to an officer should stand beside the answer."""
    danger = hear(text, knowledge.hearing).danger
    return danger.alarms or (danger is Danger.WATCH and tells_own(text))
