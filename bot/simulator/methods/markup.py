"""
Rules for keyboards that types alone cannot tell: sizes, one action per button, usable addresses.

Telegram's servers accept at most 100 inline buttons and show at most 8 in a row; the phone shows the
rest wrapped. We refuse both, because a wrapped row is always a mistake of ours.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.links import why_not
from bot.simulator.refusals import bad_request

MAX_INLINE_BUTTONS = 100
MAX_INLINE_ROW = 8
MAX_REPLY_BUTTONS = 300
MAX_REPLY_ROW = 12
_DECORATION = frozenset({"text", "style", "icon_custom_emoji_id"})
_STYLES = frozenset({"danger", "success", "primary"})


def inline_keyboard(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """
    Check an inline keyboard and drop its empty rows.

    Returns: None when nothing is left; Telegram then shows no keyboard.
    Raises: Refused (400).
    """
    if markup is None:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    total = 0
    for row in rows:
        if len(row) > MAX_INLINE_ROW:
            raise bad_request("reply markup is too long")
        total += len(row)
        for button in row:
            _check_inline_button(button)
    if total > MAX_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _check_inline_button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text is empty")
    actions = [key for key in button if key not in _DECORATION]
    if not actions or button.get("callback_data") == "":
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action field must be used")
    if "style" in button and button["style"] not in _STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    data = button.get("callback_data")
    if data is not None:
        if len(data) > 64 or len(data.encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        reason = why_not(button["url"])
        if reason is not None:
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: {reason}")
    elif "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        url = button["web_app"]["url"]
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )


def reply_keyboard(markup: dict[str, Any]) -> None:
    """Check a keyboard that replaces the phone's own."""
    rows = markup["keyboard"]
    if sum(map(len, rows)) > MAX_REPLY_BUTTONS or any(len(row) > MAX_REPLY_ROW for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad_request("keyboard button text is empty")
        if "request_contact" in button and "request_location" in button:
            raise bad_request("can't parse keyboard button: exactly one request field must be used")
