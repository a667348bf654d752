"""
Take texts, lists and mappings out of what a YAML file held, for rooms that read their own rules.

Pure. What has another shape is a ContentError that names the place, in the editor's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import ContentError


def take_mapping(data: Mapping[str, object], part: str) -> Mapping[str, object]:
    """A part that holds names and contents; empty when it is not there."""
    raw = data.get(part) or {}
    if not isinstance(raw, Mapping):
        raise ContentError(f'"{part}" harus berisi baris "nama: isi"')
    return raw


def take_list(raw: object, where: str) -> list[object]:
    """A list with something in it."""
    if not isinstance(raw, list) or not raw:
        raise ContentError(f'"{where}" harus berupa daftar')
    return raw


def take_text(raw: object, where: str) -> str:
    if not isinstance(raw, str):
        raise ContentError(f'"{where}" harus berupa teks')
    return raw


def take_texts(raw: object, where: str) -> list[str]:
    """A list of texts, which may be empty."""
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ContentError(f'"{where}" harus berupa daftar teks')
    return raw
