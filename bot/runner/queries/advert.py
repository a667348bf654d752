"""
CheckAdvert and ReadBack: what speaks against an advert, as values for reviewed words.

The result is "suspicious", "unclear" or "ok" (no sign seen yet); none of them says that an offer is good.
What an officer or the register holds against the company outweighs any kind words of the advert. Start at
`check_advert`.
"""

from __future__ import annotations

import re
from datetime import date

from bot.adverts.advert import Advert
from bot.adverts.correcting import corrected
from bot.adverts.finds import find_all
from bot.adverts.flag import Flag
from bot.adverts.judge import Verdict, judge
from bot.adverts.offer import DOUBTFUL, FORWARDED, offer_score
from bot.adverts.read import read_advert
from bot.adverts.rules import FlagRules
from bot.engine.effects import CheckAdvert, ReadBack
from bot.engine.events import Answered
from bot.engine.wording import Wording
from bot.language.folding import MAX_LENGTH
from bot.runner.ports import Knowledge
from bot.runner.queries.advert_recruiter import Recruiting, recruiting
from bot.runner.queries.first_look import is_foreign
from bot.screening.hearing import hear

MOST_FLAGS = 4
MOST_LETTERS = 430  # of flags on the first screen; the rest stands behind "Selengkapnya"
MOST_OF_ALL = 2600  # of flags behind it: one message of Telegram holds them
QUOTED = 60
READ_BACK = 220
STORIES = "library-modus"
_ISO = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-\d\d\b")

Values = dict[str, str]


def check_advert(query: CheckAdvert, knowledge: Knowledge, today: date) -> Answered:
    """Never raises for what the text holds; a text longer than can be read is read to that length."""
    vocabulary, rules = knowledge.adverts.vocabulary, knowledge.adverts.rules
    text = corrected(query.text, query.correction, vocabulary) if query.correction else query.text
    kept = {"advert": text, "advert_correction": "", "forwarded": ""}
    advert = read_advert(text, vocabulary)
    if rules is None or is_foreign(text):
        return Answered("check_advert", "unreadable", kept)
    verdict = judge(advert, vocabulary, rules)
    found = recruiting(advert, knowledge, today)
    shown = tuple(flag for flag in verdict.flags if flag.weight > 0)
    if _is_bare(advert, verdict):
        return Answered("check_advert", "unreadable", kept)
    outcome = _outcome(verdict, found)
    return Answered("check_advert", outcome, {**kept, **_values(advert, shown, found, outcome, knowledge)})


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
    return _short(", ".join(words) if len(words) > 1 else advert.text, READ_BACK)


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
    advert: Advert, flags: tuple[Flag, ...], found: Recruiting, outcome: str, knowledge: Knowledge
) -> Values:
    words = knowledge.flows.wording
    nameless = not (advert.companies or found.name or _official(advert, knowledge.adverts.rules))
    lines = [_line(flag, words) for flag in flags]
    first = [_line(flag, words) for flag in flags if not (nameless and flag.id == "tanpa_nama_pt")] or lines
    few = _within(first[:MOST_FLAGS], MOST_LETTERS)  # "which company?" is asked instead
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
        "advert_all": "\n".join(_within([*led, *lines], MOST_OF_ALL)) or words.label("advert.no_flags", {}),
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


def _line(flag: Flag, words: Wording) -> str:
    quote = _short(flag.quote.text, QUOTED) if flag.quote else ""
    key = "advert.flag.quoted" if quote else "advert.flag.absent"
    return words.label(key, {"quote": quote, "why": _ISO.sub(lambda day: _written(day[0], words), flag.why)})


def _written(iso: str, words: Wording) -> str:
    """ "29 Oktober 2025" for "2025-10-29"."""
    year, month, day = iso.split("-")
    return f"{int(day)} {words.label(f'date.month.{int(month)}', {})} {year}"


def _within(lines: list[str], letters: int) -> list[str]:
    """The first lines that fit together; the first always does."""
    kept: list[str] = []
    for line in lines:
        if kept and sum(map(len, kept)) + len(line) > letters:
            break
        kept.append(line)
    return kept


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 2].rstrip() + " …"
