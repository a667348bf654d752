"""
Say how dangerous an advert looks: its red flags, each with its very words and why, and one verdict.

Pure. A flag of the highest weight suffices; weaker ones add up; and what no rule foresaw may be heard
(`ear.py`), which then points at the words, too. "ok" means "belum terlihat tanda bahaya": nothing was found
or heard, not even in one sentence by itself, and the advert names what official offers name. A plausible wage
never counts in favour. Start at `judge`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.adverts.advert import Advert
from bot.adverts.ear import Ear, Heard, hear, telling
from bot.adverts.finds import Finds, find_all
from bot.adverts.flag import Flag, quote_of
from bot.adverts.people import flag_accounts, flag_ages, flag_contacts, flag_experience, flag_women
from bot.adverts.places import flag_countries, jobs_of
from bot.adverts.rules import FLAGS, SURE, FlagRules
from bot.adverts.vocabulary import Vocabulary
from bot.adverts.wages import flag_wages
from bot.language.patterns import Found

VerdictKind = Literal["suspicious", "unclear", "ok"]
_COMPUTED_ONLY = frozenset({"kontak_pribadi", "tanpa_nama_pt", "tanpa_pengalaman"})
_CLAIMED_BY_ANYBODY = frozenset({"keahlian", "peringatan"})  # these make no offer less anonymous
_APART = 2  # words between two finds that are not the same
_ENOUGH = 2  # assurances that an advert without any flag needs; a public body suffices alone
_ENOUGH_BESIDE_A_FLAG = 3  # and one with a single weak flag
_ALARMING = 0.5  # log-odds from which what is heard makes an offer suspicious
_UNEASY = -1.0  # and from which nobody calls it ok
_UNEASY_LINE = 0.4  # the same for one sentence by itself; at 0 every third good advert would be doubted
_NOTHING = Heard(-math.inf, -math.inf, -math.inf, ())


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    The verdict and what it rests on.

    `flags` are the gravest first; `points` their weights together; `assurances` the names of what was found
    that official offers have. Assurances never outweigh a grave flag. `offer` are the log-odds that somebody
    passed an offer on and did not write in their own words; minus infinity for rules without an ear.
    """

    kind: VerdictKind
    flags: tuple[Flag, ...]
    points: int
    assurances: tuple[str, ...]
    offer: float = -math.inf


def judge(advert: Advert, vocabulary: Vocabulary, rules: FlagRules) -> Verdict:
    """
    Judge an advert.

    Args:
        advert: From `read_advert` with the same vocabulary.
        rules: From `parse_flags` with the same lexicon.

    Returns: Never raises; an empty text is "unclear".
    """
    names = ((each.quote.start, each.quote.end) for each in advert.companies)
    finds = find_all(advert.words, rules, names)
    assurances = _assurances(advert, finds, rules)
    found: dict[str, Flag] = {}
    for flag in _flags(advert, finds, vocabulary, rules):
        found.setdefault(flag.id, flag)
    if not advert.companies and not finds.has("instansi"):
        vouched = set(assurances) - _CLAIMED_BY_ANYBODY
        bait = any(job.bait for job in jobs_of(advert, vocabulary))
        weight = 0 if vouched else rules.flags["tanpa_nama_pt"].weight + bait
        found["tanpa_nama_pt"] = Flag("tanpa_nama_pt", None, rules.flags["tanpa_nama_pt"].why, weight)
    points = sum(flag.weight for flag in found.values())
    heard = hear(advert, points, len(assurances), rules.ear, finds.warned) if rules.ear else _NOTHING
    if rules.ear and points < SURE and heard.suspicious >= _ALARMING and not finds.warned:
        for flag in _heard(advert, heard, set(found), rules, rules.ear):
            found[flag.id] = flag
    flags = tuple(sorted(found.values(), key=lambda flag: (-flag.weight, FLAGS.index(flag.id))))
    points = sum(flag.weight for flag in flags)
    uneasy = heard.suspicious >= _UNEASY or heard.worst_line >= _UNEASY_LINE
    return Verdict(_kind(points, assurances, uneasy=uneasy), flags, points, assurances, heard.offer)


def _heard(advert: Advert, heard: Heard, found: set[str], rules: FlagRules, ear: Ear) -> Iterator[Flag]:
    """The flag that the words sound like most, of those that no rule has found; none without a quote."""
    name = next((flag for flag in heard.flags if flag not in found), None)
    quote = telling(advert, name, ear) if name else None
    if name and quote:
        why = rules.heard.format(name=rules.flags[name].name.casefold())
        yield Flag(name, quote, why, SURE)


def _kind(points: int, assurances: tuple[str, ...], *, uneasy: bool) -> VerdictKind:
    if points >= SURE:
        return "suspicious"
    if uneasy:
        return "unclear"
    if points == 0 and (len(assurances) >= _ENOUGH or "instansi" in assurances):
        return "ok"
    if points == 1 and len(assurances) >= _ENOUGH_BESIDE_A_FLAG:
        return "ok"
    return "unclear"


def _assurances(advert: Advert, finds: Finds, rules: FlagRules) -> tuple[str, ...]:
    found = [name for name in rules.assurances if finds.has(name)]
    if advert.addresses and "kantor" not in found:
        found.append("kantor")
    if advert.companies:
        found.append("perusahaan")
    if advert.licences:
        found.append("nomor")
    if finds.warned:
        found.append("peringatan")
    return tuple(found)


def _flags(advert: Advert, finds: Finds, vocabulary: Vocabulary, rules: FlagRules) -> Iterator[Flag]:
    """Computed flags come first: their reasons are the more exact ones."""
    yield from flag_countries(advert, finds, vocabulary, rules)
    wages = tuple(flag_wages(advert, finds, vocabulary, rules))
    yield from wages
    yield from flag_ages(advert, finds, vocabulary, rules)
    yield from flag_accounts(advert, finds, rules)
    yield from flag_experience(advert, finds, vocabulary, rules, overpaid=bool(wages))
    yield from flag_contacts(advert, finds, rules)
    yield from flag_women(advert, finds, rules)
    for name, places in finds.flags.items():
        if places and name not in _COMPUTED_ONLY:
            rule = rules.flags[name]
            yield Flag(
                name, quote_of(advert, places[0]), rule.why, min(SURE, rule.weight + _is_repeated(places))
            )


def _is_repeated(places: tuple[Found, ...]) -> bool:
    """Whether the same is said twice, in other words: "keputusan hari ini", "besok berangkat"."""
    return any(later.start > places[0].end + _APART for later in places)
