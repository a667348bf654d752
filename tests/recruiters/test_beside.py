"""What stands beside a name: words that may belong to it make it unsure, words about it do not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recruiters.names import find_names
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.verdict import Kind, check

TODAY = date(2026, 11, 21)
NAMES = (
    "PT Rimbawana Karya Mandiri",
    "PT Sekarwangi Putra (SEKAR)",
    "PT Wijaya Abadi Kerja",
    "PT Tirta 2000",
    "CV Lokananta Jaya",
)


@pytest.fixture(scope="module")
def register() -> Register:
    rows = [Recruiter(name, "aktif", Standing.LISTED, "contoh", TODAY) for name in NAMES]
    return build_register(rows, complete=False, as_of=TODAY, source="contoh")


@pytest.mark.parametrize(
    "typed",
    [
        "{} 88",
        "{} 2 resmi ga",
        "{} 1 Abadi",
        "{} Luar Negeri",
        "{} Luar Negeri Mandiri itu resmi ga",
        "{} Resmi Indonesia",
        "{} Legal Sukses",
        "{} agen sukses itu resmi ga",
        "{} Sponsor",
        "{}\nAbadi Karya",
        "{}. Abadi Karya",
        "{}, Abadi",
        '{} "Abadi"',
        "{} (Taiwan) Abadi",
        "{} (Abadi)",
        "{}, CV",
        "{} CV",
        "{} Tbk",
        "{} resmi 88",
        "{} No 2",
    ],
)
@pytest.mark.parametrize("name", ["PT Rimbawana Karya Mandiri", "rimbawana karya mandiri"])
def test_a_name_that_may_go_on_is_asked_about(register: Register, name: str, typed: str) -> None:
    """It may be another company, so the person is asked; nothing is confirmed."""
    verdict = check(register, typed.format(name), TODAY)

    assert verdict.decision != "confirm"
    if "CV" not in typed:  # that is another company for sure, when no "PT" is there
        assert verdict.kind in (Kind.SUGGEST, Kind.ASK_WHICH)
        assert verdict.candidates[0].name == "PT Rimbawana Karya Mandiri"


@pytest.mark.parametrize("before", ["88", "Resmi", "Agen", "Luar Negeri", "Baru", "Sponsor", "Kantor", "1"])
@pytest.mark.parametrize("form", ["PT", "PT.", "CV"])
def test_words_between_form_and_name_may_belong_to_it(register: Register, form: str, before: str) -> None:
    """ "PT Resmi Rimbawana" is no "PT Rimbawana"; and a CV stays one."""
    verdict = check(register, f"{form} {before} Rimbawana Karya Mandiri", TODAY)

    assert verdict.decision != "confirm"
    assert (verdict.kind is Kind.SUGGEST) is (form != "CV")


@pytest.mark.parametrize(
    "typed",
    [
        "{}",
        "{} itu resmi ga ya kak",
        "{} resmi?",
        "{} legal atau bodong",
        "pt {} aman ga kak",
        "{} buka lowongan taiwan",
        "kalau {} membuka lowongan ke taiwan gimana",
        "{} kantornya di bekasi",
        "{} gajinya 15 juta",
        "{} biayanya berapa",
        "{}. Saya disuruh bayar 5 juta",
        "{}\nresmi tidak?",
        "{} (P3MI) resmi ga",
        '"{}" resmi?',
        "nama ptnya {}",
        "ini {} bukan?",
        "{} resmi atau bukan",
        "{} no telp berapa",
        "{} abal abal?",
        "{}!!!",
        "#1 {}",
        "{}, bu Sri 0812 3456 7890",
        "{} tanya CV nya kirim kemana",
    ],
)
@pytest.mark.parametrize("name", ["PT Rimbawana Karya Mandiri", "rimbawana karya mandiri"])
def test_a_sentence_around_a_name_leaves_it_sure(register: Register, name: str, typed: str) -> None:
    """Nobody has to answer a question for having written a sentence."""
    verdict = check(register, typed.format(name.removeprefix("PT ") if "pt" in typed else name), TODAY)

    assert verdict.recruiter is not None
    assert verdict.recruiter.name == "PT Rimbawana Karya Mandiri"
    assert verdict.decision == "confirm"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_sure_as_the_list_has_it(register: Register, name: str) -> None:
    """With a short name in brackets, a figure or a chat word in it."""
    for typed in (name, f"{name} resmi ga kak", f"mau tanya {name}"):
        verdict = check(register, typed, TODAY)

        assert verdict.recruiter is not None, typed
        assert verdict.recruiter.name == name


def test_a_name_in_letters_of_two_scripts_is_asked_about(register: Register) -> None:
    """It is read as it looks, and whoever wrote it so had a reason: nothing is confirmed."""
    verdict = check(register, "PT Rimb\u0430wana Karya Mandiri", TODAY)

    assert verdict.decision != "confirm"


def test_a_word_that_people_ask_may_end_a_name() -> None:
    """Where a company is called "… Resmi", "resmi?" behind another is still a question."""
    names = ("PT Bumi Resmi", "PT Bumi Karya", "PT Wana Kerja", "PT Alam Aman")
    rows = [Recruiter(name, "aktif", Standing.LISTED, "contoh", TODAY) for name in names]
    register = build_register(rows, complete=True, as_of=TODAY, source="contoh")
    expected = {
        "PT Bumi Resmi": "PT Bumi Resmi",
        "PT Bumi Resmi legal ga": "PT Bumi Resmi",
        "PT Bumi Karya resmi?": "PT Bumi Karya",
        "PT Wana Kerja resmi ga": "PT Wana Kerja",
        "PT Alam Aman ga": "PT Alam Aman",
        "PT Bumi Karya aman ga": "PT Bumi Karya",
        "PT Bumi Karya aman": None,
    }

    found = {typed: check(register, typed, TODAY).recruiter for typed in expected}

    assert {typed: row.name if row else None for typed, row in found.items()} == expected


@pytest.mark.parametrize(
    "typed",
    ["bukan {}", "bukan dari {}", "katanya bukan {} ya", "dia bkn punya {}", "mantan karyawan {}", "eks {}"],
)
def test_a_denied_name_confirms_nothing(register: Register, typed: str) -> None:
    """ "Bukan PT X" is no question about PT X."""
    verdict = check(register, typed.format("PT Rimbawana Karya Mandiri"), TODAY)

    assert verdict.kind is Kind.SUGGEST


@pytest.mark.parametrize(
    "text", ["PT penyalur resmi", "lpk bahasa jepang", "CV lamaran", "mess PT itu", "pt swasta lain"]
)
def test_ordinary_words_behind_a_form_are_no_name(text: str) -> None:
    """Nobody is told that "PT penyalur" is not on the list."""
    assert [name for name in find_names(text, ()) if name.form and name.words != ("mess",)] == []


@pytest.mark.parametrize(
    "piece", ["(", "()", "PT a ", "resmi ", "a (", "PT (88 ", ", a", "pt cv ", "bukan dari "]
)
def test_hostile_texts_are_read_in_bounds(register: Register, piece: str) -> None:
    """Brackets that never close, forms without names: there is a verdict, and it confirms nobody."""
    assert check(register, piece * 5_000, TODAY).decision != "confirm"
