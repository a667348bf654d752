"""Turn what was measured into figures and words. Ratios are taken within a round, then their median."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from bench.capacity import Measured
from bench.crowd import SHAPES
from bench.feel import TELEGRAM_MS, Feeling

OURS = "langkah-aman"
AIM_MS = 60.0
AIMS = {"python-telegram-bot": 2.0, "aiogram": 1.7}

Figures = dict[str, Any]


def say(text: str) -> None:
    """One line or more for whoever started the benchmark."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def feel_figures(feeling: Feeling) -> Figures:
    waits = feeling.waits_ms
    return {
        "seconds": feeling.seconds,
        "updates": feeling.updates,
        "unanswered": feeling.unanswered,
        "p50_ms": _share(waits, 0.5),
        "p99_ms": _share(waits, 0.99),
        "most_ms": max(waits),
        "telegram_ms": TELEGRAM_MS,
        "broadcasts_sent": feeling.news,
        "broadcasts_left": feeling.news_left,
        "refused_by_telegram": feeling.refused_by_telegram,
    }


def feel_text(found: Figures) -> str:
    above = found["p99_ms"] - found["telegram_ms"]
    return (
        f"  {found['updates']} messages in {found['seconds']:.0f} s, {found['unanswered']} unanswered; "
        f"{found['broadcasts_sent']} broadcasts went out meanwhile, {found['broadcasts_left']} still waited; "
        f"429 from Telegram: {found['refused_by_telegram']}\n"
        f"  p50 {found['p50_ms']:.0f} ms, p99 {found['p99_ms']:.0f} ms, most {found['most_ms']:.0f} ms, "
        f"Telegram's own {found['telegram_ms']:.0f} ms included\n"
        f"  p99 above Telegram's own: {above:.0f} ms; {_verdict(above <= AIM_MS)} (aim: {AIM_MS:.0f} ms)"
    )


def capacity_figures(measured: Sequence[Measured]) -> Figures:
    """By shape, then by bot: medians over the rounds, and ours against each rival."""
    bots = list(dict.fromkeys(each.bot for each in measured))
    found: Figures = {}
    for shape in SHAPES:
        runs = {
            bot: [each for each in measured if each.bot == bot and each.run.shape == shape] for bot in bots
        }
        found[shape] = {bot: _of_bot(runs[bot]) for bot in bots}
        for rival in bots:
            if rival != OURS:
                found[shape][rival] |= {
                    "ours_times_as_many": _ratio(runs[OURS], runs[rival], _per_s),
                    "ours_times_less_cpu": 1 / _ratio(runs[OURS], runs[rival], _cpu_s),
                }
    return found


def _of_bot(runs: Sequence[Measured]) -> Figures:
    waits = [wait * 1000 for each in runs for wait in each.run.waits_s]
    people = sum(each.run.people for each in runs)
    return {
        "updates_per_s": median(map(_per_s, runs)),
        "updates_per_s_each": [round(_per_s(each)) for each in runs],
        "cpu_s_per_1000": median(map(_cpu_s, runs)),
        "store_cpu_s_per_1000": median(1000 * each.store_cpu_s / each.run.updates for each in runs),
        "right_share": sum(each.run.right for each in runs) / people,
        "chats": people,
        "p50_ms": _share(waits, 0.5) if waits else None,
        "p99_ms": _share(waits, 0.99) if waits else None,
    }


def capacity_table(found: Figures) -> str:
    head = f"  {'':9}{'':20}{'updates/s':>10}{'CPU s/1000':>12}{'+ store':>9}{'right':>8}{'p50/p99 ms':>13}"
    lines = ["", "Medians over the rounds; in brackets ours against it, median of the rounds' ratios", head]
    for shape, bots in found.items():
        for bot, figures in bots.items():
            waits = f"{figures['p50_ms']:.0f} / {figures['p99_ms']:.0f}" if figures["p50_ms"] else ""
            against = "" if bot == OURS else f"  [{_against(figures)}]"
            lines.append(
                f"  {shape:9}{bot:20}{figures['updates_per_s']:10.0f}{figures['cpu_s_per_1000']:12.2f}"
                f"{figures['store_cpu_s_per_1000']:9.2f}{figures['right_share']:8.1%}{waits:>13}{against}"
            )
    for rival, aim in AIMS.items():
        ratio = found["normal"][rival]["ours_times_as_many"]
        lines.append(f"  {ratio:.2f} times {rival}; {_verdict(ratio >= aim)} (aim: {aim})")
    right = min(bots[OURS]["right_share"] for bots in found.values())
    lines.append(
        f"  our chats exactly right in the worst shape: {right:.2%}; {_verdict(right == 1)} (aim: all)"
    )
    return "\n".join(lines)


def _against(figures: Figures) -> str:
    return f"{figures['ours_times_as_many']:.2f}x, CPU {figures['ours_times_less_cpu']:.2f}x"


def _ratio(ours: Sequence[Measured], rival: Sequence[Measured], of: Callable[[Measured], float]) -> float:
    return median(of(one) / of(other) for one, other in zip(ours, rival, strict=True))


def _per_s(each: Measured) -> float:
    return each.run.updates / each.run.seconds


def _cpu_s(each: Measured) -> float:
    return 1000 * each.bot_cpu_s / each.run.updates


def _share(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _verdict(met: bool) -> str:  # a truth to be put into words
    return "met" if met else "MISSED"
