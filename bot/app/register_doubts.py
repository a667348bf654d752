"""
What makes an import stop, or be doubted, before anything is swapped: too much lost, dates that lie ahead,
headings that say the same, a list that calls itself complete and is not.

Everything that stops names the way to go on deliberately. Start at `stop_if_too_much_is_lost`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.authoring.register_columns import Columns
from bot.authoring.register_import import Imported, Remark
from bot.authoring.register_table import Cells, Table
from bot.errors import ContentError
from bot.recruiters.days import parse_day
from bot.recruiters.recruiter import Standing
from bot.recruiters.register import Register
from bot.recruiters.statuses import standing_of

MOST_LOST = 0.05  # share of rows; above it the column mapping is wrong rather than the rows
LEAST_LEFT = 0.5  # of the listed companies that the list in use has
_NOT_USED = "daftar ini TIDAK dipakai; daftar lama tetap dipakai"


def refuse_double_headings(table: Table, columns: Columns) -> None:
    """Two headings for one column of ours: whichever is read, the other may say the opposite."""
    double = {heading: places[0] for heading in table.unread if (places := columns.places([heading]))}
    if double:
        said = ", ".join(f'"{heading}" (isinya: {column})' for heading, column in double.items())
        raise ContentError(
            f"judul kolom ganda: {said} sudah dibaca dari kolom lain. Hapus atau ganti judul kolom yang "
            "tidak dimaksud, lalu impor lagi"
        )


@dataclass(slots=True)
class Readings:
    """The rows of a table on their way into an import, each on its own day; and what was strange in them."""

    as_of: date | None
    today: date
    remarks: list[Remark] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def of(self, rows: Iterator[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
        """Rows with a day that has come; a row that has none takes that of the list."""
        for line, cells in rows:
            dated = self._dated(line, cells)
            status = (dated.get("status") or "").strip()
            own = parse_day(dated.get("as_of") or "")
            if status and not dated.get("standing") and standing_of(status, own) is Standing.UNKNOWN:
                self.unknown[status[:60]] += 1
            yield line, dated

    def _dated(self, line: int, cells: Cells) -> Mapping[str, str | None]:
        written = (cells.get("as_of") or "").strip()
        of_list = self.as_of.isoformat() if self.as_of else ""
        if not written:
            return {**cells, "as_of": of_list}
        day = parse_day(written)
        if day is None or day <= (self.as_of or self.today):
            return cells
        reason = (
            f"tanggalnya {day} sesudah tanggal daftar ({of_list}), jadi tanggal daftar yang dipakai"
            if of_list
            else f"tanggalnya {day} belum terjadi, jadi barisnya dicatat tanpa tanggal"
        )
        name = (cells.get("name") or "")[:80]
        self.remarks.append(Remark(line, name, "tanggal", reason, refused=False))
        return {**cells, "as_of": of_list}


def stop_if_too_much_is_lost(imported: Imported, earlier: Register, *, complete: bool) -> None:
    """
    Args:
        earlier: The register in use until now.
        complete: Whether the new list is said to hold every licensed company: then the others vanish.

    Raises: ContentError when too many rows were refused, doubles among them, or too few companies are listed.
    """
    share = imported.refused / max(1, imported.read)
    if share > MOST_LOST:
        raise ContentError(
            f"{imported.refused} dari {imported.read} baris ({share:.0%}) ditolak, jadi {_NOT_USED}. "
            "Perbaiki berkas atau --mapping; --force memakainya juga"
        )
    if not complete:
        return
    before = sum(row.standing is Standing.LISTED for row in earlier.rows)
    now = imported.standings[Standing.LISTED]
    if now < before * LEAST_LEFT:
        raise ContentError(
            f"menurut daftar ini hanya {now} perusahaan tercatat, padahal di daftar yang dipakai sekarang "
            f"{before}; dengan --complete yang lain akan hilang, jadi {_NOT_USED}. Kalau ini hanya sebagian "
            "PT, pakai --partial; kalau memang hanya ini yang berizin, --force memakainya juga"
        )
