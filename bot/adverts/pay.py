"""
Find sums in an advert and say what each is for: a wage, a fee, pocket money, a deduction.

Pure. The nearest word before a sum decides, then the words behind it; a currency word with several meanings
is settled by the country. Start at `find_money`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.adverts.advert import Mention, Money, Quote, SumKind
from bot.adverts.tables import Period
from bot.adverts.vocabulary import Vocabulary
from bot.language.sums import Sum

_PURPOSE = re.compile(
    r"(?P<wage>\b(?:(?:di)?gaji(?:nya|han)?|upah|salar[iy]\w*|penghasilan|income|pendapatan|basic|bayaran|"
    r"dibayar|thp|honor|fixed|pokok)\b)"
    r"|(?P<fee>\b(?:biaya\w*|dp|d\.p|uang muka|deposit\w*|uang admin|administrasi|bayar|transfer\w*|"
    r"tf|setor\w*|booking|tanda jadi|fee|pay|cicil\w*|lunas\w*|ongkos|mahar|jaminan|materai|modal)\b)"
    r"|(?P<allowance>\b(?:uang (?:saku|fit|fee|pesangon|makan|tunggu|jalan)|sangu|bonus|komisi|tunjangan|"
    r"premi|tips|insentif|allowance)\b)"
    r"|(?P<deduction>\b(?:pot(?:ongan|ong)?|potong\w*|dipotong)\b)"
    r"|(?P<other>\b(?:denda|sewa|kos|kontrakan|asrama|apartemen|apartment|rent|tabungan|h?utang|nilai|pinjam\w*|mundur|talangan|kur)\b)",
    re.IGNORECASE,
)
_PAID_EACH = re.compile(
    r"\b(?:se|per ?)(?:bulan|hari|minggu|jam)\b|\b(?:bulan|minggu|hari)an\b", re.IGNORECASE
)
_PERIODS_BEFORE: tuple[tuple[Period, re.Pattern[str]], ...] = (
    (
        "day",
        re.compile(r"\b(?:harian|sehari|semal[ae]m|per ?(?:hari|malam|shift))\b[^\d]{0,12}$", re.IGNORECASE),
    ),
    ("week", re.compile(r"\b(?:mingguan|seminggu|per ?minggu)\b[^\d]{0,12}$", re.IGNORECASE)),
    ("hour", re.compile(r"\b(?:sejam|per ?jam)\b[^\d]{0,12}$", re.IGNORECASE)),
)
_REACH = 40  # letters before a sum in which its purpose is looked for
_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = (
    ("hour", re.compile(r"\s?(?:/|per|se|perse)?\s?-?\s?(?:jam|hour|hr)\b", re.IGNORECASE)),
    ("day", re.compile(r"\s?(?:/|per\s?|se)(?:hari|day|mal[ae]m|shift)\b", re.IGNORECASE)),
    ("week", re.compile(r"\s?(?:/|per\s?|se)\s?(?:minggu|mgg|week)\b|\s?mingguan\b", re.IGNORECASE)),
    (
        "month",
        re.compile(
            r"\s?(?:nett?|bersih|flat)?\s?(?:/|per\s?|se)\s?(?:bulan|bln|month|mo|bl)\b|\s?bulanan\b",
            re.IGNORECASE,
        ),
    ),
)
_LIKE_A_WAGE = re.compile(
    r"\s?(?:nett?\b|bersih\b|flat\b|gross\b|bruto\b|"
    r"\+ ?(?:tips?|lembur|bonus|ot\b|premi|makan|mess|komisi|insentif))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:gaji|gajinya|upah|salary|basic)\b(?: pokok| bersih| sekitar| mulai|nya)?[ :]{0,2}"
    r"(\d{3,5}|\d{1,3}[.,]\d{3})(?![\w.,]?\d|\s?(?:jt|juta|rb|ribu))",
    re.IGNORECASE,
)
_MAX_SUMS = 40
_PREFERRED = ("USD", "SAR", "KWD")  # what a shared word means when no country tells


def find_money(text: str, countries: Iterable[Mention], vocabulary: Vocabulary) -> tuple[Money, ...]:
    """All sums with their purposes, in the order of the text; a bare number after "gaji" is a wage too."""
    expected = tuple(
        dict.fromkeys(
            currency
            for mention in countries
            for currency in vocabulary.tables.destinations[mention.id].currencies
        )
    )
    found = []
    for each in vocabulary.sums.find(text)[:_MAX_SUMS]:
        period, end = _period(text, each.end)
        if end == each.end:
            period = _period_before(text, each.start) or period
        currency = _currency(each, expected, vocabulary)
        kind = _kind(text, each, currency, stated=end > each.end)
        quote = Quote(text[each.start : end], each.start, end)
        found.append(Money(kind, each.low, each.high, currency, period, quote))
    if expected and expected[0] != "IDR":
        for match in _BARE.finditer(text):
            if not any(
                money.quote.start < match.end() and match.start() < money.quote.end for money in found
            ):
                value = vocabulary.sums.find(f"{match[1]} {_any_word(expected[0], vocabulary)}")[0].low
                period, end = _period(text, match.end())
                quote = Quote(text[match.start() : end], match.start(), end)
                found.append(Money("wage", value, value, expected[0], period, quote))
    return tuple(sorted(found, key=lambda money: money.quote.start))


def _any_word(currency: str, vocabulary: Vocabulary) -> str:
    return vocabulary.tables.currencies[currency].words[0]


def _period(text: str, end: int) -> tuple[Period, int]:
    """How often a sum that ends at `end` is paid, and where the words for it end; a month unless said."""
    for period, pattern in _PERIODS:
        match = pattern.match(text, end)
        if match:
            return period, match.end()
    return "month", end


def _period_before(text: str, start: int) -> Period | None:
    """How often a sum is paid, when it is said before it: "gaji harian RM70"."""
    before = text[max(0, start - 30) : start]
    return next((period for period, pattern in _PERIODS_BEFORE if pattern.search(before)), None)


def _currency(each: Sum, expected: tuple[str, ...], vocabulary: Vocabulary) -> str:
    if not each.word:
        return "IDR"  # "15jt"; foreign sums in millions carry their name
    meanings = vocabulary.currencies.get(each.word, ())
    for currency in (*expected, *_PREFERRED):
        if currency in meanings:
            return currency
    return meanings[0] if meanings else ""


def _kind(text: str, each: Sum, currency: str, *, stated: bool) -> SumKind:
    before = text[max(0, each.start - _REACH) : each.start]
    before = re.split(r"[\n!?]|\.\s", before)[-1]
    last: SumKind | None = None
    for match in _PURPOSE.finditer(before):
        last = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
    if last:
        return last
    if _PAID_EACH.search(before):
        return "wage"
    behind = text[each.end : each.end + 30]
    if stated or _LIKE_A_WAGE.match(behind):
        return "wage"
    if each.low < each.high:
        return "wage"  # "15-25 jt": fees are rarely ranges
    return "wage" if currency not in ("", "IDR") else "other"
