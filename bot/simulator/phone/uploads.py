"""
Files that go through the phone: what a person attaches, and what is shown from the world's files.

A file is served under the simulator's own address, so only pictures, sound and film that say what they
are may be shown; everything else is a download that cannot run.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.simulator.attachments import MediaKind, send_media
from bot.simulator.chats import Chat, User
from bot.simulator.files import StoredFile
from bot.simulator.world import World

MAX_ALBUM = 10
_KINDS: dict[str, MediaKind] = {
    "photo": "photo", "voice": "voice", "document": "document", "video": "video",
}  # fmt: skip
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG": "image/png",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
_PLAYABLE = frozenset(
    {"audio/ogg", "audio/webm", "audio/mpeg", "audio/mp4", "audio/wav", "video/mp4", "video/webm"}
)


def send_files(
    world: World, user: User, chat: Chat, files: list[tuple[str, web.FileField]], said: dict[str, Any]
) -> None:
    """
    Send what was attached; several files are one album, the caption belongs to the first.

    Args:
        files: Pairs of kind ("photo", "voice", "document", "video") and file.
        said: `caption`, `reply_to` (a message id) and `duration` (seconds), each optional.
    Raises: ValueError for no file, too many, or an unknown kind.
    """
    if not 1 <= len(files) <= MAX_ALBUM or any(kind not in _KINDS for kind, _ in files):
        raise ValueError(f"1 to {MAX_ALBUM} files of {', '.join(_KINDS)}")
    album = world.next_album_id() if len(files) > 1 else None
    for number, (kind, file) in enumerate(files):
        send_media(
            world,
            user,
            chat,
            _KINDS[kind],
            file.file.read(),
            caption="" if number else str(said.get("caption", "")),
            file_name=file.filename or None,
            mime_type=file.content_type.partition(";")[0],
            duration=int(said.get("duration", 0)),
            album=album,
            reply_to=said.get("reply_to"),
        )


def file_response(request: web.Request, stored: StoredFile) -> web.Response:
    """
    A stored file for the browser; what is not plainly media is offered as a download.

    Parts of it too (206): browsers learn the length of a sound from its end.
    Raises: web.HTTPRequestRangeNotSatisfiable.
    """
    content_type = shown_type(stored)
    headers = {
        "Content-Type": content_type or "application/octet-stream",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    if content_type is None:
        headers["Content-Disposition"] = "attachment"
    size, wanted = len(stored.data), _wanted(request)
    if wanted is None:
        return web.Response(body=stored.data, headers={**headers, "Accept-Ranges": "bytes"})
    start, stop, _step = wanted.indices(size)
    if start >= stop:
        raise web.HTTPRequestRangeNotSatisfiable(headers={"Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return web.Response(body=stored.data[start:stop], status=206, headers=headers)


def _wanted(request: web.Request) -> slice | None:
    """Which bytes are asked for; a range we cannot read is no range, as RFC 9110 has it."""
    try:
        wanted = request.http_range
    except ValueError:
        return None
    return None if wanted == slice(None, None, 1) else wanted


def shown_type(stored: StoredFile) -> str | None:
    """The media type to show a file as, or None if it should be downloaded."""
    for start, picture in _PICTURES.items():
        if stored.data.startswith(start) and stored.data[8:12] != b"WAVE":
            return picture
    if stored.mime_type in _PLAYABLE:
        return stored.mime_type
    return "audio/ogg" if stored.data.startswith(b"OggS") else None
