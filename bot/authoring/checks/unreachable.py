"""Steps and flows that no conversation can ever reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import HOME, Draft
from bot.authoring.graph import Spot, spots, steps_from
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value

MADE_OF = {"checklist": "daftar cek", "shelf": "rak", "quiz": "kuis"}  # what compiled flows are made of
IN_LIBRARY = {"shelf": "shelves", "quiz": "quizzes"}


def check_unreachable(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Walks from the home flow and from every trigger."""
    if not draft.flows:
        return
    reached = _reached(draft)
    for flow_id, written in draft.flows.items():
        nodes = written.flow.nodes
        if nodes and not any((flow_id, name) in reached for name in nodes):
            yield _never_begun(flow_id, written.value)
            continue
        for name in nodes:
            if (flow_id, name) not in reached and name in written.value.at("nodes").mapping:
                place = written.value.at("nodes").key_place(name)
                hint = "Hapus langkah ini, atau buat jalan ke sini."
                yield Problem.at(place, f'langkah "{name}" tidak pernah dicapai.', hint)


def _never_begun(flow_id: str, value: Value) -> Problem:
    key = next((name for name in MADE_OF if name in value.mapping), "flow")
    what = f'{MADE_OF[key]} "{value.at(key).text}"' if key in MADE_OF else f'percakapan "{flow_id}"'
    hint = 'Beri "triggers:", atau panggil dari percakapan lain dengan "call:".'
    if key in IN_LIBRARY:
        hint = f'Tambahkan namanya ke "{IN_LIBRARY[key]}" di flows/library.yaml.'
    return Problem.at(value.key_place(key), f"{what} tidak pernah dimulai dari mana pun.", hint)


def _reached(draft: Draft) -> set[Spot]:
    waiting: list[Spot] = list(spots(HOME, draft.flows))
    for written in draft.flows.values():
        for trigger in written.triggers:
            waiting.extend(spots(trigger.target, draft.flows))
        for choice in written.always:
            waiting.extend(spots(choice.exit.target, draft.flows))
    reached: set[Spot] = set()
    while waiting:
        spot = waiting.pop()
        if spot not in reached:
            reached.add(spot)
            waiting.extend(steps_from(spot[0], draft.flows[spot[0]].flow.nodes[spot[1]], draft.flows))
    return reached
