"""A quiz, walked through by the engine as a person would."""

from __future__ import annotations

import pytest

from bot.authoring.content import Content
from tests.authoring.walking import Walk


def begun(content: Content) -> Walk:
    walk = Walk(content)
    walk.command("kuis")
    walk.type("ayo")
    return walk


def answered(content: Content, *typed: str) -> Walk:
    walk = begun(content)
    for text in typed:
        walk.type(text)
        walk.type("lanjut")
    return walk


def test_an_item_shows_how_far_and_what_to_choose(content: Content) -> None:
    """Progress, the case, and its choices."""
    walk = begun(content)

    assert walk.said.startswith("Soal 1 dari 3 · Kuis tanda bahaya\n▓▓▓░░░░░░░\n\nRina 17 tahun")
    assert walk.buttons[:2] == ["Tanda bahaya", "Biasa saja"]


def test_an_answer_is_explained_kindly(content: Content) -> None:
    """Who was wrong reads the right answer and why, without blame."""
    walk = begun(content)

    wrong = walk.type("biasa saja kak")

    assert wrong.startswith("Belum tepat, tidak apa-apa.")
    assert "Jawaban yang tepat: <b>Tanda bahaya</b>" in wrong
    assert wrong.endswith("Umur paling rendah 18 tahun.")
    assert walk.buttons[0] == "Lanjut"


@pytest.mark.parametrize("typed", ["tanda bahaya", "1", "a"])
def test_a_choice_can_be_typed(content: Content, typed: str) -> None:
    """By its words, its number or its letter."""
    walk = begun(content)

    assert walk.type(typed).startswith("Betul.")


def test_right_answers_are_counted_and_fit_a_result(content: Content) -> None:
    """The best result for all right, and nothing to read again."""
    walk = answered(content, "tanda bahaya", "biasa saja", "110")

    assert walk.said == "Kamu menjawab tepat 3 dari 3 soal.\n\nKamu teliti."
    assert walk.buttons[:2] == ["Ulangi dari awal", "↩︎ Kembali ke menu"]


@pytest.mark.parametrize(
    ("typed", "score", "result"),
    [
        (("tanda bahaya", "biasa saja", "911"), "2 dari 3", "Hampir."),
        (("biasa saja", "tanda bahaya", "110"), "1 dari 3", "Hampir."),
        (("biasa saja", "tanda bahaya", "911"), "0 dari 3", "Baca lagi pelan-pelan."),
    ],
)
def test_every_score_has_a_result(content: Content, typed: tuple[str, ...], score: str, result: str) -> None:
    """From the least number of right answers that a result names."""
    walk = answered(content, *typed)

    assert f"tepat {score} soal.\n\n{result}" in walk.said


def test_what_went_wrong_can_be_read_again(content: Content) -> None:
    """One button for each wrong answer: the case, the right answer, why; and back to the result."""
    walk = answered(content, "biasa saja", "biasa saja", "911")

    offered = walk.buttons[:2]
    read = walk.type("soal 3")
    walk.type("kembali")

    assert offered == ["Soal 1", "Soal 3"]
    assert read.startswith("Soal 3 dari 3\n\nNomor polisi?\n\nJawaban yang tepat: <b>110</b>\n\nTelepon 110")
    assert walk.said.startswith("Kamu menjawab tepat 1 dari 3 soal.")


def test_a_quiz_left_is_resumed_where_it_was(content: Content) -> None:
    """After a side way to the menu the button names the item; what was answered is not asked again."""
    walk = begun(content)
    walk.type("biasa saja")
    walk.type("lanjut")
    walk.type("menu")

    asked = walk.command("kuis")
    buttons = walk.buttons[:2]
    walk.type("lanjut")

    assert asked.startswith("Kamu sudah pernah mulai kuis ini.")
    assert buttons == ["Lanjut soal 2", "Ulangi dari awal"]
    assert walk.node == "kontrak_ask"
    assert walk.session.answers["q.tanda.umur"] == "wrong"


def test_who_leaves_at_an_explanation_comes_back_to_it(content: Content) -> None:
    """An item that has been answered is not asked twice."""
    walk = begun(content)
    walk.type("tanda bahaya")
    walk.type("menu")

    walk.command("kuis")
    walk.type("lanjut")

    assert walk.node == "umur_right"


def test_a_finished_quiz_opens_at_its_result_and_can_be_repeated(content: Content) -> None:
    """Nothing of the first round is counted in the second."""
    walk = answered(content, "tanda bahaya", "biasa saja", "110")
    walk.type("menu")

    again = walk.command("kuis")
    walk.type("ulangi")
    for text in ("biasa saja", "lanjut", "tanda bahaya", "lanjut", "911", "lanjut"):
        walk.type(text)

    assert again.startswith("Kamu menjawab tepat 3 dari 3 soal.")
    assert walk.said.startswith("Kamu menjawab tepat 0 dari 3 soal.")
