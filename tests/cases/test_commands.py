"""Commands on the wire."""

from __future__ import annotations

import json

import pytest

from bot.cases.case import Channel
from bot.cases.command import Attachment
from bot.cases.commands import Command, read_command, write_command
from bot.cases.officer_commands import NewByOfficer
from bot.danger import Danger
from tests.cases.people import CODE, T0, alert, claim, message, report

SAMPLES: list[Command] = [
    report(media=(Attachment("f1", "photo", 3, "ktp.jpg"),), danger=Danger.WATCH, signs=("a", "b")),
    alert(),
    message(revision_of=12),
    claim(),
    NewByOfficer(id="n", at=T0, code=CODE, officer="rina", channel=Channel.PHONE, text="x", training=True),
]


@pytest.mark.parametrize("command", SAMPLES, ids=lambda each: type(each).__name__)
def test_a_command_survives_json(command):
    """What was asked before a crash is what is done after it."""
    assert read_command(json.loads(json.dumps(write_command(command)))) == command


@pytest.mark.parametrize("command", SAMPLES, ids=lambda each: type(each).__name__)
def test_repr_hides_words_and_people(command):
    """A command in a log tells neither what was written nor by whom."""
    shown = repr(command)

    assert "paspor" not in shown
    assert "dikunci" not in shown
    assert "ktp.jpg" not in shown
    assert getattr(command, "reporter", "nobody") not in shown


def test_an_older_command_without_a_new_field_is_read():
    """Rows written by the version before still count."""
    plain = write_command(report())
    del plain["training"]

    assert read_command({**plain, "unheard_of": 1}) == report()
