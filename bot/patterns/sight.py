"""
One time that something was seen: on which day, where, in a report or a check, and with which fingerprints.

Nobody is in it. A check has no tag, no session and no time of day; a report has the code of its case, so that
who may see the case finds it. `Looked` is a check on its way from the conversation: its words become
fingerprints on arrival and are not kept. Start at `Sight`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.errors import CorruptRecord
from bot.patterns.prints import Print, read_print

KEPT_DAYS = 180  # about six months
MOST_KEPT = 10_000  # checks; a report stays as long as its case, or its days


class Source(StrEnum):
    REPORT = "report"
    CHECK = "check"  # somebody asked whether a recruiter is real
    ADVERT = "advert"  # somebody had an advert looked at


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody had checked; `on` is a day of UTC, `company` a name from the register."""

    on: date
    source: Source
    text: str = field(repr=False)
    company: str = field(default="", repr=False)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """
    Attributes:
        case: Code of the case it was reported in; "" for checks.
        sketch: See `sketch.py`; b"" for short texts.
        counted: False when the same person had part of it counted that day: it joins, and counts nothing.
    """

    on: date
    source: Source
    prints: tuple[Print, ...]
    district: str = ""
    case: str = ""
    sketch: bytes = field(default=b"", repr=False)
    counted: bool = True


def oldest_kept(today: date) -> date:
    """The first day whose sights are still kept."""
    return today - timedelta(days=KEPT_DAYS - 1)


def write_looked(looked: Looked) -> bytes:
    """Compact JSON."""
    return json.dumps(asdict(looked), default=date.isoformat).encode()


def read_looked(raw: bytes) -> Looked:
    """Raises: CorruptRecord."""
    try:
        plain = json.loads(raw)
        on, source = date.fromisoformat(plain.pop("on")), Source(plain.pop("source"))
        return Looked(on, source, **plain)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CorruptRecord("a check on its way cannot be read back") from None


def write_sight(sight: Sight) -> bytes:
    """Compact JSON."""
    plain = {
        "on": sight.on.isoformat(),
        "source": sight.source,
        "prints": [str(each) for each in sight.prints],
        "district": sight.district,
        "case": sight.case,
        "sketch": base64.b64encode(sight.sketch).decode(),
        "counted": sight.counted,
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def read_sight(raw: bytes) -> Sight:
    """Raises: CorruptRecord."""
    try:
        plain = json.loads(raw)
        return Sight(
            on=date.fromisoformat(plain["on"]),
            source=Source(plain["source"]),
            prints=tuple(map(read_print, plain["prints"])),
            district=plain["district"],
            case=plain["case"],
            sketch=base64.b64decode(plain["sketch"], validate=True),
            counted=bool(plain["counted"]),
        )
    except (ValueError, KeyError, TypeError):
        raise CorruptRecord("a sight cannot be read back") from None
