"""
Flags about whom an advert looks for and how it wants to be reached: ages, women only, no experience,
private contacts and accounts.

Pure. Each function yields at most one flag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.adverts.advert import Advert, Age
from bot.adverts.finds import Finds
from bot.adverts.flag import Flag, quote_of, together
from bot.adverts.places import jobs_of
from bot.adverts.rules import FlagRules
from bot.adverts.vocabulary import Vocabulary

ADULT = 18
_YOUNG = 38  # an advert for women up to this age looks for young ones
_NOBODY_ELSE = re.compile(  # an account that a company, an office or the worker holds
    r"\s{0,9}(?:pt|p\.t|cv|lpk|yayasan|perusahaan|bendahara negara|kas negara|sendiri|pekerja|peserta|"
    r"pelamar|pmi|calon|masing|yang bersangkutan|kamu|anda)\b",
    re.IGNORECASE,
)

_ADDRESSED = re.compile(
    r"\b(?:hub|hubungi|wa|whatsapp|chat|kontak|cp|call|telp|tlp|inbox)\b[\s.:,]{1,3}(?:ke |sama |via )?"
    r"(?:mbak|mba|mas|bang|abang|bu|ibu|pak|bpk|bapak|bunda|teh|teteh|kak|om|tante|abah|abi|umi|ummi|haji|hj?\.|mami|"
    r"mama|cik|koh|ko|ce|kang|mang|sis|bro|pl|sponsor|petugas lapangan|koordinator)\b(?: [A-Z][\w']*)?",
    re.IGNORECASE,
)
"""A person to call: read as typed, because plain words drop "mbak" and "bang"."""
_MASKED = re.compile(r"(?<!\w)0?8[\dxX*]{2,3}[-\dxX* ]{0,14}?[xX*]{2}")


def flag_ages(advert: Advert, finds: Finds, vocabulary: Vocabulary, rules: FlagRules) -> Iterator[Flag]:
    """Ages below eighteen, or below what the country asks for the job."""
    rule = rules.flags["usia_dibawah_umur"]
    for age in advert.ages:
        if age.low is None or finds.is_warned(age.quote.start):
            continue
        if age.low < ADULT:
            yield Flag(rule.id, age.quote, rule.whys["under"].format(age=age.low), rule.weight)
            return
        found = _below_country(age.low, advert, vocabulary)
        if found:
            country, minimum, as_of = found
            why = rule.whys["country"].format(country=country, age=minimum, as_of=as_of)
            yield Flag(rule.id, age.quote, why, 1)
            return


def flag_women(advert: Advert, finds: Finds, rules: FlagRules) -> Iterator[Flag]:
    """Women only, and only up to an age."""
    woman = finds.first("wanita")
    if woman is None or finds.has("pria") or finds.flags.get("hanya_perempuan_muda"):
        return
    young = next((age for age in advert.ages if _is_young(age)), None)
    if young:
        rule = rules.flags["hanya_perempuan_muda"]
        quote = together(advert, quote_of(advert, woman), young.quote, 40)
        yield Flag(rule.id, quote, rule.why, rule.weight - 1)  # ages alone: official factories ask so too


def flag_experience(
    advert: Advert, finds: Finds, vocabulary: Vocabulary, rules: FlagRules, *, overpaid: bool
) -> Iterator[Flag]:
    """No experience, language or papers asked, unless all jobs named usually ask and pay for none."""
    places = finds.flags.get("tanpa_pengalaman", ())
    if not places:
        return
    jobs = jobs_of(advert, vocabulary)
    countries = [vocabulary.tables.destinations[mention.id] for mention in advert.countries]
    demanded = any(
        demand.for_jobs.closeness(job)
        for country in countries
        for demand in country.demands
        for job in (jobs or (None,))
    )
    plain_jobs = jobs and all(job.household or not job.needs for job in jobs)
    closed = any(country.placement == "closed" for country in countries)
    if plain_jobs and not demanded and not closed and not overpaid:
        return
    rule = rules.flags["tanpa_pengalaman"]
    yield Flag(rule.id, quote_of(advert, places[0]), rule.why, rule.weight)


def flag_contacts(advert: Advert, finds: Finds, rules: FlagRules) -> Iterator[Flag]:
    """Private contacts only: no address, no office line, no mailbox of a company."""
    if advert.has_office or (finds.has("kantor") and advert.companies):
        return
    rule = rules.flags["kontak_pribadi"]
    places = finds.flags.get("kontak_pribadi", ())
    match = _ADDRESSED.search(advert.seen) or _MASKED.search(advert.seen)
    person = advert.quote_seen(*match.span()) if match else None
    if places or (person and not finds.is_warned(person.start)):
        quote = quote_of(advert, places[0]) if places or not person else person
        near = next((each.quote for each in advert.contacts if 0 <= each.quote.start - quote.end < 30), None)
        yield Flag(rule.id, together(advert, quote, near) if near else quote, rule.why, rule.weight)
        return
    private = next((each for each in advert.contacts if each.is_private), None)
    messenger = finds.first("whatsapp")
    words = private.quote if private else quote_of(advert, messenger) if messenger else None
    if words and not finds.is_warned(words.start):
        yield Flag(rule.id, words, rule.why, rule.weight)


def flag_accounts(advert: Advert, finds: Finds, rules: FlagRules) -> Iterator[Flag]:
    """An account in somebody's own name; an account without any name, when no company stands beside it."""
    rule = rules.flags["rekening_pribadi"]
    for account in advert.accounts:
        if finds.is_warned(account.quote.start) or _NOBODY_ELSE.match(account.holder):
            continue
        if account.holder:
            why = rule.whys["named"].format(holder=account.holder)
            yield Flag(rule.id, account.quote, why, rule.weight)
            return
        if not advert.companies:
            yield Flag(rule.id, account.quote, rule.why, rule.weight)
            return


def _is_young(age: Age) -> bool:
    if age.high is None:
        return False
    return age.high <= _YOUNG and not (age.low is not None and age.low == age.high and age.low > _YOUNG)


def _below_country(age: int, advert: Advert, vocabulary: Vocabulary) -> tuple[str, int, str] | None:
    """(country, minimum age, as of) when a sure minimum of a named country lies above `age`."""
    jobs = jobs_of(advert, vocabulary) or (None,)
    for mention in advert.countries:
        country = vocabulary.tables.destinations[mention.id]
        for job in jobs:
            minimum = vocabulary.tables.youngest(country, job)
            if minimum and minimum.sure and age < minimum.age:
                return country.name, minimum.age, minimum.as_of
    return None
