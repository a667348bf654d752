"""FindContacts: which place was meant, and whom to call there; it says so when a place is not known."""

from __future__ import annotations

from bot.directory.contact import INDONESIA, Contact
from bot.directory.naming import find_places
from bot.directory.nearest import MOST_ON_A_SCREEN, Directory, in_order, nearest
from bot.engine.effects import FindContacts
from bot.engine.events import Answered
from bot.engine.wording import Wording
from bot.runner.ports import Knowledge

NOBODY = "none"  # words of a place on the screen where no contact stands
MOST_ASKED = 40  # characters of what was typed that are repeated
MOST_AT_HOME = 3  # of the numbers given when the place is not known


def find_contacts(query: FindContacts, knowledge: Knowledge) -> Answered:
    """
    Values: `place`, `place_name`, `for_case` (what it was narrowed to); `contact_1` to `contact_5` as words
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
    ordered = in_order(found)
    page = int(query.page) if query.page.isdecimal() else 1
    shown = ordered[(page - 1) * MOST_ON_A_SCREEN : page * MOST_ON_A_SCREEN]
    more = len(ordered) > page * MOST_ON_A_SCREEN
    values = {
        "place": place.id,
        "place_name": place.name,
        "for_case": _for_case(query.case, knowledge.flows.wording),
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
    line = " ".join(text.split())
    return {"asked": line if len(line) <= MOST_ASKED else line[:MOST_ASKED] + " …", "place": ""}
