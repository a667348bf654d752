"""
Which parameters each Bot API method takes, read from `methods.json` and compiled once into checks.

The table knows types, what is required, and plain length limits; everything that needs the world (does
the message exist?) or the text (length after entities) is decided by the methods. Stricter than Telegram
in one point: an unknown parameter is refused, because with us it is always a typing mistake. Parameters
the simulator leaves out on purpose (business accounts, paid posts) are refused the same way.
Start at `METHODS` and `Method.read`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.simulator.checks import SCALARS, Check, array, decoded, limited
from bot.simulator.files import Upload
from bot.simulator.refusals import bad_request

_MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "document": "there is no document in the request",
    "video": "there is no video in the request",
    "media": "there are no messages to send",
    "user_id": "invalid user_id specified",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}
_SHAPE = re.compile(
    r"(?P<type>[^!\[ ]+)(?P<arrays>(\[\])*)(?P<required>!?)( (?P<low>\d+)-(?P<high>\d+) (?P<unit>\w+))?"
)


@dataclass(frozen=True, slots=True)
class Method:
    """One Bot API method: its name as documented and the checks of its parameters."""

    name: str
    checks: Mapping[str, Check]
    required: tuple[str, ...]

    def read(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """
        Turn the values of one call into typed ones.

        Args:
            raw: From a JSON body (typed) or from a form or query (all strings, objects as JSON).

        Returns: A new dict; parameters that were not given or null are not in it. Uploads that belong
            to no parameter stay under their own name, for `attach://name`.
        Raises: Refused (400), worded as Telegram words it.
        """
        params: dict[str, Any] = {}
        checks = self.checks
        for name, value in raw.items():
            if value is None:
                continue
            check = checks.get(name)
            if check is not None:
                params[name] = check(value, name)
            elif isinstance(value, Upload):
                params[name] = value
            else:
                raise bad_request(f'unknown parameter "{name}" of {self.name}')
        for name in self.required:
            if name not in params:
                raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
        return params


def _object(name: str, fields: Mapping[str, str], compile_type: Callable[[str], Check]) -> Check:
    """Check one object type; fields are compiled at first use, because types refer to each other."""
    compiled: dict[str, Check] = {}
    needed = tuple(field for field, shape in fields.items() if "!" in shape)

    def check_object(value: Any, where: str) -> dict[str, Any]:
        given = decoded(value, where)
        if not isinstance(given, dict):
            raise bad_request(f"{name} must be an Object")
        result = {}
        for field, inner in given.items():
            check = compiled.get(field)
            if check is None:
                if field not in fields:
                    raise bad_request(f'can\'t parse {name}: unknown field "{field}"')
                check = compiled[field] = compile_type(fields[field])
            if inner is not None:
                result[field] = check(inner, field)
        for field in needed:
            if field not in result:
                raise bad_request(f"can't parse {name}: Can't find field \"{field}\"")
        return result

    return check_object


def _union(name: str, members: Mapping[str, str], compile_type: Callable[[str], Check]) -> Check:
    """Choose the member by a key that is present, or by the value of `type`."""

    def check_union(value: Any, where: str) -> Any:
        given = decoded(value, where)
        if not isinstance(given, dict):
            raise bad_request(f"object expected as {where.replace('_', ' ')}")
        for mark, member in members.items():
            if mark in given or mark == f"type={given.get('type')}":
                return compile_type(member)(given, where)
        raise bad_request(f"can't parse {name}: it is none of {', '.join(members.values())}")

    return check_union


def _compile_table(table: Mapping[str, Any]) -> dict[str, Method]:
    """Compile `methods.json`; the result is keyed by the method's name in lower case."""
    named: dict[str, Check] = dict(SCALARS)
    shapes: dict[str, Check] = {}

    def compile_type(shape: str) -> Check:
        if shape in shapes:
            return shapes[shape]
        found = _SHAPE.fullmatch(shape)
        if found is None or found["type"] not in named:
            raise ValueError(f"methods.json: unknown type in {shape!r}")
        check = named[found["type"]]
        if found["unit"]:
            check = limited(check, int(found["low"]), int(found["high"]), found["unit"])
        for _ in range(len(found["arrays"]) // 2):
            check = array(check)
        shapes[shape] = check
        return check

    named.update({name: _object(name, fields, compile_type) for name, fields in table["types"].items()})
    named.update({name: _union(name, members, compile_type) for name, members in table["unions"].items()})
    methods = {}
    for name, own in table["methods"].items():
        shared = [table["shared"][group] for group in own.get("+", ())]
        params = {key: shape for part in [*shared, own] for key, shape in part.items() if key != "+"}
        required = tuple(key for key, shape in params.items() if "!" in shape)
        checks = {key: compile_type(shape) for key, shape in params.items()}
        methods[name.lower()] = Method(name, checks, required)
    return methods


METHODS: Mapping[str, Method] = _compile_table(
    json.loads(Path(__file__).with_name("methods.json").read_text(encoding="utf-8"))
)
"""Every supported method, keyed in lower case: Telegram does not care about the case of method names."""
