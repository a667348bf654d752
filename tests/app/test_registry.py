"""Importing a list: nothing half done, the earlier lists kept, and the bot with the one in use."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.app.register_files import INDEX, ROWS
from bot.app.register_in_use import content_in_use
from bot.app.registry import Wish, compared, import_list, listed, use
from bot.app.snapshots import MOST_KEPT, Snapshots
from bot.config import load_config
from bot.errors import ContentError
from bot.recruiters.verdict import Kind, check
from tests.places import CONTENT

NOW = datetime(2026, 10, 1, 8, tzinfo=UTC)
WISH = Wish(complete=True, as_of=date(2026, 9, 30), source="daftar uji")
FORCED = replace(WISH, force=True)  # three companies in the place of those that came with the program
FIRST = "nama,status\nPT Satu Jaya,aktif\nPT Dua Jaya,aktif\nPT Tiga Jaya,aktif\n"
SECOND = "nama,status,kota\nPT Satu Jaya,aktif,Malang\nPT Dua Jaya,dicabut,\nPT Empat Jaya,aktif,\n"


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "data", tmp_path)


def given(snapshots: Snapshots, text: str, wish: Wish = WISH, *, minutes: int = 0) -> list[str]:
    """Import a list; what was said."""
    path = snapshots.folder.parent.parent / "daftar.csv"
    path.write_text(text, encoding="utf-8")
    said: list[str] = []
    import_list(snapshots, path, wish, NOW + timedelta(minutes=minutes), said.append)
    return said


def test_an_import_is_used_and_says_so(snapshots: Snapshots) -> None:
    """Counts, the id, and what to do next."""
    said = "\n".join(given(snapshots, FIRST))

    register = snapshots.register(snapshots.current())
    assert "3 baris dibaca, 3 dipakai" in said
    assert "kill -HUP" in said
    assert (register.complete, register.as_of, register.source) == (True, date(2026, 9, 30), "daftar uji")
    assert check(register, "pt dua jaya", date(2026, 10, 1)).kind is Kind.FOUND


def test_too_many_refused_rows_change_nothing(snapshots: Snapshots) -> None:
    """The list in use stays, unless --force."""
    given(snapshots, FIRST)
    before = snapshots.current()
    broken = "nama,status\nPT Satu Jaya,\nPT Lima Jaya,aktif\n"

    with pytest.raises(ContentError, match=r"1 dari 2 baris .* TIDAK dipakai"):
        given(snapshots, broken)

    assert snapshots.current() == before
    assert len(snapshots.all()) == 1
    forced = given(snapshots, broken, Wish(True, WISH.as_of, "x", force=True))
    assert not snapshots.register(snapshots.current()).complete
    assert "TIDAK lengkap" in "\n".join(forced)


def test_editions_are_kept_compared_and_brought_back(snapshots: Snapshots) -> None:
    """Who came, went, was revoked, changed; and the way back."""
    given(snapshots, FIRST)
    first = snapshots.current()
    given(snapshots, SECOND, minutes=5)
    second = snapshots.current()

    assert list(compared(snapshots, first, second)) == [
        "Baru: 1",
        "  PT Empat Jaya",
        "Tidak ada lagi: 1",
        "  PT Tiga Jaya",
        "Status memburuk (dicabut, dihentikan sementara, …): 1",
        "  PT Dua Jaya: tercatat → dicabut",
        "Data lain berubah: 1",
        "  PT Satu Jaya: kota",
    ]
    assert [line[:1] for line in listed(snapshots)] == [" ", " ", "→"]
    use(snapshots, first)
    assert snapshots.current() == first
    use(snapshots, "bawaan")
    assert [line[:1] for line in listed(snapshots)] == ["→", " ", " "]
    with pytest.raises(ContentError, match="tidak ada daftar"):
        use(snapshots, "1999")


def test_an_index_that_is_broken_or_old_is_made_again(snapshots: Snapshots) -> None:
    """The rows are what counts; without them it is said in one line."""
    given(snapshots, FIRST)
    folder = snapshots.folder / snapshots.current()
    (folder / INDEX).write_bytes(b"broken")

    assert check(snapshots.register(folder.name), "pt tiga jaya", date(2026, 10, 1)).recruiter is not None
    (folder / INDEX).unlink()
    (folder / ROWS).write_bytes((folder / ROWS).read_bytes()[:-1])
    with pytest.raises(ContentError, match="impor lagi"):
        snapshots.register(folder.name)


def test_the_bot_uses_what_was_imported(tmp_path: Path) -> None:
    """Without an import the shipped list; after it the new one, as an edition of its own."""
    (tmp_path / "config.yaml").write_text(f"content: {CONTENT.parent}\n", encoding="utf-8")
    config = load_config(tmp_path / "config.yaml", {})
    before = content_in_use(config)
    given(Snapshots(config.store.data, config.content), FIRST, FORCED)

    after = content_in_use(config)

    warned = sum(row.standing.warns for row in before.register.rows)
    assert (len(before.register.rows), len(after.register.rows)) == (801, 3 + warned)
    assert after.fingerprint != before.fingerprint
    key = after.register.key(after.register.rows[1])
    assert after.flows.wording.label(f"recruiter.name.{key}", {}) == "PT Dua Jaya"
    assert before.flows.wording.label(f"recruiter.name.{key}", {}) == "(sudah tidak ada di daftar)"


def test_the_commands_say_it_in_one_line(tmp_path: Path) -> None:
    """Import, list, compare, use; a file that is none ends with 1."""
    config = tmp_path / "config.yaml"
    config.write_text("", encoding="utf-8")
    good, bad = tmp_path / "a.csv", tmp_path / "b.csv"
    good.write_text(FIRST, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7")
    runner = CliRunner()

    def ran(*words: str) -> tuple[int, str]:
        done = runner.invoke(app, ["registry", *words, "--config", str(config)])
        return done.exit_code, done.output

    assert ran("list") == (0, "→ bawaan  daftar yang datang bersama program\n")
    assert ran("import", str(good), "--as-of", "30 September 2026", "--complete", "--force")[0] == 0
    code, said = ran("import", str(bad))
    assert (code, "PDF" in said, "Traceback" in said) == (1, True, False)
    assert ran("import", str(good), "--as-of", "kemarin")[0] == 1
    assert "belum terjadi" in ran("import", str(good), "--as-of", "2999-01-01")[1]
    assert ran("use", "2026-09-30")[0] == 0
    assert ran("compare", "2026-09-30", "2026-09-30")[1].splitlines()[0] == "Baru: 0"


def test_old_imports_go_and_the_one_in_use_never(snapshots: Snapshots) -> None:
    """So many are kept; what was brought back stays however old it is, and what goes is said."""
    said = given(snapshots, FIRST)
    first = snapshots.current()
    for number in range(MOST_KEPT):
        use(snapshots, first)
        said = given(snapshots, f"{FIRST}PT Nomor {number} Jaya,aktif\n", minutes=number + 1)
    oldest = snapshots.all()[1].id
    use(snapshots, first)
    kept = {about.id for about in snapshots.all()}

    again = given(snapshots, SECOND, minutes=60)

    assert not any("dihapus" in line for line in said)
    assert first in kept
    assert first in {about.id for about in snapshots.all()}
    assert oldest not in {about.id for about in snapshots.all()}
    assert f"Hanya {MOST_KEPT} impor terakhir disimpan; dihapus: {oldest}" in again
    assert len(snapshots.all()) == MOST_KEPT + 1
    assert not list(snapshots.folder.glob(".gone-*"))


def test_recruiter_asks_the_register_in_use_and_says_which(tmp_path: Path) -> None:
    """After an import the command line answers what the bot answers."""
    config = tmp_path / "config.yaml"
    config.write_text("", encoding="utf-8")
    known = load_config(config, {})
    given(Snapshots(known.store.data, known.content), FIRST, FORCED)
    words = ["recruiter", "PT Dua Jaya", "--content", str(CONTENT.parent), "--config", str(config)]

    done = CliRunner().invoke(app, words)

    assert json.loads(done.stdout)["name"] == "PT Dua Jaya"
    assert "daftar uji, per 2026-09-30" in done.stderr
    assert done.stderr.startswith("Daftar 2026-09-30-")


@pytest.mark.slow
@pytest.mark.timeout(400)  # a minute on an idle core
def test_three_hundred_thousand_rows(snapshots: Snapshots) -> None:
    """A list far longer than any that there is: read, kept, found."""
    letters = "abcdefghij"
    own = ["".join(letters[int(digit)] for digit in f"{at:06}") for at in range(300_000)]
    names = "".join(f"PT Karya {word} Abadi,aktif\n" for word in own)

    said = given(snapshots, "nama,status\n" + names)

    assert "300000 dipakai" in said[0]
    register = snapshots.register(snapshots.current())
    assert check(register, f"pt karya {own[299_699]} abadi", date(2026, 10, 1)).recruiter is not None
