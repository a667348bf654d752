"""Red flags are seen and quoted, official offers are left in peace, and the figures hold."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.adverts.judge import judge
from bot.adverts.known import Adverts
from bot.adverts.read import read_advert
from bot.adverts.rules import ABSENCES, FLAGS, FlagRules
from tests.adverts.conftest import Judge

ROWS, OTHERS = (
    [json.loads(line) for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]
    for name in ("adverts.jsonl", "unseen.jsonl")
)
UNSCORED = "tanpa_nama_pt"  # whether an advert names a company is clear; whether that is a flag, less so
BUDGET_S = 0.25  # five times the aim of 50 ms, for a machine that does other things too


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates over all labelled adverts."""

    noticed: float
    suspicious_called_ok: float
    ok_called_suspicious: float
    flags_f1: float


@pytest.fixture(scope="module", params=[ROWS, OTHERS], ids=["own", "others"])
def figures(judged: Judge, request: pytest.FixtureRequest) -> Figures:
    kinds: dict[str, list[str]] = {"suspicious": [], "unclear": [], "ok": []}
    hits = misses = extras = 0
    for row in request.param:
        verdict = judged(row["text"])
        kinds[row["label"]].append(verdict.kind)
        wanted, seen = set(row["flags"]) - {UNSCORED}, {flag.id for flag in verdict.flags} - {UNSCORED}
        hits, misses, extras = (
            hits + len(wanted & seen),
            misses + len(wanted - seen),
            extras + len(seen - wanted),
        )
    bad, good = kinds["suspicious"], kinds["ok"]
    return Figures(
        noticed=bad.count("suspicious") / len(bad),
        suspicious_called_ok=bad.count("ok") / len(bad),
        ok_called_suspicious=good.count("suspicious") / len(good),
        flags_f1=2 * hits / (2 * hits + misses + extras),
    )


def test_suspicious_adverts_are_noticed(figures: Figures) -> None:
    """At least 98 in 100, and none is called ok."""
    assert figures.noticed >= 0.98
    assert figures.suspicious_called_ok == 0


def test_official_adverts_are_left_in_peace(figures: Figures) -> None:
    """At most 3 in 100 are called suspicious."""
    assert figures.ok_called_suspicious <= 0.03


def test_flags_agree_with_people(figures: Figures) -> None:
    """Above what two people agree on."""
    assert figures.flags_f1 >= 0.88


@pytest.mark.parametrize("rows", [ROWS, OTHERS], ids=["own", "others"])
def test_every_quote_stands_in_the_advert(judged: Judge, rows: list[dict[str, str]]) -> None:
    """Every flag has its very words and a reason; only the absences may go without words."""
    for row in rows:
        for flag in judged(row["text"]).flags:
            assert flag.why
            if flag.quote is None:
                assert flag.id in ABSENCES
            else:
                assert flag.quote.text
                assert row["text"][flag.quote.start : flag.quote.end] == flag.quote.text


@pytest.mark.parametrize("name", FLAGS)
def test_every_flag_does_what_its_examples_say(judged: Judge, rules: FlagRules, name: str) -> None:
    """Examples are flagged, counter-examples are not, and there are enough of both."""
    rule = rules.flags[name]

    assert len(rule.examples) >= 3
    assert len(rule.counterexamples) >= 3
    assert [text for text in rule.examples if name not in _flags(judged, text)] == []
    assert [text for text in rule.counterexamples if name in _flags(judged, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "berkasmu kita simpankan di lemari bos ya dek, duduk manis nunggu kabar",
        "dek nanti di sana ngikut aja apa kata mami, tamunya baik baik kok",
    ],
)
def test_what_no_rule_foresaw_is_heard_and_quoted(
    judged: Judge, known: Adverts, rules: FlagRules, text: str
) -> None:
    """An offer that only sounds like bad ones is noticed, by its words and without certainty."""
    silent = replace(rules, ear=None)
    ruled = judge(read_advert(text, known.vocabulary), known.vocabulary, silent)

    heard = [flag for flag in judged(text).flags if flag not in ruled.flags]

    assert ruled.kind != "suspicious"
    assert judged(text).kind == "suspicious"
    assert len(heard) == 1
    assert heard[0].quote is not None
    assert "mirip" in heard[0].why


PROFESSIONAL = tuple((Path(__file__).parent / "professional.txt").read_text("utf-8").split("\n---\n"))
BAD, HARMLESS = (
    (Path(__file__).parent / name).read_text("utf-8").splitlines()
    for name in ("bad_lines.txt", "calm_lines.txt")
)


def test_one_bad_sentence_is_not_drowned(judged: Judge) -> None:
    """At most 5 in 100 sentences, written after the content, leave a professional advert "ok"."""
    kinds = [judged(frame.format(line)).kind for frame in PROFESSIONAL for line in BAD]

    assert [judged(frame.format("")).kind for frame in PROFESSIONAL] == ["ok", "ok", "ok"]
    assert kinds.count("ok") <= 0.05 * len(kinds)


def test_harmless_sentences_leave_it_ok(judged: Judge) -> None:
    """At most 3 in 100 make it suspicious, and most leave it as it is."""
    kinds = [judged(frame.format(line)).kind for frame in PROFESSIONAL for line in HARMLESS]

    assert kinds.count("suspicious") <= 0.03 * len(kinds)
    assert kinds.count("ok") >= 0.75 * len(kinds)


def test_official_adverts_are_mostly_ok(judged: Judge) -> None:
    """Hearing every sentence by itself leaves seven of ten without a question."""
    kinds = [judged(row["text"]).kind for row in (*ROWS, *OTHERS) if row["label"] == "ok"]

    assert kinds.count("ok") >= 0.7 * len(kinds)


@pytest.mark.parametrize(
    "text",
    [
        "Disnaker: peserta membawa ijazah asli dan STR; dokumen dikembalikan hari itu juga.",
        "Pabrik Taiwan NT$ 29.500, potongan asrama NT$ 2.500/bulan tercantum di kontrak, PT Karya Sentosa",
        "WHV adalah visa liburan kerja resmi pemerintah, daftar SDUWHV di laman imigrasi",
        "Peserta membawa paspor asli ke kantor untuk stempel visa, dikembalikan saat pembekalan",
        "Gaji ditransfer ke rekening atas nama pekerja sendiri",
        "Upah tidak dipotong biaya penempatan",
    ],
)
def test_what_official_adverts_say_is_no_flag(judged: Judge, text: str) -> None:
    """Words of a red flag in a sentence that is none."""
    assert {flag.id for flag in judged(text).flags if flag.weight > 1} == set()


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: "".join(chr(ord(x) + 0x1D3B9) if "a" <= x <= "z" else x for x in text.lower()),
        lambda text: "".join(chr(ord(x) + 0xFEE0) if "!" <= x <= "~" else x for x in text),
        lambda text: text.translate(
            str.maketrans("aeopcxyi", "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456")
        ),
        lambda text: "".join(x + "\ufe0f\u20e3" if x.isdecimal() else x for x in text),
        "\u200b".join,
    ],
    ids=["bold", "wide", "cyrillic", "keys", "zero-width"],
)
def test_a_disguise_changes_nothing(judged: Judge, disguise: Callable[[str], str]) -> None:
    """Fancy letters are judged as what people see in them, and quoted as typed."""
    for row in OTHERS[::4]:
        text = row["text"]
        plain, fancy = judged(text), judged(disguise(text))

        assert {flag.id for flag in fancy.flags} == {flag.id for flag in plain.flags}
        for flag in fancy.flags:
            assert flag.quote is None or flag.quote.text in disguise(text)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Lowongan Taiwan, NT$ 29.500", False),
        ("Lowongan Singapura, S$1,800", False),
        ("Lowongan Taiwan, gaji NT$ 120.000", True),
        ("Pabrik Taiwan, NT$ seratus dua puluh ribu", True),
        ("Pabrik Taiwan, gaji 6O jt", True),
        ("Pabrik Taiwan, gaji enam puluh juta", True),
    ],
)
def test_a_wage_without_a_job_is_beside_all_jobs(judged: Judge, text: str, flagged: bool) -> None:
    """Fair for some work of the country is fair; and absurd wages are absurd in words, too."""
    assert ("gaji_tidak_wajar" in _flags(judged, text)) == flagged


def test_a_company_name_is_no_find(judged: Judge) -> None:
    """ "PT Bangun Seberang" crosses no sea."""
    assert "jalur_tikus" not in _flags(judged, "Malaysia konstruksi, PT Trisakti Bangun Seberang")


def test_a_figure_of_the_sentence_before_hides_nothing(judged: Judge) -> None:
    """All parts of a sign are looked for in one sentence, however near another figure stands."""
    text = "Kantor Jl. Merdeka 200\nPeserta wajib melunasi biaya LOI dan dokumen Rp 14.000.000"

    assert "biaya_dimuka" in _flags(judged, text)


def test_an_address_is_an_office_and_a_way_is_none(judged: Judge) -> None:
    """A mobile number alone is private; beside a street it is not, unless the street is a way through."""
    assert "kontak_pribadi" not in _flags(judged, "Job Taiwan, Jl. Veteran 8 Malang, 081234567890")
    assert "kontak_pribadi" in _flags(judged, "Job Taiwan lewat jalan belakang, 081234567890")


def test_a_place_is_explained_and_a_country_not_repeated(judged: Judge) -> None:
    """Whoever writes "Kamboja" knows where it is; "Sihanoukville" is said to be there."""
    named = {flag.id: flag.why for flag in judged("Admin di Kamboja").flags}
    placed = {flag.id: flag.why for flag in judged("Admin di Sihanoukville").flags}

    assert "Kamboja" not in named["negara_non_penempatan"]
    assert "Kamboja" in placed["negara_non_penempatan"]


def test_a_plausible_wage_never_reassures(judged: Judge) -> None:
    """The same bad offer with a usual wage stays as bad."""
    offer = "Pabrik Taiwan, DP 10 juta transfer ke rekening bu Yuli"

    assert judged(offer + ", gaji NT$29.500").points == judged(offer).points


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("PRT Malaysia gaji RM4500", "Jauh di atas"),
        ("PRT Malaysia gaji RM900", "Di bawah batas"),
        ("Admin online luar negeri gaji 20jt tanpa skill", "Polri"),
        ("Kilang Malaysia gaji 25 juta", "RM1.700"),
    ],
)
def test_wages_are_looked_at_in_both_directions(judged: Judge, text: str, word: str) -> None:
    """Far above the usual, below the lawful, above any ceiling: each with its own reason."""
    reasons = {flag.id: flag.why for flag in judged(text).flags}

    assert word in reasons["gaji_tidak_wajar"]


def test_an_unsure_closure_says_so(judged: Judge) -> None:
    """Where the ban is only presumed, the reason says "diduga"."""
    sure = {flag.id: flag.why for flag in judged("PRT ke Arab Saudi").flags}
    unsure = {flag.id: flag.why for flag in judged("PRT ke Qatar").flags}

    assert "ditutup" in sure["negara_non_penempatan"]
    assert "diduga" not in sure["negara_non_penempatan"]
    assert "diduga ditutup" in unsure["negara_non_penempatan"]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("PT Karya Sentosa: usia 16-30", "usia_dibawah_umur"),
        ("PRT Hong Kong usia 20-30, PT Karya Sentosa", "usia_dibawah_umur"),
    ],
)
def test_ages_below_the_line_are_seen(judged: Judge, text: str, flag: str) -> None:
    """Eighteen everywhere, and more where a country asks for it."""
    assert flag in _flags(judged, text)


def test_a_warning_is_no_offer(judged: Judge) -> None:
    """Who warns of DP, visa turis and Kamboja offers nothing."""
    verdict = judged("Waspada tawaran kerja Kamboja pakai visa turis yang minta DP! Lapor BP3MI.")

    assert _flags(judged, "Waspada tawaran kerja Kamboja pakai visa turis yang minta DP!") <= {UNSCORED}
    assert verdict.kind != "suspicious"


def test_no_reason_calls_anything_safe(rules: FlagRules) -> None:
    """The words "aman", "pasti" and "dijamin" are never said."""
    said = [text for rule in rules.flags.values() for text in (rule.why, *rule.whys.values())]

    assert not any(word in text.casefold().split() for text in said for word in ("aman", "pasti", "dijamin"))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "halo", "🔥🔥🔥", "وظيفة في الخليج", "\ud800", "0" * 500])
def test_nothing_to_judge_is_unclear(judged: Judge, text: str) -> None:
    """Empty, foreign or broken text is neither good nor bad."""
    assert judged(text).kind == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(row["text"] for row in ROWS)[:20_000],
        "0812-" * 4000,
        "12 " * 6666,
        "PT Aa " * 3333,
        "usia min 2 " * 1800,
        "a" * 20_000,
        " " * 20_000,
        "gaji 15jt " * 2000,
        "08x " * 5000,
        "biaya dp visa turis paspor ditahan " * 570,
    ],
    ids=["adverts", "dashes", "numbers", "forms", "ages", "letters", "spaces", "wages", "masked", "flags"],
)
def test_a_long_advert_does_not_hold_up_the_chat(judged: Judge, text: str) -> None:
    """20,000 letters, also hostile ones, are read and judged within the budget of processor time."""
    spent = []

    for _ in range(3):
        began = time.process_time()
        judged(text)
        spent.append(time.process_time() - began)

    assert min(spent) < BUDGET_S


def _flags(judged: Judge, text: str) -> set[str]:
    return {flag.id for flag in judged(text).flags}
