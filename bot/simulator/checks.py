"""
Checks of single values: is it an integer, a chat, a file, a list of such?

A form sends everything as a string, a JSON body sends types; both are understood, as Telegram does. Used
by `table.py`, which builds the checks of whole methods from these.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bot.simulator.files import Upload
from bot.simulator.refusals import bad_request

Check = Callable[[Any, str], Any]
"""Takes a raw value and the place it stands in; returns the typed value or raises `Refused`."""


def _integer(value: Any, where: str) -> int:
    if type(value) is int:
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            pass
    raise bad_request(f'parameter "{where}" must be of type Integer')


def _float(value: Any, where: str) -> float:
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            return float(value)
        except ValueError:
            pass
    raise bad_request(f'parameter "{where}" must be of type Float')


def _boolean(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in {"true", "yes", "1", "false", "no", "0"}:
        return value.lower() in {"true", "yes", "1"}
    raise bad_request(f'parameter "{where}" must be of type Boolean')


def _string(value: Any, where: str) -> str:
    if isinstance(value, str):
        return value
    raise bad_request(f'parameter "{where}" must be of type String')


def _id_or_name(value: Any, where: str) -> int | str:
    """A chat: a number, a number in a string, or @username."""
    if type(value) is int:
        return value
    if not isinstance(value, str):
        raise bad_request(f'parameter "{where}" must be of type Integer or String')
    try:
        return int(value)
    except ValueError:
        return value


def _file(value: Any, where: str) -> Upload | str:
    if isinstance(value, Upload | str):
        return value
    raise bad_request(f'parameter "{where}" must be a file, a file_id or a URL')


SCALARS: dict[str, Check] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "File": _file,
    "Integer|String": _id_or_name,
    "Any": lambda value, _where: value,
}


def limited(check: Check, low: int, high: int, unit: str) -> Check:
    """Let through only texts of `low` to `high` "characters" or "bytes"."""

    def check_limited(value: Any, where: str) -> Any:
        text = check(value, where)
        length = len(text.encode()) if unit == "bytes" else len(text)
        if not low <= length <= high:
            raise bad_request(f"{where} must be {low}-{high} {unit} long, it has {length}")
        return text

    return check_limited


def decoded(value: Any, where: str) -> Any:
    """Objects and arrays may come as JSON in a string, as they must in a form."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {where} JSON object") from None


def array(check: Check) -> Check:
    """A list whose items all pass `check`."""

    def check_array(value: Any, where: str) -> list[Any]:
        items = decoded(value, where)
        if not isinstance(items, list):
            raise bad_request(f'field "{where}" must be of type Array')
        return [check(item, where) for item in items]

    return check_array
