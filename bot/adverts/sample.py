"""One text of the content from which the models of adverts learn: an offer, or what is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["suspicious", "unclear", "ok", "none"]


@dataclass(frozen=True, slots=True)
class Sample:
    """
    `kind` is "none" for what people write themselves; `flags` are those that people saw in it.

    `is_line`: one sentence out of an offer, which does not tell whether a text is an offer.
    """

    text: str
    kind: Kind
    flags: tuple[str, ...] = ()
    is_line: bool = False
