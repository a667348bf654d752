"""
Make pages from templates. Words come from `content/id/wording/desk.yaml`; everything is escaped.

`show` is for an officer who is logged in, `show_outside` for everybody else. Start at `set_up_pages`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import aiohttp_jinja2
from aiohttp import web
from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape

from bot.cases.access import may_edit_content, may_see_patterns
from bot.cases.code import read_code
from bot.desk import csrf
from bot.desk.access import Visit
from bot.desk.desk import DESK, Desk

_TEMPLATES: Final = Path(__file__).with_name("templates")
PART: Final = "X-Bagian"  # a page that is open already asks for its parts only

# What may be said after something was done; the address names one of these and never a text of its own.
NEWS: Final = frozenset(
    {
        "claimed",
        "help_asked",
        "help_nobody",
        "released",
        "handed_over",
        "closed",
        "replied",
        "noted",
        "entered",
        "logged_out",
        "seen_to",
        "seen_to_undone",
        "referral_asked",
        "referral_offered",
        "referral_accepted",
        "referral_rejected",
        "referral_done",
        "referral_revoked",
        "pattern_checking",
        "pattern_reviewed",
        "pattern_cleared",
        "pattern_withdrawn",
        "limits_set",
    }
)


def set_up_pages(app: web.Application, desk: Desk) -> None:
    """Load the templates and give them words, times and icons."""
    env = aiohttp_jinja2.setup(
        app,
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html",)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        t=desk.said,
        hotline=lambda key, **values: desk.words.label(f"hotline.{key}", values),
        times=desk.times,
        once=csrf.once,
        edits_content=may_edit_content,
        sees_patterns=may_see_patterns,
        version=desk.version,
    )


def show(visit: Visit, template: str, *, status: int = 200, **context: Any) -> web.Response:
    """A page for the officer who asks."""
    page = {
        "me": visit.officer,
        "now": visit.now,
        "csrf": csrf.token_for(visit.session),
        "news": news_of(visit.request, visit.desk),
        "problem": "",
        "live": "",
        "page": "",
        "frame": "parts.html" if PART in visit.request.headers else "base.html",
    }
    return _render(visit.request, template, page | context, status)


def show_outside(request: web.Request, template: str, *, status: int = 200, **context: Any) -> web.Response:
    """A page for somebody who is not logged in, or of whom it is not known."""
    page = {
        "me": None,
        "csrf": "",
        "news": news_of(request, request.app[DESK]),
        "problem": "",
        "live": "",
        "page": "",
        "frame": "base.html",
    }
    return _render(request, template, page | context, status)


def news_of(request: web.Request, desk: Desk) -> str:
    """What the page before did, in words."""
    key = request.query.get("kabar", "")
    if key not in NEWS:
        return ""
    return desk.said(f"news.{key}", code=read_code(request.query.get("kode", "")) or "")


def _render(request: web.Request, template: str, context: dict[str, Any], status: int) -> web.Response:
    response: web.Response = aiohttp_jinja2.render_template(template, request, context, status=status)
    return response
