"""A small world: one province with two districts called Bima, one country abroad with a part."""

from __future__ import annotations

from bot.directory.contact import Contact
from bot.directory.nearest import Directory
from bot.directory.places import Level, Place, Places, build_places

INDONESIA = Place("indonesia", "Indonesia", Level.COUNTRY)
NTB = Place("nusa-tenggara-barat", "Provinsi Nusa Tenggara Barat", Level.PROVINCE, "indonesia")
BALI = Place("bali", "Provinsi Bali", Level.PROVINCE, "indonesia")
KAB_BIMA = Place("kab-bima", "Kabupaten Bima", Level.DISTRICT, "nusa-tenggara-barat")
KOTA_BIMA = Place("kota-bima", "Kota Bima", Level.DISTRICT, "nusa-tenggara-barat")
LOTIM = Place("kab-lombok-timur", "Kabupaten Lombok Timur", Level.DISTRICT, "nusa-tenggara-barat")
BADUNG = Place("kab-badung", "Kabupaten Badung", Level.DISTRICT, "bali")
MALAYSIA = Place("malaysia", "Malaysia", Level.COUNTRY, first=("kbri",))
JOHOR = Place("malaysia-johor", "Malaysia: Johor", Level.PART, "malaysia", first=("kjri-johor", "kbri"))
ALL = (INDONESIA, NTB, BALI, KAB_BIMA, KOTA_BIMA, LOTIM, BADUNG, MALAYSIA, JOHOR)
NAMES = (
    *((place.name, place.id) for place in ALL),
    ("nusa tenggara barat", NTB.id),
    ("ntb", NTB.id),
    ("bali", BALI.id),
    ("bima", KAB_BIMA.id),
    ("bima", KOTA_BIMA.id),
    ("lombok timur", LOTIM.id),
    ("lotim", LOTIM.id),
    ("badung", BADUNG.id),
)
CARDS = (("johor", JOHOR.id), ("kl", MALAYSIA.id), ("bali", INDONESIA.id), ("di kampung", INDONESIA.id))


def some_places() -> Places:
    return build_places(ALL, NAMES, CARDS)


def contact(name: str, kind: str = "uptd-ppa", **fields: object) -> Contact:
    """A contact in Indonesia with a number, unless told otherwise."""
    given = {"country": "indonesia", "phones": (f"0800-{len(name)}",), "cases": ("kekerasan",), **fields}
    return Contact(id=name, name=name, kind=kind, **given)  # type: ignore[arg-type]  # fields of a contact


def directory_of(*contacts: Contact) -> Directory:
    return Directory({each.id: each for each in contacts}, some_places())
