"""FindContacts: which place was meant, and whom to call there; it says so when a place is not known."""

from __future__ import annotations

from bot.directory.contact import INDONESIA, KINDS, Contact
from bot.directory.naming import find_places
from bot.directory.nearest import MOST_ON_A_SCREEN, Directory, in_order, nearest
from bot.directory.wanted import find_kinds, wanted
from bot.engine.events import Answered
from bot.engine.queries import FindContacts
from bot.engine.wording import Wording
from bot.runner.ports import Knowledge
from bot.runner.queries.writing import short

NOBODY = "none"  # words of a place on the screen where no contact stands
MOST_ASKED = 40  # characters of what was typed that are repeated
MOST_AT_HOME = 3  # of the numbers given when the place is not known


def find_contacts(query: FindContacts, knowledge: Knowledge) -> Answered:
    """
    Values: `place`, `place_name`, `for_case` (what it was narrowed to), `kind_note` (no number of the
    office that was asked for); `contact_1` to `contact_5` as words
    of the cards, "none" where there is no more; `next_page`, "" when all has been shown; for `which` the
    `places` to choose from.
    """
    directory = knowledge.directory
    picked = directory.places.by_id.get(query.place)
    ordinary = knowledge.lexicon.words
    places = (picked,) if picked else find_places(directory.places, query.text, ordinary)
    if not places:
        return Answered("find_contacts", "unknown", _cards(_for_everybody(directory)) | _asked(query.text))
    if len(places) > 1:
        return Answered("find_contacts", "which", {"places": " ".join(place.id for place in places)})
    place = places[0]
    if place.id == INDONESIA and not picked:
        return Answered("find_contacts", "wide", {})
    found = nearest(directory, place, query.case)
    words = knowledge.flows.wording
    kinds = () if query.case else find_kinds(query.text, _typed_kinds(words))
    first = wanted(found, kinds)
    ordered = in_order(found, first)
    page = int(query.page) if query.page.isdecimal() else 1
    shown = ordered[(page - 1) * MOST_ON_A_SCREEN : page * MOST_ON_A_SCREEN]
    more = len(ordered) > page * MOST_ON_A_SCREEN
    values = {
        "place": place.id,
        "place_name": place.name,
        "for_case": _for_case(query.case, words),
        "kind_note": _kind_note(first, kinds, place.name, words),
        "next_page": str(page + 1) if more else "",
    }
    outcome = "found" if found.local or place.id == INDONESIA else "farther"
    return Answered("find_contacts", outcome, values | _cards(shown))


def _for_case(case: str, words: Wording) -> str:
    """ " (gaji, kontrak, majikan)", "" when all is shown."""
    name = f"contacts.case.{case}"
    if name not in words:
        return ""
    return words.label("contacts.for_case", {"case_name": words.label(name, {}).lower()})


def _typed_kinds(words: Wording) -> dict[str, list[str]]:
    """The words that editors gave for a kind of office; some kinds have none."""
    keys = {kind: f"contacts.kind_typed.{kind}" for kind in KINDS}
    return {kind: words.label(key, {}).split("|") for kind, key in keys.items() if key in words}


def _kind_note(first: tuple[Contact, ...], kinds: tuple[str, ...], place_name: str, words: Wording) -> str:
    """That we have no number of the office that was asked for, in this place; "" when we have one."""
    if not kinds or any(contact.kind in kinds and contact.numbers for contact in first):
        return ""
    name = words.label(f"contacts.kind.{kinds[0]}", {})
    return words.label("contacts.kind_unknown", {"kind_name": name, "place_name": place_name})


def _cards(contacts: tuple[Contact, ...]) -> dict[str, str]:
    ids = [contact.id for contact in contacts[:MOST_ON_A_SCREEN]]
    ids += [NOBODY] * (MOST_ON_A_SCREEN - len(ids))
    return {f"contact_{number}": name for number, name in enumerate(ids, start=1)}


def _for_everybody(directory: Directory) -> tuple[Contact, ...]:
    """The national numbers at home, then the first that can be reached from abroad."""
    national = [
        each for each in directory.contacts.values() if each.country == INDONESIA and not each.province
    ]
    home = [each for each in national if not each.from_abroad and each.numbers]
    abroad = [each for each in national if each.from_abroad and each.numbers]
    return (*home[:MOST_AT_HOME], *abroad[:1])


def _asked(text: str) -> dict[str, str]:
    return {"asked": short(text, MOST_ASKED), "place": "", "kind_note": ""}
