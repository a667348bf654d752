"""
Turn a quiz into a flow `quiz-<id>`, so that the engine knows nothing of quizzes.

    start ─▶ intro ─▶ <item>_ask ─▶ <item>_right | <item>_wrong ─▶ … ─▶ count ─▶ all_right | some_wrong
      └▶ again (when it was begun before)                            <item>_read, and back ◀┘

Each answer is kept as `q.<id>.<item>`: right or wrong; `q.<id>.done` once the end was reached. The result
offers the items that went wrong to be read again. Names of items have hyphens only, so names with an
underscore, and single words, are free. Start at `compile_quiz`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.authoring.buttons import CHOICE, Buttons, progress
from bot.authoring.quiz import Quiz, QuizItem
from bot.engine.conditions import Has, Is
from bot.engine.flow import Choice, Exit, Flow, Node, Tally

PREFIX = "quiz-"
LETTERS = "abcd"
RIGHT, WRONG = "right", "wrong"


def compile_quiz(quiz: Quiz, wording: Mapping[str, str]) -> tuple[Flow, dict[str, str]]:
    """
    Make the flow of a quiz.

    Args:
        quiz: As read.
        wording: Generic words by key (`quiz.…`).

    Returns: The flow, and the words of this quiz by key: `quiz.<id>.<part>` or `quiz.<id>.<item>.<part>`.
    """
    compiling = _Compiling(quiz, Buttons("quiz", wording))
    nodes = {node.id: node for node in compiling.nodes()}
    return Flow(PREFIX + quiz.id, "start", nodes, compiling.key("title")), compiling.words()


@dataclass(frozen=True, slots=True)
class _Compiling:
    quiz: Quiz
    buttons: Buttons

    # --- names ------------------------------------------------------------------------------------

    def answer(self, name: str) -> str:
        return f"q.{self.quiz.id}.{name}"

    def shown(self, name: str) -> str:
        """An answer that words can name (no hyphens): `n`, the present item; `score`; `result`."""
        return f"q.{self.quiz.id.replace('-', '_')}.{name}"

    def key(self, *names: str) -> str:
        return ".".join(("quiz", self.quiz.id, *names))

    def naming(self, text: str, name: str) -> str:
        """A general text, its `{n}` or `{score}` made this quiz's own."""
        named = text.replace(f"{{{name}}}", f"{{{self.shown(name)}}}")
        return named.replace("{total}", str(len(self.quiz.items)))

    def words(self) -> dict[str, str]:
        generic = self.buttons.wording
        found = {
            self.key("title"): self.quiz.title,
            self.key("intro"): self.quiz.intro,
            self.key("resume"): self.naming(generic.get("quiz.button.resume", ""), "n"),
            self.key("score"): self.naming(generic.get("quiz.score", ""), "score"),
        }
        for number, result in enumerate(self.quiz.results, start=1):
            found[self.key("results", str(number))] = result.text
        for position, item in enumerate(self.quiz.items):
            found[self.key(item.id, "ask")] = item.ask
            found[self.key(item.id, "explain")] = item.explain
            found[self.key(item.id, "read")] = generic.get("quiz.button.read", "").replace(
                "{n}", str(position + 1)
            )
            for letter, label in zip(LETTERS, item.choices, strict=False):
                found[self.key(item.id, letter)] = label
        return found

    # --- nodes ------------------------------------------------------------------------------------

    def nodes(self) -> Iterator[Node]:
        yield from self.opening()
        for position, item in enumerate(self.quiz.items):
            yield self.item(position, item)
            for how in (RIGHT, WRONG):
                yield self.told(position, item, how)
            yield self.reading_again(position, item)
        yield from self.ending()

    def opening(self) -> Iterator[Node]:
        begun = Has(f"at.{PREFIX}{self.quiz.id}")
        done = Is(self.answer("done"), ("yes",))
        yield Node(
            "start", exits=(Exit("go", "count", done), Exit("go", "again", begun), Exit("go", "intro"))
        )
        begin = self.buttons.choice("start", self.to_item(0))
        yield self.screen("intro", (self.key("intro"),), (begin, self.back()))
        resume = self.buttons.choice("resume", Exit("resume"), label=self.key("resume"), typed="next")
        yield self.screen("again", ("quiz.again",), (resume, self.restart(), self.back()))

    def screen(self, node_id: str, say: tuple[str, ...], choices: tuple[Choice, ...]) -> Node:
        return Node(node_id, say, CHOICE, choices=choices, title=self.key("title"), replace=True)

    def item(self, position: int, item: QuizItem) -> Node:
        choices = []
        for number, letter in enumerate(LETTERS[: len(item.choices)]):
            how = RIGHT if number == item.right else WRONG
            way = Exit("go", f"{item.id}_{how}", set={self.answer(item.id): how})
            choices.append(Choice(letter, self.key(item.id, letter), way, (letter,)))
        return Node(
            f"{item.id}_ask",
            say=("quiz.step", self.key(item.id, "ask")),
            ask=CHOICE,
            choices=tuple(choices),
            values=self.values(position),
            title="quiz.step_back",
            replace=True,
            checkpoint=True,
        )

    def told(self, position: int, item: QuizItem, how: str) -> Node:
        """The explanation after an answer; who leaves here comes back here, and is not asked again."""
        last = position + 1 == len(self.quiz.items)
        onward = Exit("go", "count") if last else self.to_item(position + 1)
        return Node(
            f"{item.id}_{how}",
            say=(f"quiz.{how}", self.key(item.id, "explain")),
            ask=CHOICE,
            choices=(
                self.buttons.choice("result" if last else "next", onward, typed="next"),
                self.buttons.choice("pause", Exit("end")),
            ),
            values={**self.values(position), "answer_right": item.choices[item.right]},
            title="quiz.step_back",
            replace=True,
            checkpoint=True,
        )

    def reading_again(self, position: int, item: QuizItem) -> Node:
        back = self.buttons.choice("back_to_result", Exit("go", "count"))
        return Node(
            f"{item.id}_read",
            say=("quiz.read", self.key(item.id, "ask"), "quiz.right_was", self.key(item.id, "explain")),
            ask=CHOICE,
            choices=(back,),
            values={**self.values(position), "answer_right": item.choices[item.right]},
            title=self.key("title"),
            replace=True,
        )

    def ending(self) -> Iterator[Node]:
        """Count the right answers, choose the result, and show both with what is worth reading again."""
        items = self.quiz.items
        score, result = self.shown("score"), self.shown("result")
        rights = tuple(Is(self.answer(item.id), (RIGHT,)) for item in items)
        onward, above = [], len(items) + 1
        for number, each in enumerate(self.quiz.results, start=1):
            reached = Is(score, tuple(str(count) for count in range(each.least, above)))
            kept = {result: str(number), self.answer("done"): "yes"}
            onward.append(Exit("go", "sorted", reached, kept))
            above = each.least
        last = Exit("go", "sorted", set=onward[-1].set)
        yield Node("count", tallies=(Tally(score, rights),), exits=(*onward[:-1], last))
        all_right = Is(score, (str(len(items)),))
        yield Node("sorted", exits=(Exit("go", "all_right", all_right), Exit("go", "some_wrong")))
        told = (self.key("score"), self.key("results", f"{{{result}}}"))
        yield self.screen("all_right", told, (self.restart(), self.back()))
        choices = (*self.wrong_ones(), self.restart(), self.back())
        yield self.screen("some_wrong", (*told, "quiz.wrong_ones"), choices)

    def wrong_ones(self) -> Iterator[Choice]:
        for number, item in enumerate(self.quiz.items, start=1):
            was_wrong = Is(self.answer(item.id), (WRONG,))
            way = Exit("go", f"{item.id}_read")
            yield Choice(f"read_{number}", self.key(item.id, "read"), way, condition=was_wrong)

    # --- ways -------------------------------------------------------------------------------------

    def to_item(self, position: int) -> Exit:
        return Exit("go", f"{self.quiz.items[position].id}_ask", set={self.shown("n"): str(position + 1)})

    def restart(self) -> Choice:
        cleared = {self.answer(item.id): "" for item in self.quiz.items} | {self.answer("done"): ""}
        first = self.to_item(0)
        return self.buttons.choice("restart", Exit("go", first.target, set={**cleared, **first.set}))

    def back(self) -> Choice:
        return self.buttons.choice("back", Exit("end"))

    def values(self, position: int) -> dict[str, str]:
        total = len(self.quiz.items)
        return {
            "n": str(position + 1),
            "total": str(total),
            "title": self.quiz.title,
            "bar": progress(position, total),
        }
