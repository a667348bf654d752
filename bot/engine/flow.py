"""
What a conversation is made of: flows of nodes, read from YAML by `bot.authoring` and frozen.

A node says something, may act, may ask, and has exits. It waits when it asks; it queries when it needs to
look something up; otherwise the conversation walks on. `Flows` is all of them plus the words and the table
of what starts which flow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.engine.conditions import Condition
from bot.engine.effects import Change
from bot.engine.queries import Query
from bot.engine.wording import Wording

AskKind = Literal[
    "choice", "text", "number", "date", "phone", "receipt", "photo", "voice", "media", "location", "contact"
]
Way = Literal["go", "call", "switch", "end", "stay", "resume", "home"]


@dataclass(frozen=True, slots=True)
class Action:
    """A named effect with templates for its fields."""

    effect: type[Change] | type[Query]
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exit:
    """
    Where a step leads: `go` to a node here, `call` a flow and come back, `switch` to another flow in place
    of this one, `end` this flow, `stay` silently, `resume` at this flow's checkpoint, or `home`.
    """

    way: Way
    target: str = ""  # node or flow ("flow" or "flow/node"); may hold placeholders
    condition: Condition | None = None
    set: Mapping[str, str] = field(default_factory=dict)
    do: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One button; `typed` are further words that mean it, as people type them."""

    id: str
    label: str  # wording key
    exit: Exit
    typed: tuple[str, ...] = ()
    condition: Condition | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Writes into the answer `name` how many of some conditions hold: open items, right answers."""

    name: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """
    One choice for each word of a list answer; `{it}` stands for the word in label, typed, set and target.

    Attributes:
        typed: Wording key of further words that mean it, separated by "|"; "" for none.
        hidden: Can be typed but shows no button (a long list of countries).
        whole: Typed words count only when nothing else is said: "paspor" opens the page of that name,
            "paspor saya ditahan" does not.
    """

    of: str
    label: str
    exit: Exit
    typed: str = ""
    hidden: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    say: tuple[str, ...] = ()
    ask: frozenset[AskKind] = frozenset()
    save: str = ""
    retry: str = ""  # wording key, when an answer cannot be read
    choices: tuple[Choice, ...] = ()
    each: tuple[Each, ...] = ()
    tallies: tuple[Tally, ...] = ()  # counted when the node is entered, before it says anything
    do: tuple[Action, ...] = ()  # when the node is entered
    then: tuple[Action, ...] = ()  # when its answer has been read
    query: Action | None = None
    outcomes: Mapping[str, Exit] = field(default_factory=dict)
    exits: tuple[Exit, ...] = ()  # the first whose condition holds
    values: Mapping[str, str] = field(default_factory=dict)  # fixed values for its words
    title: str = ""  # wording key: what a way back to this node is called
    replace: bool = False
    sensitive: bool = False
    checkpoint: bool = False

    @property
    def waits(self) -> bool:
        return bool(self.ask)


@dataclass(frozen=True, slots=True)
class Flow:
    """
    Attributes:
        relays: What is typed in it goes to officers: an edited message is a revision there.
        alerted: Officers have been called or are talking: danger words go to them as they are and alert
            again, without the card before every line.
        bare: Its screens do not carry the choices that stand under every other screen.
    """

    id: str
    start: str
    nodes: Mapping[str, Node]
    title: str = ""
    relays: bool = False
    alerted: bool = False
    bare: bool = False

    def node(self, node_id: str) -> Node:
        return self.nodes[node_id]


@dataclass(frozen=True, slots=True)
class Triggers:
    """What starts which flow, as "flow" or "flow/node". Names after what happened."""

    commands: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)  # typed alone, anywhere: "keluar"
    notices: Mapping[str, str] = field(default_factory=dict)
    timers: Mapping[str, str] = field(default_factory=dict)
    danger: str = ""
    receipt: str = ""  # a receipt typed where nobody asked for one; it stands in the answer `typed`
    question: str = ""  # text that the present node cannot use
    media: str = ""
    contact: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Flows:
    flows: Mapping[str, Flow]
    wording: Wording
    triggers: Triggers
    home: str  # flow at the bottom of every stack
    always: tuple[Choice, ...] = ()  # under every screen: the emergency card is one tap away
    version: int = 0
    constants: Mapping[str, str] = field(default_factory=dict)  # values that every text may use

    def __getitem__(self, flow_id: str) -> Flow:
        return self.flows[flow_id]

    def place(self, target: str) -> tuple[str, str]:
        """Read "flow" or "flow/node" into both."""
        flow_id, _, node_id = target.partition("/")
        return flow_id, node_id or self.flows[flow_id].start
