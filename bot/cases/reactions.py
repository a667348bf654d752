"""
Whom to tell, and what, after a case has changed.

Groups get a card without words; words go to the assignee alone; an alert goes to everybody on duty who may
be told, and when nobody can be, the reporter is told that at once. Nobody is told anything about a case
that `may(…, NOTIFY, …)` keeps from them. Start at `react`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.cases.access import Action, may, sees
from bot.cases.case import Alert, Case
from bot.cases.event import REPORTER, Event, Kind
from bot.cases.officer import Staff
from bot.cases.outgoing import ECHO_SLOT, Card, Outgoing, TakeBack, Words
from bot.cases.phrasing import Phrasing, Wording
from bot.cases.referral_news import REFERRAL_TELLS
from bot.cases.scene import Scene

_CALLS_AGAIN = frozenset({Kind.ALERT_RAISED, Kind.OVERDUE, Kind.RELEASED, Kind.REOPENED})


def react(
    before: Case | None,
    after: Case,
    events: Sequence[Event],
    staff: Staff,
    words: Wording,
    history: Sequence[Event] = (),
) -> tuple[Outgoing, ...]:
    """
    Everything that must be told after `events`, in the order to send it.

    Args:
        before: The case before the events; None when they opened it.
        after: The case after all of them.
        history: Earlier events with their words; wanted when `wants_history(events)`.
    """
    if not events:
        return ()
    say = Phrasing(words, staff, events[-1].at)
    told: list[Outgoing] = []
    for event in events:
        tell = _TELLS.get(event.kind)
        if tell is not None:
            told.extend(tell(Scene(before, after, event, staff, say, (*history, *events))))
    told.extend(_cards(before, after, events, say))
    return tuple(told)


def wants_history(events: Iterable[Event]) -> bool:
    """Whether `react` needs the earlier words: somebody gets the case."""
    return any(event.kind in {Kind.CLAIMED, Kind.HANDED_OVER} for event in events)


def _cards(before: Case | None, after: Case, events: Sequence[Event], say: Phrasing) -> Iterable[Card]:
    """A card for each group that sees or saw the case, when it says something new or calls again."""
    calls = any(event.kind in _CALLS_AGAIN for event in events)
    for agency in say.staff.agencies.values():
        saw = before is not None and sees(agency, before)
        if agency.id not in say.staff.groups or not (saw or sees(agency, after)):
            continue
        card = say.card(after, agency)
        if calls or before is None or not saw or card != say.card(before, agency):
            yield card


# --- alerts ----------------------------------------------------------------------------------------------


def _alarm(scene: Scene) -> list[Outgoing]:
    """Everybody on duty, without words; an assignee on duty gets the words instead (`_message`)."""
    case, holder = scene.after, scene.assignee
    if not case.alarmed or (holder is not None and holder.id in scene.staff.on_duty):
        return []
    held = case.assignee is not None
    text = scene.say.line("words.alert_held" if held else "words.alert", case)
    buttons = scene.say.buttons(case.code, "open" if held else "take")
    others = [officer for officer in scene.on_duty if officer != holder]
    called = scene.calls(others, text, buttons, alert=True)
    nobody = not called and holder is None
    return scene.to_reporter("alert_not_accepted") if nobody else called


def _alert_accepted(scene: Scene) -> list[Outgoing]:
    return scene.to_reporter("alert_accepted")


def _alert_not_accepted(scene: Scene) -> list[Outgoing]:
    """Said once for each alert, and never after somebody has got it."""
    said = scene.before is not None and scene.before.alert_refused
    answered = scene.after.alert_accepted_at is not None
    return [] if said or answered else scene.to_reporter("alert_not_accepted")


def _alert_withdrawn(scene: Scene) -> list[Outgoing]:
    if not scene.after.is_open:
        return scene.taken_back(scene.alerted)
    text = scene.say.line("words.withdrawn", scene.after)
    told = [scene.assignee] if scene.assignee else scene.on_duty
    return [scene.words(officer, text) for officer in told]


# --- words of the reporter -------------------------------------------------------------------------------


def _message(scene: Scene) -> list[Outgoing]:
    """To the assignee; in a case nobody holds the card is enough, unless its agency has no group."""
    case, holder = scene.after, scene.assignee
    if holder is not None:
        text = scene.say.quoting("words.message", case, [scene.event])
        calls = case.alarmed and scene.event.plain.get("danger") in {"high", "emergency"}
        return [scene.words(holder, text, scene.holder_buttons, alert=calls)]
    if case.alarmed or scene.before is not None or scene.has_group:
        return []
    text = scene.say.line("words.new", case)
    return scene.calls(scene.on_duty, text, scene.say.buttons(case.code, "take"))


def _handed(scene: Scene) -> list[Outgoing]:
    """The words so far, to whoever holds the case now."""
    holder = scene.assignee
    if holder is None or not any(event.kind is Kind.MESSAGE for event in scene.history):
        return []
    text = scene.say.quoting("words.claimed", scene.after, scene.history)
    return [scene.words(holder, text, scene.holder_buttons)]


def _claimed(scene: Scene) -> list[Outgoing]:
    """Alerts leave every chat; the claimer gets the words so far; the reporter learns that somebody cares."""
    if scene.before is None:
        return []
    alerted = scene.alerted if scene.before.alert is not Alert.NONE else []
    return [*scene.taken_back(alerted), *_handed(scene), *scene.to_reporter("case_claimed")]


def _handed_over(scene: Scene) -> list[Outgoing]:
    return [*scene.taken_back(scene.former_holder), *_handed(scene)]


def _released(scene: Scene) -> list[Outgoing]:
    return [*scene.taken_back(scene.former_holder), *_alarm(scene)]


def _closed(scene: Scene) -> list[Outgoing]:
    alarmed = scene.before is not None and scene.before.alarmed and scene.before.assignee is None
    by_reporter = scene.event.by == REPORTER  # withdrawn: `_alert_withdrawn` has taken back, and they know
    if by_reporter:
        return []
    told = scene.taken_back(scene.alerted if alarmed else scene.former_holder)
    outcome = scene.event.plain.get("outcome", "")
    values = {"outcome": outcome, "outcome_words": scene.say.outcome(outcome)}
    return told + scene.to_reporter("case_closed", **values)


# --- replies and their fate ------------------------------------------------------------------------------


def _read(scene: Scene) -> list[Outgoing]:
    first = scene.before is None or scene.before.read_at is None
    return scene.to_reporter("case_read") if first else []


def _replied(scene: Scene) -> list[Outgoing]:
    return scene.to_reporter(
        "officer_wrote",
        text=scene.event.body.get("text", ""),
        officer_name=scene.say.officer(scene.event.officer),
        message=scene.event.plain["message"],
    )


def _delivery(scene: Scene) -> list[Outgoing]:
    """
    To whoever wrote the reply. That it arrived takes the place of "Mengirim …"; that it did not is a message
    of its own, because an edited one does not ring.
    """
    message = scene.event.plain["message"]
    sent = next((each for each in scene.after.deliveries if each.message == message), None)
    author = scene.staff.find(sent.officer) if sent else None
    if author is None or not may(author, Action.NOTIFY, scene.after):
        return []
    slot, code = f"{ECHO_SLOT}{message}", scene.after.code
    if scene.event.kind is Kind.DELIVERED:
        text = scene.say.line("words.delivered", scene.after)
        return [Words(author.tag, author.id, code, text, slot=slot, replace=True)]
    text = scene.say.line(f"words.not_delivered.{scene.event.plain.get('reason', 'refused')}", scene.after)
    return [TakeBack(author.tag, author.id, code, only=slot), scene.words(author, text)]


def _relay_moved(scene: Scene) -> list[Outgoing]:
    return [*scene.to_reporter("relay_moved"), *scene.to_holder("words.relay_moved")]


def _to_holder(key: str) -> Callable[[Scene], list[Outgoing]]:
    return lambda scene: scene.to_holder(key)


# --- due times and help ----------------------------------------------------------------------------------


def _overdue(scene: Scene) -> list[Outgoing]:
    """The assignee, or who is on duty; and the supervisors."""
    first = [scene.assignee] if scene.assignee else scene.on_duty
    both = {officer.id: officer for officer in (*first, *scene.supervisors)}
    text = scene.say.line("words.overdue", scene.after)
    buttons = scene.say.buttons(scene.after.code, "open" if scene.after.assignee else "take open")
    return scene.calls(both.values(), text, buttons)


def _help_asked(scene: Scene) -> list[Outgoing]:
    """Colleagues on duty and supervisors; and whoever asks learns who they are, or that there is nobody."""
    text = scene.say.line("words.help_asked", scene.after)
    buttons = scene.say.buttons(scene.after.code, "open")
    called = [scene.words(each, text, buttons) for each in scene.helpers]
    if not called:
        return [*scene.to_holder("words.help_nobody")]
    names = ", ".join(each.first_name for each in scene.helpers)
    return [*called, *scene.to_holder("words.help_called", names=names)]


_TELLS: dict[Kind, Callable[[Scene], list[Outgoing]]] = {
    Kind.MESSAGE: _message,
    Kind.ALERT_RAISED: _alarm,
    Kind.ALERT_ACCEPTED: _alert_accepted,
    Kind.ALERT_NOT_ACCEPTED: _alert_not_accepted,
    Kind.ALERT_WITHDRAWN: _alert_withdrawn,
    Kind.RELAY_MOVED: _relay_moved,
    Kind.REPORTER_GONE: _to_holder("words.reporter_gone"),
    Kind.SCREEN_CLEARED: _to_holder("words.screen_cleared"),
    Kind.REPORTER_BLOCKED: _to_holder("words.reporter_blocked"),
    Kind.REPORTER_BACK: _to_holder("words.reporter_back"),
    Kind.EVIDENCE_FAILED: _to_holder("words.evidence_failed"),
    Kind.READ: _read,
    Kind.CLAIMED: _claimed,
    Kind.RELEASED: _released,
    Kind.HANDED_OVER: _handed_over,
    Kind.REPLIED: _replied,
    Kind.DELIVERED: _delivery,
    Kind.NOT_DELIVERED: _delivery,
    Kind.CLOSED: _closed,
    Kind.HELP_ASKED: _help_asked,
    Kind.OVERDUE: _overdue,
    **REFERRAL_TELLS,
}
