"""Which figures a text states, and when two of them say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.authoring.content import check, load_content
from bot.authoring.figures import figures_of_date, find_figures, stated_in
from tests.authoring.test_broken import BROKEN, TODAY, broken_tree


def values(text: str, *, invented: bool = False) -> list[str]:
    return [figure.value for figure in stated_in(text, invented=invented)]


def traced(text: str, claim: str) -> bool:
    """Whether everything that a text states stands in a claim."""
    known = find_figures(claim)
    return all(any(figure.fits(other) for other in known) for figure in stated_in(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Paling banyak Rp 3 juta.", "Batasnya Rp3.000.000."),
        ("Upah NT$29.500 sebulan.", "Upah paling rendah NT$ 29.500"),
        ("WhatsApp +62 811-8080-141", "WhatsApp pengaduan 0811-8080-141."),
        ("Dari luar negeri +62 21 2924 4800.", "Call center +62 21 2924 4800, berbayar."),
        ("Kontrak dua belas bulan.", "Kontrak 12 bulan."),
        ("Kontrak 2 tahun.", "Kontrak dua tahun."),
        ("Penjara 3–15 tahun.", "Pidana 3 sampai 15 tahun."),
        ("Gaji Rp 3–5 juta.", "Gaji Rp3.000.000 sampai Rp 5.000.000"),
        ("Pasal 10 UU 21/2007.", "UU 21 Tahun 2007 Pasal 10"),
        ("Potongan 1,5%.", "Potongan 1,5 persen."),
        ("Enam orang anggota keluarga, 6 orang.", "paling banyak enam anggota keluarga"),
    ],
)
def test_the_same_figure_in_other_words(text: str, claim: str) -> None:
    """Amounts, numbers, articles and spans are compared by what they say."""
    assert traced(text, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Penjara 15 bulan.", "Pidana 15 tahun."),
        ("Paling banyak Rp 30 juta.", "Batasnya Rp3.000.000."),
        ("Umur 21 tahun.", "Umur paling rendah 18 tahun."),
        ("Pasal 5.", "Pasal 15."),
        ("Telepon 0800-1000.", "Telepon 0800-1001."),
        ("Kontrak tiga tahun.", "Kontrak dua tahun."),
        ("Umur 18 tahun.", "UU 18/2017"),
        ("Potongan Rp 500.", "Paling sedikit 500 hari."),
    ],
)
def test_another_figure_is_another(text: str, claim: str) -> None:
    """Nor is a figure part of another one."""
    assert not traced(text, claim)


@pytest.mark.parametrize(
    "text",
    [
        "1. Catat namanya.\n2. Simpan fotonya.",
        "Tanya 5 hal ini.",
        "Satu orang menunggu di sana.",
        "Buka 24 jam.",
        'Contoh: "gaji 15 juta, berangkat 3 hari lagi".',
        "Visa E-9 dan G to G, SIP2MI, P3MI.",
        'Lihat <a href="https://example.org/2024/11">sumbernya</a>, {open} hal.',
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """Numbering, own counts, examples in quotes, names of visas and offices, addresses."""
    assert values(text) == []


def test_a_telephone_number_counts_even_in_quotes() -> None:
    """Somebody may dial it."""
    assert values('Tulis "telepon 0800-1000 ya".') == ["08001000"]


def test_a_story_may_invent_ages_and_sums_but_no_law() -> None:
    """An invented person has an invented age; an article or a telephone number is real."""
    story = "Sari, 17 tahun, membayar Rp 5 juta. Pasal 81 melarangnya. Ia menelepon 0800-1000."

    assert values(story, invented=True) == ["08001000", "81"]


def test_a_law_is_not_a_span_of_time() -> None:
    """ "UU 18 Tahun 2017" is no eighteen years."""
    assert [(figure.kind, figure.value) for figure in find_figures("UU 18 Tahun 2017")] == [
        ("law", "18"),
        ("law", "2017"),
    ]


def test_the_date_of_a_fact_backs_a_date_and_no_age() -> None:
    """ "Per 21 April 2025" rests on a fact of that day, "21 tahun" does not."""
    of_fact = figures_of_date("2025-04-21")

    day, year, age = stated_in("Per 21 April 2025: 21 tahun.")

    assert all(any(figure.fits(other) for other in of_fact) for figure in (day, year))
    assert not any(age.fits(other) for other in of_fact)


def test_an_untraced_figure_does_not_stop_the_bot(tmp_path: Path) -> None:
    """It is a task for the editor, told by the check; people are not left without answers."""
    root = broken_tree(BROKEN / "page_untraced.yaml", tmp_path / "tree")

    problems = check(root, TODAY)

    assert len(problems) == 1
    assert "negara/taiwan" in load_content(root).pages
