"""How the content that ships with the bot reads and judges adverts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.adverts.advert import Advert
from bot.adverts.judge import Verdict, judge
from bot.adverts.known import Adverts
from bot.adverts.read import read_advert
from bot.adverts.rules import FlagRules
from bot.app.learnt.adverts import adverts_of
from bot.authoring.content import Content

Reader = Callable[[str], Advert]
Judge = Callable[[str], Verdict]


@pytest.fixture(scope="session")
def known(shipped: Content) -> Adverts:
    return adverts_of(shipped)


@pytest.fixture(scope="session")
def rules(known: Adverts) -> FlagRules:
    assert known.rules is not None
    return known.rules


@pytest.fixture(scope="session")
def read(known: Adverts) -> Reader:
    return lambda text: read_advert(text, known.vocabulary)


@pytest.fixture(scope="session")
def judged(known: Adverts, rules: FlagRules) -> Judge:
    return lambda text: judge(read_advert(text, known.vocabulary), known.vocabulary, rules)
