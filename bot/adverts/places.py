"""
Flag countries without official placement, and jobs that are closed where they are offered.

Pure. A country that the tables do not hold is never called closed. Start at `flag_countries`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.adverts.advert import Advert, Mention
from bot.adverts.finds import Finds
from bot.adverts.flag import Flag, together
from bot.adverts.rules import FlagRules
from bot.adverts.tables import Destination, Job
from bot.adverts.vocabulary import Vocabulary
from bot.language.folding import fold
from bot.language.seen import see

NAME = "negara_non_penempatan"


def flag_countries(advert: Advert, finds: Finds, vocabulary: Vocabulary, rules: FlagRules) -> Iterator[Flag]:
    """At most one flag: the surest find."""
    flags = []
    seen: set[str] = set()
    for mention in advert.countries:
        if mention.id in seen or finds.is_warned(mention.quote.start):
            continue
        seen.add(mention.id)
        flag = _flag_one(advert, mention, finds, vocabulary, rules)
        if flag:
            flags.append(flag)
    if flags:
        yield max(flags, key=lambda flag: flag.weight)


def jobs_of(advert: Advert, vocabulary: Vocabulary) -> tuple[Job, ...]:
    """The jobs that an advert offers, each once."""
    return tuple(vocabulary.tables.jobs[name] for name in dict.fromkeys(job.id for job in advert.jobs))


def _flag_one(
    advert: Advert, mention: Mention, finds: Finds, vocabulary: Vocabulary, rules: FlagRules
) -> Flag | None:
    rule = rules.flags[NAME]
    country = vocabulary.tables.destinations[mention.id]
    if country.placement == "closed":
        closed = country.closed_to(None)
        key = "closed" if fold(country.name) in fold(see(mention.quote.text).text) else "place"
        as_of = closed.as_of if closed else ""
        why = rule.whys[key].format(country=country.name, note=country.note, as_of=as_of)
        return Flag(NAME, mention.quote, why, rule.weight)
    for job in advert.jobs:
        closed = country.closed_to(vocabulary.tables.jobs[job.id])
        if closed:
            name = vocabulary.tables.jobs[job.id].name
            special = finds.has("spsk")  # the one way that is being tried out, through companies
            key = "household" if closed.sure and not special else "unsure"
            why = rule.whys[key].format(country=country.name, job=name, as_of=closed.as_of)
            weight = 1 if special else rule.weight
            return Flag(NAME, together(advert, mention.quote, job.quote), why, weight)
    if not advert.jobs and _is_unnamed_housework(country, advert, finds):
        why = rule.whys["unsure"].format(country=country.name, job="Kerja rumah tangga", as_of="2026")
        return Flag(NAME, mention.quote, why, rule.weight - 1)
    return None


def _is_unnamed_housework(country: Destination, advert: Advert, finds: Finds) -> bool:
    """No job, skill or company named where housework is closed, or, if that is unsure, women asked."""
    if not any(closed.sure for closed in country.closed_for) and not (
        country.closed_for and (finds.has("wanita") or finds.has("majikan"))
    ):
        return False
    return not (finds.has("pria") or finds.has("keahlian") or advert.companies or finds.has("instansi"))
