"""Evidence is sealed, whole, unchanged, and gone when deleted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bot.errors import SecretError
from bot.vault.evidence import MAX_BYTES, EvidenceFolder
from bot.vault.keys import new_data_key

WORDS = b"foto paspor " * 1000


def contents(folder: Path) -> list[bytes]:
    """What every file in a folder holds."""
    return [path.read_bytes() for path in folder.iterdir() if path.is_file()]


async def test_a_file_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """What came in comes out, with the hash of the original, and nothing readable lies on the disk."""
    folder, key = EvidenceFolder(tmp_path / "evidence"), new_data_key()

    kept = await folder.keep("evidence-1", key, WORDS)

    on_disk = contents(tmp_path / "evidence")
    assert (kept.sha256, kept.size_bytes) == (hashlib.sha256(WORDS).hexdigest(), len(WORDS))
    assert await folder.read("evidence-1", key, kept.sha256) == WORDS
    assert len(on_disk) == 1
    assert b"paspor" not in on_disk[0]
    assert (tmp_path / "evidence").stat().st_mode & 0o777 == 0o700


async def test_a_repeated_download_replaces_the_file(tmp_path: Path) -> None:
    """The job may run twice; there is one file, and no draft is left."""
    folder, key = EvidenceFolder(tmp_path), new_data_key()

    first = await folder.keep("evidence-1", key, WORDS)
    second = await folder.keep("evidence-1", key, WORDS)

    assert first == second
    assert await folder.list_ids() == {"evidence-1"}
    assert len(contents(tmp_path)) == 1


async def test_a_file_of_another_case_or_name_does_not_open(tmp_path: Path) -> None:
    """Neither another key, nor a renamed file, nor another original is passed off as the evidence."""
    folder, key = EvidenceFolder(tmp_path), new_data_key()
    kept = await folder.keep("evidence-1", key, WORDS)
    (tmp_path / "evidence-2.sealed").write_bytes((tmp_path / "evidence-1.sealed").read_bytes())

    with pytest.raises(SecretError):
        await folder.read("evidence-1", new_data_key(), kept.sha256)
    with pytest.raises(SecretError):
        await folder.read("evidence-2", key, kept.sha256)
    with pytest.raises(SecretError, match="not the one that came in"):
        await folder.read("evidence-1", key, "0" * 64)


async def test_deleted_means_gone(tmp_path: Path) -> None:
    """After a delete there is no file, and deleting again is harmless."""
    folder, key = EvidenceFolder(tmp_path), new_data_key()
    kept = await folder.keep("evidence-1", key, WORDS)

    deleted = [await folder.delete("evidence-1"), await folder.delete("evidence-1")]

    assert deleted == [True, False]
    assert contents(tmp_path) == []
    with pytest.raises(FileNotFoundError):
        await folder.read("evidence-1", key, kept.sha256)


@pytest.mark.parametrize("evidence_id", ["../../etc", "short", "a/b/c/d/e/f", "evidence.1", "x" * 65, ""])
async def test_ids_cannot_leave_the_folder(tmp_path: Path, evidence_id: str) -> None:
    """An id is never a path."""
    with pytest.raises(ValueError, match="evidence id"):
        await EvidenceFolder(tmp_path).keep(evidence_id, new_data_key(), b"x")


async def test_a_disk_that_refuses_leaves_no_half_file(tmp_path: Path) -> None:
    """Where the file cannot be put in place, no draft stays behind."""
    (tmp_path / "evidence-1.sealed").mkdir()

    with pytest.raises(OSError, match="directory"):
        await EvidenceFolder(tmp_path).keep("evidence-1", new_data_key(), b"x")

    assert contents(tmp_path) == []
    assert (tmp_path / "evidence-1.sealed").is_dir()


async def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    """More than Telegram gives us is a mistake of ours."""
    with pytest.raises(ValueError, match="is the most"):
        await EvidenceFolder(tmp_path).keep("evidence-1", new_data_key(), bytes(MAX_BYTES + 1))
