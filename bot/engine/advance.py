"""
Take one event and walk on until the flow waits again. Start at `advance`.

The order in which an event is understood: danger, command, notice and timer, tap, a typed choice, the
answer the node asks for, a side question. Whatever cannot be used leads back to the present screen: no
event leaves a person without a way forward.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.engine import reading
from bot.engine.building import Fresh
from bot.engine.effects import AddToReport
from bot.engine.events import (
    Answered,
    Command,
    Contact,
    DangerNoticed,
    Edited,
    Event,
    Files,
    Location,
    Media,
    Notice,
    Tap,
    Text,
    TimerFired,
    Unsupported,
)
from bot.engine.flow import Flows
from bot.engine.session import Session
from bot.engine.walk import Step, Walk
from bot.language.phones import parse_phone

LONGEST_QUESTION = 300  # letters of alarming words that may have been a question after all


def advance(flows: Flows, session: Session, event: Event, fresh: Fresh) -> Step:  # noqa: C901  # one flat table of what can happen
    """
    Take one event and walk on until the flow waits again or something must be looked up.

    Args:
        flows: All conversations and words.
        session: Where the chat stands (already `settle_in`).
        event: What happened.
        fresh: Time, nonce and ids for this event.

    Raises: FlowLoopError if the flow never waits (found before by `langkah-aman check`).
    """
    walk = Walk(flows, session, event, fresh)
    triggers = flows.triggers
    if isinstance(event, Text | Files | Contact):
        walk.remember({"under": session.here.flow})  # a name sent below an advert belongs to it
    match event:
        case DangerNoticed():
            return _danger(walk, event)
        case Command(name):
            target = triggers.commands.get(name, "")
            if not target:
                return walk.present("engine.unknown_command")
            walk.remember({"payload": event.payload})
            return walk.enter_flow(target)
        case Notice(kind, values):
            walk.remember(values)
            return walk.interject(triggers.notices.get(kind, ""))
        case TimerFired(name):
            return _timer(walk, name)
        case Answered(_, outcome, values):
            walk.remember(values)
            return walk.leave_by(walk.here().outcomes[outcome])
        case Tap():
            return _tap(walk, event)
        case Edited(text, message_id):
            return _edited(walk, text, message_id)
        case Text(text, forwarded):
            return _typed(walk, text, forwarded=forwarded)
        case Files(media):
            return _files(walk, media)
        case Contact(phone, name):
            if "phone" in walk.here().ask or "contact" in walk.here().ask:
                return walk.answered(f"{name} {phone}".strip() if "contact" in walk.here().ask else phone)
            walk.remember({"question": f"{name} {phone}".strip()})
            return walk.enter_flow(triggers.contact)
        case Location(latitude, longitude):
            if walk.here().ask & {"location", "media"}:
                return walk.answered(f"{latitude:.5f}, {longitude:.5f}")
            return walk.enter_flow(triggers.location)
        case Unsupported():
            return walk.present("engine.unsupported")
        case _:
            assert_never(event)


def _danger(walk: Walk, event: DangerNoticed) -> Step:
    if walk.flows[walk.session.here.flow].alerted and "text" in walk.here().ask:
        # They already talk with officers: `build` marks the message, and it alerts again.
        return _files(walk, event.media) if event.media else _typed(walk, event.text)
    alarming = event.text if len(event.text) <= LONGEST_QUESTION and not event.media else ""
    walk.remember({"danger": event.danger.value, "signs": " ".join(event.signs), "alarming": alarming})
    return walk.enter_flow(walk.flows.triggers.danger)


def _timer(walk: Walk, name: str) -> Step:
    payload = walk.session.timers.get(name, "")
    timers = {key: value for key, value in walk.session.timers.items() if key != name}
    walk.session = replace(walk.session, timers=timers)
    walk.remember({"payload": payload})
    return walk.interject(walk.flows.triggers.timers.get(name.partition(":")[0], ""))


def _tap(walk: Walk, tap: Tap) -> Step:
    here = walk.here()
    if tap.nonce != walk.session.nonce or tap.node != here.id or not here.waits:
        walk.tapped = False  # an old screen: show the present one below it, and leave the old one alone
        return walk.present("engine.old_button" if tap.nonce else "")
    for choice in walk.choices():
        if choice.id == tap.choice:
            walk.said = choice.label
            return walk.leave_by(choice.exit)
    walk.tapped = False
    return walk.present("engine.old_button")


def _edited(walk: Walk, text: str, message_id: int) -> Step:
    """Of something told to officers: goes to them quietly, also when the person has walked on."""
    told = message_id in walk.session.told or walk.flows[walk.session.here.flow].relays
    if not told or not walk.session.case:
        return _typed(walk, text)
    walk.effects.append(AddToReport(walk.session.case, text, revision_of=message_id))
    return walk.quiet()


def _typed(walk: Walk, text: str, *, forwarded: bool = False) -> Step:
    here = walk.here()
    asks = here.ask
    choices = walk.choices()
    typed = [(choice.id, (choice.label, *choice.typed)) for choice in choices]
    whole = {choice.id for choice in choices if choice.whole}
    hidden = {choice.id for choice in choices if choice.hidden}
    if here.waits and not ("text" in asks and reading.looks_like_question(text)):
        numbered = "text" not in asks and "number" not in asks
        chosen = reading.read_choice(text, typed, numbered=numbered, whole=whole, hidden=hidden)
        for choice in choices:
            if choice.id == chosen and not choice.url:
                walk.said = text
                return walk.leave_by(choice.exit)
    target = _named_by(walk, text)
    if target:
        return walk.enter_flow(target)
    for kind, read in _readers(walk, text):
        if kind in asks and read is not None:
            return walk.answered(read, kind)
    if asks & {"text", "media"}:
        return walk.answered(text)
    if here.retry and not reading.looks_like_question(text):
        return walk.present(here.retry)
    receipt = reading.read_receipt(text)
    if receipt is not None and walk.flows.triggers.receipt:
        walk.remember({"typed": receipt})
        return walk.enter_flow(walk.flows.triggers.receipt)
    walk.remember({"question": text, "forwarded": "yes" if forwarded else ""})
    return walk.enter_flow(walk.flows.triggers.question)


def _named_by(walk: Walk, text: str) -> str:
    """What a word typed alone starts ("KELUAR", "menu kak"), "" for nothing."""
    said = reading.words_of(text[: reading.MAX_TYPED])
    bare = [word for word in said if word not in reading.POLITE]
    words = walk.flows.triggers.words
    return words.get(" ".join(said), "") or words.get(" ".join(bare), "")


def _readers(walk: Walk, text: str) -> list[tuple[str, str | None]]:
    phone = parse_phone(text)
    tells = "text" in walk.here().ask  # elsewhere the retry says what is missing
    part = reading.read_part_of_receipt(text) if tells and phone is None else None
    return [
        ("number", reading.read_number(text)),
        ("date", reading.read_date(text, walk.fresh.now.date())),
        ("phone", phone),
        ("receipt", reading.read_receipt(text) or part),
    ]


def _files(walk: Walk, media: tuple[Media, ...]) -> Step:
    kinds = {item.kind for item in media}
    asks = walk.here().ask
    if "media" in asks or ("photo" in asks and "photo" in kinds) or ("voice" in asks and "voice" in kinds):
        return walk.answered("\n".join(item.caption for item in media if item.caption))
    walk.session = replace(walk.session, held=(*walk.session.held, *media)[-10:])
    files = Files(media)
    walk.remember({"sent": files.sort, "caption": files.caption})
    return walk.enter_flow(walk.flows.triggers.media)
