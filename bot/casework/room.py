"""Put the parts of this room together once, at start. Start at `open_casework`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.phrasing import Wording
from bot.cases.sla import OfficeHours
from bot.casework.archive import Archive
from bot.casework.casework import Casework
from bot.casework.door import Door
from bot.casework.erasing import Eraser
from bot.casework.evidence import CaseEvidence
from bot.casework.intake import Intake
from bot.casework.keys import casework_key
from bot.casework.letters import Letters
from bot.casework.logins import Logins
from bot.casework.notebook import Notebook
from bot.casework.pattern_door import PatternDoor
from bot.casework.pattern_news import PatternNews
from bot.casework.patterns import Patterns, PlaceOf, nowhere
from bot.casework.receipts import Receipts
from bot.casework.staff import Roster, Rota
from bot.store.area import Area
from bot.vault.evidence import EvidenceFolder
from bot.vault.keys import MasterKeys
from bot.vault.lookups import Lookups


@dataclass(frozen=True, slots=True)
class CaseRoom:
    """
    Everything that works on cases.

    The runner uses casework, letters, receipts, intake, roster; the desk uses door, casework, logins, roster,
    notebook, pattern_door; delivery brings patterns what was checked and lets pattern_news tell; operations
    use archive (chains, key rotation) and eraser (retention).
    """

    casework: Casework
    letters: Letters
    receipts: Receipts
    intake: Intake
    roster: Roster
    logins: Logins
    door: Door
    archive: Archive
    eraser: Eraser
    notebook: Notebook
    patterns: Patterns
    pattern_door: PatternDoor
    pattern_news: PatternNews


async def open_casework(
    area: Area,
    masters: MasterKeys,
    lookups: Lookups,
    folder: EvidenceFolder,
    rota: Rota,
    words: Wording,
    hours: OfficeHours | None = None,
    place_of: PlaceOf = nowhere,
) -> CaseRoom:
    """
    The room on the cases area of a store.

    Args:
        words: Holds the keys `hotline.*` of `content/id/wording/hotline.yaml`.
        hours: From `sla:` in config.yaml; None and no due times are kept.
        place_of: Which district a text names, for patterns.

    Raises: SecretError when the master keys are not those of this store; StoreUnreachable.
    """
    key = await casework_key(area, masters)
    files = CaseEvidence(folder)
    archive = Archive(area, masters)
    letters = Letters(archive, key)
    roster = Roster(area, key, lookups, rota)
    eraser = Eraser(archive, letters, files, words)
    patterns = Patterns(archive, key, lookups.fingerprint_key(), place_of)
    casework = Casework(archive, letters, eraser, roster, words, patterns, hours)
    return CaseRoom(
        casework=casework,
        letters=letters,
        receipts=Receipts(area, lookups),
        intake=Intake(archive, files, casework),
        roster=roster,
        logins=Logins(area, lookups, roster),
        door=Door(archive, casework, files, roster, hours),
        archive=archive,
        eraser=eraser,
        notebook=Notebook(area, key),
        patterns=patterns,
        pattern_door=PatternDoor(archive, patterns),
        pattern_news=PatternNews(patterns, archive, letters, words),
    )
