"""
Read `content/wages.yaml`: currencies, what jobs pay, and ceilings for promises in rupiah.

Jobs and destinations must have been read. Start at `read_wages`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast, get_args

from bot.adverts.tables import ALL, Ceiling, Currency, Destination, ForJobs, Period, Wage, WageKind
from bot.authoring.fields import Fields
from bot.authoring.jobs import read_fact_ids, read_job_list
from bot.authoring.notes import Notes
from bot.authoring.problem import did_you_mean, hints
from bot.authoring.yaml_lines import Value

PERIODS: tuple[Period, ...] = get_args(Period)
KINDS: tuple[WageKind, ...] = get_args(WageKind)
ONLY = ("", "newcomer", "experienced")
CODE = r"[A-Z]{3}"
NUMBER = re.compile(r"\d{1,12}(\.\d{1,4})?")
WIDEST = 10  # times: a range wider than this is a slip of the pen
WAGE = (
    "country", "jobs", "except", "currency", "period", "low", "high", "kind", "net", "only", "show",
    "as_of", "facts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenWages:
    """What the file holds."""

    currencies: dict[str, Currency]
    wages: tuple[Wage, ...]
    ceilings: tuple[Ceiling, ...]


def read_wages(
    value: Value, jobs: Iterable[str], destinations: Collection[Destination], notes: Notes
) -> WrittenWages:
    """All rows that can be used, and of each what is wrong."""
    top = Fields(value, notes, "daftar upah")
    top.only("currencies", "wages", "rupiah_ceilings")
    job_ids = tuple(jobs)
    countries = tuple(country.id for country in destinations)
    currencies: dict[str, Currency] = {}
    for item in top.listed("currencies"):
        currency = _read_currency(Fields(item, notes, "mata uang"))
        if currency.id in currencies:
            top.problem(item.mapping["id"].place, f'mata uang "{currency.id}" ditulis dua kali.')
        elif currency.id:
            currencies[currency.id] = currency
    wages = []
    for number, item in enumerate(top.listed("wages"), 1):
        fields = Fields(item, notes, f"baris upah ke-{number}")
        wages.append(_read_wage(fields, job_ids, countries, tuple(currencies)))
    return WrittenWages(
        currencies,
        tuple(wages),
        tuple(
            _read_ceiling(Fields(item, notes, "batas atas rupiah"), job_ids, countries)
            for item in top.listed("rupiah_ceilings")
        ),
    )


def _read_currency(fields: Fields) -> Currency:
    code = fields.identity("id", CODE, "Tulis kode tiga huruf besar, misalnya MYR.")
    fields.what = f'mata uang "{code}"'
    fields.only("id", "name", "words", "rough_rupiah", "facts")
    rate = _read_number(fields, "rough_rupiah")
    facts = read_fact_ids(fields)
    if rate is not None and rate != 1 and not facts:
        message = f'"rough_rupiah" {fields.what} belum punya fakta.'
        fields.problem(fields.value.mapping["rough_rupiah"].place, message, "Tambahkan facts: [ID].")
    return Currency(code, fields.text("name", required=True), fields.texts("words"), rate, facts)


def _read_wage(
    fields: Fields, jobs: tuple[str, ...], countries: tuple[str, ...], currencies: tuple[str, ...]
) -> Wage:
    fields.only(*WAGE)
    country = fields.text("country", required=True)
    if country and country not in countries:
        hint = hints(did_you_mean(country, countries), "Negara ditulis di content/destinations.yaml.")
        place = fields.value.mapping["country"].place
        fields.problem(place, f'"{country}" di {fields.what} bukan negara yang dikenal.', hint)
    kind = fields.one_of("kind", KINDS)
    low, high = _read_number(fields, "low"), _read_number(fields, "high")
    _check_range(fields, kind, low, high)
    only = fields.text("only")
    if only not in ONLY:
        fields.known(fields.value.mapping["only"], ONLY[1:], '"only"')
    facts = read_fact_ids(fields)
    if not facts:
        fields.problem(fields.value.place, f"{fields.what} belum punya fakta.", "Tambahkan facts: [ID].")
    return Wage(
        country=country,
        for_jobs=read_job_list(fields, jobs),
        currency=fields.one_of("currency", currencies),
        period=cast("Period", fields.one_of("period", PERIODS) or "month"),
        kind=cast("WageKind", kind or "usual"),
        low=low,
        high=high,
        as_of=fields.text("as_of", required=True),
        show="show" not in fields or fields.flag("show"),
        net=fields.flag("net"),
        only=only,
        facts=facts,
    )


def _read_ceiling(fields: Fields, jobs: tuple[str, ...], countries: tuple[str, ...]) -> Ceiling:
    fields.only("jobs", "except", "bait", "countries", "high", "why", "facts")
    high = _read_number(fields, "high")
    if high is None:
        fields.problem(fields.value.key_place("high"), f'{fields.what} perlu "high", rupiah sebulan.')
    bait = fields.flag("bait")
    named = tuple(
        item.text for item in fields.text_values("countries") if fields.known(item, countries, '"countries"')
    )
    return Ceiling(
        for_jobs=ForJobs((ALL,)) if bait else read_job_list(fields, jobs),
        high=high or Decimal(0),
        why=fields.text("why", required=True),
        bait=bait,
        countries=named,
        facts=read_fact_ids(fields),
    )


def _check_range(fields: Fields, kind: str, low: Decimal | None, high: Decimal | None) -> None:
    """A minimum has a low; low is not above high, and not absurdly below."""
    if kind == "minimum" and low is None and "low" not in fields:
        fields.problem(fields.value.key_place("low"), f'{fields.what} berjenis minimum, jadi perlu "low".')
    elif low is None and high is None and not ("low" in fields or "high" in fields):
        fields.problem(fields.value.place, f'{fields.what} belum punya "low" atau "high".')
    if low is None or high is None:
        return
    if low > high:
        message = f'"low" ({low}) di {fields.what} lebih besar dari "high" ({high}).'
        fields.problem(fields.value.mapping["low"].place, message, "Mungkin tertukar.")
    elif high > low * WIDEST:
        message = f'"high" ({high}) di {fields.what} lebih dari {WIDEST} kali "low" ({low}).'
        fields.problem(fields.value.mapping["high"].place, message, "Periksa jumlah nolnya.")


def _read_number(fields: Fields, key: str) -> Decimal | None:
    text = fields.text(key)
    if not text:
        return None
    if NUMBER.fullmatch(text) and Decimal(text) > 0:
        return Decimal(text)
    hint = "Tulis angka saja, pecahan dengan titik: 1700 atau 13.90."
    fields.problem(fields.value.mapping[key].place, f'"{text}" bukan angka.', hint)
    return None
