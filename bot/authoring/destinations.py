"""
Read `content/destinations.yaml`: which jobs are open where, from which age, and what is asked.

Jobs must have been read. A country whose jobs are partly closed says which. Start at `read_destinations`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from bot.adverts.tables import ALL, Closed, Demand, Destination, ForJobs, MinimumAge, Placement
from bot.authoring.faq import ID, ID_FORM
from bot.authoring.fields import FALSE_WORDS, Fields
from bot.authoring.jobs import read_fact_ids, read_job_list, read_needs, read_words
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value

PLACEMENTS: tuple[Placement, ...] = get_args(Placement)
ROUTES = ("p3mi", "g-to-g", "ocs", "spsk", "direct-hiring", "mandiri")
KNOWN = (
    "id", "name", "page", "words", "placement", "closed_for", "minimum_age", "demands", "routes",
    "transit", "currencies", "note", "facts",
)  # fmt: skip
LONGEST_NOTE = 160
AGES = range(15, 71)


def read_destinations(
    value: Value, jobs: Iterable[str], notes: Notes
) -> tuple[dict[str, Destination], tuple[MinimumAge, ...]]:
    """The destinations by id, and the minimum ages that hold everywhere."""
    top = Fields(value, notes, "daftar negara tujuan")
    top.only("everywhere", "countries")
    job_ids = tuple(jobs)
    found: dict[str, Destination] = {}
    words: dict[str, str] = {}
    for item in top.listed("countries"):
        country = _read_country(Fields(item, notes, "negara"), job_ids, words)
        if country.id in found:
            place = item.mapping["id"].place
            top.problem(place, f'negara "{country.id}" ditulis dua kali.', "Hapus salah satu.")
        elif country.id:
            found[country.id] = country
    everywhere = top.child("everywhere", '"everywhere"')
    if everywhere is None:
        return found, ()
    everywhere.only("minimum_age")
    age = everywhere.child("minimum_age", 'umur paling rendah di "everywhere"')
    return found, () if age is None else (_read_age(age, ForJobs((ALL,))),)


def _read_country(fields: Fields, jobs: tuple[str, ...], words: dict[str, str]) -> Destination:
    country = fields.identity("id", ID, ID_FORM)
    fields.what = f'negara "{country}"'
    fields.only(*KNOWN)
    page = fields.text("page")
    if page:
        fields.notes.uses("page", f"negara/{page}", fields.value.mapping["page"].place, fields.what)
    placement = fields.one_of("placement", PLACEMENTS)
    closed = tuple(_read_closed(part, jobs) for part in _parts(fields, "closed_for"))
    if placement in ("closed", "partly") and not closed:
        hint = 'Tulis closed_for: dengan jobs: [all] atau pekerjaannya, atau pakai placement: "unclear".'
        fields.problem(
            fields.value.mapping["placement"].place, f'{fields.what} belum punya "closed_for".', hint
        )
    note = fields.text("note", required=True)
    if len(note) > LONGEST_NOTE:
        message = f'"note" {fields.what} punya {len(note)} huruf; paling panjang {LONGEST_NOTE}.'
        fields.problem(fields.value.mapping["note"].place, message, "Pendekkan.")
    return Destination(
        id=country,
        name=fields.text("name", required=True),
        page=f"negara/{page}" if page else "",
        words=read_words(fields, "words", words, country),
        placement=cast("Placement", placement or "unclear"),
        closed_for=closed,
        minimum_ages=tuple(
            _read_age(part, read_job_list(part, jobs)) for part in _parts(fields, "minimum_age")
        ),
        demands=tuple(_read_demand(part, jobs) for part in _parts(fields, "demands")),
        routes=_read_routes(fields),
        transit=fields.flag("transit"),
        currencies=fields.texts("currencies"),
        note=note,
        facts=read_fact_ids(fields),
    )


def _parts(fields: Fields, key: str) -> tuple[Fields, ...]:
    return tuple(Fields(item, fields.notes, f'"{key}" {fields.what}') for item in fields.listed(key))


def _read_closed(fields: Fields, jobs: tuple[str, ...]) -> Closed:
    fields.only("jobs", "except", "sure", "as_of", "facts")
    as_of = fields.text("as_of", required=True)
    return Closed(read_job_list(fields, jobs), _is_sure(fields), as_of, read_fact_ids(fields))


def _read_age(fields: Fields, for_jobs: ForJobs) -> MinimumAge:
    fields.only("jobs", "except", "age", "at_most", "sure", "as_of", "facts")
    youngest = _read_years(fields, "age", required=True)
    oldest = _read_years(fields, "at_most")
    if youngest and oldest and oldest < youngest:
        message = f'"at_most" ({oldest}) di {fields.what} lebih kecil dari "age" ({youngest}).'
        fields.problem(fields.value.mapping["at_most"].place, message, "Mungkin tertukar.")
    return MinimumAge(
        for_jobs=for_jobs,
        age=youngest or AGES.start,
        as_of=fields.text("as_of", required=True),
        at_most=oldest,
        sure=_is_sure(fields),
        facts=read_fact_ids(fields),
    )


def _read_demand(fields: Fields, jobs: tuple[str, ...]) -> Demand:
    fields.only("jobs", "except", "needs", "why", "facts")
    why = fields.text("why", required=True)
    return Demand(read_job_list(fields, jobs), read_needs(fields), why, read_fact_ids(fields))


def _read_routes(fields: Fields) -> tuple[str, ...]:
    items = fields.text_values("routes")
    return tuple(item.text for item in items if fields.known(item, ROUTES, '"routes"'))


def _read_years(fields: Fields, key: str, *, required: bool = False) -> int | None:
    text = fields.text(key, required=required)
    if not text:
        return None
    if text.isdecimal() and int(text) in AGES:
        return int(text)
    hint = f"Tulis angka bulat {AGES.start} sampai {AGES.stop - 1}."
    fields.problem(fields.value.mapping[key].place, f'"{text}" bukan umur kerja.', hint)
    return None


def _is_sure(fields: Fields) -> bool:
    """Sure unless it says not."""
    fields.flag("sure")
    return fields.text("sure").casefold() not in FALSE_WORDS
