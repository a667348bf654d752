"""
Whom to tell, and what, when a referral moves on.

The reporter hears the question, that it was taken back, and that an agency has taken the case. The other
agency learns code and level, nothing else before it has accepted; its group has the card (`phrasing.py`), an
agency without a group is told through its officers. Whoever holds the case learns every step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.cases.case import Referral, ReferralState
from bot.cases.event import Kind
from bot.cases.outgoing import Outgoing
from bot.cases.scene import Scene, may_be_told


def _asked(scene: Scene) -> list[Outgoing]:
    referral = scene.event.plain["referral"]
    return scene.to_reporter(
        "referral_asked",
        consent_question=scene.event.body.get("question", ""),
        referral=referral,
        referral_case=scene.after.code,
        message=referral,
    )


def _consented(scene: Scene) -> list[Outgoing]:
    return [*_told_holder("words.referral_consented")(scene), *_offered(scene)]


def _offered(scene: Scene) -> list[Outgoing]:
    """Officers of an agency without a group."""
    agency = scene.event.plain["agency"]
    if agency in scene.staff.groups:
        return []
    text = scene.say.line("words.referral", scene.after)
    buttons = scene.say.buttons(scene.after.code, "accept reject", "open")
    officers = (each for each in scene.staff.of_agency(agency) if may_be_told(each, scene.after))
    return [scene.words(officer, text, buttons) for officer in officers]


def _accepted(scene: Scene) -> list[Outgoing]:
    """The one who accepted is shown the way to the words; the reporter learns who has them now."""
    by = scene.staff.find(scene.event.officer)
    text = scene.say.line("words.referral_open", scene.after)
    way = [scene.words(by, text, scene.say.buttons(scene.after.code, "open"))] if by and by.tag else []
    told = scene.to_reporter("referral_accepted", agency_name=_agency_name(scene))
    return [*way, *_told_holder("words.referral_accepted")(scene), *told]


def _revoked(scene: Scene) -> list[Outgoing]:
    """A question that waits must not be answered any more; the agency's card says the rest."""
    before = scene.before.referral(scene.event.plain["referral"]) if scene.before else None
    if before is not None and before.state is ReferralState.ASKED:
        return scene.to_reporter("referral_dropped")
    return _taken_back(scene, before)


def _taken_back(scene: Scene, before: Referral | None) -> list[Outgoing]:
    """What stands in the chats of the agency's officers, who may not be told any more."""
    if before is None or scene.before is None:
        return []
    told = (each for each in scene.staff.of_agency(before.agency) if may_be_told(each, scene.before))
    return scene.taken_back(each for each in told if not may_be_told(each, scene.after))


def _rejected(scene: Scene) -> list[Outgoing]:
    before = scene.before.referral(scene.event.plain["referral"]) if scene.before else None
    return [*_taken_back(scene, before), *_told_holder("words.referral_rejected")(scene)]


def _told_holder(key: str) -> Callable[[Scene], list[Outgoing]]:
    return lambda scene: scene.to_holder(key, agency=_agency_name(scene))


def _agency_name(scene: Scene) -> str:
    referral = scene.after.referral(scene.event.plain["referral"])
    agency = scene.staff.agencies.get(referral.agency) if referral else None
    return agency.name if agency else ""


REFERRAL_TELLS: Final[Mapping[Kind, Callable[[Scene], list[Outgoing]]]] = {
    Kind.REFERRAL_ASKED: _asked,
    Kind.REFERRAL_CONSENTED: _consented,
    Kind.REFERRAL_DECLINED: _told_holder("words.referral_declined"),
    Kind.REFERRAL_OFFERED: _offered,
    Kind.REFERRAL_ACCEPTED: _accepted,
    Kind.REFERRAL_REJECTED: _rejected,
    Kind.REFERRAL_DONE: _told_holder("words.referral_done"),
    Kind.REFERRAL_REVOKED: _revoked,
}
