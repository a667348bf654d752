"""NotePattern and what a look-up adds: what goes on its way, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from bot.delivery.sealing import PersonKey
from bot.engine.effects import NotePattern
from bot.engine.events import Answered, Text
from bot.engine.session import Session
from bot.engine.settling import begin
from bot.errors import CorruptRecord, SecretError
from bot.patterns.sight import Looked, Source
from bot.runner.changes.patterns import MOST_A_DAY, note_pattern
from bot.runner.incoming import Incoming
from bot.runner.ports import Hotline, Knowledge
from bot.runner.queries.hotline import with_reports
from bot.runner.turn import Draft, Person

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
CHECK = NotePattern("check", "agen 0812 3456 7890 resmi?", company="PT Bina Adidaya", place="Lombok Barat")


def draft_of(session: Session, now: datetime = NOW) -> Draft:
    draft = Draft(Person("ab" * 10), Incoming("u1", "ab" * 10, Text("x")), now)
    draft.keep(session)
    return draft


def test_a_check_goes_on_its_way_with_the_day_alone(knowledge: Knowledge) -> None:
    """The day and no time of it; no tag and no session."""
    draft = draft_of(begin(knowledge.flows))

    note_pattern(CHECK, draft)

    (look,) = draft.turn.looks
    assert look.looked == Looked(NOW.date(), Source.CHECK, CHECK.text, "PT Bina Adidaya", "Lombok Barat")
    assert "3456" not in repr(draft.turn.looks)


def test_officers_leave_no_pattern(knowledge: Knowledge) -> None:
    """What staff try out, or look into, is no sign of anything."""
    draft = draft_of(replace(begin(knowledge.flows), officer="rina"))

    note_pattern(CHECK, draft)

    assert draft.turn.looks == ()


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_no_check(knowledge: Knowledge, text: str) -> None:
    draft = draft_of(begin(knowledge.flows))

    note_pattern(NotePattern("check", text), draft)

    assert draft.turn.looks == ()


def test_one_chat_makes_only_so_many_a_day(knowledge: Knowledge) -> None:
    """Nobody can make a pattern of somebody they dislike; the next day counts anew."""
    draft = draft_of(begin(knowledge.flows))
    for _ in range(MOST_A_DAY + 5):
        note_pattern(CHECK, draft)
    assert draft.turn.session is not None
    tomorrow = draft_of(draft.turn.session, NOW + timedelta(days=1))

    note_pattern(CHECK, tomorrow)

    assert len(draft.turn.looks) == MOST_A_DAY
    assert len(tomorrow.turn.looks) == 1
    assert len({look.id for look in draft.turn.looks}) == MOST_A_DAY


def test_on_its_way_it_is_sealed_with_the_persons_key() -> None:
    """Also words that are no proper text; another key opens nothing, another kind of record is none."""
    looked = Looked(NOW.date(), Source.ADVERT, "kenari 0812 \ud800", "PT Kenari")
    key, other = PersonKey(b"k" * 32, b""), PersonKey(b"o" * 32, b"")

    sealed = key.look(looked)

    assert key.open_look(sealed) == looked
    assert b"enari" not in sealed
    with pytest.raises(SecretError):
        other.open_look(sealed)
    with pytest.raises((SecretError, CorruptRecord)):
        key.open_note(sealed)


class Desk:
    """A hotline that knows one number."""

    async def reported_before(self, text: str) -> bool:
        return "0812" in text


@pytest.mark.parametrize(
    ("text", "said"), [("PT Bina Adidaya 0812 3456 7890", "yes"), ("PT Bina Adidaya", "")]
)
async def test_a_look_up_says_what_was_reported_before(knowledge: Knowledge, text: str, said: str) -> None:
    """In the one way it may be said."""
    words = knowledge.flows.wording
    hotline = cast("Hotline", cast("Any", Desk()))

    found = await with_reports(Answered("look_up_recruiter", "found"), text, hotline, words)

    heard = found.values.get("reported_words", "")
    assert found.values.get("reported_before") == said
    assert ("pernah dilaporkan, sedang diperiksa" in heard) is (said == "yes")
    assert "penipu" not in heard
