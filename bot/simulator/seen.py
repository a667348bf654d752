"""
A message as a person sees it on the phone: words, buttons, nothing else unless asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.chats import Message


@dataclass(frozen=True, slots=True)
class Seen:
    """One message in one chat; `raw` is the Bot API object."""

    raw: Message = field(repr=False)
    bot_id: int = field(repr=False)

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """The text or the caption; empty if there is neither."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["id"] == self.bot_id)

    @property
    def protected(self) -> bool:
        return bool(self.raw.get("has_protected_content", False))

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def rows(self) -> list[list[str]]:
        """Labels of the inline buttons, row by row."""
        return [[button["text"] for button in row] for row in self._keyboard()]

    @property
    def buttons(self) -> list[str]:
        """Labels of the inline buttons in reading order."""
        return [label for row in self.rows for label in row]

    def find_button(self, label: str) -> dict[str, Any] | None:
        """The button with this label, else the only one whose label contains it (case and emoji aside)."""
        buttons = list(self._buttons())
        for button in buttons:
            if button["text"].strip() == label.strip():
                return button
        near = [button for button in buttons if label.strip().casefold() in button["text"].casefold()]
        return near[0] if len(near) == 1 else None

    def drawn(self) -> str:
        """The message as in our transcripts: words, then `[Button]` rows."""
        kinds = ("photo", "voice", "video", "document", "location", "contact", "sticker", "dice", "poll")
        parts = [f"({kind})" for kind in kinds if kind in self.raw]
        lines = [" ".join([*parts, self.text]).strip()]
        lines += [" ".join(f"[{label}]" for label in row) for row in self.rows]
        mark = "<" if self.from_bot else ">"
        return "\n".join(f"{mark} {line}" for line in "\n".join(lines).split("\n"))

    def _keyboard(self) -> list[list[dict[str, Any]]]:
        keyboard: list[list[dict[str, Any]]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return keyboard

    def _buttons(self) -> Iterator[dict[str, Any]]:
        for row in self._keyboard():
            yield from row
