"""What the first day writes is whole or not there, and nothing that exists is written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from bot.app.asking import NotUnderstood
from bot.app.first_files import Answers, keep_config, keep_key, key_place
from bot.config import load_config
from bot.errors import ConfigError


def answers(folder: Path) -> Answers:
    return Answers(
        "1:a",
        "bot",
        "https://api.telegram.org",
        "Polres Uji",
        "Asia/Makassar",
        "Rina",
        time(8),
        time(16),
        folder / "k",
    )


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_key_is_made_once(tmp_path: Path) -> None:
    """The second call finds the first one's key; drafts are gone; only its owner may read it."""
    path = tmp_path / "kunci" / "master.key"

    made, again = keep_key(path), keep_key(path)

    assert (made, again) == (True, False)
    assert names_in(path.parent) == ["master.key"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_unfinished_config_is_kept_aside(tmp_path: Path) -> None:
    """What somebody began by hand stays readable beside the new file."""
    (tmp_path / "config.yaml").write_text("backup_days: 14\n")
    (tmp_path / "token").write_text("1:a\n")

    path = keep_config(tmp_path, answers(tmp_path), tmp_path / "token")

    assert (tmp_path / "config.yaml.lama").read_text() == "backup_days: 14\n"
    assert load_config(path, {}).shifts[0].officer == "rina"


def test_settings_that_would_not_load_are_never_put_in_place(tmp_path: Path) -> None:
    """A config.yaml that could not be read back would lock every later command out."""
    wrong = replace(answers(tmp_path), zone="Asia/Praya")

    with pytest.raises(ConfigError, match="bukan zona waktu"):
        keep_config(tmp_path, wrong, tmp_path / "token")

    assert names_in(tmp_path) == []


def test_a_disk_that_refuses_costs_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    """The reason is said in Bahasa Indonesia."""
    (tmp_path / "berkas").write_text("")

    with pytest.raises(ConfigError, match=r"tidak bisa ditulis: (bukan folder|sudah ada)"):
        keep_key(tmp_path / "berkas" / "master.key")

    assert names_in(tmp_path) == ["berkas"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{}/data/master.key", "di dalam folder data"),
        ("{}/data/../data/x/k", "di dalam folder data"),
        ("{}/config.yaml", "sudah dipakai"),
        ("{}/token", "sudah dipakai"),
        ("{}/bukan-kunci", "bukan buatan kita|chmod 600"),
        ("~tidakada/k", "tidak ada"),
    ],
)
def test_a_place_where_no_key_may_lie_is_refused(tmp_path: Path, typed: str, said: str) -> None:
    """With the reason, before anything is written."""
    (tmp_path / "bukan-kunci").write_text("halo\n")

    with pytest.raises(NotUnderstood, match=said):
        key_place(tmp_path)(typed.format(tmp_path))


def test_a_folder_means_a_key_in_it(tmp_path: Path) -> None:
    """Whoever names a folder gets master.key there."""
    assert key_place(tmp_path / "bot")(f"{tmp_path}/") == tmp_path / "master.key"
