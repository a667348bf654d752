"""
Build the desk. It takes part in nothing but its own requests: who runs the server, and the outbox that
carries replies away, is up to the caller.

The server must be started without aiohttp's access log (`access_log=None`): addresses of log-in links are
secrets.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.cases.case import Case
from bot.cases.phrasing import Wording
from bot.casework.room import CaseRoom
from bot.desk.board import Board
from bot.desk.changes import Changes, versions_in
from bot.desk.desk import DESK, Desk, Hand
from bot.desk.headers import STATIC, put_headers
from bot.desk.mishaps import friendly
from bot.desk.pages import set_up_pages
from bot.desk.routes import add_routes
from bot.desk.settings import DeskSettings
from bot.desk.survey import Survey

_STATIC_FILES: Final = Path(__file__).with_name("static")
_MOST_BYTES: Final = 256 * 1024  # a form; the desk takes no files


def build_desk(
    room: CaseRoom,
    settings: DeskSettings,
    words: Wording,
    clock: Callable[[], datetime],
    hand: Hand | None = None,
    changes: Changes | None = None,
    survey: Survey | None = None,
) -> web.Application:
    """
    The desk as an application of its own, to be served at the root of its address.

    Args:
        words: Holds the keys `desk.*`, `hotline.*` and `date.month.*`.
        clock: Gives the present, aware.
        hand: Takes outbox lines of the cases area that a change leased for `settings.owner`, to send them
            at once. None: nothing is leased, and the sweeper finds them.
        changes: Versions of the cases, asked for every `settings.poll_s` while pages are open. None: read
            from the store of `room`.
        survey: Groups what people asked and knows the answers near, for editors.
    """

    async def find_case(code: str) -> Case | None:
        file = await room.archive.find(code)
        return file.case if file else None

    board = Board(changes or versions_in(room.archive.area), find_case, settings.poll_s)
    app = web.Application(middlewares=[friendly], client_max_size=_MOST_BYTES)
    desk = Desk(room, settings, words, clock, hand, board, _fingerprint(), survey)
    app[DESK] = desk
    set_up_pages(app, desk)
    add_routes(app)
    app.router.add_static(STATIC, _STATIC_FILES)
    app.on_response_prepare.append(put_headers)
    app.cleanup_ctx.append(_watch)
    app.on_shutdown.append(_let_pages_go)
    return app


async def _watch(app: web.Application) -> AsyncIterator[None]:
    async with app[DESK].board.running():
        yield


async def _let_pages_go(app: web.Application) -> None:
    app[DESK].board.close()


def _fingerprint() -> str:
    """Ten digits over all styles and scripts."""
    whole = hashlib.sha256()
    for path in sorted(_STATIC_FILES.iterdir()):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:10]
