"""
Turn a checklist into a flow `checklist-<id>`, so that the engine knows nothing of checklists.

    start ─▶ intro ─▶ item 1 ─▶ … ─▶ item n ─▶ count ─▶ ready | left
      └▶ again (when it was begun before)         an item: [sudah] [belum] [tidak tahu] [why] [how]

Each answer is kept as `c.<id>.<item>`; `c.<id>.review` is there while only open items are gone through,
`c.<id>.done` once the end was reached. Start at `compile_checklist`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.authoring.buttons import CHOICE, Buttons, progress
from bot.authoring.checklists import ANSWERS, Checklist, Item
from bot.engine.conditions import All, Has, Is, Not
from bot.engine.flow import Choice, Exit, Flow, Node, Tally

PREFIX = "checklist-"
CHOICE_IDS = {"sudah": "yes", "belum": "no", "tidak_tahu": "unknown"}
HELP_WAYS = {
    "report": Exit("call", "report"),
    "check": Exit("call", "recruiter"),
    "emergency": Exit("call", "emergency"),
    "ask_officer": Exit("call", "report"),
}
SHOW_ENTRY = "faq/picked"  # flow and node that show the entry whose id is in the answer `entry`


def flow_id(checklist: str) -> str:
    return PREFIX + checklist


def compile_checklist(checklist: Checklist, wording: Mapping[str, str]) -> tuple[Flow, dict[str, str]]:
    """
    Make the flow of a checklist.

    Args:
        checklist: As read.
        wording: Generic words by key (`checklist.…`), for the words that mean a choice.

    Returns: The flow, and the words of this checklist by key.
    """
    compiling = _Compiling(checklist, Buttons("checklist", wording))
    nodes = {node.id: node for node in compiling.nodes()}
    flow = Flow(flow_id(checklist.id), "start", nodes, f"checklist.{checklist.id}.title")
    return flow, compiling.words()


@dataclass(frozen=True, slots=True)
class _Compiling:
    checklist: Checklist
    buttons: Buttons

    # --- names ------------------------------------------------------------------------------------

    def answer(self, name: str) -> str:
        return f"c.{self.checklist.id}.{name}"

    @property
    def counter(self) -> str:
        """The number of the present step, in an answer that words can name (no hyphens)."""
        return f"c.{self.checklist.id.replace('-', '_')}.n"

    def key(self, name: str) -> str:
        return f"checklist.{self.checklist.id}.{name}"

    def words(self) -> dict[str, str]:
        checklist = self.checklist
        resume = self.buttons.wording.get("checklist.button.resume", "").replace("{n}", f"{{{self.counter}}}")
        found = {
            self.key("title"): checklist.title,
            self.key("intro"): checklist.intro,
            self.key("outro_ready"): checklist.outro_ready,
            self.key("outro_open"): checklist.outro_open,
            self.key("resume"): resume,
        }
        for item in checklist.items:
            for part in ("ask", "why", "how", "warning"):
                if text := getattr(item, part):
                    found[self.key(f"{item.id}.{part}")] = text
        return found

    # --- nodes ------------------------------------------------------------------------------------

    def nodes(self) -> Iterator[Node]:
        yield from self.opening()
        for position, item in enumerate(self.checklist.items):
            yield self.item(position, item)
            yield from self.explanations(position, item)
            if item.warning:
                yield self.warning(position, item)
            yield Node(f"{item.id}-next", exits=tuple(self.after(position)))
        yield Node("open", exits=tuple(self.open_from(0)))
        yield from self.counting()
        yield from self.summaries()

    def opening(self) -> Iterator[Node]:
        begun = Has(f"at.{flow_id(self.checklist.id)}")
        done = Is(self.answer("done"), ("yes",))
        yield Node(
            "start", exits=(Exit("go", "count", done), Exit("go", "again", begun), Exit("go", "intro"))
        )
        first = self.to_item(0)
        begin = self.choice("start", first)
        yield Node(
            "intro", say=(self.key("intro"),), ask=CHOICE, title="checklist.intro_back",
            choices=(begin, self.menu()), replace=True,
        )  # fmt: skip
        resume = Choice("resume", self.key("resume"), Exit("resume"), self.buttons.typed("next"))
        yield Node(
            "again", say=("checklist.again",), ask=CHOICE, title="checklist.intro_back",
            choices=(resume, self.choice("restart", self.restart()), self.menu()), replace=True,
        )  # fmt: skip

    def item(self, position: int, item: Item) -> Node:
        choices = (
            *self.answers(item),
            self.choice("why", Exit("go", f"{item.id}-why")),
            self.choice("how", Exit("go", f"{item.id}-how")),
        )
        return Node(
            item.id,
            say=("checklist.step", self.key(f"{item.id}.ask")),
            ask=CHOICE,
            choices=choices,
            values=self.values(position),
            title="checklist.step_back",
            replace=True,
            checkpoint=True,
        )

    def answers(self, item: Item) -> Iterator[Choice]:
        """The three answers, on the question and below its explanations."""
        for answer in ANSWERS:
            name = CHOICE_IDS[answer]
            kept = {self.answer(item.id): answer}
            yield self.choice(name, Exit("go", self.next_of(item, answer), set=kept))

    def explanations(self, position: int, item: Item) -> Iterator[Node]:
        for part in ("why", "how"):
            yield Node(
                f"{item.id}-{part}", say=(f"checklist.step_{part}", self.key(f"{item.id}.{part}")),
                ask=CHOICE, choices=(*self.answers(item), self.choice("back", Exit("go", item.id))),
                values=self.values(position), title="checklist.step_back", replace=True,
            )  # fmt: skip

    def warning(self, position: int, item: Item) -> Node:
        last = position + 1 == len(self.checklist.items)
        onward = Choice(
            "next",
            f"checklist.button.{'result' if last else 'next'}",
            Exit("go", f"{item.id}-next"),
            self.buttons.typed("next"),
        )
        helping: tuple[Choice, ...] = ()
        if item.help.startswith("faq:"):
            way = Exit("call", SHOW_ENTRY, set={"entry": item.help.removeprefix("faq:")})
            helping = (self.choice("faq", way),)
        elif item.help in HELP_WAYS:
            helping = (self.choice(item.help, HELP_WAYS[item.help]),)
        return Node(
            f"{item.id}-warn", say=(self.key(f"{item.id}.warning"),), ask=CHOICE,
            choices=(*helping, onward), values=self.values(position), title="checklist.step_back",
            replace=True,
        )  # fmt: skip

    def counting(self) -> Iterator[Node]:
        """`count` writes the number of open items into `open`."""
        still = tuple(Not(Is(self.answer(item.id), ("sudah",))) for item in self.checklist.items)
        kept = {self.answer("done"): "yes", self.answer("review"): ""}
        none_open = Is("open", ("0",))
        yield Node(
            "count", tallies=(Tally("open", still),),
            exits=(Exit("go", "ready", none_open, kept), Exit("go", "left", set=kept)),
        )  # fmt: skip

    def summaries(self) -> Iterator[Node]:
        again, menu = self.choice("restart", self.restart()), self.menu()
        review = self.choice("open", Exit("go", "open", set={self.answer("review"): "yes"}))
        check = self.choice("check", HELP_WAYS["check"])
        yield Node(
            "ready", say=(self.key("outro_ready"),), ask=CHOICE, choices=(check, again, menu),
            title="checklist.summary_back", replace=True,
        )  # fmt: skip
        officer = self.choice("ask_officer", HELP_WAYS["ask_officer"])
        yield Node(
            "left", say=(self.key("outro_open"),), ask=CHOICE,
            choices=(review, officer, check, again, menu), title="checklist.summary_back", replace=True,
        )  # fmt: skip

    # --- ways -------------------------------------------------------------------------------------

    def next_of(self, item: Item, answer: str) -> str:
        return f"{item.id}-warn" if item.warning and answer in item.warn_on else f"{item.id}-next"

    def to_item(self, position: int) -> Exit:
        item = self.checklist.items[position]
        return Exit("go", item.id, set={self.counter: str(position + 1)})

    def after(self, position: int) -> Iterator[Exit]:
        """Where an answered item leads: in a review to the next open item, else simply to the next."""
        reviewing = Has(self.answer("review"))
        for way in self.open_from(position + 1):
            also = reviewing if way.condition is None else All((reviewing, way.condition))
            yield Exit(way.way, way.target, also, way.set)
        yield (
            self.to_item(position + 1) if position + 1 < len(self.checklist.items) else Exit("go", "count")
        )

    def open_from(self, position: int) -> Iterator[Exit]:
        for later in range(position, len(self.checklist.items)):
            way = self.to_item(later)
            ready = Is(self.answer(self.checklist.items[later].id), ("sudah",))
            yield Exit("go", way.target, Not(ready), way.set)
        yield Exit("go", "count")

    def restart(self) -> Exit:
        cleared = {self.answer(item.id): "" for item in self.checklist.items}
        cleared |= {self.answer("done"): "", self.answer("review"): ""}
        first = self.to_item(0)
        return Exit("go", first.target, set={**cleared, **first.set})

    def choice(self, name: str, way: Exit) -> Choice:
        return self.buttons.choice(name, way)

    def menu(self) -> Choice:
        return self.choice("menu", Exit("home"))

    def values(self, position: int) -> dict[str, str]:
        total = len(self.checklist.items)
        return {
            "n": str(position + 1),
            "next": str(position + 2),
            "total": str(total),
            "title": self.checklist.title,
            "bar": progress(position, total),
        }
