"""What was shown last says which entries belong to the same talk."""

from bot.faq.entry import Entry, kindred

ENTRIES = {
    entry.id: entry
    for entry in (
        Entry("taiwan", "taiwan", "Kerja di Taiwan", destinations=("taiwan",), stages=("negara-tujuan",)),
        Entry("upah-taiwan", "gaji", "Upah di Taiwan", destinations=("taiwan",), stages=("bekerja-di-ln",)),
        Entry("korea-eps", "korea-eps", "Kerja di Korea", destinations=("korea",), stages=("negara-tujuan",)),
        Entry("skck", "skck", "SKCK", stages=("dokumen",)),
        Entry("paspor-pmi", "paspor-pmi", "Membuat paspor", stages=("dokumen",)),
    )
}


def test_a_destination_stays_the_destination() -> None:
    """After a country, what is for that country is likelier, not what is for another one."""
    assert kindred(ENTRIES, "taiwan") == {"taiwan", "upah-taiwan"}


def test_without_a_destination_the_stage_counts() -> None:
    """After one paper, other papers are likelier."""
    assert kindred(ENTRIES, "skck") == {"skck", "paspor-pmi"}


def test_nothing_shown_favours_nothing() -> None:
    """A first question, and one after an entry that is gone, is searched without favour."""
    assert kindred(ENTRIES, "") == kindred(ENTRIES, "dihapus") == frozenset()
