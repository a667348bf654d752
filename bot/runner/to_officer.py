"""What is said to an officer in their own chat: letters of the officers' lane, and questions with buttons."""

from __future__ import annotations

from bot.engine.effects import Button
from bot.engine.wording import Wording
from bot.runner.letters import Letter
from bot.runner.turn import Draft

Rows = tuple[tuple[Button, ...], ...]


def say(draft: Draft, text: str, buttons: Rows = (), *, slot: str = "", replaces: bool = False) -> None:
    """One message. `slot` and `replaces` as in `Letter`."""
    draft.write(
        Letter(draft.next_id(), lane="officer", text=text, buttons=buttons, slot=slot, replace=replaces)
    )


def ask(
    draft: Draft, words: Wording, question: str, action: str, answers: tuple[str, ...], code: str
) -> None:
    """The text `officer.<question>` with a button `officer.<question>_label.<answer>` for each answer."""
    rows = tuple(
        (Button(words.label(f"officer.{question}_label.{answer}", {}), f"case.{action}-{answer}.{code}"),)
        for answer in answers
    )
    say(draft, words.text(f"officer.{question}", {"code": code}), rows)
