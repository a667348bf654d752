"""
Read the texts from which the models of adverts learn: `content/id/offers/*.yaml`.

A file holds texts of one kind, or single sentences out of offers of one kind ("lines: true"); those that are
suspicious name the red flags that people saw in them. Start at `read_samples`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import cast, get_args

from bot.adverts.rules import FLAGS
from bot.adverts.sample import Kind, Sample
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value

KINDS: tuple[Kind, ...] = get_args(Kind)


def read_samples(value: Value, notes: Notes) -> Iterator[Sample]:
    """The texts of one file; what cannot be used is a problem."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'contoh tawaran "{name}"')
    fields.only("kind", "lines", "examples")
    is_line = fields.flag("lines")
    kind = cast("Kind", fields.one_of("kind", KINDS))
    for item in fields.listed("examples"):
        if isinstance(item.content, str):
            text: str = item.text
            flags: tuple[str, ...] = ()
        else:
            own = Fields(item, notes, fields.what)
            own.only("text", "flags")
            text, flags = own.text("text", required=True), _flags(own)
        if kind and text.strip():
            yield Sample(text, kind, flags, is_line)


def _flags(fields: Fields) -> tuple[str, ...]:
    written = fields.text_values("flags")
    return tuple(item.text for item in written if fields.known(item, FLAGS, '"flags"'))
