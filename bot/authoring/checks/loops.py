"""Steps that lead to each other for ever without waiting for the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.graph import Spot, steps_from
from bot.authoring.problem import Problem


def check_loops(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """One problem a loop, at the first of its steps that is found."""
    done: set[Spot] = set()
    for flow_id, written in draft.flows.items():
        for name in written.flow.nodes:
            loop = _find_loop(draft, (flow_id, name), done)
            if loop:
                shown = " → ".join(node for _, node in (*loop, loop[0]))
                flow, node = loop[0]
                place = draft.flows[flow].value.at("nodes").key_place(node)
                hint = "Buat salah satu langkahnya bertanya, atau beri jalan keluar lain."
                yield Problem.at(place, f"langkah-langkah ini berputar tanpa pernah menunggu: {shown}.", hint)


def _find_loop(draft: Draft, start: Spot, done: set[Spot]) -> list[Spot]:
    """Follow steps that do not wait, deepest first; a step met again on its own path closes a loop."""
    path: list[tuple[Spot, Iterator[Spot]]] = []

    def enter(spot: Spot) -> None:
        node = draft.flows[spot[0]].flow.nodes[spot[1]]
        path.append((spot, iter(()) if node.waits else steps_from(spot[0], node, draft.flows)))

    if start in done:
        return []
    enter(start)
    while path:
        spot, onward = path[-1]
        following = next(onward, None)
        on_path = [earlier for earlier, _ in path]
        if following is None:
            path.pop()
            done.add(spot)
        elif following in on_path:
            done.update(on_path)
            return on_path[on_path.index(following) :]
        elif following not in done:
            enter(following)
    return []
