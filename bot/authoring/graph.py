"""Where the nodes of all flows lead: the map that checks of flows walk on. Start at `steps_from`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.authoring.flows import WrittenFlow
from bot.authoring.patterns import fitting
from bot.engine.flow import Exit, Node
from bot.engine.wording import fill

Spot = tuple[str, str]  # flow id, node id


def exits_of(node: Node) -> Iterator[Exit]:
    """All ways out of a node, whatever has to happen for them."""
    yield from (choice.exit for choice in node.choices)
    for each in node.each:
        if each.of in node.values and each.exit.target:  # a fixed list: each of its words leads somewhere
            for word in node.values[each.of].split():
                yield replace(each.exit, target=fill(each.exit.target, {"it": word}, escape=False))
        else:
            yield each.exit
    yield from node.outcomes.values()
    yield from node.exits


def steps_from(flow: str, node: Node, flows: Mapping[str, WrittenFlow]) -> Iterator[Spot]:
    """The nodes that a node can lead to; places that are not there are left out."""
    nodes = flows[flow].flow.nodes
    for way in exits_of(node):
        if way.way == "go":
            yield from ((flow, name) for name in fitting(way.target, nodes))
        elif way.way == "resume":
            yield from ((flow, name) for name, other in nodes.items() if other.checkpoint)
        elif way.way in ("call", "switch"):
            yield from spots(way.target, flows)


def spots(target: str, flows: Mapping[str, WrittenFlow]) -> Iterator[Spot]:
    """What "flow" or "flow/node" stands for; it may hold placeholders."""
    flow, _, node = target.partition("/")
    for flow_id in fitting(flow, flows):
        there = flows[flow_id].flow
        yield from ((flow_id, name) for name in fitting(node or there.start, there.nodes))
