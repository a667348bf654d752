"""Every sentence that the runner asks for by name is in the content; `langkah-aman check` sees flows only."""

from __future__ import annotations

import re

from bot.cases.officer_commands import OUTCOMES
from bot.runner.officers import REASONS
from bot.runner.ports import Knowledge
from tests.house_fixtures import ROOT

ASKED = re.compile(r"""words?(?:ing)?\.(?:text|label)\(\s*"([a-z_.]+)\"""")


def test_every_key_in_the_code_has_words(knowledge: Knowledge) -> None:
    """A missing sentence would reach an officer as an apology."""
    files = [*(ROOT / "bot/runner").rglob("*.py"), *(ROOT / "bot/app").rglob("*.py")]
    asked = {key for path in files for key in ASKED.findall(path.read_text(encoding="utf-8"))}

    missing = [key for key in asked if key not in knowledge.flows.wording]

    assert len(asked) > 15, "the search must find something"
    assert missing == []


def test_every_outcome_and_reason_has_its_button(knowledge: Knowledge) -> None:
    """An officer closes and releases by buttons that all have names."""
    keys = [f"officer.outcome_label.{name}" for name in OUTCOMES]
    keys += [f"officer.reason_label.{name}" for name in REASONS]

    assert [key for key in keys if key not in knowledge.flows.wording] == []
