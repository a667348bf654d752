"""
Which column of somebody's table is which of ours, by the headings that Indonesian offices use.

A mapping file in YAML says it where the headings are others:

    columns: {name: Nama P3MI, licence_number: [Nomor SIP3MI, NIB]}
    status: {"Masa berlaku habis": expired}

Start at `Columns` and `load_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import did_you_mean
from bot.authoring.yaml_lines import load_yaml
from bot.errors import ContentError
from bot.language.folding import fold
from bot.recruiters.recruiter import Standing
from bot.recruiters.rows import COLUMNS

NEEDED = ("name", "status")
HEADINGS: Mapping[str, str] = {
    "name": "nama|nama perusahaan|nama p3mi|nama pptkis|nama pt|perusahaan|company|company name",
    "former_names": "nama lama|nama sebelumnya|former name|nama dahulu",
    "licence_number": "nomor izin|no izin|nomor sip3mi|no sip3mi|sip3mi|nib|nomor induk berusaha|siup"
    "|license_number|license number|nomor",
    "status": "status izin|status p3mi|keterangan status|status perusahaan",
    "plain": "status singkat|kalimat singkat",
    "history": "riwayat|riwayat status|riwayat sanksi",
    "address": "alamat|alamat kantor|alamat kantor pusat|alamat lengkap",
    "city": "kota|kabupaten|kabupaten/kota|kab/kota|kota/kabupaten",
    "branches": "cabang|kantor cabang",
    "phones": "phone|telepon|no telepon|nomor telepon|telp|no telp|hp|no hp|nomor hp|whatsapp|wa|kontak",
    "emails": "email|e-mail|surel|alamat email",
    "web": "website|situs|situs web|laman",
    "accounts": "account|rekening|no rekening|nomor rekening",
    "people": "pimpinan|direktur|nama pimpinan|nama direktur|penanggung jawab",
    "job_orders": "sip2mi|izin rekrut|job order|lowongan",
    "countries": "negara|negara penempatan|negara tujuan",
    "source": "sumber|source_title",
    "source_url": "tautan|tautan sumber|url",
    "as_of": "per tanggal|tanggal|tanggal data|diperbarui|update terakhir",
}
_MARKS = re.compile(r"[\s._]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Ours by heading (folded), and words of the status column that mean a standing."""

    by_heading: Mapping[str, str]
    standings: Mapping[str, Standing] = field(default_factory=dict)

    def places(self, headings: Sequence[str]) -> dict[int, str]:
        """Column of ours by place in the table; of two headings for one column the first counts."""
        found: dict[int, str] = {}
        for at, heading in enumerate(headings):
            column = self.by_heading.get(_plain(heading))
            if column and (column not in found.values() or column in _SEVERAL):
                found[at] = column
        return found

    def missing(self, found: Mapping[int, str]) -> tuple[str, ...]:
        return tuple(name for name in NEEDED if name not in found.values())

    def complaint(self, found: Mapping[int, str], headings: Sequence[str]) -> str:
        """What is missing, for a person."""
        name = self.missing(found)[0]
        near = did_you_mean(name, [_plain(heading) for heading in headings])
        seen = ", ".join(heading.strip() for heading in headings if heading.strip())[:200]
        hint = f"{near} " if near else ""
        return (
            f'kolom "{name}" tidak ada. {hint}Kolom yang harus ada: {", ".join(NEEDED)}. '
            f"Judul yang terbaca: {seen}. Bila judulnya lain, tulis padanannya di berkas --mapping."
        )

    def cells(self, found: Mapping[int, str], row: Sequence[str]) -> dict[str, str | None]:
        cells: dict[str, str | None] = {}
        for at, column in found.items():
            text = row[at].strip() if at < len(row) else ""
            before = cells.get(column)
            cells[column] = f"{before}; {text}" if before and text else before or text
        standing = self.standings.get(_plain(cells.get("status") or ""))
        if standing is not None and not cells.get("standing"):
            cells["standing"] = standing.value
        return cells


_SEVERAL = frozenset({"phones", "emails", "licence_number", "accounts", "branches", "people", "former_names"})
"""Columns that a table may have twice: "No. Telepon" and "WhatsApp"."""


def _plain(heading: str) -> str:
    return _MARKS.sub(" ", fold(heading)).strip(" :*")


def _usual() -> dict[str, str]:
    found: dict[str, str] = {}
    for column in COLUMNS:
        for heading in (column, *HEADINGS.get(column, "").split("|")):
            if heading.strip():
                found.setdefault(_plain(heading), column)
    return found


USUAL = Columns(_usual())
"""What is understood without a mapping file."""


def load_columns(path: Path) -> Columns:
    """
    The usual headings, and those that a mapping file adds or changes.

    Raises: ContentError with the first fault of the file and its line.
    """
    notes = Notes()
    value, problems = load_yaml(path, path.name)
    notes.problems.extend(problems)
    by_heading, standings = dict(USUAL.by_heading), {}
    if value is not None:
        top = Fields(value, notes, "padanan kolom")
        top.only("columns", "status")
        columns = top.child("columns", "columns")
        if columns is not None:
            columns.only(*COLUMNS)
            for column in COLUMNS:
                for heading in columns.texts(column, single=True) if column in columns else ():
                    by_heading[_plain(heading)] = column
        for word, meaning in top.table("status").items() if "status" in top else ():
            try:
                standings[_plain(word)] = Standing(meaning)
            except ValueError:
                known = ", ".join(each.value for each in Standing)
                raise ContentError(f'{path.name}: "{meaning}" bukan status; pilihannya: {known}') from None
    if notes.problems:
        first = notes.problems[0]
        raise ContentError(f"{path.name}: baris {first.line}: {first.message} {first.hint}".strip())
    return Columns(by_heading, standings)
