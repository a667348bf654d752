"""Which rows are one company: a number says so only when it can belong to one alone."""

import pytest

from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows


def register(*licences: str) -> Register:
    """Companies with these numbers, the last of them revoked."""
    names = ("Anggur", "Bambu", "Cendana", "Damar", "Enau")
    rows = [
        {"name": f"PT {name} Jaya", "status": "aktif", "licence_number": licence}
        for name, licence in zip(names, licences, strict=False)
    ]
    kept, _ = parse_rows([*rows[:-1], {**rows[-1], "status": "dicabut"}])
    return build_register(kept, complete=True, as_of=None, source="uji")


@pytest.mark.parametrize("licence", ["1", "912/2020", "KEP.12/2020", "0000000000000", "---"])
def test_a_short_number_ties_nobody(licence: str) -> None:
    """The number of a line or of a decree accuses no other company."""
    found = register(licence, licence)

    assert found.relatives(found.rows[0]) == ()


def test_a_number_of_many_ties_nobody() -> None:
    """A decree for all of them, or what somebody typed where nothing was known."""
    found = register(*["9120500980645"] * 5)

    assert found.relatives(found.rows[0]) == ()


def test_a_whole_number_ties_a_company_to_its_other_name() -> None:
    """A revoked company does not come back under a new name."""
    found = register("9120500980645", "1234567890123", "9120500980645")

    assert [row.name for row in found.relatives(found.rows[0])] == ["PT Cendana Jaya"]
