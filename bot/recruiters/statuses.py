"""
Say what the status of a row means, from the words in which an office wrote it.

Pure. "Listed" is said only of a cell that says so and nothing else; `_HARMLESS` are the words that may stand
beside it. A word of revocation, suspension or expiry counts wherever it stands and whatever is put before or
behind it; where it is itself denied, past or only feared ("belum dicabut", "pernah diskors"), nothing is
certain. What is not understood is "unknown", which is shown as it is. Start at `standing_of`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bot.language.folding import fold, one_line
from bot.recruiters.days import WRITTEN, last_day
from bot.recruiters.recruiter import Standing

_LISTED = frozenset("aktif active terdaftar tercantum tercatat berlaku berizin listed registered".split())
_HARMLESS = frozenset(
    "masih still status statusnya izin izinnya ijin usaha perusahaan pt p3mi sip3mi sippmi nama namanya "
    "resmi penuh ya yes saat ini sekarang beroperasi ada di dalam pada sebagai dan yang daftar salinan "
    "sistem list on the is siskop2mi siskotkln oss kp2mi bp2mi kemnaker kemenaker".split()
)
_ON_THE_LIST = re.compile(r"\bada di (?:salinan )?daftar\b")
_DOUBT = re.compile(r"[?*]")

_NOT = r"(?:tidak|tdk|tak|gak?|nggak|enggak?|belum|blm|bukan|bkn|tanpa|not|no|never)"
_CABUT = r"\b(?:di|pen|men|ter)?[ -]?cabut(?:an|kan|nya)?\b|\brevo[kc]\w*|\bcancel\w*"
_HENTI = (
    r"\b(?:di|ter|ber|diber|peng|pember)?[ -]?henti(?:an|kan)?\b|\b(?:di|ter)?[ -]?(?:skors|suspen)\w*"
    r"|\b(?:di|ter|pem)?[ -]?beku(?:an|kan)?\b|\b(?:di|ter|pe)?[ -]?[tn](?:angguh|unda)(?:an|kan)?\b"
    r"|\b(?:di|ter|pen)?[ -]?(?:segel|yegel)(?:an)?\b"
)
_HABIS = (
    r"\bk[ae]da?lu?w?ar?sa\b|\bhabis\b|\bmati\b|\bexpir\w*|\bdeactivat\w*"
    r"|\b(?:di|pe)?[ -]?non[ -]?akti[fv]\w*"
)
_ANY = rf"(?:{_CABUT}|{_HENTI}|{_HABIS})"
_TAKEN_BACK = re.compile(  # a warning that is denied, past, feared or lifted
    rf"\b{_NOT}(?: (?:lagi|pernah|jadi|sedang|dalam|ada|akan|longer))? ?{_ANY}"
    r"|\b(?:pernah|sempat|sebelumnya|dahulu|dulu|setelah|sesudah|usai|pasca|diusulkan|usul(?:an)?|akan|terancam"
    rf"|rencana|proses|batal|pembatalan)(?: (?!aktif|terdaftar|kini|sekarang)\w{{1,20}}){{0,2}}? ?{_ANY}"
    rf"|{_ANY}(?: \w{{1,20}}){{0,2}} (?:batal|dibatalkan|selesai|berakhir)\b"
    r"|\bsanksi\w{0,3}(?: \w{1,20}){0,3} ?\bdi[ -]?cabut\b|\b(?:di|pen)[ -]?cabut(?:an)? sanksi\w{0,3}"
    r"|\bbukan (?:bukti|jaminan)[^;,.()]{0,80}"
)
_WARNINGS = (  # the worst first
    (
        Standing.REVOKED,
        re.compile(
            rf"{_CABUT}|^\W*(?:di|pem)?batal(?:an|kan)?\b"
            r"|\b(?:izin|ijin|sip3mi|lisensi)\w{0,3}(?: \w{1,20}){0,2} (?:di|ter)[ -]?(?:batal|tarik)\w*"
        ),
    ),
    (Standing.SUSPENDED, re.compile(_HENTI)),
    (
        Standing.EXPIRED,
        re.compile(
            rf"{_HABIS}|\b(?:tidak|tdk|tak|gak?|not|no)(?: (?:lagi|longer))? (?:aktif|active|berlaku)\b"
            r"|\ba[kc]ti(?:f|ve)\W{1,3}(?:tidak|tdk|no)\b|\bin[ -]?acti(?:ve|f)\b"
            r"|\b(?:telah|sudah) (?:lewat|berakhir)\b"
        ),
    ),
    (
        Standing.NOT_LISTED,
        re.compile(
            rf"^\W*(?:(?:status|nama|namanya|perusahaan) )?{_NOT}(?: (?:lagi|pernah|longer))? "
            r"(?:ditemukan|tercantum|terdaftar|tercatat|ada di|listed|registered)\b|^\W*(?:un|de)listed\b"
        ),
    ),
)
_SPACED = re.compile(r"(?<!\w)[a-z](?: [a-z]){3,}(?!\w)")  # "d i c a b u t"
_UNTIL = re.compile(
    r"\b(?:s\.? ?/? ?d\.?|sampai(?: dengan)?|hingga|until)"
    rf"\W{{0,2}}(?:(?:tanggal|tgl)\W{{1,2}})?({WRITTEN})\b"
)
_SINCE = re.compile(
    rf"\b(?:per|sejak|mulai|tanggal|tgl|dari)\W{{1,2}}(?:(?:tanggal|tgl)\W{{1,2}})?(?:{WRITTEN})\b"
)
_NUMBERED = re.compile(
    r"\b(?:sip3mi |sk |nib )?(?:no|nomor|sk|sip3mi|nib)[ .:]{1,3}[\w./-]{0,30}\d[\w./-]{0,30}"
    r"(?: tahun \d{4}\b)?"
)


@lru_cache(maxsize=1024)  # a list has few different statuses
def standing_of(status: str, as_of: date | None = None) -> Standing:
    """
    What a status text means.

    Args:
        status: As the source has it.
        as_of: The day on which the row was true: "aktif s.d. 2020-12-31" has expired by then, or has not.
            Without it nobody can say, so the status is unknown.

    Returns: `UNKNOWN` for anything that is not plainly one of the known words.
    """
    said = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), one_line(fold(status)))
    sure = _TAKEN_BACK.sub(" ; ", said)
    for standing, pattern in _WARNINGS:
        if pattern.search(sure):
            return standing
    if sure != said or _DOUBT.search(said):
        return Standing.UNKNOWN
    ends = [last_day(found[1]) for found in _UNTIL.finditer(said)]
    words = _words(_UNTIL.sub(" ", said), ends=bool(ends))
    if not _LISTED & words and not _ON_THE_LIST.search(said):
        return Standing.UNKNOWN
    if as_of and any(end and end < as_of for end in ends):
        return Standing.EXPIRED
    whole = words <= _LISTED | _HARMLESS and (not ends or (as_of is not None and None not in ends))
    return Standing.LISTED if whole else Standing.UNKNOWN


def _words(text: str, *, ends: bool) -> frozenset[str]:
    """What is said beside days and numbers of decisions; "masa berlaku" only belongs to an end."""
    rest = _NUMBERED.sub(" ", _SINCE.sub(" ", text))
    return frozenset(re.findall(r"\w+", rest)) - ({"masa"} if ends else frozenset())
