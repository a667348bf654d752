"""
`langkah-aman registry`: import a list of recruiters, see which there are, compare two, go back to one.

Whoever types this reads Indonesian and needs to know what was left out and why. Start at `import_list`.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.app.register_doubts import Readings, refuse_double_headings, stop_if_too_much_is_lost
from bot.app.register_files import REMARKS, About
from bot.app.snapshots import MOST_KEPT, SHIPPED, Snapshots
from bot.authoring.register_carrying import carry_over
from bot.authoring.register_columns import USUAL, load_columns
from bot.authoring.register_import import Imported, Remark, import_rows
from bot.authoring.register_table import Table, open_table
from bot.errors import ContentError
from bot.recruiters.changes import Changed, changes
from bot.recruiters.recruiter import Recruiter, Standing

Say = Callable[[str], None]
_SHOWN = 10
ONE_DAY = timedelta(days=1)  # clocks and zones differ
CHECK_TODAY = "siskop2mi.bp2mi.go.id (daftar P3MI), Disnaker kabupaten/kota, atau BP3MI"
STANDINGS = {
    Standing.LISTED: "tercatat",
    Standing.UNKNOWN: "tidak jelas",
    Standing.NOT_LISTED: "tidak ada di daftar",
    Standing.EXPIRED: "kedaluwarsa",
    Standing.SUSPENDED: "dihentikan sementara",
    Standing.REVOKED: "dicabut",
}
_FIELDS = {
    "status": "tulisan status", "standing": "status", "former_names": "nama lama", "address": "alamat",
    "licence_numbers": "nomor izin", "city": "kota", "branches": "cabang", "phones": "telepon",
    "emails": "surel", "web": "situs", "accounts": "rekening", "countries": "negara", "people": "pimpinan",
    "history": "riwayat", "job_orders": "izin rekrut", "plain": "kalimat singkat",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """How a list is to be imported; `complete` None means that nobody said so: it counts as partial."""

    complete: bool | None = None
    as_of: date | None = None
    source: str = ""
    mapping: Path | None = None
    force: bool = False


def import_list(snapshots: Snapshots, path: Path, wish: Wish, now: datetime, say: Say) -> About:
    """
    Read a table into a new snapshot and use it, unless too much of it had to be refused or would vanish.

    What the list in use knows and this one does not contradict is taken along (`register_carrying`).

    Raises: ContentError, in Indonesian, when nothing was imported; the register in use stays in use.
    """
    if wish.as_of and wish.as_of > now.date() + ONE_DAY:
        raise ContentError(f"--as-of {wish.as_of} belum terjadi; tulis tanggal daftar itu dibuat")
    columns = load_columns(wish.mapping) if wish.mapping else USUAL
    readings = Readings(wish.as_of, now.date())
    source = wish.source or path.stem
    try:
        table = open_table(path, columns)
        refuse_double_headings(table, columns)
        with _bar("Membaca baris", table.size) as progress:
            rows = readings.of(table.rows)
            imported = import_rows(rows, source=source, as_of=wish.as_of, progress=progress)
    except ContentError as error:
        raise ContentError(f"{path.name}: {error}") from None
    imported.remarks.extend(readings.remarks)
    _report(imported, table, path, say)
    _say_unknown(readings.unknown, say)
    if not imported.lines:
        raise ContentError("tidak ada satu baris pun yang bisa dipakai; daftar lama tetap dipakai")
    complete = bool(wish.complete) and not imported.lost
    earlier = snapshots.register(snapshots.current() or SHIPPED)
    if not wish.force:
        stop_if_too_much_is_lost(imported, earlier, complete=complete)
    with _bar("Membawa serta daftar lama", len(earlier.rows)) as progress:
        told = len(imported.remarks)
        carried = carry_over(imported, earlier, complete=complete, progress=progress)
    _say_remarks("Bermasalah menurut daftar sebelumnya", imported.remarks[told:], say)
    about = About(
        id="",
        source=source,
        as_of=wish.as_of.isoformat() if wish.as_of else "",
        complete=complete,
        rows=len(imported.lines),
        refused=imported.refused,
        imported_at=now.isoformat(timespec="seconds"),
        file=path.name,
        standings={each.value: number for each, number in imported.standings.items() if number},
        check_today=CHECK_TODAY,
        carried=carried,
    )
    with _bar("Menyusun indeks", len(imported.lines)) as progress:
        about = snapshots.keep(about, imported, _remarks(imported.remarks), progress)
    before = snapshots.current()
    snapshots.use(about.id)
    lost = imported.lost if wish.complete else 0
    _say_what_now(about, before or SHIPPED, lost, snapshots.folder, say)
    gone = snapshots.forget_old(before)
    if gone:
        say(f"Hanya {MOST_KEPT} impor terakhir disimpan; dihapus: {', '.join(gone)}")
    return about


def _report(imported: Imported, table: Table, path: Path, say: Say) -> None:
    say(f"{path.name}: {table.read_as}; {imported.read} baris dibaca, {len(imported.lines)} dipakai.")
    if table.unread:
        say(f"Kolom yang tidak dikenal, jadi tidak dibaca: {', '.join(table.unread)[:300]}")
    counted = [f"{STANDINGS[each]} {count}" for each, count in imported.standings.most_common() if count]
    if counted:
        say(f"Status: {', '.join(counted)}.")
    for refused, title in ((True, "Ditolak"), (False, "Dipakai, dengan catatan")):
        _say_remarks(title, [remark for remark in imported.remarks if remark.refused is refused], say)


def _say_unknown(statuses: Counter[str], say: Say) -> None:
    if not statuses:
        return
    said = ", ".join(f'"{status}" ({count})' for status, count in statuses.most_common(_SHOWN))
    more = f", dan {len(statuses) - _SHOWN} lagi" if len(statuses) > _SHOWN else ""
    say(f'Status yang tidak dikenal, dicatat "tidak jelas" (tulis artinya di --mapping): {said}{more}')


def _say_remarks(title: str, remarks: list[Remark], say: Say) -> None:
    if not remarks:
        return
    kinds = Counter(remark.kind for remark in remarks)
    said = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    say(f"{title}: {len(remarks)} ({said})")
    for remark in remarks[:_SHOWN]:
        say(f'  baris {remark.line} "{remark.name}": {remark.reason}')
    if len(remarks) > _SHOWN:
        say(f"  … dan {len(remarks) - _SHOWN} lagi")


def _say_what_now(about: About, before: str, lost: int, folder: Path, say: Say) -> None:
    kind = "lengkap" if about.complete else "tidak lengkap"
    day = f"per {about.as_of}" if about.as_of else "tanpa tanggal"
    say(f"Daftar {about.id} kini dipakai: {about.rows} perusahaan, {kind}, {day}.")
    if about.carried:
        what = (
            "yang dicabut, dihentikan, atau kedaluwarsa" if about.complete else "yang tidak disebut di sini"
        )
        say(
            f"Dari daftar sebelumnya ikut dibawa: {about.carried} perusahaan {what}, "
            "dengan tanggalnya sendiri."
        )
    if lost:
        say(
            f"Karena {lost} baris ditolak, daftar ini dianggap TIDAK lengkap: bot tidak akan berkata "
            '"tidak ditemukan". Perbaiki barisnya, lalu impor lagi.'
        )
    if not about.as_of:
        say("Tanpa --as-of, baris yang tidak punya tanggal sendiri hanya dijawab “belum bisa diperiksa”.")
    say(f"Semua catatan: {folder / about.id / REMARKS}")
    if before != about.id:
        say(f"Bandingkan dengan yang lama: langkah-aman registry compare {before} {about.id}")
    say("Bot yang sedang berjalan memakainya setelah kill -HUP.")


def use(snapshots: Snapshots, name: str) -> str:
    """Go back to a snapshot that can be read, or to `SHIPPED`. Raises: ContentError, in Indonesian."""
    found = snapshots.named(name)
    snapshots.register(found)
    snapshots.use(found)
    return f"Daftar {found} dipakai setelah kill -HUP atau start berikutnya."


def listed(snapshots: Snapshots) -> Iterator[str]:
    """One line a snapshot, the one in use with a mark."""
    current = snapshots.current()
    yield f"{' ' if current else '→'} {SHIPPED}  daftar yang datang bersama program"
    for about in snapshots.all():
        kind = "lengkap" if about.complete else "tidak lengkap"
        mark = "→" if about.id == current else " "
        what = f"{about.rows} perusahaan, {kind}, {about.source}"
        yield f"{mark} {about.id}  {what}; diimpor {about.imported_at[:16]}"


def compared(snapshots: Snapshots, before: str, after: str) -> Iterator[str]:
    """Who came, went, lost the licence or has other data. Raises: ContentError for unknown snapshots."""
    one, two = (snapshots.register(snapshots.named(name)) for name in (before, after))
    found = changes(one.rows, two.rows)
    yield f"Baru: {len(found.added)}"
    yield from _some([row.name for row in found.added])
    yield f"Tidak ada lagi: {len(found.removed)}"
    yield from _some([row.name for row in found.removed])
    yield f"Status memburuk (dicabut, dihentikan sementara, …): {len(found.worse)}"
    yield from _some([_step(each) for each in found.worse], most=len(found.worse))
    yield f"Data lain berubah: {len(found.changed)}"
    yield from _some([f"{each.after.name}: {_what(each)}" for each in found.changed])


def _step(each: Changed) -> str:
    return f"{each.after.name}: {_standing(each.before)} → {_standing(each.after)}"


def _standing(row: Recruiter) -> str:
    return STANDINGS[row.standing]


def _what(each: Changed) -> str:
    return ", ".join(_FIELDS.get(name, name) for name in each.what)


def _some(lines: list[str], most: int = 50) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"  … dan {len(lines) - most} lagi"


def _remarks(remarks: list[Remark]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("baris", "nama", "hasil", "alasan"))
    for each in remarks:
        writer.writerow((each.line, each.name, "ditolak" if each.refused else "dipakai", each.reason))
    return text.getvalue()


@contextmanager
def _bar(title: str, size: int) -> Iterator[Callable[[int], None]]:
    """A bar where somebody looks."""
    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(title, total=max(1, size))
        yield lambda done: bar.update(task, completed=done)
