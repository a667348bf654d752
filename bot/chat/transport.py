"""
python-telegram-bot's seam to the network, on aiohttp.

httpx rescans its whole pool at every call and collapses at 64 calls in flight (126/s); this reaches about
1,800/s on the same machine. A timeout or a broken connection means an unknown outcome: Telegram may have
accepted the call, so `telegram.error.TimedOut` and `NetworkError` are raised and the caller decides.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 10.0
_HEADERS = {"User-Agent": "langkah-aman"}
_JSON_HEADERS = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One pool of connections to the Bot API."""

    def __init__(self, *, connections: int = 256, read_timeout_s: float = READ_TIMEOUT_S) -> None:
        self._connections = connections
        self._read_timeout_s = read_timeout_s
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout_s

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers=_HEADERS
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # python-telegram-bot's signature
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # python-telegram-bot's signature
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # python-telegram-bot's signature
    ) -> tuple[int, bytes]:
        """One HTTP call. Raises: TimedOut, NetworkError."""
        read_s = self._read_timeout_s if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        return await self._send(url, method, read_s, data=_body(request_data))

    async def post_json(
        self, url: str, params: Mapping[str, Any], read_timeout_s: float | None
    ) -> tuple[int, bytes]:
        """The hot path: one call with a JSON body. Raises: TimedOut, NetworkError."""
        body = json.dumps(params).encode()
        return await self._send(
            url, "POST", read_timeout_s or self._read_timeout_s, data=body, headers=_JSON_HEADERS
        )

    async def _send(
        self, url: str, method: str, read_timeout_s: float | None, **body: Any
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the connection pool is not open")
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_S, sock_read=read_timeout_s)
        try:
            async with self._session.request(method, url, timeout=timeout, **body) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # The class name only: the message may hold the address, and with it the token.
            raise NetworkError(type(error).__name__) from None


def _body(request_data: RequestData | None) -> Any:
    """Form fields, or a multipart form when a file goes along."""
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
