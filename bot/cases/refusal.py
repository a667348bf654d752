"""Why a command was not carried out: a value, because a lost race is nothing wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    Attributes:
        reason: A key; the words are `hotline.refused.<reason>`.
        by: Officer id of whoever was first, where that is the reason.
    """

    reason: str
    by: str = ""
