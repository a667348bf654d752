"""
Turn a shelf into two flows: `shelf-<id>` lists its pages, `library-<id>` shows them.

    shelf-negara:    list_1 ⇄ list_2 ⇄ …        each title calls library-negara/<page>
    library-negara:  <page> ─▶ <page>_page       [Selengkapnya] _details, [Kisah yang mirip] _story
                       └▶ <page>_old (said first once its review is due)

A page is always called, from a list or from anywhere (`call: library-negara/taiwan`), so its way back is the
same everywhere. A red flag of adverts leads to the first page that explains it (`flag_<flag>`) and to its
story (`story_<flag>`). Names of pages have hyphens only, so names with an underscore are free. Start at
`compile_shelf`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.authoring.buttons import CHOICE, Buttons
from bot.authoring.checklist_flow import HELP_WAYS
from bot.authoring.facts import WrittenFact, source_line
from bot.authoring.library import TEXTS, Page, WrittenShelf
from bot.authoring.wording import Words
from bot.engine.conditions import Past
from bot.engine.flow import Choice, Each, Exit, Flow, Node

LISTS = "shelf-"
PAGES = "library-"
TITLES_A_SCREEN = 8
GONE = "gone_"  # where a conversation stands whose page was taken out: it goes back to who called it
FIRST_CHECKLIST = "checklist-sebelum-memutuskan"
ACTION_WAYS = {
    "report": HELP_WAYS["report"],
    "check": HELP_WAYS["check"],
    "checklist": Exit("call", FIRST_CHECKLIST),
    "ask_officer": HELP_WAYS["ask_officer"],
}
"""What `emergency` offers stands under every screen."""


def compile_shelf(shelf: WrittenShelf, wording: Mapping[str, str]) -> tuple[Flow, Flow]:
    """The flow of its lists and the flow of its pages; `wording` holds the general words (`library.…`)."""
    pages_in_order = tuple(each.page for each in shelf.pages)
    shelf_title = shelf.value.at("title").text
    compiling = _Compiling(shelf.id, shelf_title, pages_in_order, Buttons("library", wording))
    title = compiling.key("title")
    lists = {node.id: node for node in compiling.lists()}
    pages = {node.id: node for node in (*compiling.page_nodes(), *compiling.flag_nodes())}
    return Flow(LISTS + shelf.id, "list_1", lists, title), Flow(PAGES + shelf.id, GONE, pages, title)


def put_page_words(shelf: WrittenShelf, facts: Mapping[str, WrittenFact], words: Words) -> None:
    """Turn the texts of a shelf and its pages into words."""
    for part in ("title", "intro"):
        words.put(f"library.{shelf.id}.{part}", shelf.value.at(part).text.strip(), shelf.value.at(part))
    words.put(f"library.{shelf.id}.typed", shelf.id, shelf.value.at("shelf"))
    for written in shelf.pages:
        page, value = written.page, written.value
        prefix = f"library.{shelf.id}.{page.id}"
        for part in ("title", *TEXTS):
            if part in value.mapping:
                words.put(f"{prefix}.{part}", value.at(part).text.strip(), value.at(part))
        words.put(f"{prefix}.typed", "|".join(page.words), value.at("words"))
        rests_on = [facts[name].fact for name in page.facts if name in facts]
        words.put(f"{prefix}.sources", source_line(rests_on), value.at("facts"))


@dataclass(frozen=True, slots=True)
class _Compiling:
    shelf: str
    title: str
    pages: Sequence[Page]
    buttons: Buttons

    def key(self, *names: str) -> str:
        return ".".join(("library", self.shelf, *names))

    # --- lists ------------------------------------------------------------------------------------

    def lists(self) -> Iterator[Node]:
        names = [page.id for page in self.pages]
        screens = [names[at : at + TITLES_A_SCREEN] for at in range(0, len(names), TITLES_A_SCREEN)]
        for number, shown in enumerate(screens, start=1):
            rest = [name for name in names if name not in shown]
            choices: list[Choice] = []
            if number < len(screens):
                choices.append(self.buttons.choice("next", Exit("go", f"list_{number + 1}")))
            if number > 1:
                choices.append(self.buttons.choice("previous", Exit("go", f"list_{number - 1}")))
            yield Node(
                f"list_{number}",
                say=(self.key("intro") if number == 1 else "library.further",),
                ask=CHOICE,
                each=(self.each("shown", Exit("call", f"{PAGES}{self.shelf}/{{it}}")), self.others("call")),
                choices=(*choices, self.back()),
                values={
                    "shown": " ".join(shown),
                    "others": " ".join(rest),
                    "title": self.title,
                    "n": str(number),
                    "total": str(len(screens)),
                },
                title=self.key("title"),
                replace=True,
            )

    def each(self, of: str, way: Exit, *, hidden: bool = False) -> Each:
        return Each(of, self.key("{it}", "title"), way, self.key("{it}", "typed"), hidden, whole=True)

    def others(self, way: str) -> Each:
        """Pages that are not on this screen can be typed all the same."""
        target = f"{PAGES}{self.shelf}/{{it}}" if way == "call" else "{it}"
        return self.each("others", Exit("call" if way == "call" else "go", target), hidden=True)

    # --- pages ------------------------------------------------------------------------------------

    def page_nodes(self) -> Iterator[Node]:
        yield Node(GONE, exits=(Exit("end"),))
        for page in self.pages:
            yield Node(
                page.id,
                values=self.values(page),
                exits=(Exit("go", f"{page.id}_old", Past("review_by")), Exit("go", f"{page.id}_page")),
            )
            yield Node(f"{page.id}_old", ("library.old",), exits=(Exit("go", f"{page.id}_page"),))
            yield self.screen(page, "page", (self.key(page.id, "short"),))
            if "details" in page.texts:
                yield self.screen(
                    page, "details", (self.key(page.id, "details"), self.key(page.id, "sources"))
                )
            if "story" in page.texts:
                yield self.screen(page, "story", (self.key(page.id, "story"),))

    def flag_nodes(self) -> Iterator[Node]:
        explained: dict[str, Page] = {}
        for page in self.pages:
            for flag in page.flags:
                explained.setdefault(flag, page)
        for flag, page in explained.items():
            story = f"{page.id}_story" if "story" in page.texts else page.id
            yield Node(f"flag_{flag}", exits=(Exit("go", page.id),))
            yield Node(f"story_{flag}", exits=(Exit("go", story),))

    def screen(self, page: Page, part: str, say: tuple[str, ...]) -> Node:
        """One screen of a page: its text, the other parts to read, its actions, and the way back."""
        parts = {"page": "short", "details": "details", "story": "story"}
        if part == "page" and "details" not in page.texts:
            say = (*say, self.key(page.id, "sources"))
        choices = [
            self.buttons.choice(other, Exit("go", f"{page.id}_{other}"))
            for other, text in parts.items()
            if other != part and text in page.texts
        ]
        choices += [
            self.buttons.choice(action, ACTION_WAYS[action])
            for action in page.actions
            if action in ACTION_WAYS
        ]
        return Node(
            f"{page.id}_{part}",
            say=say,
            ask=CHOICE,
            each=(self.others("go"),),
            choices=(*choices, self.back()),
            values=self.values(page),
            title=self.key(page.id, "title"),
            replace=True,
        )

    def values(self, page: Page) -> dict[str, str]:
        others = " ".join(other.id for other in self.pages if other is not page)
        return {"others": others, "review_by": page.review_by.isoformat()}

    def back(self) -> Choice:
        return self.buttons.choice("back", Exit("end"))
