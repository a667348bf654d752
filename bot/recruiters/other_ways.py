"""
Ways to be reached that no register can have: handles, chat and short links, numbers that cannot be read.

Pure. They are found so that a number that does match never stands for them. Start at `other_ways`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CHANNELS = """
    wa.me wa.link chat.whatsapp.com api.whatsapp.com t.me telegram.me m.me line.me bit.ly s.id forms.gle
    docs.google.com maps.app.goo.gl linktr.ee lynk.id tinyurl.com cutt.ly instagram.com facebook.com fb.com
    fb.me tiktok.com youtube.com
    """.split()
_CHANNEL_HOSTS = tuple(f".{host}" for host in _CHANNELS)
_CHANNEL = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _CHANNELS))})/[^\s,;<>\"']{{1,200}}"
    r"|(?<![\w.])@(?!rp|idr)[a-z][\w.]{2,40}"
    r"|\b(?:telegram|tele|ig|instagram|fb|facebook|tiktok|wechat|imo)\s?:\s?[\w.]{3,40}",
    re.IGNORECASE,
)
_UNREAD = re.compile(r"(?<![\w@/.])(?:\+?62[-. ]?|0)8[1235-9lI][^\s/()@]{5,30}")  # "08.00-17.00" are hours
_ODD = re.compile(r"[^\d.-]")
_SPELLED = re.compile(
    r"\b(?:nol|kosong|0)[\s,.-]{1,3}(?:(?:de)?lapan|8)\b"
    r"(?:[\s,.-]{1,3}(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|(?:de)?lapan|sembilan|\d)\b){4,12}",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _ENOUGH_DIGITS = 7, 9  # with an odd sign between them, and without


def other_ways(plain: str) -> Iterator[tuple[int, int]]:
    """Where they stand (letters from, to) in a text as people see it; the same letters may come twice."""
    yield from (link.span() for link in _CHANNEL.finditer(plain))
    yield from (number.span() for number in _UNREAD.finditer(plain) if _is_number(number[0]))
    yield from (number.span() for number in _SPELLED.finditer(plain))


def is_channel(host: str) -> bool:
    """Whether a host is a place to chat or a shortened link, and nobody's own page."""
    return f".{host}".endswith(_CHANNEL_HOSTS)


def _is_number(text: str) -> bool:
    fewest = _FEWEST_DIGITS if _ODD.search(text) else _ENOUGH_DIGITS
    return len(re.sub(r"\D", "", text)) >= fewest
