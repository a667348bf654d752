"""
Whether a text is an offer of work that was passed on, and not somebody's own story or question.

Pure, and it says nothing about danger. Each sign has a weight; the weights are a logistic fit on our own
adverts (`tests/adverts/adverts.jsonl`) against questions, cries and calm messages of the content, and the
tests hold them to it. Who passes a message on has not typed it, so less is asked of it. Start at
`offer_score`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

from bot.adverts.advert import Advert
from bot.adverts.judge import Verdict
from bot.language.folding import fold

PASTED: Final = 0.3  # score from which a text is taken for an offer
DOUBTFUL: Final = -0.5  # the same when nothing else is known to answer
FORWARDED: Final = -2.0  # and when it was passed on
_NOT_TYPED: Final = DOUBTFUL - 0.5
_LOOKED_AT: Final = 3000  # letters
_LONG: Final = 40  # words; beyond them length tells nothing
_STORY: Final = 60  # words; a shorter text that ends in a question asks something

_OFFERS: Final = re.compile(
    r"\b(?:lowongan|lowker|loker|lowongn|dibutuhkan|dibuthkan|dibutuhin|dicari|dcari|hiring|vacancy|"
    r"open (?:recruit\w*|rekrut\w*|pendaftaran)|we are|job (?:order|ready)|info (?:loker|job|kerja)|"
    r"(?:membuka|buka) (?:lowongan|pendaftaran|kesempatan)|penerimaan|rekrutmen|recruit\w*|urgent\w*|"
    r"pendaftaran dibuka|kesempatan kerja|peluang kerja)\b"
)
_WANTED: Final = re.compile(
    r"(?:^|[\n.!:])\W*(?:cari|butuh|bth|perlu|need|ready|mau|pengen|ingin|yg mau|yang mau|ayo|yuk|"
    r"siapa mau|kerja)\b"
)
_CALLS: Final = re.compile(
    r"\b(?:minat|berminat|hub|hubungi|hubungin|inbox|inboks|dm|pm|japri|chat|wa|whatsapp|daftar|daftarkan|"
    r"kirim (?:cv|lamaran|ktp|foto|data)|gabung|join|buruan|segera|terbatas|kuota|slot|merapat|lamaran|"
    r"call|contact|kontak|klik|link|cp|info lengkap|siapa cepat)\b"
)
_TERMS: Final = re.compile(
    r"\b(?:syarat|persyaratan|fasilitas|kualifikasi|kriteria|benefit|bonus|lembur|overtime|mess|mes|"
    r"penempatan|tujuan|negara|posisi|bagian|usia|umur|pria|wanita|laki|pengalaman|lulusan|ijazah|gaji|upah|"
    r"salary|kontrak|jam kerja|akomodasi|tiket|visa|proses|potongan|tanpa|gratis|free|ditanggung|makan|"
    r"tempat tinggal|asrama|berangkat|terbang|langsung|cepat|job|sektor|majikan|dp|biaya|dijamin|resmi|"
    r"bersedia|diutamakan|maks|max|min|minimal|maksimal|sd|smp|sma|smk|interview|siap kerja)\b"
)
_SELLS: Final = re.compile(
    r"\b(?:dijamin|jamin|pasti|tenang|bisa dibantu|dibantu|kita|kami bantu|diurus|diurusin|urus|"
    r"langsung|tinggal|"
    r"cukup|yuk|ayo|buruan|gampang|mudah|cepat|ready|siap|bebas|jgn|jangan|gpp|gapapa|nanti|ga usah|gak usah|"
    r"ga perlu|tidak perlu|tanpa|no|gaji|disediakan|ditanggung|dapat|peserta|calon|pendaftaran|daftar|"
    r"program|"
    r"info|pengumuman|resmi|gratis|tersedia|sesuai|wajib|kantor|bawa|diterima|dibayar)\b"
)
_OWN: Final = re.compile(
    r"\b(?:saya|sy|sya|saia|aku|ak|gw|gue|gua|kulo|tiang|abdi|ane|istri|suami|adik|adek|adikku|abangku|"
    r"pamanku|"
    r"anak ?(?:saya|sy|ku)|tetangga|ponakan|sodara|saudara|kakak|temen|teman|temenku|temanku|ibu saya|"
    r"bapak saya|"
    r"katanya|ktnya|katany|d ?tawari|ditawarin|ditawarkan|tawarannya|disuruh|dijanjikan|diajak|ngajak|"
    r"ngajakin|"
    r"nawarin|nawari|tolong|tlg)\b"
)
_ASKS: Final = re.compile(
    r"\?|\b(?:apakah|apa|ap|apaan|bagaimana|gimana|gmn|gmna|bgmn|kenapa|knp|mengapa|kapan|kpn|berapa|"
    r"brp|brapa|"
    r"dimana|mana|bisakah|bolehkah|adakah|haruskah|amankah|benarkah|sih|beneran|bnran|aman ga|resmi ga|"
    r"legal ga|"
    r"ga ya|gak ya|nggak ya|ga sih|ngga|min|piye|pripun|kumaha|naon|kepriye|berape|ngumbe|mohon|"
    r"jelaskan|bedanya|"
    r"cara|wajarkah|patut dicoba)\b"
)
_TAIL: Final = re.compile(
    r"(?:\?|\b(?:wajar|normal|bener|bnr|bnran|beneran|aman|resmi|legal|penipuan|hoax|hoaks|tipu|nipu|"
    r"boong|abal|"
    r"apa|kapan|berapa|brp|gimana|gmn|dimana|kemana|jgn|jangan)\b\W*(?:ga|gak|g|nggak|ndak|tidak|kah|ya|"
    r"sih|y|min|kak|to|kan)?)\W*$"
)
_WEIGHTS: Final[Mapping[str, float]] = {
    "one": -14.66,
    "offers": -0.56,
    "wanted": 2.21,
    "calls": 1.35,
    "terms": 0.51,
    "sells": 1.29,
    "countries": 2.17,
    "jobs": 1.62,
    "wages": 1.84,
    "contacts": 3.99,
    "ages": 2.17,
    "dates or fees": 1.39,
    "flags": 0.9,
    "assurances": 1.34,
    "capitals": 2.21,
    "exclaims": 1.79,
    "words": 2.43,
    "marks": 2.85,
    "own": -2.54,
    "asks": -0.29,
}


def offer_score(advert: Advert, verdict: Verdict) -> float:
    """
    How much a text looks like an offer: compare with `PASTED`, `DOUBTFUL` or `FORWARDED`.

    Args:
        advert: The text, read.
        verdict: From `judge`; red flags are signs of an offer too.

    Returns: Minus infinity for a short text that asks something; below `DOUBTFUL` for one that names nothing
    of an offer.
    """
    text = fold(advert.text[:_LOOKED_AT])
    if _TAIL.search(text) and len(text.split()) < _STORY:
        return -math.inf
    score = sum(_WEIGHTS[name] * value for name, value in signs(advert, verdict, text).items())
    if advert.countries or advert.jobs or advert.money or advert.contacts or _OFFERS.search(text):
        return score
    return min(score, _NOT_TYPED)


def signs(advert: Advert, verdict: Verdict, text: str) -> dict[str, float]:
    """What the weights are for; `text` is the advert's, folded."""
    letters = [letter for letter in advert.text[:_LOOKED_AT] if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters) / max(1, len(letters))
    marks = sum(letter in ".,:;/" for letter in text) / max(8, len(text))
    return {
        "one": 1.0,
        "offers": float(bool(_OFFERS.search(text))),
        "wanted": float(bool(_WANTED.search(text))),
        "calls": _several(_CALLS, text, 3),
        "terms": _several(_TERMS, text, 6),
        "sells": _several(_SELLS, text, 5),
        "countries": float(bool(advert.countries)),
        "jobs": float(bool(advert.jobs)),
        "wages": float(bool(advert.wages)),
        "contacts": float(bool(advert.contacts)),
        "ages": float(bool(advert.ages)),
        "dates or fees": float(bool(advert.departures or advert.fees)),
        "flags": float(min(4, max(0, verdict.points))),
        "assurances": float(min(3, len(verdict.assurances))),
        "capitals": float(capitals > 0.15),
        "exclaims": float("!" in advert.text),
        "words": math.log1p(min(_LONG, len(text.split()))),
        "marks": 20 * marks,
        "own": _several(_OWN, text, 3),
        "asks": _several(_ASKS, text, 3),
    }


def _several(pattern: re.Pattern[str], text: str, most: int) -> float:
    """How many different words of a kind, up to `most`."""
    return float(min(most, len({found[0] for found in pattern.finditer(text)})))
