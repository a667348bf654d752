"""
The content with the register that is in use: the one that was imported, else the one that came with it.

Start at `content_in_use`.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

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
    snapshots = Snapshots(config.store.data)
    name = snapshots.current()
    return with_register(content, snapshots.register(name), name) if name else content


def with_register(content: Content, register: Register, name: str) -> Content:
    """The content with another register, as an edition of its own."""
    texts = {key: content.flows.wording.texts[key] for key in content.flows.wording.texts}
    wording = Wording(WithNames(texts, register))
    edition = hashlib.sha256(f"{content.fingerprint} {name}".encode()).hexdigest()
    return replace(
        content, register=register, flows=replace(content.flows, wording=wording), fingerprint=edition
    )
