"""
CheckAdvert and ReadBack: what speaks against an advert, as values for reviewed words.

The result is "suspicious", "unclear" or "ok" (no sign seen yet); none of them says that an offer is good.
What an officer or the register holds against the company outweighs any kind words of the advert. Start at
`check_advert`.
"""

from __future__ import annotations

from datetime import date

from bot.adverts.advert import Advert
from bot.adverts.correcting import corrected
from bot.adverts.finds import find_all
from bot.adverts.flag import Flag
from bot.adverts.judge import Verdict, judge
from bot.adverts.offer import DOUBTFUL, FORWARDED, offer_score
from bot.adverts.read import read_advert
from bot.adverts.rules import FlagRules
from bot.engine.events import Answered
from bot.engine.queries import CheckAdvert, ReadBack
from bot.language.folding import MAX_LENGTH
from bot.runner.ports import Knowledge
from bot.runner.queries.advert_recruiter import Recruiting, names_in, recruiting
from bot.runner.queries.flag_lines import flag_line, within
from bot.runner.queries.offering import is_foreign
from bot.runner.queries.writing import short
from bot.runner.screening import is_worrying
from bot.screening.hearing import hear

MOST_FLAGS = 4
MOST_LETTERS = 430  # of flags on the first screen; the rest stands behind "Selengkapnya"
MOST_WITH_COMPANY = 690  # and of what is said of the company beside them
OF_A_WORRY = 100  # fewer where the way to an officer stands above them
MOST_OF_ALL = 2600  # of flags behind it: one message of Telegram holds them
READ_BACK = 220
MOST_BESIDE = 1500  # letters of what an advert leaves beside the next question
MOST_OF_ONE = 80  # of one name, number or word of it
STORIES = "library-modus"

Values = dict[str, str]


def check_advert(query: CheckAdvert, knowledge: Knowledge, today: date) -> Answered:
    """Never raises for what the text holds; a text longer than can be read is read to that length."""
    vocabulary, rules = knowledge.adverts.vocabulary, knowledge.adverts.rules
    text = corrected(query.text, query.correction, vocabulary) if query.correction else query.text
    advert = read_advert(text, vocabulary)
    kept = {
        "advert": text,
        "advert_correction": "",
        "advert_worry": "yes" if is_worrying(text, knowledge) else "",
        "advert_verdict": "",
        "advert_beside": _beside(advert, knowledge),
        "forwarded": "",
    }
    if rules is None or is_foreign(text):
        return Answered("check_advert", "unreadable", kept)
    verdict = judge(advert, vocabulary, rules)
    found = recruiting(advert, knowledge, today)
    shown = tuple(flag for flag in verdict.flags if flag.weight > 0)
    if _is_bare(advert, verdict):
        return Answered("check_advert", "unreadable", kept)
    outcome = _outcome(verdict, found)
    most = min(MOST_LETTERS, MOST_WITH_COMPANY - len("".join(found.lines)))
    most -= OF_A_WORRY if kept["advert_worry"] else 0
    return Answered(
        "check_advert", outcome, {**kept, **_values(advert, shown, found, outcome, knowledge, most)}
    )


def read_back(query: ReadBack, knowledge: Knowledge) -> Answered:
    """What was read, said back in few words: a person sees at once whether it is right."""
    vocabulary, rules = knowledge.adverts.vocabulary, knowledge.adverts.rules
    text = query.text.strip()
    advert = read_advert(text, vocabulary)
    values = {"advert": text, "advert_read": in_few_words(advert)}
    if hear(text, knowledge.hearing).danger.alarms and not _offers(advert, knowledge, DOUBTFUL):
        return Answered("read_back", "worrying", values)
    return Answered(
        "read_back", "offer" if rules and _offers(advert, knowledge, FORWARDED) else "other", values
    )


def in_few_words(advert: Advert) -> str:
    """ "admin, kamboja, 15 juta, berangkat minggu ini"; the beginning of a text in which nothing is known."""
    quotes = (
        *(each.quote for each in advert.companies[:1]),
        *(each.quote for each in advert.jobs[:1]),
        *(each.quote for each in advert.countries[:2]),
        *(each.quote for each in advert.wages[:1]),
        *advert.departures[:1],
        *(each.quote for each in advert.contacts[:2]),
    )
    words = dict.fromkeys(" ".join(quote.text.split()).casefold() for quote in quotes)
    return short(", ".join(words) if len(words) > 1 else advert.text, READ_BACK)


def _offers(advert: Advert, knowledge: Knowledge, enough: float) -> bool:
    rules = knowledge.adverts.rules
    return (
        rules is not None
        and offer_score(advert, judge(advert, knowledge.adverts.vocabulary, rules)) >= enough
    )


def _is_bare(advert: Advert, verdict: Verdict) -> bool:
    """Nothing of an offer in it, and nobody to look up."""
    offered = advert.countries or advert.jobs or advert.money or advert.departures or verdict.assurances
    named = advert.companies or advert.contacts or advert.licences or advert.accounts
    return not (offered or named or any(flag.quote is not None for flag in verdict.flags))


def _outcome(verdict: Verdict, found: Recruiting) -> str:
    """Revoked and suspended companies, and numbers that are not the office's, always count."""
    if found.grave:
        return "suspicious"
    return "unclear" if verdict.kind == "ok" and found.doubtful else verdict.kind


def _values(
    advert: Advert, flags: tuple[Flag, ...], found: Recruiting, outcome: str, knowledge: Knowledge, most: int
) -> Values:
    """Args: most: letters of flags on the first screen."""
    words = knowledge.flows.wording
    nameless = not (advert.companies or found.name or _official(advert, knowledge.adverts.rules))
    if found.name and not advert.companies:  # named without "PT", and found
        flags = tuple(flag for flag in flags if flag.id != "tanpa_nama_pt")
    lines = [flag_line(flag, words) for flag in flags]
    first = [
        flag_line(flag, words) for flag in flags if not (nameless and flag.id == "tanpa_nama_pt")
    ] or lines
    few = within(first[:MOST_FLAGS], most)  # "which company?" is asked instead
    rest = len(first) - len(few)
    leads = outcome != "ok" and (found.grave or not few)  # what weighs most, or all there is, stands first
    led = found.lines if leads else ()
    shown = [*led, *few] or [words.label("advert.few_words", {})]
    pages = knowledge.flows.flows[STORIES].nodes if STORIES in knowledge.flows.flows else {}
    told = [flag.id for flag in flags if f"story_{flag.id}" in pages]
    return {
        "advert_verdict": outcome,
        "advert_flags": "\n".join(shown) if outcome != "ok" else "",
        "advert_minor": "\n".join(few) if outcome == "ok" else "",
        "advert_rest": str(rest) if rest else "",
        "advert_all": "\n".join(within([*led, *lines], MOST_OF_ALL)) or words.label("advert.no_flags", {}),
        "advert_story": told[0] if told else "",
        "advert_company": "" if leads else "\n".join(found.lines),
        "advert_name": found.name,
        "advert_nameless": "yes" if nameless else "",
        "advert_read": in_few_words(advert),
        "advert_cut": "yes" if len(advert.text) >= MAX_LENGTH else "",
    }


def _official(advert: Advert, rules: FlagRules | None) -> bool:
    """Whether a public body speaks: then there is no company to ask for."""
    return rules is not None and find_all(advert.words, rules).has("instansi")


def _beside(advert: Advert, knowledge: Knowledge) -> str:
    """What a company or number that is sent later belongs to: names, numbers and the offer in few words."""
    lines = (
        *names_in(advert, knowledge),
        *(each.quote.text for each in advert.contacts),
        *(each.quote.text for each in advert.accounts),
        *(f"{'SIP2MI' if each.kind == 'sip2mi' else 'izin'} {each.number}" for each in advert.licences),
        *(each.quote.text for each in (*advert.countries, *advert.jobs)),
        *(each.quote.text for each in advert.wages),
        *(each.quote.text for each in advert.ages),
    )
    return "\n".join(within(dict.fromkeys(short(line, MOST_OF_ONE) for line in lines), MOST_BESIDE))
