"""
The registers that were imported: one folder each in `<data>/register`, and a file that names the one in use.

A snapshot is written aside and moved into place whole; the file `current` is replaced in one step. Whoever
reads sees the old or the new register, never half of one. Only `forget_old` deletes, never the one in use.
Start at `Snapshots`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.app.register_files import REMARKS, About, read_about, read_register, write_register
from bot.authoring.draft import REGISTER
from bot.authoring.register import EMPTY, load_register
from bot.authoring.register_import import Imported
from bot.errors import ContentError
from bot.recruiters.index import nothing
from bot.recruiters.register import Register

CURRENT = "current"
SHIPPED = "bawaan"  # the name of the register that came with the content
MOST_KEPT = 12  # a year of monthly lists; a million names take some 300 MB each


class Snapshots:
    """All registers below one data folder, and the one that came with the content."""

    def __init__(self, data: Path, content: Path) -> None:
        self.folder = data / "register"
        self._shipped = content / REGISTER

    def current(self) -> str:
        """The id of the register in use, "" when nothing was imported yet."""
        try:
            return (self.folder / CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return ""

    def all(self) -> tuple[About, ...]:
        """In the order of their import; what cannot be read is left out."""
        found = []
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.is_dir() and not path.name.startswith("."):
                try:
                    found.append(read_about(path))
                except ContentError:
                    continue
        return tuple(sorted(found, key=lambda about: about.imported_at))

    def named(self, name: str) -> str:
        """
        The id that somebody means: whole, or its beginning.

        Raises: ContentError, in Indonesian, when there is none or more than one.
        """
        if name == SHIPPED:
            return name
        fitting = [about.id for about in self.all() if about.id.startswith(name)]
        if len(fitting) == 1 or name in fitting:
            return name if name in fitting else fitting[0]
        if fitting:
            raise ContentError(f'"{name}" cocok dengan beberapa daftar: {", ".join(fitting)}')
        known = ", ".join([SHIPPED, *(about.id for about in self.all())])
        raise ContentError(f'tidak ada daftar "{name}". Yang ada: {known}')

    def register(self, name: str, progress: Callable[[int], None] = nothing) -> Register:
        """Raises: ContentError when it cannot be read."""
        if name != SHIPPED:
            return read_register(self.folder / name, progress)
        return load_register(self._shipped) if self._shipped.is_file() else EMPTY

    def keep(
        self, about: About, imported: Imported, remarks: str, progress: Callable[[int], None] = nothing
    ) -> About:
        """Write a snapshot beside the others and give it its id; the one in use stays in use."""
        digest = hashlib.sha256(f"{about.source}\n{about.complete}\n".encode())
        for line in imported.lines:
            digest.update(line)
        about = replace(about, id=f"{about.as_of or about.imported_at[:10]}-{digest.hexdigest()[:8]}")
        if (self.folder / about.id).is_dir():
            return read_about(self.folder / about.id)
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            write_register(aside, about, imported.lines, progress)
            (aside / REMARKS).write_text(remarks, encoding="utf-8-sig")
            aside.rename(self.folder / about.id)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        return about

    def forget_old(self, *spared: str) -> tuple[str, ...]:
        """
        Delete the oldest imports until `MOST_KEPT` are left.

        Args:
            spared: Ids that stay however old they are, as the one in use always does.

        Returns: The ids of those that went, oldest first. A process that still reads one keeps what it reads.
        """
        everything = [about.id for about in self.all()]
        stay = {self.current(), *spared}
        old = [name for name in everything[: max(0, len(everything) - MOST_KEPT)] if name not in stay]
        for name in old:
            aside = self.folder / f".gone-{name}"
            (self.folder / name).rename(aside)  # whole or gone: nobody meets half of it
            shutil.rmtree(aside, ignore_errors=True)
        return tuple(old)

    def use(self, name: str) -> None:
        """From the next start or SIGHUP on, this is the register."""
        if name == SHIPPED:
            (self.folder / CURRENT).unlink(missing_ok=True)
            return
        descriptor, temporary = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(self.folder / CURRENT)
