"""config.yaml: every fault is one clear line that says what to do, and no secret is ever shown."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.config import load_config
from bot.errors import ConfigError

GOOD = """
telegram: {mode: polling}
hotline:
  time_zone: Asia/Makassar
  agencies: [{id: polres, name: Polres, hotline: true}]
  duty: [{officer: rina, days: [senin, minggu], from: "20:00", to: "08:00"}]
  answer_within: {emergency: 15}
backup_days: 14
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_becomes_one_frozen_value(tmp_path: Path) -> None:
    """What is written is what is read; secrets come from the environment and hide in a repr."""
    config = load_config(written(tmp_path, GOOD), {"LANGKAH_AMAN_TOKEN": "123:SECRET"})

    assert config.agencies["polres"].hotline
    assert config.shifts[0].days == {0, 6}
    assert config.shifts[0].starts == time(20)
    assert config.backup_days == 14
    assert config.telegram.token == "123:SECRET"
    assert "SECRET" not in repr(config)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("telegrm: {}", 'telegrm tidak dikenal; mungkin maksudnya "telegram"'),
        ("telegram: {mod: polling}", 'telegram.mod tidak dikenal; mungkin maksudnya "mode"'),
        ("telegram: {mode: pull}", 'telegram.mode berisi "pull"; pilih polling atau webhook'),
        ("telegram: {mode: webhook}", "telegram.webhook_url belum diisi"),
        ("telegram: {mode: webhook, webhook_url: https://x.id/t}", "atur LANGKAH_AMAN_WEBHOOK_SECRET"),
        ("telegram: polling", 'telegram harus berisi baris "nama: isi"'),
        ("hotline: {time_zone: WIB}", "tulis Asia/Jakarta (WIB)"),
        ("hotline: {duty: [{officer: rina, days: [sening], from: '08:00', to: '16:00'}]}", 'berisi "sening"'),
        (
            "hotline: {duty: [{officer: rina, from: pagi, to: '16:00'}]}",
            'duty.from berisi "pagi"; tulis jam',
        ),
        ("hotline: {duty: [{from: '08:00', to: '16:00'}]}", "jadwal tanpa petugas"),
        ("hotline: {agencies: [{id: a}, {id: a}]}", 'kosong atau ganda: "a"'),
        ("backup_days: banyak", 'backup_days berisi "banyak"; tulis angka bulat'),
        ("secrets: {token_file: nowhere}", "nowhere tidak terbaca"),
        ("a: [", "config.yaml:1 bukan YAML yang utuh"),
    ],
)
def test_a_fault_is_one_line_that_says_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    """The file, the key, what is wrong and the nearest right word; never a traceback."""
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text), {})

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_leads_to_init(tmp_path: Path) -> None:
    """Who has no config.yaml is told which command writes one."""
    with pytest.raises(ConfigError, match="langkah-aman init"):
        load_config(tmp_path / "config.yaml", {})
