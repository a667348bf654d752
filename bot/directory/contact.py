"""
Somebody to call or write to, and the words an editor may use for what they are and what they do.

The order of `KINDS` is the order in which contacts of the same level are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "kementerian",
    "polisi",
    "perwakilan-ri",
    "layanan-negara-tujuan",
    "layanan-korban",
    "uptd-ppa",
    "disnaker",
    "bp3mi",
    "ltsa",
    "dinas-sosial",
    "lpsk",
    "lembaga-negara",
    "bantuan-hukum",
    "serikat",
    "ngo",
)
CASES = (
    "keberangkatan",
    "ketenagakerjaan",
    "kekerasan",
    "tppo",
    "pemulangan",
    "jenazah",
    "dokumen",
    "hukum",
    "layanan-buruk",
    "kesehatan-jiwa",
)
"""What people need help with; those that the bot asks for have words in `wording/contacts.yaml`."""

INDONESIA = "indonesia"


@dataclass(frozen=True, slots=True)
class Contact:
    """
    One agency or service. Numbers are written as people read them; only verified ones stand here.

    Attributes:
        kind: One of `KINDS`.
        country, province, district: Ids of places. Without a district it is for the whole province, without
            a province for the whole country.
        cases: What it helps with, each of `CASES`.
        from_abroad: An office in Indonesia for people who are abroad.
        facts: Ids of the facts that all of this rests on, also those still to be verified.
    """

    id: str
    name: str
    kind: str
    country: str
    province: str = ""
    district: str = ""
    cases: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    whatsapp: tuple[str, ...] = ()
    email: str = ""
    website: str = ""
    address: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    facts: tuple[str, ...] = ()
    from_abroad: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """Everything that can be dialled."""
        return (*self.phones, *self.whatsapp)
