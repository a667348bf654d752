"""
How fast a company is found among 1,000, 100,000 and 1,000,000 names: ours beside rapidfuzz in the same run.

One core, made-up names (`bench/company_names.py`). `process.extractOne` with `WRatio` looks at every name
for every question, so it is asked fewer of them. Run with `make bench-register`.
"""

from __future__ import annotations

import json
import os
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import numpy as np
from rapidfuzz import fuzz, process

from bench.company_names import KINDS, company_names, questions
from bench.processes import ROOT
from bench.report import say
from bot.recruiters.packed import PackedRows, row_line
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.verdict import check

SIZES = {1_000: 0.5, 100_000: 2.0, 1_000_000: 10.0}
"""Names, and the milliseconds within which half of all questions must be answered."""
ASKED = 2_000
ASKED_RIVAL_S = 20.0  # at most, and at least eight questions
TODAY = date(2026, 11, 1)
RESULTS = ROOT / "build" / "bench-register.json"


def main() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    say(f"{'names':>9} {'method':<22} {'p50 ms':>8} {'p99 ms':>8} {'asked':>6}  aim")
    results = {}
    for size, aim in SIZES.items():
        results[size] = _measure(size, aim)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2), encoding="utf-8")


def _measure(size: int, aim: float) -> dict[str, object]:
    names = company_names(size)
    before = _megabytes()
    began = time.perf_counter()
    register = registered(names)
    built = time.perf_counter() - began
    grown = _megabytes() - before
    asked = list(questions(names, ASKED))
    ours, by_kind = _ours(register, asked)
    theirs = list(_rival(names, [text for _, text, _ in asked]))
    for method, ms, goal in (("langkah-aman", ours, f"{aim} ms"), ("rapidfuzz extractOne", theirs, "")):
        p50, p99 = np.percentile(ms, [50, 99])
        verdict = goal and f"{goal}: {'kept' if p50 <= aim else 'MISSED'}"
        say(f"{size:>9,} {method:<22} {p50:8.3f} {p99:8.3f} {len(ms):>6}  {verdict}")
    slowest = {kind: round(float(np.median(ms)), 3) for kind, ms in by_kind.items()}
    index_mb = _index_megabytes(register)
    say(f"          built in {built:.1f} s, {grown:.0f} MB more, of it {index_mb:.0f} MB index")
    say(f"          p50 by kind: {slowest}")
    return {
        "p50_ms": float(np.median(ours)),
        "p99_ms": float(np.percentile(ours, 99)),
        "rapidfuzz_p50_ms": float(np.median(theirs)),
        "by_kind_ms": slowest,
        "built_s": built,
        "memory_mb": grown,
    }


def registered(names: Sequence[str]) -> Register:
    """A register as an import keeps it: rows as lines of a file, names in an index."""
    lines = [row_line(Recruiter(name, "aktif", Standing.LISTED, "contoh", TODAY)) for name in names]
    starts = np.concatenate(([0], np.cumsum([len(line) for line in lines]))).astype(np.uint64)
    rows = PackedRows(b"".join(lines), starts)
    del lines
    return build_register(rows, complete=True, as_of=TODAY, source="contoh")


def _ours(
    register: Register, asked: list[tuple[str, str, str]]
) -> tuple[list[float], dict[str, list[float]]]:
    by_kind: dict[str, list[float]] = defaultdict(list)
    check(register, "pt pemanasan sekali", TODAY)
    for kind, text, _ in asked:
        by_kind[kind].append(_timed(lambda text=text: check(register, text, TODAY)))
    return [ms for kind in KINDS for ms in by_kind[kind]], by_kind


def _rival(names: list[str], texts: list[str]) -> Iterator[float]:
    spent = 0.0
    for number, text in enumerate(texts):
        if spent > ASKED_RIVAL_S * 1000 and number >= 8:
            return
        spent += (ms := _timed(lambda text=text: process.extractOne(text, names, scorer=fuzz.WRatio)))
        yield ms


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _index_megabytes(register: Register) -> float:
    index = register.index
    arrays = (index.starts, index.word_numbers, index.rows, index.forms, index.former, index.holder_starts)
    hashed = (index.by_joined, index.by_alias, index.by_slip, register.by_number)
    size = sum(each.nbytes for each in (*arrays, index.holders, index.weights, index.totals))
    return (size + sum(each.keys.nbytes + each.numbers.nbytes for each in hashed)) / 1e6


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
