"""Bear news of a case where it belongs: a reporter's conversation, an officer's chat, a group."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, assert_never

from bot.cases.commands import AlertAccepted, AlertNotAccepted, write_command
from bot.cases.outgoing import UNSEND_AFTER_S, Bulletin, Buttons, Card, Outgoing, TakeBack, ToReporter, Words
from bot.casework.letters import Letters
from bot.delivery.people import StoredPeople
from bot.delivery.post import Again, Done
from bot.engine.effects import Button
from bot.engine.events import Notice
from bot.runner.incoming import Incoming
from bot.runner.letters import Letter, with_receipt
from bot.store.outbox import Leased
from bot.store.rows import Row


class NewsBearer:
    """The lines `chat.<tag>` of the cases area."""

    def __init__(
        self,
        letters: Letters,
        people: StoredPeople,
        take: Callable[[Incoming], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._letters = letters
        self._people = people
        self._take = take
        self._now = now

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when the row can never be read; StoreError."""
        news = await self._letters.open(row)
        if news is None:
            return Done()
        if isinstance(news, ToReporter):
            values = {**news.values, "of_case": news.code}
            await self._take(Incoming(row.id, news.tag, Notice(news.kind, values)))
        else:
            await self._people.enqueue(news.tag, row.id, [self._letter(row.id, news)])
        return Done()

    def _letter(self, row_id: str, news: Outgoing) -> Letter:
        letter_id = f"{row_id}-l"
        match news:
            case Card():
                lane = "danger" if news.urgent else "officer"
                return Letter(
                    letter_id,
                    lane=lane,  # type: ignore[arg-type]  # one of the two names above
                    text=news.text,
                    buttons=_buttons(news.buttons),
                    slot=news.slot,
                    replace=True,
                    ref=news.code,
                )
            case Words():
                return self._words(letter_id, news)
            case TakeBack():
                ref = "" if news.only else news.code
                slot = news.only or news.but
                return Letter(letter_id, kind="unsend_ref", lane="officer", ref=ref, slot=slot)
            case Bulletin():
                return Letter(letter_id, lane="officer", text=news.text)
            case ToReporter():
                raise AssertionError("news for a reporter goes through their conversation")
            case _:
                assert_never(news)

    def _words(self, letter_id: str, news: Words) -> Letter:
        letter = Letter(
            letter_id,
            lane="danger" if news.alert else "officer",
            text=news.text,
            buttons=_buttons(news.buttons),
            slot=news.slot,
            replace=news.replace,
            protect=True,
            ref=news.code,
            unsend_after_s=UNSEND_AFTER_S,
        )
        if not news.alert:
            return letter
        about: dict[str, Any] = {"at": self._now(), "code": news.code, "officer": news.officer}
        accepted = AlertAccepted(id=f"{letter_id}-ok", **about)
        refused = AlertNotAccepted(id=f"{letter_id}-no", **about)
        return with_receipt(letter, write_command(accepted), write_command(refused))


def _buttons(rows: Buttons) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(each.label, each.data) for each in row) for row in rows)
