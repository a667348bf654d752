"""
Tell officers once when a pattern has grown past the threshold, doubled, or crossed districts.

A bulletin goes to the groups of agencies that look after one of its cases or after the hotline, and to the
coordinators. It holds figures, districts and four-letter labels; no number, no words and no case. How far a
cluster had come is noted with each of its fingerprints in the same script that pushes the letters, so two
processes tell once, and clusters that grow together keep what was told of either.

Start at `PatternNews.tell`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from bot.cases.access import sees
from bot.cases.case import Case
from bot.cases.officer import Role, Staff
from bot.cases.outgoing import Bulletin
from bot.cases.phrasing import Wording
from bot.casework.archive import Archive
from bot.casework.letters import Letters
from bot.casework.patterns import Patterns
from bot.casework.records import to_ms
from bot.patterns.clusters import Cluster
from bot.patterns.growth import Stage, districts_of, recent, stage_of
from bot.store import sights as stored

_MOST_NAMED = 3  # fingerprints and districts that are named in one bulletin


class PatternNews:
    """Keeps nothing between calls but what it last looked at."""

    def __init__(self, patterns: Patterns, archive: Archive, letters: Letters, words: Wording) -> None:
        self._patterns = patterns
        self._archive = archive
        self._letters = letters
        self._words = words
        self._looked_at: tuple[object, ...] = ()

    async def tell(self, staff: Staff, now: datetime) -> int:
        """
        Look at all clusters and push what is new. Returns: how many bulletins were about something new.

        Raises: StoreUnreachable (call it again).
        """
        limits = await self._patterns.limits()
        state = (limits, now.date(), tuple(await stored.ids(self._archive.area)))
        if state == self._looked_at:
            return 0
        told, count = await stored.told(self._archive.area), 0
        for cluster in await self._patterns.clusters():
            stage = stage_of(cluster, limits, now.date())
            before = _told_of(cluster, told)
            if stage.beyond(before):
                count += await self._tell_one(cluster, stage.joined(before), told, staff, now)
        self._looked_at = state
        return count

    async def _tell_one(
        self, cluster: Cluster, stage: Stage, told: Mapping[str, str], staff: Staff, now: datetime
    ) -> bool:
        written = f"{stage.grown}.{stage.districts}"
        prints = [str(each) for each, _ in cluster.prints]
        bulletins = [Bulletin(tag, self._text(cluster, now)) for tag in await self._concerned(cluster, staff)]
        rows = self._letters.rows(f"pattern.{prints[0]}.{written}", bulletins, b"")
        changed = {each: (told.get(each, ""), written) for each in prints}
        return await stored.tell(self._archive.area, changed, rows, to_ms(now))

    async def _concerned(self, cluster: Cluster, staff: Staff) -> list[str]:
        """Tags of groups and coordinators, each once."""
        cases = (await self._archive.cases_of(cluster.cases)).values()
        groups = [
            tag
            for agency, tag in staff.groups.items()
            if agency in staff.agencies and _concerns(staff, agency, cases)
        ]
        leads = [
            officer.tag
            for officer in staff.officers.values()
            if officer.active and officer.tag and Role.COORDINATOR in officer.roles
        ]
        return list(dict.fromkeys([*groups, *leads]))

    def _text(self, cluster: Cluster, now: datetime) -> str:
        units = recent(cluster.units, now.date())
        districts = districts_of(units)
        key = "crossed" if len(districts) > 1 else "grown"
        values = {
            "number": str(len(units)),
            "what": ", ".join(self._named(cluster)),
            "districts": str(len(districts)),
            "where": ", ".join(districts[:_MOST_NAMED]),
        }
        return self._words.text(f"hotline.pattern.{key}", values)

    def _named(self, cluster: Cluster) -> Iterator[str]:
        for each, _ in cluster.prints[:_MOST_NAMED]:
            yield self._words.label(f"hotline.pattern.kind.{each.kind}", {"label": each.label})


def _told_of(cluster: Cluster, told: Mapping[str, str]) -> Stage:
    stage = Stage()
    for each, _ in cluster.prints:
        grown, _, districts = told.get(str(each), "0.0").partition(".")
        stage = stage.joined(Stage(int(grown), int(districts)))
    return stage


def _concerns(staff: Staff, agency: str, cases: Iterable[Case]) -> bool:
    known = staff.agencies[agency]
    return known.hotline or any(sees(known, case) for case in cases)
