"""Every result that a query can have must lead somewhere, and every result named must be one it can have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem, did_you_mean
from bot.engine.queries import OUTCOMES, QUERIES

NAMES = {kind: name for name, kind in QUERIES.items()}


def check_outcomes(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """A result without a way would leave the person without an answer."""
    for written in draft.flows.values():
        for node in written.flow.nodes.values():
            if node.query is None or not node.outcomes:
                continue
            name = NAMES[node.query.effect]  # type: ignore[index]  # the loader puts only queries there
            ways = written.node_value(node.id).at("on")
            missing = [each for each in OUTCOMES[name] if each not in node.outcomes]
            if missing:
                message = f'langkah "{node.id}" tidak punya jalan untuk hasil {", ".join(missing)}.'
                yield Problem.at(ways.place, message, 'Tambahkan di "on:".')
            for each in node.outcomes:
                if each not in OUTCOMES[name]:
                    message = f'"{each}" bukan hasil dari {name}.'
                    yield Problem.at(ways.key_place(each), message, did_you_mean(each, OUTCOMES[name]))
