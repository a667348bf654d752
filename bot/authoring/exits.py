"""
Read where a step leads and what it does: the ways of choices and exits, and named effects.

Start at `read_exit` and `read_actions`.
"""

from __future__ import annotations

from dataclasses import MISSING, replace
from dataclasses import fields as fields_of
from typing import get_type_hints

from bot.authoring.conditions import read_condition
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem, did_you_mean, hints
from bot.authoring.yaml_lines import Value
from bot.engine.conditions import Condition
from bot.engine.effects import (
    CHANGES,
    AddToReport,
    Change,
    ConfirmAlert,
    FileReport,
    RaiseAlert,
    WithdrawAlert,
)
from bot.engine.flow import Action, Exit, Way
from bot.engine.queries import Query

TARGETED: tuple[Way, ...] = ("go", "call", "switch")
PLAIN: tuple[Way, ...] = ("end", "stay", "resume", "home")
WAYS = (*TARGETED, *PLAIN, "url")
EXIT_FIELDS = (*TARGETED, *PLAIN, "set", "do")
MADE_BY_ENGINE: dict[type[Change] | type[Query], tuple[str, ...]] = {
    FileReport: ("text",),
    AddToReport: ("text", "label"),
    RaiseAlert: ("text",),
    ConfirmAlert: (),
    WithdrawAlert: (),
}
"""Effects whose other fields `bot.engine.building` fills itself, and what a flow may give."""


def read_exit(fields: Fields, flow: str, *, condition: Condition | None = None, url: bool = False) -> Exit:
    """
    The way out that a choice, an outcome or an exit names.

    Args:
        fields: The mapping that holds the way.
        flow: Id of the flow it stands in.
        condition: Put into the exit as it is.
        url: Whether `url: …` is a way here (choices only); the exit then stays.
    """
    found = [way for way in WAYS if way in fields and (url or way != "url")]
    if len(found) != 1:
        message = f"{fields.what} harus punya tepat satu jalan keluar."
        if found:
            message = f"{fields.what} punya {len(found)} jalan keluar: {', '.join(found)}."
        place = fields.value.key_place(found[-1]) if found else fields.value.place
        fields.problem(place, message, f"Pilih satu: {', '.join(WAYS if url else WAYS[:-1])}.")
    way = found[0] if found else "stay"
    target = ""
    if way in TARGETED:
        target = fields.text(way, required=True)
        note_target(fields.notes, way, target, fields.value.mapping[way], fields.what, flow)
    elif way != "url" and found and not fields.flag(way):
        fields.problem(fields.value.key_place(way), f'"{way}" di {fields.what} harus true.')
    chosen: Way = next((known for known in TARGETED + PLAIN if known == way), "stay")
    return Exit(chosen, target, condition, fields.table("set"), read_actions(fields, "do"))


def note_target(notes: Notes, way: str, target: str, value: Value, user: str, flow: str) -> None:
    """Note that a step leads somewhere, for the check that the place is there."""
    if target and way == "go":
        notes.uses("node", target, value.place, user, flow)
    elif target:
        notes.uses("flow", target, value.place, user)


def read_exits(fields: Fields, flow: str, user: str) -> tuple[Exit, ...]:
    """The conditional exits under `when`, and the last one, written in the node itself."""
    exits: list[Exit] = []
    for value in fields.listed("when"):
        inner = Fields(value, fields.notes, f'"when" di {user}')
        inner.only("if", *EXIT_FIELDS)
        condition: Condition | None = None
        if "if" in inner:
            condition = read_condition(value.mapping["if"], fields.notes, f"di {user}")
        else:
            inner.problem(
                value.place, f'{inner.what} belum punya syarat "if".', "Tanpa syarat, tulis di luar when."
            )
        exits.append(read_exit(inner, flow, condition=condition))
    if any(way in fields for way in WAYS):
        last = read_exit(fields, flow)
        exits.append(replace(last, do=()))  # the node itself has done what stands under its "do"
    return tuple(exits)


def read_actions(fields: Fields, key: str) -> tuple[Action, ...]:
    """A list of changes: `- set_timer: {name: x}` or, without fields, `- raise_alert`."""
    actions = (read_action(value, fields.notes, fields.what, CHANGES) for value in fields.listed(key))
    return tuple(action for action in actions if action is not None)


def read_action(
    value: Value, notes: Notes, user: str, known: dict[str, type[Change]] | dict[str, type[Query]]
) -> Action | None:
    """One named effect with its fields; None (and a problem) when there is no such effect."""
    if isinstance(value.content, str):
        name, place, inside = value.text, value.place, None
    elif len(value.mapping) == 1:
        name, inside = next(iter(value.mapping.items()))
        place = value.keys[name]
    else:
        hint = "Tulis tiap tindakan di baris sendiri, diawali tanda hubung."
        notes.problems.append(
            Problem.at(value.place, f"tindakan di {user} harus satu nama dengan isinya.", hint)
        )
        return None
    effect = known.get(name)
    if effect is None:
        hint = hints(did_you_mean(name, known), f"Yang ada: {', '.join(sorted(known))}.")
        notes.problems.append(Problem.at(place, f'{user} memakai tindakan "{name}", yang tidak ada.', hint))
        return None
    given: dict[str, str] = {}
    fillable = text_fields(effect)
    if inside is not None and not inside.is_empty:
        fields = Fields(inside, notes, f'tindakan "{name}"')
        fields.only(*fillable)
        given = {field: fields.text(field) for field in fields.value.mapping if field in fillable}
    missing = sorted(field for field, required in fillable.items() if required and field not in given)
    if missing:
        hint = f'Tulis seperti ini: "{name}: {{{missing[0]}: …}}".'
        message = f'tindakan "{name}" di {user} belum punya "{missing[0]}".'
        notes.problems.append(Problem.at(place, message, hint))
    return Action(effect, given)


def text_fields(effect: type[Change] | type[Query]) -> dict[str, bool]:
    """The fields of an effect that a flow may fill, and whether it must."""
    if effect in MADE_BY_ENGINE:
        return dict.fromkeys(MADE_BY_ENGINE[effect], False)
    types = get_type_hints(effect)
    return {field.name: field.default is MISSING for field in fields_of(effect) if types[field.name] is str}
