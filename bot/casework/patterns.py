"""
Keep what reports and checks name as fingerprints, and tell officers when the same comes back.

Words come in, fingerprints stay: nothing that this room stores holds a number or a text, and a check leaves
no trace of who made it. Reports are traced by the command that brought them, after it was carried out, so a
case and its fingerprints cannot drift apart; erasing the case takes them along. Officers come in through
`pattern_door.py`. Start at `Patterns.keep_report`, `Patterns.keep_look` and `Patterns.tell`.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.cases.case import Case
from bot.casework.archive import Archive
from bot.casework.naming import named_in
from bot.errors import CorruptRecord
from bot.patterns.clusters import Cluster, clusters_of
from bot.patterns.growth import Limits
from bot.patterns.prints import Named, Print, prints_of, read_print
from bot.patterns.review import Review, State, may_be_said, read_review, write_review
from bot.patterns.sight import MOST_KEPT, Looked, Sight, Source, oldest_kept, read_sight, write_sight
from bot.patterns.sketch import sketch_of
from bot.store import sights as stored
from bot.store.sights import Keep
from bot.vault.keys import new_data_key
from bot.vault.sealed import open_sealed, seal

_ID_DIGITS = 20
MOST_DISTRICT = 60  # characters

PlaceOf = Callable[[str], str]
"""The district a text names, in one spelling; "" for none."""


def nowhere(text: str) -> str:  # noqa: ARG001  # a PlaceOf
    return ""


class Patterns:
    """
    Args:
        key: The casework key: seals what is stored.
        fingerprint_key: See `Lookups.fingerprint_key`.
        place_of: Which district a text names.
    """

    def __init__(self, archive: Archive, key: bytes, fingerprint_key: bytes, place_of: PlaceOf) -> None:
        self._archive = archive
        self._area = archive.area
        self._key = key
        self._fingerprint_key = fingerprint_key
        self._place_of = place_of
        self._opened: dict[str, Sight] = {}  # by id; a sight never changes

    # ---- coming in

    async def keep_report(self, command_id: str, case: Case, text: str, on: datetime) -> None:
        """
        Keep what words of a report name, once for each command. Training leaves nothing.

        Raises: StoreUnreachable (keep it again).
        """
        if case.training:
            return
        sight = self._sight(named_in(text), Looked(on.date(), Source.REPORT, text, place=case.district))
        if sight.prints:
            sight = replace(sight, case=case.code)
            hidden = self._hidden(command_id)
            await stored.keep(
                self._area, Keep(hidden, hidden, sight.on, self._sealed(hidden, sight), code=case.code)
            )

    async def keep_look(self, look_id: str, tag: str, looked: Looked) -> None:
        """
        Keep what somebody had checked. `tag` is used for today's marks alone: see `store.sights`.

        Raises: StoreUnreachable (keep it again).
        """
        sight = self._sight(named_in(looked.text, looked.company), looked)
        if not sight.prints:
            return
        salt = await stored.salt_of(self._area, sight.on, new_data_key())
        marks = tuple(_mark(salt, f"{tag} {each}") for each in sight.prints)
        hidden = self._hidden(look_id)
        sealed = self._sealed(hidden, sight)
        uncounted = self._sealed(hidden, replace(sight, counted=False))
        await stored.keep(
            self._area, Keep(hidden, hidden, sight.on, sealed, uncounted=uncounted, marks=marks)
        )

    # ---- looking

    async def sights(self) -> list[Sight]:
        """Everything that is kept, the oldest day first. What was opened once is remembered."""
        names = await stored.ids(self._area)
        missing = [name for name in names if name not in self._opened]
        if missing:
            found = await stored.load_new(self._area, missing)
            self._opened |= await asyncio.to_thread(self._open_all, found)  # at the start there are thousands
        left = set(names)
        self._opened = {name: sight for name, sight in self._opened.items() if name in left}
        return [self._opened[name] for name in names if name in self._opened]

    async def clusters(self) -> list[Cluster]:
        """What belongs together, the largest first. Raises: StoreUnreachable, CorruptRecord, SecretError."""
        sights, reviews = await self.sights(), await self.reviews()
        cleared = frozenset(each for each, review in reviews.items() if review.state is State.CLEARED)
        return await asyncio.to_thread(clusters_of, sights, cleared)

    async def reviews(self) -> Mapping[Print, Review]:
        return {
            _read_print(spelled): self._opened_review(spelled, sealed)
            for spelled, sealed in (await stored.reviews(self._area)).items()
        }

    async def limits(self) -> Limits:
        return Limits(**await stored.limits(self._area))

    def prints_in(self, typed: str) -> tuple[Print, ...]:
        """Fingerprints of a number or name as typed."""
        return prints_of(named_in(typed), self._fingerprint_key)

    async def reported_before(self, text: str) -> bool:
        """
        Whether people may hear that a number in this text was reported before and is being looked at.

        Raises: StoreUnreachable, CorruptRecord, SecretError.
        """
        for each in self.prints_in(text):
            sealed = await stored.find_review(self._area, str(each))
            review = self._opened_review(str(each), sealed) if sealed else None
            if review is not None and may_be_said(
                each, review, await self._reports(each), await self.limits()
            ):
                return True
        return False

    # ---- changing, after `pattern_door` has checked the right

    async def write_review(self, about: Print, review: Review) -> None:
        sealed = seal(self._key, write_review(review), _review_purpose(str(about)))
        await stored.write_review(self._area, str(about), sealed)

    async def drop_review(self, about: Print) -> None:
        await stored.drop_review(self._area, str(about))

    async def write_limits(self, limits: Limits) -> None:
        values = {"alert_from": limits.alert_from, "said_from": limits.said_from}
        await stored.write_limits(self._area, values)

    async def forget_old(self, now: datetime) -> None:
        """Delete what is too old, then call `store.erasing.rewrite_if_due`. Raises: StoreUnreachable."""
        await stored.trim(self._area, oldest_kept(now.date()).toordinal(), MOST_KEPT)
        await self.tidy()
        await stored.forget_salts(self._area, now)

    async def tidy(self) -> int:
        """Delete reviews and marks of numbers that nothing names any more. Returns: how many."""
        left = {str(each) for sight in await self.sights() for each in sight.prints}
        return await stored.forget_others(self._area, left)

    # ---- small parts

    async def _reports(self, about: Print) -> int:
        return len(cases_with(about, await self.sights()))

    def _sight(self, named: Named, looked: Looked) -> Sight:
        known = self._place_of(looked.place) if looked.place else ""
        district = known or " ".join(looked.place.split())[:MOST_DISTRICT] or self._place_of(looked.text)
        prints = prints_of(named, self._fingerprint_key)
        sketch = sketch_of(named.text, self._fingerprint_key)
        return Sight(looked.on, looked.source, prints, district, sketch=sketch)

    def _hidden(self, name: str) -> str:
        return hmac.new(self._key, f"sight:{name}".encode(), hashlib.sha256).hexdigest()[:_ID_DIGITS]

    def _sealed(self, name: str, sight: Sight) -> bytes:
        return seal(self._key, write_sight(sight), _purpose(name))

    def _open_all(self, found: Mapping[str, bytes]) -> dict[str, Sight]:
        return {
            name: read_sight(open_sealed(self._key, sealed, _purpose(name))) for name, sealed in found.items()
        }

    def _opened_review(self, spelled: str, sealed: bytes) -> Review:
        return read_review(open_sealed(self._key, sealed, _review_purpose(spelled)))


def cases_with(about: Print, sights: Iterable[Sight]) -> Sequence[str]:
    """Codes of the cases that name this, each once."""
    return tuple(dict.fromkeys(each.case for each in sights if each.case and about in each.prints))


def _read_print(spelled: str) -> Print:
    try:
        return read_print(spelled)
    except ValueError:
        raise CorruptRecord("a fingerprint cannot be read back") from None


def _mark(salt: bytes, who_and_what: str) -> str:
    return hmac.new(salt, who_and_what.encode(), hashlib.sha256).hexdigest()[:_ID_DIGITS]


def _purpose(name: str) -> bytes:
    return f"sight:{name}".encode()


def _review_purpose(spelled: str) -> bytes:
    return f"review:{spelled}".encode()
