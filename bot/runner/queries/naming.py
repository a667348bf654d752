"""
Whether a text names a company (one of the register, or any "PT Something"), or asks about a person.

A name that nobody knows deserves a verdict too. Start at `names_company` and `asks_of_person`; `asked_about`
is what an answer repeats.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.engine.reading import words_of
from bot.language.persons import find_person
from bot.recruiters.bare_names import find_bare_names
from bot.recruiters.contacts import NUMBERS, find_contacts
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import RECRUITING, Name, find_names
from bot.runner.ports import Knowledge

_SHORT = 200  # letters
_FEW_WORDS = 4  # of a question; what is longer may tell of many things
_SPELT = re.compile(r"[^aeiou\W\d_]{2,5}")  # initials
_NO_NAMES = (
    "itu|ini|apa|mana|yang|yg|resmi|legal|abal|penyalur|penempatan|tersebut|tsb|nya|atau|dan|dn|saya|sy|kami|"
    "di|ke|dr|dari|ga|gak|ngga|nggak|tdk|tidak|aman|penipu|penipuan|bener|benar|beneran|asli|udah|sudah|ada"
)
_COMPANY = re.compile(
    rf"\b(?:pt|cv)\.? +(?!(?:{_NO_NAMES})\b)\w{{2,}} +(?!(?:{_NO_NAMES})\b)\w{{3,}}", re.IGNORECASE
)
_CALLED = re.compile(  # "perusahaan Anugerah Putra Borneo", "P3MI bernama Karunia Samudra"
    r"\b(?:perusahaan|perusahaannya|p3mi|pjtki|pptkis|agensi|agency)"
    r"(?P<named> +(?:bernama|namanya|nama))?"
    rf" +(?P<name>(?!(?:{_NO_NAMES})\b)\w{{3,}} +(?!(?:{_NO_NAMES})\b)\w{{3,}})",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"\b(?:pt|cv|lpk|yayasan)\.? +(?!(?:{_NO_NAMES})\b)[\w.&'-]+(?: +(?!(?:{_NO_NAMES})\b)[\w&'-]+){{0,6}}",
    re.IGNORECASE,
)


def names_company(text: str, knowledge: Knowledge) -> bool:
    """Whether a company is named, with its legal form or by its very name on the register."""
    if _COMPANY.search(text) or _is_called(text, knowledge):
        return True
    register = knowledge.register
    names = find_names(text, register.by_word)
    if any(_is_unusual(name, text, knowledge) for name in names):
        return True
    if any(found.fit is Fit.SURE for name in names for found in match_name(register, name)):
        return True
    return bool(find_bare_names(text, register, knowledge.words.knows))


def _is_unusual(name: Name, text: str, knowledge: Knowledge) -> bool:
    """Whether a short question has words behind a form that nobody uses: "LPK Harapan Zubair", "PT HRS"."""
    if name.form not in RECRUITING or len(text) > _SHORT:
        return False
    said = words_of(text)
    if len(said) > _FEW_WORDS or (name.form, name.words[0]) not in pairwise(said):
        return False
    return any(_SPELT.fullmatch(word) or not knowledge.words.knows(word) for word in name.words)


def _is_called(text: str, knowledge: Knowledge) -> bool:
    """Whether "perusahaan" or the like has a name behind it: led by "bernama", or in capitals and unusual."""
    for found in _CALLED.finditer(text):
        words = found["name"].split()
        unusual = not all(map(knowledge.words.knows, words))
        if unusual and (found["named"] or all(word[0].isupper() for word in words)):
            return True
    return False


def asks_of_person(text: str, knowledge: Knowledge) -> bool:
    """Whether a text wants to know of somebody who is named: "bu Lastri itu sponsor asli?"."""
    asked = set(knowledge.flows.wording.label("typed.about_somebody", {}).split("|"))
    return bool(asked.intersection(words_of(text)) and find_person(text, knowledge.words))


def asked_about(text: str) -> str:
    """The company of a sentence as it was typed, else its first number, else the sentence."""
    if name := _NAME.search(text):
        return name[0]
    numbers = [each for each in find_contacts(text) if each.kind in NUMBERS]
    return text[numbers[0].start : numbers[0].end] if numbers else text
