"""
Names with placeholders in them (`faq.{entry}.short`), and what they can become.

Some placeholders have known values (every entry, every country); those are all tried. Of the others we only
know that something must fit. Start at `missing`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from itertools import product

from bot.engine.wording import PLACEHOLDER, placeholders

MAX_TRIED = 5000


def fitting(template: str, names: Iterable[str]) -> list[str]:
    """The names that a template can become."""
    if not placeholders(template):
        there = template in names if isinstance(names, Container) else template in list(names)
        return [template] if there else []
    parts = PLACEHOLDER.split(template)[::2]  # odd positions are the placeholders' names
    form = re.compile(".+".join(re.escape(part) for part in parts))
    return [name for name in names if form.fullmatch(name)]


def missing(template: str, names: Iterable[str], known: Mapping[str, Iterable[str]]) -> list[str]:
    """
    The names a template can become that are not there.

    Args:
        template: Such as "faq.{entry}.short"; without placeholders it is looked up as it is.
        names: What is there.
        known: Values of placeholders, by name.

    Returns: What is missing; the template itself when it has unknown placeholders and nothing fits.
    """
    there = names if isinstance(names, set | frozenset | dict) else set(names)
    wanted = placeholders(template)
    if wanted and not wanted <= set(known):
        return [] if fitting(template, there) else [template]
    columns = [[(name, value) for value in known[name]] for name in sorted(wanted)]
    absent: list[str] = []
    for row in list(product(*columns))[:MAX_TRIED]:
        values = dict(row)
        name = PLACEHOLDER.sub(lambda found, values=values: values[found[1]], template)  # type: ignore[misc]
        if name not in there:
            absent.append(name)
    return absent
