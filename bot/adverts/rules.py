"""
The red flags as editors write them in `content/id/red_flags.yaml`.

Pure: the YAML comes in as plain mappings. Every flag has an id, what is said to the person, a weight, and
examples of both kinds that `bot/authoring` and the tests hold against `judge`. Start at `parse_flags`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rapidfuzz.process import extractOne

from bot.adverts.ear import Ear
from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.language.patterns import Pattern, by_anchor, parse_pattern, parse_words
from bot.language.taking import take_list, take_mapping, take_text, take_texts

FLAGS = (
    "visa_wisata",
    "biaya_dimuka",
    "tanpa_kontrak",
    "gaji_tidak_wajar",
    "tanpa_pengalaman",
    "paspor_ditahan",
    "negara_non_penempatan",
    "rekening_pribadi",
    "proses_cepat",
    "usia_dibawah_umur",
    "tanpa_nama_pt",
    "kontak_pribadi",
    "jalur_tikus",
    "dokumen_dipalsukan",
    "potong_gaji_besar",
    "hanya_perempuan_muda",
    "dilarang_lapor_keluarga",
    "tiket_gratis_langsung_berangkat",
)
ABSENCES = frozenset({"tanpa_kontrak", "tanpa_nama_pt"})
"""Flags that may note that something is missing, without a quote."""

WHYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gaji_tidak_wajar": ("high", "low", "ceiling"),
        "negara_non_penempatan": ("closed", "place", "household", "unsure"),
        "usia_dibawah_umur": ("under", "country"),
        "rekening_pribadi": ("named",),
    }
)
"""Further sentences of flags that are computed, with {placeholders}."""

SURE = 3  # a flag of this weight makes an advert suspicious by itself
_PARTS = {"id", "name", "why", "whys", "weight", "any", "unless", "examples", "counterexamples"}


@dataclass(frozen=True, slots=True)
class FlagRule:
    """
    One red flag.

    `patterns` find it; a find near one of `unless` is calm. `why` is the sentence for the person, `whys` are
    those of computed finds. `weight` is 0 to `SURE`.
    """

    id: str
    name: str
    why: str
    whys: Mapping[str, str]
    weight: int
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagRules:
    """
    All flags by id.

    `warns` mark a sentence that warns of fraud and so offers nothing. `marks` are named families of words
    that the computed flags ask for ("wanita", "kantor"); `assurances` those marks that official offers have.
    `ear` notices what no pattern foresaw, and `heard`, with {name}, says so; without one, patterns decide.
    """

    flags: Mapping[str, FlagRule]
    warns: tuple[Pattern, ...]
    marks: Mapping[str, tuple[Pattern, ...]]
    assurances: tuple[str, ...]
    negations: frozenset[str]
    fillers: frozenset[str]
    by_anchor: Mapping[str, tuple[tuple[str, Pattern], ...]] = field(repr=False)
    heard: str = ""
    ear: Ear | None = field(default=None, repr=False)


def parse_flags(data: Mapping[str, object], lexicon: Lexicon) -> FlagRules:
    """
    Build the rules from what red_flags.yaml holds.

    Args:
        data: `negation`, `fillers` (words), `groups` (name to words), `warns` (patterns), `marks` (name to
            patterns), `assurances` (names of marks), `heard` (text with {name}) and `flags` (list of
            mappings, see `FlagRule`).
        lexicon: The one that adverts will be read with.

    Raises: ContentError naming the flag and word at fault.
    """
    groups = {
        name: parse_words(take_text(words, name), lexicon)
        for name, words in take_mapping(data, "groups").items()
    }
    flags: dict[str, FlagRule] = {}
    for raw in take_list(data.get("flags"), "flags"):
        flag = _parse_flag(raw, groups, lexicon)
        if flag.id in flags:
            raise ContentError(f'tanda "{flag.id}" ditulis dua kali')
        flags[flag.id] = flag
    missing = [name for name in FLAGS if name not in flags]
    if missing:
        raise ContentError(f'tanda "{missing[0]}" belum ada')
    marks = {name: _patterns(raw, name, groups, lexicon) for name, raw in take_mapping(data, "marks").items()}
    assurances = tuple(take_texts(data.get("assurances", []), "assurances"))
    for name in assurances:
        if name not in marks:
            raise ContentError(f'"assurances" menyebut "{name}", yang tidak ada di "marks"')
    warns = _patterns(data.get("warns", []), "warns", groups, lexicon)
    owned: list[tuple[str, Pattern]] = [("!warns", pattern) for pattern in warns]
    for flag in flags.values():
        owned.extend((flag.id, pattern) for pattern in flag.patterns)
        owned.extend((f"{flag.id}!unless", pattern) for pattern in flag.unless)
    owned.extend((f"{name}!mark", pattern) for name, patterns in marks.items() for pattern in patterns)
    return FlagRules(
        flags=MappingProxyType(flags),
        warns=warns,
        marks=MappingProxyType(marks),
        assurances=assurances,
        negations=parse_words(take_text(data.get("negation", ""), "negation"), lexicon),
        fillers=parse_words(take_text(data.get("fillers", ""), "fillers"), lexicon),
        by_anchor=MappingProxyType(by_anchor(owned)),
        heard=take_text(data.get("heard", ""), "heard"),
    )


def _parse_flag(raw: object, groups: Mapping[str, frozenset[str]], lexicon: Lexicon) -> FlagRule:
    if not isinstance(raw, Mapping) or raw.get("id") not in FLAGS:
        named = str(raw.get("id") if isinstance(raw, Mapping) else raw)[:60]
        nearest = extractOne(named, FLAGS)
        raise ContentError(f'"{named}" bukan tanda yang dikenal; mungkin maksudnya {nearest[0]}')
    name = str(raw["id"])
    unknown = sorted(set(raw) - _PARTS)
    if unknown:
        raise ContentError(f'tanda "{name}": bagian "{unknown[0]}" tidak dikenal')
    weight = raw.get("weight")
    if not isinstance(weight, int) or isinstance(weight, bool) or not 0 <= weight <= SURE:
        raise ContentError(f'tanda "{name}": "weight" harus angka 0 sampai {SURE}')
    whys = raw.get("whys") or {}
    if not isinstance(whys, Mapping) or set(whys) != set(WHYS.get(name, ())):
        needed = ", ".join(WHYS.get(name, ())) or "tidak ada"
        raise ContentError(f'tanda "{name}": isi "whys" harus tepat ini: {needed}')
    why = take_text(raw.get("why"), name)
    if not why.strip():
        raise ContentError(f'tanda "{name}": "why" masih kosong')
    return FlagRule(
        id=name,
        name=take_text(raw.get("name"), name),
        why=why,
        whys=MappingProxyType({key: take_text(text, name) for key, text in whys.items()}),
        weight=weight,
        patterns=_patterns(raw.get("any", []), name, groups, lexicon),
        unless=_patterns(raw.get("unless", []), name, groups, lexicon),
        examples=tuple(take_texts(raw.get("examples", []), name)),
        counterexamples=tuple(take_texts(raw.get("counterexamples", []), name)),
    )


def _patterns(
    raw: object, where: str, groups: Mapping[str, frozenset[str]], lexicon: Lexicon
) -> tuple[Pattern, ...]:
    return tuple(parse_pattern(text, groups, lexicon) for text in take_texts(raw, where))
