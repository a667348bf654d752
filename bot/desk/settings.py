"""What the desk must be told at start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """
    Attributes:
        url: How officers reach the desk; with https, cookies are sent over https only.
        zone: The hotline's time zone.
        owner: Name under which this process leases outbox lines, when `hand` is given to `build_desk`.
        lease_ms: How long such a lease lasts.
        poll_s: How often changes of cases are looked for while somebody has a page open.
        heartbeat_s: How often an open page is told that the desk is alive, and its session is looked at.
    """

    url: str
    zone: tzinfo
    owner: str = ""
    lease_ms: int = 30_000
    poll_s: float = 1.0
    heartbeat_s: float = 15.0

    @property
    def secure(self) -> bool:
        return self.url.startswith("https://")
