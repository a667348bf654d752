"""
The content with the register that is in use: the one that was imported, else the one that came with it.

Start at `content_in_use`, and at `register_in_use` where nothing else of the content is wanted.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from bot.app.snapshots import Snapshots
from bot.authoring.content import Content, load_content
from bot.authoring.register import WithNames
from bot.config import Config
from bot.engine.wording import Wording
from bot.recruiters.register import Register


def content_in_use(config: Config) -> Content:
    """
    Read content and register.

    Raises: ContentError when either cannot be used; a register that was imported is never left out silently.
    """
    content = load_content(config.content)
    snapshots = Snapshots(config.store.data, config.content)
    name = snapshots.current()
    return with_register(content, snapshots.register(name), name) if name else content


def register_in_use(content: Path, data: Path | None) -> tuple[Register, str]:
    """
    The register alone, and one line that says which it is.

    Args:
        content: Where flows/ and content/ are, for the register that came with them.
        data: The data folder of the store, below which imports are kept; None when there is no config.

    Raises: ContentError when it cannot be read.
    """
    snapshots = Snapshots(data, content) if data else None
    name = snapshots.current() if snapshots else ""
    register = snapshots.register(name) if snapshots and name else load_content(content).register
    day = f"per {register.as_of.isoformat()}" if register.as_of else "tanpa tanggal"
    which = f"Daftar {name}" if name else "Daftar bawaan (belum ada yang diimpor)"
    return register, f"{which}: {len(register.rows)} perusahaan, {register.source}, {day}."


def with_register(content: Content, register: Register, name: str) -> Content:
    """The content with another register, as an edition of its own."""
    texts = {key: content.flows.wording.texts[key] for key in content.flows.wording.texts}
    wording = Wording(WithNames(texts, register))
    edition = hashlib.sha256(f"{content.fingerprint} {name}".encode()).hexdigest()
    return replace(
        content, register=register, flows=replace(content.flows, wording=wording), fingerprint=edition
    )
