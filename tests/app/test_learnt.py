"""What was learnt is kept, found again, and never trusted when it is broken."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.app.learnt.shelf import Box, fingerprint, kept
from bot.language.lexicon import parse_lexicon


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "langkah-aman"


def take(made: list[str], key: str = "a", numbers: int = 3) -> list[float]:
    """Learn `numbers` numbers, or take them from the shelf; `made` tells how often it was learnt."""

    def make() -> list[float]:
        made.append(key)
        return [float(each) for each in range(numbers)]

    return kept(
        "test",
        key,
        make,
        lambda learnt: Box({"numbers": np.array(learnt)}, {"count": len(learnt)}),
        lambda box: [float(each) for each in box.arrays["numbers"]][: box.words["count"]],
    )


def test_it_is_learnt_once() -> None:
    """The second process with the same content learns nothing."""
    made: list[str] = []

    assert take(made) == take(made) == [0.0, 1.0, 2.0]
    assert made == ["a"]


def test_other_content_is_learnt_anew() -> None:
    """Another key is another content; the older one stays for a while."""
    made: list[str] = []

    take(made, "a"), take(made, "b"), take(made, "a")

    assert made == ["a", "b"]


def test_a_broken_file_is_learnt_again(folder: Path) -> None:
    """Half a file, or one of another program, is no reason to stop, and is replaced."""
    made: list[str] = []
    take(made)
    for broken in (b"", b"PK\x03\x04 half", b"not a file of ours"):
        (folder / "test-a.npz").write_bytes(broken)
        assert take(made) == [0.0, 1.0, 2.0]

    assert take(made) == [0.0, 1.0, 2.0]
    assert made == ["a"] * 4


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(folder: Path) -> None:
    """What cannot be kept is learnt at every start."""
    made: list[str] = []
    folder.write_bytes(b"a file where the folder should be")

    assert take(made) == take(made) == [0.0, 1.0, 2.0]
    assert made == ["a", "a"]


def test_old_editions_are_removed(folder: Path) -> None:
    """The disk of a small server does not fill up with every change of a word."""
    made: list[str] = []
    for key in "abcdefg":
        take(made, key)

    assert len(list(folder.glob("test-*.npz"))) == 4


def test_a_changed_lexicon_or_example_is_another_content() -> None:
    """Everything that decides what is learnt is part of the name."""
    plain = parse_lexicon({})
    other = parse_lexicon({"short_forms": {"tidak": "ga"}})

    names = {fingerprint(["a"], plain, ()), fingerprint(["b"], plain, ()), fingerprint(["a"], other, ())}
    names.add(fingerprint(["a"], plain, ("bot.learning",)))

    assert len(names) == 4
