"""The evidence of a case as the desk lists it: numbered, with how it can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.cases.event import Kind
from bot.casework.views import CaseView

_SHOWN = {
    "photo": "picture",
    "voice": "sound",
    "audio": "sound",
    "video": "film",
    "video_note": "film",
    "animation": "film",
}
_KB = 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """
    One file.

    Attributes:
        number: As officers call it, "Bukti 1".
        shown: picture, sound, film, or file (to keep only).
        state: stored, waiting or failed.
        name: As the reporter's phone called it; "" when it did not.
        size: As people read it.
    """

    id: str
    number: int
    kind: str
    shown: str
    state: str
    failed: str
    sha256: str
    size: str
    name: str = field(repr=False)


def listed(view: CaseView) -> list[Listed]:
    """In the order in which they came."""
    names = {
        event.plain["evidence"]: event.body.get("name", "")
        for event in view.events
        if event.kind is Kind.EVIDENCE_ANNOUNCED
    }
    return [
        Listed(
            id=item.id,
            number=number,
            kind=item.kind,
            shown=_SHOWN.get(item.kind, "file"),
            state="stored" if item.stored else ("failed" if item.failed else "waiting"),
            failed=item.failed,
            sha256=item.sha256,
            size=_size(item.size),
            name=names.get(item.id, ""),
        )
        for number, item in enumerate(view.case.evidence, start=1)
    ]


def _size(size: int) -> str:
    if not size:
        return ""
    if size < _KB * _KB:
        return f"{max(1, round(size / _KB))} KB"
    return f"{size / _KB / _KB:.1f} MB".replace(".", ",")
