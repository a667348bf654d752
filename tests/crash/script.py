"""
What scripted people do: menu, questions, checklist, recruiter check, a report and its receipt, danger.

`script_of(number)` gives one person's acts; the same number always gives the same acts. Whether a button is
there is known only to whoever walks: `rehearsal.py` leaves out taps that lead nowhere.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Do = Literal["say", "tap", "edit", "photo", "receipt"]


@dataclass(frozen=True, slots=True)
class Act:
    """
    Attributes:
        do: `edit` changes the last text; `receipt` types back the number that was shown.
        words: What is typed, or the button's label.
        at_once: The next act does not wait for the answer to this one.
    """

    do: Do
    words: str = ""
    at_once: bool = False


QUESTIONS = (
    "bayar berapa sih normalnya kalo mau kerja ke luar negeri lewat pt",
    "paspor saya dipegang pt boleh ga?",
    "kontrak belum dikasih, boleh berangkat?",
    "PT minta 30jt wjr g kak",
    "visa wisata buat kerja boleh?",
    "gimana cara lapor kalau gaji tidak dibayar?",
    "kerja di taiwan gajinya berapa?",
    "apa bedanya resmi sama ilegal",
    "umur 17 bisa daftar ga?",
    "resep rendang yang enak apa?",
)
COMPANIES = (
    "PT Moonlight Jobs",
    "Sunrise Staffing",
    "PT Bina Kerja Cemerlang",
    "PT Maju Mundur Jaya, bu Sri 0812 3456 7890",
    "0813 5555 1234",
    "PT Alwihdah Jaya Sentosa",
    "halo",
)
STORIES = (
    "saya diminta bayar 5 juta ke rekening pribadi, katanya biar cepat",
    "sponsor bilang kontraknya nanti saja di sana",
    "PT minta ijazah asli saya dan belum dikembalikan",
    "ada yang nawarin kerja ke Kamboja lewat facebook, gajinya 15 juta",
)
MORE = ("orangnya namanya pak Joko", "nomornya 0812 9999 0000", "rekeningnya BRI", "ketemunya di terminal")
PLACES = ("Lombok Timur", "Cirebon", "lewati")
RECRUITERS = ("Bu Sri dari PT Contoh", "lewati", "orang facebook, 0812 7777 1111")
ANSWERS = (
    Act("tap", "✅ Sudah"),
    Act("tap", "⬜ Belum"),
    Act("tap", "❓ Tidak tahu"),
    Act("say", "udah kak"),
    Act("say", "blm, katanya nanti"),
    Act("tap", "Kenapa penting?"),
)
CRIES = (
    "tolong kak saya dikunci di rumah majikan sekarang, paspor saya ditahan",
    "saya disekap di mes dan dipukul bos, tolong",
)


def script_of(number: int) -> tuple[Act, ...]:
    """The acts of one person, a dozen or so."""
    dice = random.Random(number)
    parts = [_menu, _question, _checklist, _recruiter, _report if number % 5 else _danger]
    must = parts[number % len(parts)]
    others = [part for part in parts if part is not must]
    second = [dice.choice(others)] if number % 2 else []
    acts = [Act("say", dice.choice(("/start", "/start kampanye_7", "/menu", "halo kak")))]
    for part in (must, *second):
        acts += part(dice)
    return (*acts, Act("say", "/bantuan"))


def commuting(script: Sequence[Act]) -> tuple[Act, ...]:
    """The script for a Telegram that mixes up what comes at once: two questions would swap their answers."""
    return tuple(replace(act, at_once=act.at_once and act.words not in QUESTIONS) for act in script)


def _menu(dice: random.Random) -> list[Act]:
    way = dice.choice(("Bantuan", "Privasi"))
    return [
        Act("say", "/menu"),
        Act("tap", "Lainnya"),
        Act("tap", way),
        Act("tap", "↩︎ Kembali"),
        Act("tap", "Tanya"),
        Act("tap", "🆘 Darurat"),
        Act("tap", dice.choice(("Malaysia", "Taiwan", "Hong Kong"))),
        Act("say", "kembali"),
    ]


def _question(dice: random.Random) -> list[Act]:
    first, second, third = dice.sample(QUESTIONS, 3)
    return [
        Act("say", first),
        Act("tap", "Selengkapnya"),
        Act("say", "kembali"),
        Act("say", second, at_once=True),
        Act("say", third),
        Act("edit", dice.choice(QUESTIONS)),
        Act("say", "/menu"),
    ]


def _checklist(dice: random.Random) -> list[Act]:
    acts = [Act("say", "/menu"), Act("tap", "Cek kesiapanku"), Act("tap", "Ayo mulai")]
    acts += [dice.choice(ANSWERS) for _ in range(dice.randrange(2, 5))]
    # left in the middle by a question, and resumed exactly
    return [*acts, Act("say", dice.choice(QUESTIONS)), Act("say", "kembali"), Act("say", "1")]


def _recruiter(dice: random.Random) -> list[Act]:
    return [
        Act("say", "/cek"),
        Act("say", dice.choice(COMPANIES)),
        Act("tap", "5 hal untuk ditanyakan"),
        Act("tap", "Cek PT lain"),
        Act("say", dice.choice(COMPANIES)),
        Act("say", "/menu"),
    ]


def _report(dice: random.Random) -> list[Act]:
    extra = dice.sample(MORE, 3)
    receipt = [Act("say", "1234 5678 9012 3456")] if dice.random() < 0.3 else []
    told = [Act("say", f"oh ya, {extra[0]}")] if dice.random() < 0.3 else []
    return [
        Act("say", "/lapor"),
        Act("say", dice.choice(STORIES)),
        *told,
        *receipt,
        Act("receipt"),
        Act("say", dice.choice(PLACES)),
        Act("say", dice.choice(RECRUITERS)),
        Act("tap", dice.choice(("Boleh", "Jangan dulu"))),
        Act("say", extra[0], at_once=True),
        Act("say", extra[1], at_once=True),
        Act("say", extra[2]),
        Act("edit", f"{extra[2]}, eh salah tulis"),
        *([Act("photo")] if dice.random() < 0.5 else []),
        Act("say", "selesai"),
    ]


def _danger(dice: random.Random) -> list[Act]:
    return [
        Act("say", dice.choice(CRIES)),
        Act("tap", dice.choice(("Malaysia", "Arab Saudi", "Taiwan"))),
        Act("say", "saya di lantai 3"),
        Act("say", "cepat ya", at_once=True),
        Act("say", "pintunya digembok"),
        Act("say", "bukan darurat"),
    ]
