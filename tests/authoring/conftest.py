"""The sample tree, read once for all tests that only look at it."""

from __future__ import annotations

import pytest

from bot.authoring.content import Content, load_content
from tests.authoring.walking import SAMPLE


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(SAMPLE)
