"""Two looks at one line: surer where they agree, in doubt where neither is sure."""

from __future__ import annotations

from bot.reading.seen import Seen

NUMBER = "WA 081234567890"


def seen(text: str = NUMBER, **sure: float) -> Seen:
    """A line of which all letters are clear but those at some places: `p5=0.4`."""
    return Seen(text, tuple(sure.get(f"p{at}", 1.0) for at in range(len(text))))


def test_a_clear_line_needs_no_second_look() -> None:
    """Nor does a word with one odd letter; a number does, and a faint line."""
    assert not seen().wants_second_look
    assert not seen("Makan dan asrama", p3=0.6).wants_second_look
    assert seen(p5=0.9).wants_second_look
    assert Seen("abc", (0.8, 0.8, 0.8)).wants_second_look
    assert not Seen("").wants_second_look


def test_doubt_is_about_digits_of_long_numbers_only() -> None:
    """A wage or an age is not compared with anything; a number leads to somebody."""
    assert seen(p5=0.5).doubts == (5,)
    assert seen("Usia 18 - 45 tahun", p5=0.5).doubts == ()
    assert seen("WA 0812-3456-7890", p7=0.5).doubts == ()  # the hyphen itself
    assert seen("Jok0 0812-3456-7890", p3=0.5).doubts == ()
    assert seen("WA0812-3456-7890", p2=0.5).doubts == (2,)


def test_agreement_takes_doubt_away() -> None:
    """Both saw the same digit, and one of them quite clearly."""
    assert seen(p5=0.6).seen_again(seen(p5=0.85)).doubts == ()


def test_two_faint_looks_stay_in_doubt() -> None:
    """What both saw badly may be something else, even when they agree."""
    assert seen(p5=0.6).seen_again(seen(p5=0.7)).doubts == (5,)


def test_the_clearer_of_two_different_numbers_counts() -> None:
    """A frame's edge was taken for a 1; the second look saw no such thing."""
    first = seen("1081234567890", p0=0.4)

    assert first.seen_again(seen("081234567890")).text == "081234567890"
    assert seen("081234567890").seen_again(first).text == "081234567890"


def test_a_look_that_lost_the_number_does_not_count() -> None:
    """However sure it is of the rest."""
    assert seen(p5=0.6).seen_again(Seen("WA", (1.0, 1.0))).text == NUMBER


def test_of_words_the_surer_look_counts() -> None:
    """Also when it has more letters."""
    assert Seen("tumah", (0.7,) * 5).seen_again(Seen("rumah", (0.9,) * 5)).text == "rumah"
