"""
Check the words of a call, text or caption, and turn them into the fields of a message.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.entities import formatted, utf16_length
from bot.simulator.refusals import bad_request

MAX_TEXT = 4096
MAX_CAPTION = 1024


def text_fields(params: dict[str, Any]) -> dict[str, Any]:
    """
    `text` and `entities` of a message.

    Telegram counts "characters"; we count UTF-16 units, which is never more generous.
    """
    text, entities = formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if len(text) > 2048 and utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_fields(params: dict[str, Any]) -> dict[str, Any]:
    """`caption` and `caption_entities`, or nothing."""
    if not params.get("caption"):
        return {}
    text, entities = formatted(params["caption"], params.get("parse_mode"), params.get("caption_entities"))
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    fields: dict[str, Any] = {"caption": text} if text else {}
    if text and entities:
        fields["caption_entities"] = entities
    if params.get("show_caption_above_media"):
        fields["show_caption_above_media"] = True
    return fields
