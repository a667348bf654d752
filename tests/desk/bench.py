"""
The real desk on the real store, with sample staff, and browsers that keep cookies and read forms.

A `Browser` acts as an officer does: it opens pages, presses buttons of the page it sees, and takes the hidden
fields from there; so a form without its token cannot pass by accident.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import aiohttp
from PIL import Image

from bot.cases.command import Attachment
from bot.cases.reporter_commands import FileReport
from bot.casework.outcome import Applied
from bot.casework.room import CaseRoom
from bot.engine.wording import Wording
from tests.cases.people import T0
from tests.places import wording_of

DESK_WORDS = ("desk", "hotline", "date")


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = T0 + timedelta(minutes=10)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Page:
    """What a browser got."""

    status: int
    path: str
    headers: Any
    body: bytes

    @property
    def html(self) -> str:
        return self.body.decode()

    @property
    def words(self) -> str:
        """What stands on the page, tags left out, in one line."""
        reader = _Reader()
        reader.feed(self.html)
        return " ".join(" ".join(reader.words).split())

    def part(self, name: str) -> str:
        """The markup of one part, from its mark to the next."""
        _, found, rest = self.html.partition(f'data-part="{name}"')
        assert found, name
        return rest.partition("data-part=")[0]

    def fields(self, action: str) -> dict[str, str]:
        """Hidden fields of the form that posts to `action`."""
        reader = _Reader()
        reader.feed(self.html)
        assert action in reader.forms, (action, list(reader.forms))
        return reader.forms[action]

    def offers(self, action: str) -> bool:
        reader = _Reader()
        reader.feed(self.html)
        return action in reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.forms: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] = {}
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"script", "style"}:
            self._silent += 1
        if tag == "form":
            self._form = self.forms.setdefault(given.get("action", ""), {})
        if tag == "input" and given.get("type") == "hidden":
            self._form[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


class Browser:
    """One officer's browser."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url = url
        self.http = http

    async def get(self, path: str, **headers: str) -> Page:
        async with self.http.get(self.url + path, headers=headers) as answer:
            return Page(answer.status, answer.url.path_qs, answer.headers, await answer.read())

    async def post(self, path: str, form: dict[str, str], **headers: str) -> Page:
        async with self.http.post(self.url + path, data=form, headers=headers) as answer:
            return Page(answer.status, answer.url.path_qs, answer.headers, await answer.read())

    async def press(self, page: Page, action: str, **filled: str) -> Page:
        """Send the form of a page as it stands there, filled in."""
        return await self.post(action, {**page.fields(action), **filled})


@dataclass
class DeskBench:
    """The desk, what lies behind it, and everybody's browsers."""

    url: str
    room: CaseRoom
    clock: Clock
    handed: list[frozenset[str]]
    sessions: list[aiohttp.ClientSession] = field(default_factory=list)

    def browser(self) -> Browser:
        """A browser nobody has logged in with."""
        jar = aiohttp.CookieJar(unsafe=True)  # cookies of 127.0.0.1
        http = aiohttp.ClientSession(cookie_jar=jar)
        self.sessions.append(http)
        return Browser(self.url, http)

    async def link(self, officer: str) -> str:
        found = await self.room.roster.find(officer)
        assert found is not None
        return f"/masuk/{await self.room.logins.new_link(found)}"

    async def officer(self, officer: str) -> Browser:
        """A browser in which this officer is logged in."""
        browser, link = self.browser(), await self.link(officer)
        page = await browser.press(await browser.get(link), link)
        assert page.status == 200, page.words
        return browser

    async def report(self, code: str, text: str = "paspor saya ditahan", **changes: Any) -> str:
        """A report that came by the bot. Returns: its code."""
        given = {"reporter": "ab" * 10, "receipt_hash": code[-1] * 64, "at": self.clock.now, **changes}
        command = FileReport(id=f"report.{code}", code=code, text=text, **given)
        assert isinstance(await self.room.casework.apply(command, self.clock.now), Applied)
        return code

    async def report_with(self, code: str, kinds: Sequence[str], data: bytes) -> str:
        """A report with stored files `f0`, `f1`, … all of the same bytes."""
        media = tuple(Attachment(f"f{number}", kind) for number, kind in enumerate(kinds))
        await self.report(code, media=media)
        for item in media:
            await self.room.intake.store(code, item.id, data, self.clock.now)
        return code


def photo(maker: str = "SECRET-PHONE", size: tuple[int, int] = (320, 240)) -> bytes:
    """A JPEG that says which phone took it and where."""
    picture = Image.new("RGB", size, (90, 120, 110))
    marks = Image.Exif()
    marks[0x010F] = maker
    marks[0x8825] = {1: "S", 2: (8.0, 35.0, 0.0)}
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=marks)
    return out.getvalue()


def desk_words() -> Wording:
    return wording_of(*DESK_WORDS)


def code_in(page: Page) -> str:
    """The case code in a page's address."""
    found = re.search(r"K-[A-Z0-9]{4}", page.path)
    assert found, page.path
    return found[0]
