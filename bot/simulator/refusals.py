"""
The answers with which Telegram refuses a call, worded as Telegram words them.

A method raises `Refused`; the server turns it into `{"ok": false, ...}`. Texts here were compared with
what bots report from the real service, because our own code recognises some of them by their words.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil


class Refused(Exception):
    """Telegram says no: an HTTP status, a sentence, and sometimes what to do about it."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, object]:
        """The JSON object Telegram sends with the refusal."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


def bad_request(reason: str) -> Refused:
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    return Refused(409, f"Conflict: {reason}")


def unauthorized() -> Refused:
    return Refused(401, "Unauthorized")


def not_found() -> Refused:
    return Refused(404, "Not Found")


def flood(retry_after_s: float) -> Refused:
    """429; Telegram speaks in whole seconds, at least one."""
    seconds = max(1, ceil(retry_after_s))
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(new_chat_id: int) -> Refused:
    """The group lives on under another id, and the answer says which."""
    reason = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, reason, {"migrate_to_chat_id": new_chat_id})
