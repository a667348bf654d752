"""
Lua scripts of the `scripts/` folder as values: text and SHA-1.

Scripts check everything first and then only write what cannot fail, because Redis isolates a script but
does not roll it back. They are written for Redis 6.2 and newer. `lines.lua` holds what several of them
share and stands before each. Start at `load_script`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "scripts"


@dataclass(frozen=True, slots=True)
class Script:
    """EVALSHA takes `sha`; EVAL takes `text` when the server does not know the script yet."""

    name: str
    text: str = field(repr=False)
    sha: str


@cache
def load_script(name: str) -> Script:
    """Read `scripts/<name>.lua` with `lines.lua` before it. Raises: FileNotFoundError (a broken install)."""
    text = "\n".join((_FOLDER / f"{part}.lua").read_text("utf-8") for part in ("lines", name))
    return Script(name, text, hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest())
