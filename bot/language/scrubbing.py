"""
Take out of a question whatever may lead to a person, before it is kept for editors.

Pure. Numbers, accounts, addresses, dates, companies and names become placeholders ("[nomor]", "[nama]"); so
does every word that neither the lexicon nor the content knows, because it may be a name. It errs on the side
of taking out: amounts of money, ages and countries stay. Start at `scrub`; the words are in `plain_words.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.language.folding import one_line
from bot.language.given_names import GIVEN_NAMES
from bot.language.money import SCALES, find_amounts
from bot.language.phones import find_phones
from bot.language.plain_words import PlainWords

MOST_READ = 800  # characters of a story
MOST_KEPT = 300
FEWEST_WORDS = 2  # that are left, for a question to be worth keeping
NAME, WORD, NUMBER, COMPANY, PLACE, DATE = "[nama]", "[kata]", "[nomor]", "[pt]", "[alamat]", "[tanggal]"
EMAIL, LINK, ACCOUNT = "[email]", "[tautan]", "[akun]"

_MONTHS = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    "|jan|feb|mar|apr|jun|jul|agu|agt|ags|sep|sept|okt|nov|des"
)
_DATES = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[\s./-]{{1,3}}(?:\d{{1,2}}|(?:{_MONTHS})\b)[\s./-]{{1,3}}\d{{2,4}}"
    rf"|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[\s-]?(?:{_MONTHS}))(?!\w)",
    re.IGNORECASE,
)
_BORN = re.compile(r"((?:\blahir|\bkelahiran|\bttl)\b[^\d\[]{0,30})\d{2,4}\b", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+ ?(?:@|\(at\)|\bat\b(?= ?\w+ ?\. ?(?:com|co|id|net)\b)) ?\w[\w-]*(?: ?\. ?\w{2,})+",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,6}\."
    r"(?:com|net|org|id|me|ly|link|gle|co|info|site|xyz|online|shop|tk|cc)\b(?:/\S*)?",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"@\s?\w[\w.]*")
_OFFICIAL = ".go.id"  # addresses of authorities say nothing about anybody
_RUN = re.compile(r"\d(?:[ ./,_–-]{0,3}\d){4,}")
_UNITS = frozenset(SCALES) | frozenset(
    "rp rupiah ringgit rm usd dolar ntd nt hkd sgd won yen riyal euro dirham".split()
)
_LONGEST_AMOUNT = 18  # characters; longer ones are accounts with a currency before them
_ROUND = re.compile(r"\d{1,3}(?:[.,]\d{3})*[.,]000")
_MIXED = re.compile(r"\b(?=\w*[^\W\d_])(?=(?:\w*?\d){5})\w+\b|\b[A-Z]{1,2} ?\d{3,4} ?[A-Z]{2,3}\b")
_SPELLED = re.compile(
    r"\b(?:(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b[ ,.-]*){5,}", re.IGNORECASE
)
_IN_THE_NAME_OF = re.compile(r"\ba\s?[./]\s?n\b\.?|\ban\.", re.IGNORECASE)
_TOKEN = re.compile(
    r"\[[a-z]+\]|[\w.-]{1,80}\.go\.id\b|[^\W\d_][^\W_]*(?:['’-][^\W\d_][^\W_]*)*|\d+|\s+|.",
    re.DOTALL | re.IGNORECASE,
)
_DOUBLED = re.compile(r"(\[[a-z]+\])(?:[\s,.&/-]*\1)+")

_NAMING = frozenset(
    "nama namanya namaku namae bernama jeneng jenenge dipanggil panggil panggilan ngaku".split()
)
_OWNERS = frozenset(
    """saya sy aku ak ku dia dy nya ibu ibuku bapak bapakku suami istri adik adek kakak anak teman tmn pacar
    orang lengkap lengkapnya asli samaran panggilan adalah adlh yaitu itu ini si""".split()
)
_TITLES = frozenset(
    """bu ibu ibuk bunda buk pak bapak bpk mas mbak mba mbk kak kakak kk teh teteh bang abang bg om tante tan
    paman bibi bik ust ustad ustadz ustadzah haji hj h kyai kiai gus dr dokter tuan nyonya ny mr mrs miss
    madam sdr sdri saudara saudari si an agen calo sponsor bos majikan juragan tekong pacar lalu inaq amaq
    mami papi koko cece ko ci""".split()
)
_COMPANIES = frozenset(
    "pt cv ud lpk lptks pjtki p3mi blk yayasan koperasi lembaga agency agensi perusahaan".split()
)
_PLACES = frozenset(
    """desa ds dusun dsn kampung kp kelurahan kel kecamatan kec rt rw jl jln jalan gang gg blok perum
    perumahan komplek kompleks gubuk lingkungan banjar""".split()
)


@dataclass(slots=True)
class _Expecting:
    """What the words before lead one to expect, and for how many words more."""

    label: str = ""
    left: int = 0
    naming: bool = False  # "nama ibu saya …": words that say whose name are passed over


def scrub(text: str, words: PlainWords) -> str:
    """
    A question without anything that may lead to a person, on one line, at most `MOST_KEPT` characters.

    Returns: "" when too little is left to learn from.
    """
    plain = unicodedata.normalize("NFKC", text[:MOST_READ]).translate({ord("["): "(", ord("]"): ")"})
    visible = "".join(
        letter for letter in plain if unicodedata.category(letter)[0] != "C" or letter.isspace()
    )
    shaped = _without_numbers(_without_addresses(one_line(visible)))
    left, kept = _without_names(_IN_THE_NAME_OF.sub("nama", shaped), words)
    if kept < FEWEST_WORDS:
        return ""
    short = one_line(_DOUBLED.sub(r"\1", left))
    return short if len(short) <= MOST_KEPT else short[:MOST_KEPT].rpartition(" ")[0]


def _without_addresses(text: str) -> str:
    text = _LINK.sub(
        lambda found: found[0] if found[0].casefold().endswith(_OFFICIAL) else LINK, _EMAIL.sub(EMAIL, text)
    )
    text = _DATES.sub(DATE, _ACCOUNT.sub(ACCOUNT, text))
    return _BORN.sub(rf"\1{DATE}", text)


def _without_numbers(text: str) -> str:
    """Phones and anything else of five figures or more; an amount of money stays."""
    for phone in reversed(find_phones(text)):
        text = f"{text[: phone.start]}{NUMBER}{text[phone.end :]}"
    for shape in (_MIXED, _RUN):
        text = shape.sub(_unless_money(text), text)
    return _SPELLED.sub(f"{NUMBER} ", text)


def _unless_money(text: str) -> Callable[[re.Match[str]], str]:
    amounts = [
        range(each.start, each.end) for each in find_amounts(text) if each.end - each.start < _LONGEST_AMOUNT
    ]

    def replaced(found: re.Match[str]) -> str:
        start, end = found.span()
        if any(start in amount and end - 1 in amount for amount in amounts):
            return found[0]
        pieces = re.split(r"[ /_–-]+", found[0])
        return found[0] if all(_ROUND.fullmatch(piece) for piece in pieces) else NUMBER

    return replaced


def _without_names(text: str, words: PlainWords) -> tuple[str, int]:
    """The text without names and unknown words, and how many words are left."""
    pieces = _TOKEN.findall(text)
    spoken = [piece for piece in pieces if piece[0].isalpha()]
    shouting = sum(piece[0].isupper() for piece in spoken) > len(spoken) / 2
    out: list[str] = []
    kept = 0
    ahead, begins = _Expecting(), True
    for piece in pieces:
        if piece.isspace() or piece in ".:'\"“”(=":
            begins = begins or piece == "."
            out.append(piece)
            continue
        if not piece[0].isalpha():
            out.append(PLACE if ahead.label == PLACE and piece.isdigit() else piece)
            ahead, begins = (ahead if piece.isdigit() or piece == "/" else _Expecting()), piece in "!?\n"
            continue
        capital = piece[0].isupper() and not shouting
        official = piece.casefold().endswith(_OFFICIAL)
        label = "" if official else _label(piece, words, ahead, capital=capital, begins=begins)
        out.append(label or piece)
        kept += not label
        ahead, begins = _next(piece.casefold(), ahead, taken=bool(label)), False
    return "".join(out), kept


def _label(piece: str, words: PlainWords, ahead: _Expecting, *, capital: bool, begins: bool) -> str:
    """What stands for a word from now on; "" when it may stay."""
    low = piece.casefold()
    if ahead.naming and low in _OWNERS:
        return ""
    if len(low) > 1 and ahead.left and _fits(low, words, ahead, capital=capital):
        return ahead.label
    if low in _TITLES or low in _COMPANIES or low in _PLACES or low in _NAMING | _UNITS or len(low) == 1:
        return ""
    if low in GIVEN_NAMES:
        return NAME
    plain = [
        words.is_ordinary(part) if capital and not begins else words.knows(part) for part in low.split("-")
    ]
    if all(plain):
        return ""
    return NAME if capital else WORD


def _fits(low: str, words: PlainWords, ahead: _Expecting, *, capital: bool) -> bool:
    """Whether a word goes on with the name that is expected here."""
    if low in _TITLES and ahead.label == NAME:
        return False
    if ahead.label == COMPANY and low in words.companies:
        return True
    return capital or not words.is_ordinary(low)


def _next(low: str, ahead: _Expecting, *, taken: bool) -> _Expecting:
    """What is expected after this word."""
    if taken:
        return _Expecting(ahead.label, ahead.left - 1) if ahead.left > 1 else _Expecting()
    if ahead.naming and low in _OWNERS:
        return ahead
    if low in _NAMING:
        return _Expecting(NAME, 4, naming=True)
    if low in _COMPANIES:
        return _Expecting(COMPANY, 5)
    if low in _PLACES:
        return _Expecting(PLACE, 5)
    if low in _TITLES:
        return _Expecting(NAME, 3)
    return _Expecting()
