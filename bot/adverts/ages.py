"""
Find the ages that an advert looks for: "21-38", "maks 40 th", "usia 17", "min. 23 tahun".

Pure. Years of experience or of a contract are no ages. Start at `find_ages`.
"""

from __future__ import annotations

import re

from bot.adverts.advert import Age, Quote

_YEARS = r"\s?(?:th\b|thn\b|tahun\b|yo\b|y\.o\b|years?\b|taun\b)"
_SOMEBODY = (
    r"usia|umur|age|aged|wanita|pria|cewek|cewe|cowok|cowo|perempuan|laki|laki2|laki-laki|female|male|gadis|janda|anak2?|ade[kq]2?|adik2?|remaja|bocah|"
    r"mbak2?|orang|org|single|lajang|yg|max|maks"
)
_RANGE = re.compile(
    r"(?<![\w.,:/+])(\d{2})\s?(?:-|–|—|~|s/?d|sampai|hingga|to)\s?(\d{2})(?![\d.,:/]\d|\w|\s?[-–]\s?\d)"
    rf"(?P<years>{_YEARS})?(?!\s?(?:jt|juta|rb|ribu|jam|hari|bulan|bln|minggu|orang|org|menit|riyal|ringgit|%|wpm))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:\b(?:{_SOMEBODY})|[(]L/P[)]|\bL/P)\b[^\d\n]{{0,25}}$", re.IGNORECASE)
_BOUND = re.compile(
    rf"\b(?P<side>min(?:imal|imum|im)?|ma(?:x|ks)(?:imal|imum)?)\b\.?[ :]{{0,2}}"
    rf"(?:usia|umur)?[ :]{{0,2}}(?P<age>\d{{2}})(?![\d.,:/]\d|\d)(?P<years>{_YEARS})?",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\b(?:usia|umur|age|umurnya|usianya|anak(?:ku|nya|mu)? (?:baru|masih))\b[ :]{0,3}"
    r"(?:(?P<side>min|max|maks|minimal|maksimal|mulai|dari|baru|masih|dibawah|di bawah|kurang)\.?[ ]?){0,2}"
    r"(?P<age>\d{2})(?![\d.,:/]\d|\d)(?!\s?(?:-|–|s/?d|sampai|hingga|to)\s?\d)"
    rf"(?P<years>{_YEARS})?",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?<![\w.,-])(?P<age>1[2-7])(?P<years>{_YEARS})(?=[^.\n]{{0,25}}\b(?:bisa|boleh|ok|terima))",
    re.IGNORECASE,
)
_NOT_AGES = re.compile(
    r"\b(?:pengalaman|exp|sejak|kontrak|berdiri|tinggi|tb|selama|garansi)\b[^.\n]{0,12}$", re.IGNORECASE
)
_POSSIBLE = range(10, 71)
_MAX_AGES = 20


def find_ages(text: str) -> tuple[Age, ...]:
    """Every age or range of ages, in the order of the text."""
    found: list[Age] = []
    for match in _RANGE.finditer(text):
        low, high = int(match[1]), int(match[2])
        before = text[max(0, match.start() - 40) : match.start()]
        named = match["years"] or _BEFORE.search(before)
        if named and low < high and low in _POSSIBLE and high in _POSSIBLE and not _NOT_AGES.search(before):
            found.append(Age(low, high, _quote(match)))
    for pattern in (_SINGLE, _BOUND, _LOOSE):
        for match in pattern.finditer(text):
            age = _one_sided(text, match)
            if age and not any(_overlap(age.quote, other.quote) for other in found):
                found.append(age)
    return tuple(sorted(found, key=lambda age: age.quote.start)[:_MAX_AGES])


def _one_sided(text: str, match: re.Match[str]) -> Age | None:
    years = int(match["age"])
    groups = match.groupdict()
    before = text[max(0, match.start() - 30) : match.start()]
    named = (
        groups["years"]
        or match.re is _SINGLE
        or _BEFORE.search(before)
        or "umur" in match[0]
        or "usia" in match[0]
    )
    if years not in _POSSIBLE or not named or _NOT_AGES.search(before):
        return None
    side = (groups.get("side") or "").casefold()
    if side.startswith(("max", "mak", "di", "kurang")):
        return Age(None, years, _quote(match))
    return Age(years, years if match.re is _LOOSE or not side else None, _quote(match))


def _quote(match: re.Match[str]) -> Quote:
    return Quote(match[0].rstrip(), match.start(), match.start() + len(match[0].rstrip()))


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
