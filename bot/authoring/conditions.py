"""Read the conditions of flows: `{has: case}`, `{answer: typed, is: ya}`. Start at `read_condition`."""

from __future__ import annotations

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value
from bot.engine.conditions import All, AnyOf, Condition, Contains, Has, Is, Not, Past, SameAs

FORMS = ("has", "lacks", "past", "answer", "all", "any", "not")
TESTS = ("is", "is_not", "same_as", "contains")


def read_condition(value: Value, notes: Notes, user: str) -> Condition:
    """One condition; a misshapen one is noted and reads as never true."""
    fields = Fields(value, notes, f"syarat {user}")
    forms = [form for form in FORMS if form in fields]
    fields.only(*FORMS, *TESTS)
    if len(forms) != 1:
        if set(value.mapping) <= {*FORMS, *TESTS}:  # else the unknown word is reported already
            hint = f"Pilihannya: {', '.join(FORMS)}."
            fields.problem(value.place, f"syarat {user} harus berisi tepat satu pertanyaan.", hint)
        return AnyOf(())
    match forms[0]:
        case "has":
            return Has(fields.text("has", required=True))
        case "lacks":
            return Not(Has(fields.text("lacks", required=True)))
        case "past":
            return Past(fields.text("past", required=True))
        case "all":
            return All(tuple(read_condition(item, notes, user) for item in fields.listed("all")))
        case "any":
            return AnyOf(tuple(read_condition(item, notes, user) for item in fields.listed("any")))
        case "not":
            return Not(read_condition(value.mapping["not"], notes, user))
        case _:
            return _test(fields)


def _test(fields: Fields) -> Condition:
    name = fields.text("answer", required=True)
    tests = [test for test in TESTS if test in fields]
    if len(tests) != 1:
        fields.problem(
            fields.value.key_place("answer"),
            f'{fields.what} menyebut jawaban "{name}" tetapi tidak jelas bagaimana diuji.',
            f"Tambahkan satu dari: {', '.join(TESTS)}.",
        )
        return AnyOf(())
    match tests[0]:
        case "is":
            return Is(name, fields.texts("is", single=True))
        case "is_not":
            return Not(Is(name, fields.texts("is_not", single=True)))
        case "same_as":
            return SameAs(name, fields.text("same_as", required=True))
        case _:
            return Contains(name, fields.text("contains", required=True))
