"""
Flag wages far above what is usual, below what is lawful, or above what any such job is known to pay.

Pure. Compared only where the tables say so; a wage inside the usual range says nothing, for or against.
Start at `flag_wages`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.adverts.advert import Advert, Money
from bot.adverts.finds import Finds
from bot.adverts.flag import Flag
from bot.adverts.places import jobs_of
from bot.adverts.rules import FlagRules
from bot.adverts.tables import Ceiling, Destination, Job, Need, Period, Wage
from bot.adverts.vocabulary import Vocabulary

NAME = "gaji_tidak_wajar"
_FAR_ABOVE = Decimal("1.3")  # times the usual, for anybody; overtime explains less than this
_FAR_ABOVE_A_MINIMUM = Decimal(2)  # times a lawful minimum where nothing is known of usual wages
_SKILLED_ABOVE_A_MINIMUM = Decimal(4)
_FAR_ABOVE_ALL = Decimal(3)  # times the highest figure of a country, for work of which nothing is known
_CRAFT: frozenset[Need] = frozenset({"experience", "certificate"})
_CLEARLY_BELOW = Decimal("0.9")  # of a minimum: a rate that moved or a rounded figure is no fraud
_A_MONTH: dict[Period, Decimal] = {
    "hour": Decimal(208),  # 26 days of 8 hours
    "day": Decimal(26),
    "week": Decimal(52) / 12,
    "month": Decimal(1),
}


def flag_wages(advert: Advert, finds: Finds, vocabulary: Vocabulary, rules: FlagRules) -> Iterator[Flag]:
    """The first wage that is far from usual."""
    jobs = jobs_of(advert, vocabulary)
    countries = [vocabulary.tables.destinations[mention.id] for mention in advert.countries]
    countries = list({country.id: country for country in countries}.values())
    for money in advert.wages:
        if finds.is_warned(money.quote.start):
            continue
        why = _compare(money, countries, jobs, finds, vocabulary, rules)
        if why is None:
            ceiling = _above_ceiling(money, jobs, advert, finds, vocabulary)
            why = rules.flags[NAME].whys["ceiling"].format(why=ceiling) if ceiling else None
        if why:
            yield Flag(NAME, money.quote, why, rules.flags[NAME].weight)
            return


def _compare(
    money: Money,
    countries: list[Destination],
    jobs: tuple[Job, ...],
    finds: Finds,
    vocabulary: Vocabulary,
    rules: FlagRules,
) -> str | None:
    """Why a wage is far off for every job and country of the advert that has rows; else None."""
    reasons: list[str | None] = []
    skilled = any(job.needs for job in jobs if not job.household) or finds.has("keahlian")
    if not jobs:
        reasons = [_against_any_work(money, country, vocabulary, rules) for country in countries]
    for country in countries:
        for job in jobs:
            rows = vocabulary.tables.wages_of(country.id, job)
            reason = _against(money, rows, country, vocabulary, rules, skilled=skilled)
            if reason is None and not _CRAFT & set(job.needs):
                reason = _against_all(money, country, vocabulary, rules)
            reasons.append(reason)
    reasons = [reason for reason in reasons if reason is not None]
    return reasons[0] if reasons and all(reasons) else None


def _against(
    money: Money,
    rows: tuple[Wage, ...],
    country: Destination,
    vocabulary: Vocabulary,
    rules: FlagRules,
    *,
    skilled: bool,
) -> str | None:
    """A reason, "" when the wage is plausible, None when nothing can be compared."""
    whys = rules.flags[NAME].whys
    minimum, usual = None, None
    for row in rows:
        low, high = _in_currency(row, money, vocabulary)
        if row.kind == "minimum" and low is not None:
            minimum = min(minimum, low) if minimum is not None else low
        elif row.kind == "usual" and high is not None:
            usual = max(usual, high) if usual is not None else high
    if minimum is None and usual is None:
        return None
    shown = _shown(rows)
    if minimum is not None and money.high < minimum * _CLEARLY_BELOW:
        return whys["low"].format(country=country.name, as_of=shown)
    factor = _SKILLED_ABOVE_A_MINIMUM if skilled else _FAR_ABOVE_A_MINIMUM
    top = (
        usual * (_FAR_ABOVE * 2 if skilled and country.placement != "closed" else _FAR_ABOVE)
        if usual
        else None
    )
    if top is None and minimum is not None:
        top = minimum * factor
    if top is not None and money.high > top:
        return whys["high"].format(country=country.name, as_of=shown)
    return ""


def _against_any_work(
    money: Money, country: Destination, vocabulary: Vocabulary, rules: FlagRules
) -> str | None:
    """The same when no work is named: below or far above everything that is known of a country."""
    rows = vocabulary.tables.wages_of(country.id, None)
    known = [(row, *_in_currency(row, money, vocabulary)) for row in rows]
    minima = [low for row, low, _ in known if row.kind == "minimum" and low is not None]
    if minima and money.high < min(minima) * _CLEARLY_BELOW:
        return rules.flags[NAME].whys["low"].format(country=country.name, as_of=_shown(rows))
    if money.period == "hour":
        return None  # nobody says how many hours
    plausible = "" if any(low is not None or high is not None for _, low, high in known) else None
    return _against_all(money, country, vocabulary, rules) or plausible


def _shown(rows: Iterable[Wage]) -> str:
    """ "per 2025-12-24", of the newest row; some rows have no date."""
    dates = [row.as_of for row in rows if row.as_of[:1].isdecimal()]
    return f"per {max(dates)}" if dates else "tanpa tanggal"


def _against_all(money: Money, country: Destination, vocabulary: Vocabulary, rules: FlagRules) -> str | None:
    """A reason when a wage is far above everything the tables know of a country, for a job without a row."""
    figures: list[Decimal] = []
    for row in vocabulary.tables.wages:
        if row.country == country.id and row.period == "month":
            low, high = _in_currency(row, money, vocabulary)
            figures.extend(figure for figure in (low, high) if figure is not None)
    if not figures or money.high <= max(figures) * _FAR_ABOVE_ALL:
        return None
    shown = _shown(row for row in vocabulary.tables.wages if row.country == country.id)
    return rules.flags[NAME].whys["high"].format(country=country.name, as_of=shown)


def _in_currency(row: Wage, money: Money, vocabulary: Vocabulary) -> tuple[Decimal | None, Decimal | None]:
    """Low and high of a row in the currency and period of a sum; None where they cannot be compared."""
    factor = _A_MONTH[row.period] / _A_MONTH[money.period]
    if row.period != money.period and row.kind == "minimum" and row.period == "hour":
        return None, None  # nobody says how many hours
    if row.currency != money.currency:
        ours, theirs = (
            vocabulary.tables.currencies.get(row.currency),
            vocabulary.tables.currencies.get(money.currency),
        )
        if not ours or not theirs or not ours.rough_rupiah or not theirs.rough_rupiah:
            return None, None
        factor = factor * ours.rough_rupiah / theirs.rough_rupiah
    return (
        row.low * factor if row.low is not None else None,
        row.high * factor if row.high is not None else None,
    )


def _above_ceiling(
    money: Money, jobs: tuple[Job, ...], advert: Advert, finds: Finds, vocabulary: Vocabulary
) -> str | None:
    """Why a promise in a comparable currency is above a ceiling of the tables; None when it is not."""
    currency = vocabulary.tables.currencies.get(money.currency)
    if currency is None or currency.rough_rupiah is None:
        return None
    rupiah = money.high * currency.rough_rupiah * _A_MONTH[money.period]
    named = {mention.id for mention in advert.countries}
    for job in jobs or (None,):
        for ceiling in vocabulary.tables.ceilings:
            here = not ceiling.countries or not named.isdisjoint(ceiling.countries)
            if here and rupiah > ceiling.high and _fits(ceiling, job, finds, anywhere=not named):
                return ceiling.why
    return None


def _fits(ceiling: Ceiling, job: Job | None, finds: Finds, *, anywhere: bool) -> bool:
    """Whether a ceiling speaks of a job; what needs skills may pay more than any plain job does."""
    if ceiling.bait:
        if job:
            return job.bait
        return bool(finds.flags.get("tanpa_pengalaman")) or (anywhere and not finds.has("keahlian"))
    skilled = finds.has("keahlian") or (job is not None and bool(job.needs) and not job.household)
    return bool(ceiling.for_jobs.closeness(job)) and not skilled
