"""
Write down every Bot API call: `{"method", "params", "outcome", "at"}`.

In memory, and as JSON lines if a path is given. Uploaded files are described, never kept. `outcome` is
"ok", "400 Bad Request: …" or "dropped" (the caller never learnt how it ended).
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.simulator.files import Upload

Call = dict[str, Any]


class Recorder:
    """The calls of one simulator, oldest first; `keep=0` keeps none in memory."""

    def __init__(self, *, path: Path | None = None, keep: int | None = None) -> None:
        self._calls: deque[Call] = deque(maxlen=keep)
        self._file = path.open("a", encoding="utf-8") if path else None

    def note(self, method: str, params: Mapping[str, Any], outcome: str, at: float) -> None:
        shown = {
            name: value.described() if isinstance(value, Upload) else value for name, value in params.items()
        }
        call = {"method": method, "params": shown, "outcome": outcome, "at": at}
        self._calls.append(call)
        if self._file is not None:
            self._file.write(json.dumps(call, ensure_ascii=False) + "\n")
            self._file.flush()

    def of(self, method: str) -> list[Call]:
        """Calls of one method, oldest first."""
        return [call for call in self._calls if call["method"] == method]

    def clear(self) -> None:
        self._calls.clear()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)
