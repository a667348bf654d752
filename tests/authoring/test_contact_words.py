"""What people read about a contact: numbers that are sure, their date, and honest words about the rest."""

from __future__ import annotations

from datetime import date

from bot.authoring.contact_words import card, details
from bot.authoring.content import Content
from bot.authoring.facts import Fact, Source
from bot.directory.contact import Contact
from bot.directory.numbers import numbers_in
from bot.directory.places import Level

PROVINCES, DISTRICTS = 38, 514


def fact(
    claim: str, as_of: str = "2025-04", *, url: str = "https://example.org", doubt: bool = False
) -> Fact:
    return Fact("CON-1", claim, Source("Data <UPTD>", url), as_of, "medium", date(2027, 1, 1), doubt)


def contact(**fields: object) -> Contact:
    given = {"id": "ppa", "name": "UPTD & PPA", "kind": "uptd-ppa", "country": "indonesia", **fields}
    return Contact(**given)  # type: ignore[arg-type]  # fields of a contact


def test_a_card_has_numbers_hours_date_and_source() -> None:
    """As people dial it, escaped, and linked to where it is from."""
    shown = card(
        contact(phones=("0819-0304-1098",), hours="24 jam", note="gratis"), [fact("UPTD: 0819-0304-1098.")]
    )

    assert shown == (
        "<b>UPTD &amp; PPA</b>\nTelepon: 0819-0304-1098\n24 jam, gratis\n"
        '<i>Sumber: <a href="https://example.org">per April 2025</a></i>'
    )


def test_a_card_is_no_newer_than_its_oldest_number() -> None:
    """A fresh fact about one number does not freshen the other; facts without a number do not count."""
    facts = [fact("0811-1", "2023"), fact("0822-2", "2026-01"), fact("Kantor di Gerung.", "2026-10")]

    shown = card(contact(phones=("0811-1", "0822-2")), facts)

    assert "per 2023" in shown


def test_a_number_in_doubt_is_named_as_such() -> None:
    """The agency is known, its number is being looked at again; its mail may still be written to."""
    shown = card(contact(email="a@example.org"), [fact("UPTD: 0812-1.", doubt=True)])

    assert shown == "<b>UPTD &amp; PPA</b>\nNomornya sedang kami periksa ulang.\nSurel: a@example.org"


def test_no_number_at_all_is_said() -> None:
    """Without one, and without another channel, nothing is promised and nothing has a date."""
    assert card(contact(), [fact("Teleponnya tidak ditemukan.")]).endswith("\nNomornya belum kami punya.")
    assert details(contact(), []).endswith("\nBelum ada keterangan lain.")


def test_details_tell_where_and_how_else() -> None:
    """Address, mail, page and languages; a fact in doubt, or without a date, is no source."""
    facts = [fact("0819"), fact("lama", "tanpa tanggal"), fact("ragu", "2026", doubt=True)]
    about = contact(phones=("0819",), address="Jl. <Satu>", website="example.org", languages=("Jawa",))

    shown = details(about, facts)

    assert shown == (
        "<b>UPTD &amp; PPA</b>\nAlamat: Jl. &lt;Satu&gt;\nLaman: example.org\nBahasa: Jawa\n"
        'Sumber: <a href="https://example.org">Data &lt;UPTD&gt;</a>, per April 2025'
    )


def test_no_number_in_doubt_is_shown_anywhere(shipped: Content) -> None:
    """Planted by reality: many of our facts have numbers that nobody has verified yet."""
    facts = shipped.facts.values()
    sure = {number for each in facts if not each.verify_before_use for number in numbers_in(each.claim)}
    doubtful = {
        number
        for each in facts
        if each.verify_before_use and each.id.startswith("CON-")
        for number in numbers_in(each.claim)
        if len(number) > 6
    } - sure
    texts = shipped.flows.wording.texts
    said = {number for text in texts.values() for number in numbers_in(text)}

    assert len(doubtful) > 100
    assert said & doubtful == set()


def test_every_province_and_district_can_be_named(shipped: Content) -> None:
    """Also those of which we have no contact: the answer is then the province's and the nation's numbers."""
    places = shipped.directory.places.by_id.values()

    levels = [place.level for place in places]

    assert (levels.count(Level.PROVINCE), levels.count(Level.DISTRICT)) == (PROVINCES, DISTRICTS)
