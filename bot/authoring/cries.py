"""
Read the messages that hearing is learnt from: `content/id/cries/<sign>.yaml`, `content/id/calm/*.yaml`.

Start at `read_cries` and `read_calm`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value
from bot.danger import Danger
from bot.screening.cry import Cry

SIGN = r"[a-z]+(_[a-z]+)*"
SIGN_FORM = "Pakai huruf kecil dan garis bawah: paspor_ditahan."
LEVELS = tuple(danger for danger in Danger if danger is not Danger.NONE)


def read_cries(value: Value, notes: Notes) -> Iterator[Cry]:
    """Messages that speak of one sign of danger, by how urgent they are."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'pesan bahaya "{name}"')
    fields.only("sign", *(danger.value for danger in LEVELS))
    fields.identity("sign", SIGN, SIGN_FORM)
    fields.named_after_file("sign", "tanda")
    for danger in LEVELS:
        yield from (Cry(text, name, danger) for text in fields.texts(danger.value))


def read_calm(value: Value, notes: Notes) -> Iterator[Cry]:
    """Messages that sound like danger and are none."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'pesan tenang "{name}"')
    fields.only("examples")
    yield from (Cry(text, "", Danger.NONE) for text in fields.texts("examples"))
