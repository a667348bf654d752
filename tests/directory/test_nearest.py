"""Which contacts fit, and in which order they are shown."""

from __future__ import annotations

from bot.directory.contact import Contact
from bot.directory.nearest import MOST_ON_A_SCREEN, Directory, in_order, nearest
from bot.directory.places import Place
from tests.directory.sample import (
    BADUNG,
    INDONESIA,
    JOHOR,
    KOTA_BIMA,
    LOTIM,
    MALAYSIA,
    NTB,
    contact,
    directory_of,
)

NATIONAL = (
    contact("kp2mi", "kementerian", phones=("0800-1000",), cases=("kekerasan", "ketenagakerjaan")),
    contact("polisi", "polisi", phones=("110",)),
    contact("sapa", "layanan-korban", phones=("129",)),
    contact("dari-luar", "kementerian", phones=("+62 21 2924 4800",), from_abroad=True),
)
IN_NTB = {"province": NTB.id}


def shown(directory: Directory, place: Place, case: str = "") -> list[str]:
    return [each.id for each in in_order(nearest(directory, place, case))]


def in_lotim(name: str, **fields: object) -> Contact:
    return contact(name, **{"province": NTB.id, "district": LOTIM.id, **fields})  # type: ignore[arg-type]


def test_the_nearest_comes_first() -> None:
    """District, province, country; other districts and other provinces are left out."""
    directory = directory_of(
        *NATIONAL,
        contact("provinsi", **IN_NTB),
        contact("bima", district=KOTA_BIMA.id, **IN_NTB),
        contact("badung", province="bali", district=BADUNG.id),
        in_lotim("lotim"),
    )

    assert shown(directory, LOTIM) == ["lotim", "provinsi", "kp2mi", "polisi", "sapa"]
    assert shown(directory, NTB) == ["provinsi", "kp2mi", "polisi", "sapa"]
    assert shown(directory, INDONESIA) == ["kp2mi", "polisi", "sapa"]


def test_abroad_the_mission_of_the_place_comes_first() -> None:
    """Then other missions, the country's own services, and those at home who can be reached from there."""
    directory = directory_of(
        *NATIONAL,
        contact("hotline", "layanan-negara-tujuan", country="malaysia"),
        contact("kjri-penang", "perwakilan-ri", country="malaysia"),
        contact("kbri", "perwakilan-ri", country="malaysia"),
        contact("kjri-johor", "perwakilan-ri", country="malaysia"),
    )

    assert shown(directory, JOHOR) == ["kjri-johor", "kbri", "kjri-penang", "dari-luar", "hotline"]
    assert shown(directory, MALAYSIA)[:3] == ["kbri", "kjri-johor", "kjri-penang"]


def test_only_who_helps_with_the_problem_is_shown() -> None:
    """A problem narrows the local and the national contacts alike."""
    directory = directory_of(*NATIONAL, in_lotim("ppa"), in_lotim("disnaker", cases=("ketenagakerjaan",)))

    assert shown(directory, LOTIM, "ketenagakerjaan") == ["disnaker", "kp2mi"]


def test_an_agency_without_a_number_never_hides_the_national_ones() -> None:
    """One of them is named; three national numbers stand on the same screen."""
    silent = [in_lotim(f"tanpa-nomor-{number}", phones=()) for number in range(4)]
    directory = directory_of(*NATIONAL, *silent, contact("provinsi", **IN_NTB))

    first = shown(directory, LOTIM)[:MOST_ON_A_SCREEN]

    assert first == ["tanpa-nomor-0", "provinsi", "kp2mi", "polisi", "sapa"]


def test_nobody_is_lost_and_nobody_stands_twice() -> None:
    """What does not fit the first screen comes on the next ones."""
    silent = [in_lotim(f"tanpa-nomor-{number}", phones=()) for number in range(4)]
    directory = directory_of(*NATIONAL, *silent)

    everybody = shown(directory, LOTIM)

    assert sorted(everybody) == sorted(["kp2mi", "polisi", "sapa", *(each.id for each in silent)])


def test_a_number_is_not_repeated_further_away() -> None:
    """A local police with 110 stands for the national one."""
    directory = directory_of(*NATIONAL, in_lotim("polres", kind="polisi", phones=("110",)))

    assert "polisi" not in shown(directory, LOTIM)


def test_it_is_known_whether_anything_is_of_the_place_itself() -> None:
    """So that the answer can say honestly that it is not."""
    directory = directory_of(*NATIONAL, contact("provinsi", **IN_NTB), in_lotim("lotim"))

    assert nearest(directory, LOTIM).local
    assert nearest(directory, NTB).local
    assert not nearest(directory, KOTA_BIMA).local
    assert not nearest(directory, MALAYSIA).local
