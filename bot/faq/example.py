"""
One way people ask for an entry, or one message that no entry answers.

Pure. Examples are the training data of the index. Start at `Example`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

OUTSIDE = "~"
"""Labels that begin so are groups of messages that are none of our business ("~makian"); never entry ids."""

WORDS = "words"
"""The register of short phrases ("telat haid"). One alone says little, so several share an example."""

TOGETHER = 3  # phrases in one example: of 1, 3, 5, 10 and 20, three served unseen questions best


@dataclass(frozen=True, slots=True)
class Example:
    """`label` is an entry id or an outside group; `register` how it is written ("sms", "formal", …)."""

    text: str
    label: str
    register: str


def in_order(examples: Iterable[Example]) -> tuple[Example, ...]:
    """As an index keeps them: phrases put together, entries before what is outside, by label and text."""
    ready = _put_together(examples)
    return tuple(sorted(ready, key=lambda one: (one.label.startswith(OUTSIDE), one.label, one.text)))


def _put_together(examples: Iterable[Example]) -> Iterator[Example]:
    phrases: dict[str, list[str]] = defaultdict(list)
    for example in examples:
        if example.register == WORDS:
            phrases[example.label].append(example.text)
        else:
            yield example
    for label, texts in phrases.items():
        ordered = sorted(texts)
        parts = max(1, round(len(ordered) / TOGETHER))
        yield from (Example("; ".join(ordered[part::parts]), label, WORDS) for part in range(parts))
