"""A checklist, walked through by the engine as a person would."""

from __future__ import annotations

from bot.authoring.content import Content
from bot.engine.session import Frame
from tests.authoring.walking import Walk


def begun(content: Content) -> Walk:
    walk = Walk(content)
    walk.tap("list")
    walk.tap("start")
    return walk


def test_all_done_leads_to_the_ready_words(content: Content) -> None:
    """Every item answered Sudah, typed or tapped, gives the good summary."""
    walk = begun(content)

    first = walk.said
    walk.type("udah kak")
    second = walk.said
    walk.tap("yes")

    assert first.startswith("Langkah 1 dari 2 · Sebelum berangkat\n▓▓▓▓▓░░░░░\n\nSudah baca kontraknya?")
    assert second.startswith("Langkah 2 dari 2")
    assert walk.said == "Semua sudah kamu cek."


def test_a_wrong_answer_warns_and_goes_on(content: Content) -> None:
    """The warning comes at once, with an explanation to read and the next step."""
    walk = begun(content)

    walk.type("blm, katanya nanti")

    assert walk.said == "⚠️ Jangan berangkat tanpa kontrak."
    assert walk.buttons[:2] == ["Baca penjelasan", "Lanjut langkah 2"]
    assert walk.tap("next").startswith("Langkah 2 dari 2")


def test_an_explanation_is_answered_where_it_stands(content: Content) -> None:
    """Who reads why something matters need not go back to say that it is done."""
    walk = begun(content)
    walk.tap("why")

    walk.type("udah")

    assert walk.said.startswith("Langkah 2 dari 2")


def test_open_items_are_counted_and_can_be_gone_through_alone(content: Content) -> None:
    """The summary says how many are left; only those are asked again."""
    walk = begun(content)
    walk.tap("yes")
    walk.tap("unknown")
    summary = walk.said

    walk.tap("open")
    asked_again = walk.node
    walk.tap("yes")

    assert summary == "Masih ada 1 hal."
    assert asked_again == "umur"
    assert walk.said == "Semua sudah kamu cek."


def test_every_open_item_counts(content: Content) -> None:
    """Two open items are two."""
    walk = begun(content)
    walk.tap("no")
    walk.tap("next")
    walk.tap("no")

    assert walk.said == "Masih ada 2 hal."


def test_explanations_lead_back_to_the_same_step(content: Content) -> None:
    """Why and how are read, and nothing is lost."""
    walk = begun(content)

    why = walk.tap("why")
    walk.tap("back")
    how = walk.type("gimana caranya")
    walk.type("kembali")

    assert "Kontrak menyebut gajimu." in why
    assert "Minta salinannya." in how
    assert walk.node == "kontrak"


def test_a_checklist_left_is_resumed_at_its_step(content: Content) -> None:
    """Days later the button names the step, and the answers are still there."""
    walk = begun(content)
    walk.tap("yes")
    walk.type("menu")

    asked = walk.tap("list")
    buttons = walk.buttons
    walk.tap("resume")

    assert asked.startswith("Kamu sudah pernah mulai daftar cek ini.")
    assert buttons[:2] == ["Lanjut langkah 2", "Mulai dari awal"]
    assert walk.session.here == Frame("checklist-berangkat", "umur")
    assert walk.session.answers["c.berangkat.kontrak"] == "sudah"


def test_starting_over_forgets_the_answers(content: Content) -> None:
    """Nothing of the first round is counted in the second."""
    walk = begun(content)
    walk.tap("yes")
    walk.tap("no")

    walk.tap("restart")

    assert walk.node == "kontrak"
    assert not [name for name in walk.session.answers if name.startswith("c.berangkat.k")]


def test_a_finished_checklist_opens_at_its_summary(content: Content) -> None:
    """Who comes back sees what is left, not the first question."""
    walk = begun(content)
    walk.tap("yes")
    walk.tap("no")
    walk.type("menu")

    walk.tap("list")

    assert walk.said == "Masih ada 1 hal."
