"""
Ask at the terminal until the answer can be used, in plain Bahasa Indonesia.

An answer that cannot be read costs one kind line and the same question again; nothing is guessed. What an
answer must look like is the business of whoever asks: a reader takes the typed text and gives the value, or
raises `NotUnderstood` with the line to show. Start at `ask`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import typer

YES: Final = frozenset({"y", "ya", "iya", "yes", "sudah", "benar"})
NO: Final = frozenset({"t", "n", "tidak", "tdk", "no", "belum", "bukan"})

Value = TypeVar("Value")


class NotUnderstood(Exception):
    """What was typed cannot be used; `str(error)` is the line to show before asking again."""


def ask(
    question: str,
    read: Callable[[str], Value],
    default: str | None = None,
    *,
    hidden: bool = False,
    show_default: bool = True,
) -> Value:
    """
    The value that `read` makes of the first answer it takes.

    Args:
        default: What Enter alone means; None asks again.
        hidden: Show nothing of what is typed.

    Raises: typer.Abort for Ctrl-C or when the input ends.
    """
    while True:
        typed = typer.prompt(question, default=default, hide_input=hidden, show_default=show_default)
        typed = str(typed).strip()
        try:
            return read(typed)
        except NotUnderstood as error:
            typer.echo(f"  {error}")


def ask_yes(question: str, *, default: bool | None = None) -> bool:
    """Ya or tidak; with `default` None Enter alone is no answer. Raises: typer.Abort."""
    shown = {None: "y/t", True: "Y/t", False: "y/T"}[default]
    fallback = None if default is None else "y" if default else "t"
    return ask(f"{question} [{shown}]", _yes_or_no, fallback, show_default=False)


def _yes_or_no(typed: str) -> bool:
    word = typed.casefold()
    if word not in YES | NO:
        raise NotUnderstood("Jawab y (ya) atau t (tidak).")
    return word in YES


def some_words(typed: str) -> str:
    """A name of any kind: something a person can read, on one line."""
    words = " ".join(typed.split())
    if not any(letter.isalpha() for letter in words) or not words.isprintable():
        raise NotUnderstood("Tulis namanya dengan huruf.")
    return words
