"""Adverts by the dozen, with what stands in them; all names and numbers are invented. Start at `offer`."""

from __future__ import annotations

import random
from dataclasses import dataclass

_FIRST = "KARYA SATRIA BINA MITRA CAHAYA SURYA WAHANA TIARA ANUGERAH DELTA GARUDA SENTOSA".split()
_LAST = "RONAMAS BAHTERA LESTARINDO MANDIRATAMA KENCANAPUTRA SAMUDRAJAYA NUSAPERSADA TIRTAWENING".split()
_PEOPLE = "Ibu Siti Aminah|Pak Joko|Bu Dewi|Mas Andi|Mbak Ratna|H. Mahmud|Kak Yuni|Bang Rizal".split("|")
_COUNTRIES = (
    ("taiwan", "Taiwan", "NT$ {}.000", (18, 32)),
    ("malaysia", "Malaysia", "RM {}00", (15, 30)),
    ("hong-kong", "Hong Kong", "HK$ 5.{}0", (10, 99)),
    ("singapura", "Singapura", "SGD {}0", (55, 90)),
    ("jepang", "Jepang", "{}0.000 yen", (16, 24)),
    ("kamboja", "Kamboja", "{} juta", (9, 25)),
    ("uni-emirat-arab", "Dubai", "{}00 dirham", (12, 30)),
    ("turki", "Turki", "Rp {}.500.000", (8, 15)),
    ("polandia", "Polandia", "Rp {} juta", (14, 30)),
)
_JOBS = (
    "Perawat lansia|Operator pabrik|Asisten rumah tangga|Pekerja kebun|Pelayan restoran|Admin online".split(
        "|"
    )
)
_CLAIMS = (
    "Proses cepat, langsung terbang",
    "Tanpa potongan gaji",
    "Makan dan asrama ditanggung",
    "Usia 18 - 45 tahun",
    "Pendidikan minimal SMP",
    "Biaya bisa dicicil setelah kerja",
    "Kuota terbatas, siapa cepat dia dapat",
    "Kontrak 2 tahun, libur sekali seminggu",
    "Paspor dan visa diurus sponsor",
    "Bisa tanpa pengalaman",
)
_HEADS = "LOWONGAN KERJA KE {}|DICARI SEGERA KE {}|INFO LOKER {}|BUTUH CEPAT, TUJUAN {}".split("|")
_CALLS = "Hubungi {}:|WA {}:|Info {}|Kontak {} ".split("|")
SPELLINGS = ("0AAA-BBBB-CCCC", "0AAABBBBCCCC", "+62 AAA-BBBB-CCCC", "0AAA BBBB CCCC", "wa.me/62AAABBBBCCCC")


@dataclass(frozen=True, slots=True)
class Offer:
    """An advert and its truth; `country` is the bot's id, `phones` are E.164, in their order."""

    lines: tuple[str, ...]
    company: str
    country: str
    wage: str
    phones: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def offer(seed: int, *, phones: int = 1, spelling: str = "") -> Offer:
    """
    Args:
        phones: How many numbers stand in it.
        spelling: One of how a number may be written, letters for digits; "" takes a usual one.
    """
    chance = random.Random(seed)
    country, place, currency, (low, high) = chance.choice(_COUNTRIES)
    company = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    wage = currency.format(chance.randint(low, high))
    numbers = [_number(chance) for _ in range(phones)]
    lines = [
        chance.choice(_HEADS).format(place.upper()),
        f"PT {company}",
        f"{chance.choice(_JOBS)} di {place}",
        f"Gaji {wage} per bulan",
        *chance.sample(_CLAIMS, 4),
    ]
    for digits in numbers:
        shown = _spelt(digits, spelling or chance.choice(SPELLINGS))
        call = chance.choice(_CALLS).format(chance.choice(_PEOPLE))
        lines += [f"{call} {shown}"] if len(call) < 16 else [call, shown]
    return Offer(tuple(lines), company, country, wage, tuple(f"+62{digits}" for digits in numbers))


def _number(chance: random.Random) -> str:
    prefix = chance.choice("811 812 813 821 822 823 852 853 857 858 877 878 895 896 817 819 831 838".split())
    return prefix + "".join(chance.choice("0123456789") for _ in range(8))


def _spelt(digits: str, spelling: str) -> str:
    rest = iter(digits)
    return "".join(next(rest) if letter in "ABC" else letter for letter in spelling)
