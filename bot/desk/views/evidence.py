"""
A file of a case for an officer: pictures painted anew without metadata, sound to listen to, the rest to keep.

What a file claims to be is never believed. Only pictures that we painted ourselves, sound and film are shown
by the browser; everything else is handed over as bytes to keep, so no document can act on the desk.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.casework.evidence import EvidenceCopy
from bot.desk.access import Visit

_BYTES: Final = "application/octet-stream"
_EXTENSIONS: Final = {
    "image/jpeg": "jpg",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    _BYTES: "bin",
}
_SOUND: Final = frozenset({"voice", "audio"})
_FILM: Final = frozenset({"video", "video_note", "animation"})


async def send(visit: Visit) -> web.Response:
    """Raises: HTTPNotFound when there is no such file for this officer."""
    code, evidence = visit.code, visit.request.match_info["evidence"]
    copy = await visit.evidence(code, evidence)
    kind = media_type(copy)
    inline = kind != _BYTES and "unduh" not in visit.request.query
    name = f"{code}-{evidence[:12]}.{_EXTENSIONS[kind]}"
    headers = {
        "Content-Disposition": f'{"inline" if inline else "attachment"}; filename="{name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "Accept-Ranges": "bytes",
    }
    return _ranged(visit.request, copy.data, kind, headers)


def media_type(copy: EvidenceCopy) -> str:
    """What a browser is told it is: one of a few kinds that cannot act, else bytes."""
    if copy.cleaned:
        return "image/jpeg"
    data, kind = copy.data, copy.item.kind
    if kind in _SOUND:
        if data.startswith(b"OggS"):
            return "audio/ogg"
        if data.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")):
            return "audio/mpeg"
        return "audio/mp4" if data[4:8] == b"ftyp" else _BYTES
    if kind in _FILM and data[4:8] == b"ftyp":
        return "video/mp4"
    return _BYTES


def _ranged(request: web.Request, data: bytes, kind: str, headers: dict[str, str]) -> web.Response:
    """The bytes, or the part of them a player asked for: phones of one maker play nothing without it."""
    try:
        wanted = request.http_range
    except ValueError:
        wanted = slice(None, None, 1)
    if wanted.start is None and wanted.stop is None:
        return web.Response(body=data, content_type=kind, headers=headers)
    start, stop, _ = wanted.indices(len(data))
    if start >= stop:
        headers["Content-Range"] = f"bytes */{len(data)}"
        return web.Response(status=416, headers=headers)
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
    return web.Response(status=206, body=data[start:stop], content_type=kind, headers=headers)
