"""
The words of one language, by key, and how answers are put into them.

Texts are Telegram HTML written by people; what a person typed is escaped before it goes in. A missing key
raises here and is found before by `langkah-aman check`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import ContentError

PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    texts: Mapping[str, str]

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def text(self, key: str, values: Mapping[str, str]) -> str:
        """The text of a key with values put in (HTML-escaped). The key itself may hold placeholders."""
        return fill(self._raw(key, values), values, escape=True)

    def label(self, key: str, values: Mapping[str, str]) -> str:
        """The same for a button, which is plain text."""
        return fill(self._raw(key, values), values, escape=False)

    def _raw(self, key: str, values: Mapping[str, str]) -> str:
        full = fill(key, values, escape=False)
        try:
            return self.texts[full].strip("\n")
        except KeyError:
            raise ContentError(f'there are no words for "{full}"') from None


def fill(template: str, values: Mapping[str, str], *, escape: bool) -> str:
    """Put values into `{name}` places; a name without a value leaves nothing behind."""
    if "{" not in template:
        return template

    def value(found: re.Match[str]) -> str:
        text = values.get(found[1], "")
        return html.escape(text, quote=False) if escape else text

    return PLACEHOLDER.sub(value, template)


def placeholders(template: str) -> frozenset[str]:
    """The names that a template wants."""
    return frozenset(PLACEHOLDER.findall(template))
