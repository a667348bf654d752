"""A lock that lives exactly as long as the process that holds it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from bot.errors import StoreUnreachable
from bot.store.machine_lock import MachineLock


def test_one_holds_it_and_the_next_waits_until_it_is_let_go(tmp_path: Path) -> None:
    """Holding it again is free; another one gets it only after `let_go`."""
    first, second = MachineLock(tmp_path / "lock"), MachineLock(tmp_path / "lock")

    before = first.hold(), first.hold(), second.hold()
    first.let_go()
    after = second.hold(), first.hold()
    second.let_go()

    assert before == (True, True, False)
    assert after == (True, False)


def test_a_killed_holder_lets_go_at_once(tmp_path: Path) -> None:
    """No lease has to run out: the kernel lets go when the process dies."""
    lock = MachineLock(tmp_path / "lock")
    told, tell = os.pipe()
    holder = os.fork()
    if holder == 0:
        os.write(tell, b"1" if lock.hold() else b"0")
        signal.pause()
    held_by_it = os.read(told, 1) == b"1"
    while_it_lives = lock.hold()

    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    after_its_death = lock.hold()

    lock.let_go()
    os.close(told)
    os.close(tell)
    assert (held_by_it, while_it_lives, after_its_death) == (True, False, True)


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    """The error names the file and the reason."""
    with pytest.raises(StoreUnreachable, match=r"gone/lock tidak bisa dipakai: tidak ada"):
        MachineLock(tmp_path / "gone" / "lock").hold()
