"""
Which phones stand on the page: who holds each, and which chats are on it.

A `Shelf` belongs to one page and one world; people who are added in the browser are put on it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.simulator.chats import Chat, User
from bot.simulator.world import World

MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Panel:
    """
    One phone.

    `title` names who holds it, with a role in brackets that becomes a second line ("Rina (Polres)").
    `chats` are groups; the private chat with the bot is always there, before them. `payload` is offered
    with the Start button (a campaign, or the invitation of an officer).
    """

    title: str
    person: User
    chats: tuple[Chat, ...] = ()
    payload: str = ""

    @property
    def name(self) -> str:
        return self.title.partition(" (")[0]

    @property
    def role(self) -> str:
        return self.title.partition(" (")[2].removesuffix(")")


class Shelf:
    """The phones of one page, in the order in which they stand."""

    def __init__(self, world: World, panels: Iterable[Panel]) -> None:
        self._world = world
        self._panels = list(panels)

    def __iter__(self) -> Iterator[Panel]:
        return iter(self._panels)

    def add_person(self, name: str) -> Panel:
        """Put the phone of somebody new on the page; raises ValueError for an empty or endless name."""
        name = " ".join(name.split())
        if not 1 <= len(name) <= MAX_NAME:
            raise ValueError(f"a name has 1 to {MAX_NAME} letters")
        panel = Panel(name, self._world.add_person(name))
        self._panels.append(panel)
        self._world.feed.tell("chat", panel.person.id, {})
        return panel

    def chats_of(self, panel: Panel) -> list[Chat]:
        """The private chat, then the groups where they are now (a group may have moved to a new id)."""
        return [self._world.chats[panel.person.id], *(self._present(chat) for chat in panel.chats)]

    def shows(self, chat_id: int) -> bool:
        """Whether any phone shows this chat."""
        return any(chat.id == chat_id for panel in self for chat in self.chats_of(panel))

    def holds(self, user: User, chat: Chat) -> bool:
        """Whether this person's phone shows this chat."""
        return any(
            panel.person.id == user.id and any(shown.id == chat.id for shown in self.chats_of(panel))
            for panel in self
        )

    def _present(self, chat: Chat) -> Chat:
        while chat.migrated_to is not None:
            chat = self._world.chats[chat.migrated_to]
        return chat
