"""
Find the entities Telegram's apps find by themselves in what people type: commands, links, mentions.

Rougher than Telegram's own finder, and only used on people's texts; the bot never relies on more than
`bot_command`, `url`, `mention`, `phone_number`, `email` and `hashtag`.
"""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.entities import utf16_length

_FINDER = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<url>(?:https?://|www\.)\S*[^\s.,;:!?)\]}\"']|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|id|net|org|me|info|site|xyz|link)\b(?:/\S*)?)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d ()-]{7,17}\d)",
    re.IGNORECASE,
)


def spotted(text: str) -> list[dict[str, Any]]:
    """Entities of a person's text, in order; offsets in UTF-16 code units."""
    return [
        {
            "type": str(found.lastgroup),
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _FINDER.finditer(text)
    ]
