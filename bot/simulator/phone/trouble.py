"""
The switches of the "Gangguan" drawer: a few kinds of bad luck that people can watch the bot survive.

They touch what the bot sends, except the doubled and swapped updates; each is a fault of `faults.Faults`.
Faults that a test has added are left alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.simulator.faults import Fault, FaultKind, Faults

DELAY_MS = 2500.0
FLOOD_S = 3
SENDS = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument", "sendMediaGroup", "sendVoice")


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch of the drawer; `kind` is None for trouble with updates."""

    key: str
    label: str
    hint: str
    kind: FaultKind | None = None


SWITCHES = (
    Switch("delay", "Lambat", "Setiap kiriman bot tertahan 2,5 detik.", "delay"),
    Switch("drop", "Sambungan putus", "Kiriman hilang di jalan; bot mencoba lagi.", "drop_before"),
    Switch("unsure", "Jawaban hilang", "Sampai, tetapi bot tidak tahu; bisa dobel.", "drop_after"),
    Switch("5xx", "Telegram galat (5xx)", "Server Telegram menolak dengan 502.", "server_error"),
    Switch("429", "Terlalu cepat (429)", "Telegram meminta bot menunggu 3 detik.", "flood"),
    Switch("duplicate", "Pesan masuk dobel", "Update yang sama datang dua kali."),
    Switch("reorder", "Urutan tertukar", "Update datang tidak berurutan."),
)


class Trouble:
    """What is switched on now, and how often it strikes (`share`, 0 to 1; the delay always does)."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._ours: list[Fault] = []
        self.on: frozenset[str] = frozenset()
        self.share = 0.3

    def switch(self, on: Collection[str], share: float) -> None:
        """Have exactly these switches on; raises ValueError for an unknown one or an odd share."""
        unknown = set(on) - {switch.key for switch in SWITCHES}
        if unknown or not 0 < share <= 1:
            raise ValueError(f"no such switch or share: {sorted(unknown)} {share}")
        for fault in self._ours:
            self._faults.remove(fault)
        self._ours = [
            self._faults.add(self._fault(switch.kind, method, share))
            for switch in SWITCHES
            if switch.key in on and switch.kind is not None
            for method in SENDS
        ]
        self._faults.duplicate_share = share if "duplicate" in on else 0.0
        self._faults.reorder_share = share if "reorder" in on else 0.0
        self.on, self.share = frozenset(on), share

    def _fault(self, kind: FaultKind, method: str, share: float) -> Fault:
        if kind == "delay":
            return Fault(kind, method=method, delay_ms=DELAY_MS)
        return Fault(kind, method=method, share=share, code=502, retry_after_s=FLOOD_S)

    def view(self) -> dict[str, object]:
        """For the browser: the share and each switch with its state."""
        switches = [
            {"key": one.key, "label": one.label, "hint": one.hint, "on": one.key in self.on}
            for one in SWITCHES
        ]
        return {"share": self.share, "switches": switches}
