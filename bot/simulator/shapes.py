"""
The JSON shapes of media in a message, the same whether a person or the bot sent it.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.files import StoredFile


def media_fields(kind: str, stored: StoredFile, *, duration: int = 0) -> dict[str, Any]:
    """
    The field of a message that carries one file.

    Args:
        kind: "photo", "voice", "document" or "video".
        duration: Seconds, for voice and video.
    """
    file: dict[str, Any] = {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "file_size": stored.size,
    }
    if kind == "photo":
        small = {**file, "file_unique_id": f"{stored.file_unique_id}s", "width": 90, "height": 67}
        return {"photo": [small, {**file, "width": 1280, "height": 960}]}
    if kind == "voice":
        return {"voice": {**file, "duration": duration, "mime_type": stored.mime_type or "audio/ogg"}}
    if kind == "video":
        size = {"width": 640, "height": 360, "duration": duration}
        return {"video": {**file, **size, "mime_type": stored.mime_type or "video/mp4"}}
    if stored.file_name:
        file["file_name"] = stored.file_name
    if stored.mime_type:
        file["mime_type"] = stored.mime_type
    return {"document": file}
