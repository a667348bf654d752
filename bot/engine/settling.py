"""Where a conversation begins, and how a stored one fits today's flows."""

from __future__ import annotations

from dataclasses import replace

from bot.engine.flow import Flows
from bot.engine.session import Frame, Session


def begin(flows: Flows) -> Session:
    """A session for somebody who has never been here, before their first event."""
    return Session(stack=(Frame(flows.home, flows[flows.home].start),), content=flows.version)


def settle_in(flows: Flows, session: Session) -> tuple[Session, bool]:
    """
    Fit a stored session to today's flows, losing no answer.

    Returns: The session, and whether its place was gone: it then stands at the flow's checkpoint, else at
    its start, else at home.
    """
    moved = False
    stack: list[Frame] = []
    for frame in session.stack:
        flow = flows.flows.get(frame.flow)
        if flow is None:
            moved = True
        elif frame.node in flow.nodes:
            stack.append(frame)
        else:
            moved = True
            mark = session.checkpoints.get(flow.id, "")
            stack.append(Frame(flow.id, mark if mark in flow.nodes else flow.start))
    if not stack or stack[0].flow != flows.home:
        stack.insert(0, Frame(flows.home, flows[flows.home].start))
    marks = {
        name: mark
        for name, mark in session.checkpoints.items()
        if name in flows.flows and mark in flows[name].nodes  # a mark that is gone would be resumed for ever
    }
    return replace(session, stack=tuple(stack), checkpoints=marks, content=flows.version), moved
