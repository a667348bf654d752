"""
Find companies as typed: a legal form and the name behind it.

Pure. "PT resmi", "LPK kami" and "PT-nya" name nobody. Whether a company is on the register is another
room's question. Start at `find_companies`.
"""

from __future__ import annotations

import re

from bot.adverts.advert import Company, Quote

_FORM = re.compile(
    r"(?<!\w)(P\s?\.\s?T\b\.?|C\s?\.\s?V\b\.?|PT|CV|LPK|LKP|UD|Yayasan|Koperasi|BKK)\b[.:]?[ \t]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[ \t]{0,9}(&|[^\W_][\w'’&-]*)")
_MAX_COMPANIES = 20
_MAX_WORDS = 6
_MAX_SMALL_WORDS = 3  # when a name is typed without capitals nobody can say where it ends
_NO_NAME = frozenset(
    "resmi kami saya kita lama besar dulu nya tersebut ini itu yang yg anda kamu mana lain legal ilegal "
    "swasta penyalur penyalurnya terpercaya apa di ke dari dan atau sudah udah sdh telah untuk utk "
    "tanpa bukan tidak ga gak p3mi p3mis pjtki nya2 asing dalam luar langsung aman sendiri baru bonafid "
    "bonafit terdaftar dibuka membuka buka ada akan bisa harus cabang pusat kecil kantor".split()
)
_ENDS = _NO_NAME | frozenset(
    "job jobs lowongan loker lowker gaji wa whatsapp hub hubungi telp tlp alamat jl jalan butuh "
    "dibutuhkan mencari cari dicari menerima merekrut rekrut penempatan negara tujuan program magang "
    "biaya syarat usia umur wanita pria laki perempuan info minat dengan dgn izin ijin no nomor sip2mi "
    "sip3mi siuppmi open need tujuannya taiwan malaysia jepang korea hongkong singapura kuota posisi "
    "via lewat melalui".split()
)


def find_companies(text: str) -> tuple[Company, ...]:
    """Every named company, each spelling once."""
    found: list[Company] = []
    for form in _FORM.finditer(text):
        if len(found) >= _MAX_COMPANIES:
            break
        end, words = _name_after(text, form.end())
        if words:
            name = " ".join((form[1].replace(" ", "").replace(".", "").upper(), *words))
            if all(name.casefold() != company.name.casefold() for company in found):
                found.append(Company(name, Quote(text[form.start() : end], form.start(), end)))
    return tuple(found)


def _name_after(text: str, at: int) -> tuple[int, list[str]]:
    """Where the name that begins at `at` ends, and its words."""
    words: list[str] = []
    end = at
    capitals = False
    while len(words) < _MAX_WORDS:
        piece = _WORD.match(text, end)
        if piece is None:
            break
        word = piece[1]
        plain = word.casefold()
        if plain in (_ENDS if words else _NO_NAME) or plain.isdecimal():
            break
        if not words:
            capitals = word[0].isupper()
        elif (capitals and not (word[0].isupper() or word == "&")) or (
            not capitals and len(words) >= _MAX_SMALL_WORDS
        ):
            break
        words.append(word)
        end = piece.end()
    return end, words
