"""
Whether a text names a company: one of the register, or any "PT Something".

A name that nobody knows deserves a verdict too. Start at `names_company`.
"""

from __future__ import annotations

import re

from bot.recruiters.bare_names import find_bare_names
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import find_names
from bot.runner.ports import Knowledge

_NO_NAMES = "itu|ini|apa|mana|yang|yg|resmi|legal|abal|penyalur|penempatan|tersebut|nya|atau|dan|saya|kami"
_COMPANY = re.compile(
    rf"\b(?:pt|cv)\.? +(?!(?:{_NO_NAMES})\b)\w{{3,}} +(?!(?:{_NO_NAMES})\b)\w{{3,}}", re.IGNORECASE
)


def names_company(text: str, knowledge: Knowledge) -> bool:
    """Whether a company is named, with its legal form or by its very name on the register."""
    if _COMPANY.search(text):
        return True
    register = knowledge.register
    names = find_names(text, register.by_word)
    if any(found.fit is Fit.SURE for name in names for found in match_name(register, name)):
        return True
    return bool(find_bare_names(text, register, knowledge.words.knows))
