"""The real model on pictures as people really send them: what must be right, and what must never be wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adverts.read import read_advert
from bot.app.pictures import spacing_of
from bot.authoring.content import Content, load_content
from bot.language.phones import find_phones
from bot.reading.read import Read
from bot.reading.reader import Reader
from tests.reading.pictures import photo
from tests.reading.scenes import Scene, scenes_of
from tests.reading.test_whole import MAX_CPU_S, cpu_s

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

SEED = 21
MIN_PHONES = 0.95
MIN_PHONES_HARD = 0.80
MOST_WRONG = 0.01
MIN_REST = 0.85  # companies, wages and countries; wages of hard pictures are not always legible


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(Path(__file__).resolve().parents[2])


@pytest.fixture
async def reader(content: Content) -> AsyncIterator[Reader]:
    """The reader as the bot has it."""
    reader = Reader(spacing_of(content).respaced)
    yield reader
    await reader.close()


async def test_pictures_as_people_send_them(reader: Reader, content: Content) -> None:
    """Numbers are right or blank, hardly ever wrong; each picture costs under five seconds of one core."""
    figures: Counter[str] = Counter()
    slowest = 0.0
    misread = []
    await reader.read(photo())

    for scene in scenes_of(SEED)[::2]:
        before = cpu_s(reader.worker_pid)
        found = await reader.read(scene.picture())
        slowest = max(slowest, cpu_s(reader.worker_pid) - before)
        told = tallied(scene, found.text if isinstance(found, Read) else "", content)
        figures.update(told)
        if told["phones"] > told["right"] or told["wrong"] or not told["wages"]:
            misread.append(f"{scene.name}: {scene.offer.phones}\n{found}")

    print(dict(figures), f"slowest {slowest:.1f} CPU s")  # noqa: T201  # for `pytest -s`
    usual, hard = figures["phones"] - figures["hard phones"], figures["hard phones"]
    assert figures["right"] - figures["hard right"] >= MIN_PHONES * usual, "\n".join(misread)
    assert figures["hard right"] >= MIN_PHONES_HARD * hard, "\n".join(misread)
    assert figures["wrong"] <= MOST_WRONG * figures["phones"], "\n".join(misread)
    for kind in ("companies", "countries", "wages"):
        assert figures[kind] >= MIN_REST * figures["pictures"]
    assert slowest <= MAX_CPU_S


def tallied(scene: Scene, text: str, content: Content) -> Counter[str]:
    """What of one picture was read right, and which numbers were made up."""
    truth, found = scene.offer, {phone.e164 for phone in find_phones(text)}
    advert = read_advert(text, content.adverts.vocabulary)
    right = sum(phone in found for phone in truth.phones)
    figures = Counter(
        pictures=1,
        phones=len(truth.phones),
        right=right,
        wrong=len(found - set(truth.phones)),
        companies=int(any(bare(truth.company) in bare(each.name) for each in advert.companies)),
        countries=int(any(each.id == truth.country for each in advert.countries)),
        wages=int(any(bare(truth.wage) in bare(each.quote.text) for each in advert.wages)),
    )
    if scene.is_hard:
        figures += Counter({"hard phones": len(truth.phones), "hard right": right})
    return figures


def bare(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())
