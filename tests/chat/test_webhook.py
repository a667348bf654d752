"""The webhook's route: who may call it, how much it reads, and what it answers."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.chat.webhook import MOST_BODY_BYTES, SECRET_HEADER, routes
from bot.errors import StoreUnreachable

SECRET = "s3cret"


class Taker:
    """Keeps what it is given, or cannot."""

    def __init__(self) -> None:
        self.taken: list[Mapping[str, Any]] = []
        self.down = False

    async def take(self, update: Mapping[str, Any]) -> None:
        if self.down:
            raise StoreUnreachable("gone")
        self.taken.append(update)


@pytest.fixture
def taker() -> Taker:
    return Taker()


@pytest.fixture
async def client(taker: Taker) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application(client_max_size=MOST_BODY_BYTES)
    app.add_routes(routes("/telegram", SECRET, taker.take, lambda _: None))
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def post(client: TestClient[Any, Any], body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with client.post("/telegram", data=body, headers=headers) as answer:
        return answer.status


async def test_an_update_is_taken_and_acknowledged(client: TestClient[Any, Any], taker: Taker) -> None:
    """200, after `take` has returned."""
    assert await post(client, json.dumps({"update_id": 1}).encode()) == 200
    assert taker.taken == [{"update_id": 1}]


@pytest.mark.parametrize("secret", [None, "", "wrong", "s3creté", "s3cret "])
async def test_without_the_secret_nothing_is_read(
    client: TestClient[Any, Any], taker: Taker, secret: str | None
) -> None:
    """401 for everybody but Telegram, also for letters that are no ASCII."""
    expected = 200 if secret == "s3cret " else 401  # aiohttp trims white space around a header

    assert await post(client, b'{"update_id": 1}', secret) == expected
    assert len(taker.taken) == (1 if expected == 200 else 0)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"[" * 100_000])
async def test_what_is_no_update_is_refused(client: TestClient[Any, Any], taker: Taker, body: bytes) -> None:
    """400: Telegram never sends it, and it is not worked on."""
    assert await post(client, body) == 400
    assert taker.taken == []


async def test_a_body_that_is_too_large_is_not_read(client: TestClient[Any, Any], taker: Taker) -> None:
    """413, whether the length is announced or not."""
    headers, large = {SECRET_HEADER: SECRET}, io.BytesIO(b"x" * (MOST_BODY_BYTES + 1))
    async with client.post("/telegram", data=large, headers=headers) as answer:
        assert answer.status == 413

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"x" * 65536

    with contextlib.suppress(aiohttp.ClientError):  # the server may hang up in the middle of it: as good
        async with client.post("/telegram", data=pieces(), headers=headers) as answer:
            assert answer.status == 413
    assert taker.taken == []


async def test_a_store_that_is_down_has_telegram_keep_it(client: TestClient[Any, Any], taker: Taker) -> None:
    """503 until it can be kept, then 200."""
    taker.down = True
    assert await post(client, b'{"update_id": 1}') == 503

    taker.down = False
    assert await post(client, b'{"update_id": 1}') == 200
