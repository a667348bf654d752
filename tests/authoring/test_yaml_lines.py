"""Places of what was read, and YAML that would be a surprise elsewhere."""

from __future__ import annotations

from pathlib import Path

from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value, load_yaml, parse_yaml, plain


def read(text: str) -> Value:
    value, problems = parse_yaml(text, "a.yaml")
    assert value is not None
    assert problems == ()
    return value


def test_keys_and_values_know_their_places() -> None:
    """Line and column from 1, the line itself, and how long the word is."""
    value = read("flow: report\nnodes:\n  ask: {go: next}\n")

    go = value.at("nodes", "ask", "go")
    key = value.at("nodes", "ask").key_place("go")

    assert (go.place.line, go.place.column, go.place.length) == (3, 13, 4)
    assert (key.column, key.length) == (9, 2)
    assert go.place.source == "  ask: {go: next}"


def test_words_stay_words() -> None:
    """`no` is not false and a date is not a number, whatever YAML 1.1 says."""
    value = read('a: no\nb: 2026-11-21\nc: "12"\nd: 12\ne: true\nf: on\ng:\n')

    assert plain(value) == {
        "a": "no", "b": "2026-11-21", "c": "12", "d": 12, "e": True, "f": "on", "g": None
    }  # fmt: skip


def test_a_fragment_is_found_inside_a_text_block() -> None:
    """A fault in the middle of a long text is pointed at, not the text."""
    value = read("a: |\n  satu\n  dua <b tiga\nb: dua\n")

    place = value.at("a").place_of("<b")

    assert (place.line, place.column, place.length) == (3, 7, 2)


def test_columns_count_characters_not_bytes() -> None:
    """Emoji and accents before a word do not shift its mark."""
    value = read('a: {"🆘é": x}\n')

    assert value.at("a", "🆘é").place.column == 11


def test_a_bomb_of_aliases_is_refused() -> None:
    """Aliases are never followed, so nothing can grow."""
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"

    value, problems = parse_yaml(bomb, "a.yaml")

    assert value is None
    assert [problem.line for problem in problems] == [2]


def test_deep_nesting_is_refused() -> None:
    """No file can exhaust the stack."""
    value, problems = parse_yaml("[" * 500 + "]" * 500, "a.yaml")

    assert value is None
    assert problems[0].message == "susunan ini terlalu dalam."


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """Files saved by Notepad are read like any other."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: satu\r\nb: dua\r\n")

    value, problems = load_yaml(path, "a.yaml")

    assert problems == ()
    assert value is not None
    assert plain(value) == {"a": "satu", "b": "dua"}
    assert value.at("b").place.source == "b: dua"


def test_other_encodings_are_named(tmp_path: Path) -> None:
    """No traceback for a file saved as Latin-1."""
    path = tmp_path / "a.yaml"
    path.write_bytes("a: caf\u00e9".encode("latin-1"))

    value, problems = load_yaml(path, "a.yaml")

    assert value is None
    assert problems[0].message == "berkas ini bukan UTF-8."


def test_a_long_line_is_cut_around_the_fault() -> None:
    """The mark stays under its word."""
    source = "x" * 200 + " salah " + "y" * 200
    problem = Problem("a.yaml", 1, 202, "salah.", source_line=source, length=5)

    _, line, mark = problem.shown().split("\n")

    start = mark.index("^")
    assert len(line) < 120
    assert line[start : start + 5] == "salah"
