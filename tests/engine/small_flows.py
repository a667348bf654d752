"""A few flows that exercise every way a conversation can go, small enough to read at once."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.engine.building import Fresh
from bot.engine.conditions import Has
from bot.engine.effects import AddToReport, FileReport, Say, SetTimer
from bot.engine.flow import Action, Choice, Exit, Flow, Flows, Node, Triggers
from bot.engine.queries import SearchFaq
from bot.engine.session import Frame, Session
from bot.engine.wording import Wording

FRESH = Fresh(datetime(2026, 11, 21, 2, 0, tzinfo=UTC), "nonce2", "K-NEW", "1234567890123456")
TEXTS = {
    "home": "Mau apa?",
    "step": "Sudah?",
    "warn": "Hati-hati.",
    "name": "Siapa namamu?",
    "hello": "Halo {name}.",
    "age": "Umur?",
    "retry": "Angka saja.",
    "note": "Kabar {what}.",
    "engine.unknown_command": "Belum kenal.",
    "engine.old_button": "Tombol lama.",
    "engine.unsupported": "Belum bisa.",
    "answer": "Jawaban atas {question}.",
    "card": "110",
    "gone": "Baik.",
    "tell": "Ceritakan.",
    "saved": "Tersimpan {receipt_shown}.",
    "b.yes": "Sudah",
    "b.no": "Belum",
    "b.unknown": "Tidak tahu",
    "b.name": "Nama",
    "b.back": "Kembali",
    "b.sos": "Darurat",
    "t.step": "langkah {n}",
    "t.menu": "menu",
}
YES = Choice("yes", "b.yes", Exit("go", "done", set={"ready": "yes"}), ("ya", "iya", "udah"))
NO = Choice("no", "b.no", Exit("go", "warn"), ("blm", "tidak"))
UNKNOWN = Choice("unknown", "b.unknown", Exit("go", "warn"), ("tidak tahu", "gatau"))
CHOICE = frozenset({"choice"})


def _flow(name: str, *nodes: Node, **more: object) -> Flow:
    return Flow(name, nodes[0].id, {node.id: node for node in nodes}, **more)  # type: ignore[arg-type]


HOME = _flow(
    "main",
    Node("home", ("home",), CHOICE, choices=(Choice("name", "b.name", Exit("call", "name")),)),
    title="t.menu",
)
LIST = _flow(
    "list",
    Node(
        "step",
        ("step",),
        CHOICE,
        choices=(YES, NO, UNKNOWN),
        values={"n": "4"},
        title="t.step",
        checkpoint=True,
    ),
    Node("warn", ("warn",), CHOICE, choices=(Choice("next", "b.back", Exit("go", "done"), ("lanjut",)),)),
    Node("done", exits=(Exit("end"),)),
)
NAME = _flow(
    "name",
    Node("ask", ("name",), frozenset({"text"}), save="name", exits=(Exit("go", "age"),)),
    Node("age", ("age",), frozenset({"number"}), save="age", retry="retry", exits=(Exit("go", "hello"),)),
    Node("hello", ("hello",), exits=(Exit("end"),)),
)
ADD = Action(AddToReport, {"text": "{answer}"})
LATER = Action(SetTimer, {"name": "later", "after_s": "60"})
REPORT = _flow(
    "report",
    Node(
        "tell",
        ("tell",),
        frozenset({"text", "media"}),
        then=(Action(FileReport, {"text": "{answer}"}),),
        exits=(Exit("go", "more"),),
    ),
    Node(
        "more",
        ("saved",),
        frozenset({"text", "media"}),
        then=(
            Action(AddToReport, {"text": "{answer}"}),
            Action(SetTimer, {"name": "later", "after_s": "60"}),
        ),
        exits=(Exit("stay"),),
    ),
    relays=True,
)
FAQ = _flow(
    "faq",
    Node(
        "look",
        query=Action(SearchFaq, {"text": "{question}"}),
        outcomes={"answer": Exit("go", "show"), "none": Exit("end")},
    ),
    Node("show", ("answer",), CHOICE, choices=(Choice("back", "b.back", Exit("end")),)),
)
NEWS = _flow(
    "news",
    Node("told", ("note",), exits=(Exit("stay"),)),
    Node("card", ("card",), CHOICE, choices=(Choice("back", "b.back", Exit("end")),)),
    Node("exit", ("gone",), CHOICE, choices=(Choice("back", "b.back", Exit("home")),)),
    Node("loop", exits=(Exit("go", "loop2"),)),
    Node("loop2", exits=(Exit("go", "loop", Has("never")), Exit("go", "loop"))),
)
SOS = Choice("sos", "b.sos", Exit("call", "news/card"), ("sos",))


def small_flows() -> Flows:
    flows = {flow.id: flow for flow in (HOME, LIST, NAME, REPORT, FAQ, NEWS)}
    triggers = Triggers(
        commands={"start": "main", "list": "list", "lapor": "report", "loop": "news/loop"},
        words={"keluar": "news/exit", "menu": "main"},
        notices={"news": "news/told"},
        timers={"later": "news/told"},
        danger="news/card",
        question="faq",
        media="news/card",
        contact="news/card",
        location="news/card",
    )
    return Flows(flows, Wording(TEXTS), triggers, "main", (SOS,), version=7)


def at(*places: str, **more: object) -> Session:
    """A session whose stack is these "flow/node" places, bottom first, home below them all."""
    frames = tuple(Frame(*place.split("/")) for place in places)
    return Session((Frame("main", "home"), *frames), nonce="nonce1", content=7, **more)  # type: ignore[arg-type]


def said(effects: tuple[object, ...]) -> list[str]:
    return [effect.text for effect in effects if isinstance(effect, Say)]
