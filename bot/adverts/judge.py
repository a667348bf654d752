"""
Say how dangerous an advert looks: its red flags, each with its very words and why, and one verdict.

Pure. A flag of the highest weight suffices; weaker ones add up. "ok" means "belum terlihat tanda bahaya":
nothing was found and the advert names what official offers name. A plausible wage never counts in favour.
Start at `judge`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.adverts.advert import Advert
from bot.adverts.finds import Finds, find_all
from bot.adverts.flag import Flag, quote_of
from bot.adverts.people import flag_accounts, flag_ages, flag_contacts, flag_experience, flag_women
from bot.adverts.places import flag_countries, jobs_of
from bot.adverts.rules import FLAGS, SURE, FlagRules
from bot.adverts.vocabulary import Vocabulary
from bot.adverts.wages import flag_wages

VerdictKind = Literal["suspicious", "unclear", "ok"]
_COMPUTED_ONLY = frozenset({"kontak_pribadi", "tanpa_nama_pt", "tanpa_pengalaman"})
_CLAIMED_BY_ANYBODY = frozenset({"keahlian", "peringatan"})  # these make no offer less anonymous
_ENOUGH = 2  # assurances that an advert without any flag needs; a public body suffices alone
_ENOUGH_BESIDE_A_FLAG = 3  # and one with a single weak flag


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    The verdict and what it rests on.

    `flags` are the gravest first; `points` their weights together; `assurances` the names of what was found
    that official offers have. Assurances never outweigh a grave flag.
    """

    kind: VerdictKind
    flags: tuple[Flag, ...]
    points: int
    assurances: tuple[str, ...]


def judge(advert: Advert, vocabulary: Vocabulary, rules: FlagRules) -> Verdict:
    """
    Judge an advert.

    Args:
        advert: From `read_advert` with the same vocabulary.
        rules: From `parse_flags` with the same lexicon.

    Returns: Never raises; an empty text is "unclear".
    """
    finds = find_all(advert.words, rules)
    assurances = _assurances(advert, finds, rules)
    found: dict[str, Flag] = {}
    for flag in _flags(advert, finds, vocabulary, rules):
        found.setdefault(flag.id, flag)
    if not advert.companies and not finds.has("instansi"):
        vouched = set(assurances) - _CLAIMED_BY_ANYBODY
        bait = any(job.bait for job in jobs_of(advert, vocabulary))
        weight = 0 if vouched else rules.flags["tanpa_nama_pt"].weight + bait
        found["tanpa_nama_pt"] = Flag("tanpa_nama_pt", None, rules.flags["tanpa_nama_pt"].why, weight)
    flags = tuple(sorted(found.values(), key=lambda flag: (-flag.weight, FLAGS.index(flag.id))))
    points = sum(flag.weight for flag in flags)
    return Verdict(_kind(points, assurances), flags, points, assurances)


def _kind(points: int, assurances: tuple[str, ...]) -> VerdictKind:
    if points >= SURE:
        return "suspicious"
    if points == 0 and (len(assurances) >= _ENOUGH or "instansi" in assurances):
        return "ok"
    if points == 1 and len(assurances) >= _ENOUGH_BESIDE_A_FLAG:
        return "ok"
    return "unclear"


def _assurances(advert: Advert, finds: Finds, rules: FlagRules) -> tuple[str, ...]:
    found = [name for name in rules.assurances if finds.has(name)]
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
            yield Flag(name, quote_of(advert, places[0]), rule.why, rule.weight)
