"""
sendPhoto, sendVoice, sendDocument, sendVideo, sendMediaGroup: by upload, by file_id, never by URL.

Telegram would fetch a URL; the simulator never leaves this machine, so it refuses one in Telegram's words.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Message
from bot.simulator.files import MAX_PHOTO_UPLOAD_BYTES, StoredFile, Upload
from bot.simulator.methods.sending import post
from bot.simulator.methods.target import writable_chat
from bot.simulator.methods.wording import caption_fields
from bot.simulator.refusals import bad_request
from bot.simulator.shapes import media_fields
from bot.simulator.world import World

_PICTURE_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8", b"BM")


def _stored(world: World, kind: str, given: Upload | str, attached: dict[str, Any]) -> StoredFile:
    """The file a call means: uploaded with it, attached under another name, or known by its id."""
    if isinstance(given, str) and given.startswith("attach://"):
        upload = attached.get(given.removeprefix("attach://"))
        if not isinstance(upload, Upload):
            raise bad_request("file attachment not found in the request")
        given = upload
    if isinstance(given, Upload):
        if not given.data:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            if len(given.data) > MAX_PHOTO_UPLOAD_BYTES:
                raise bad_request("file is too big")
            if not given.data.startswith(_PICTURE_STARTS):
                raise bad_request("IMAGE_PROCESS_FAILED")
        return world.files.keep(kind, given.data, file_name=given.file_name, mime_type=given.content_type)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = world.files.find(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not known.file_id.startswith(f"Sim{kind.capitalize()}-"):
        raise bad_request(f"type of file mismatch: {kind} expected")
    return known


def _send(kind: str, world: World, params: dict[str, Any]) -> Message:
    caption = caption_fields(params)
    chat = writable_chat(world, params["chat_id"])
    stored = _stored(world, kind, params[kind], params)
    content = media_fields(kind, stored, duration=params.get("duration", 0)) | caption
    if params.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return post(world, chat, params, content)


def send_photo(world: World, params: dict[str, Any]) -> Message:
    return _send("photo", world, params)


def send_voice(world: World, params: dict[str, Any]) -> Message:
    return _send("voice", world, params)


def send_document(world: World, params: dict[str, Any]) -> Message:
    return _send("document", world, params)


def send_video(world: World, params: dict[str, Any]) -> Message:
    return _send("video", world, params)


def send_media_group(world: World, params: dict[str, Any]) -> list[Message]:
    items = params["media"]
    if not 2 <= len(items) <= 10:
        raise bad_request("media group must include 2-10 items" if items else "there are no messages to send")
    kinds = {item["type"] for item in items}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    captions = [caption_fields(item) for item in items]
    chat = writable_chat(world, params["chat_id"])
    files = [_stored(world, item["type"], item["media"], params) for item in items]
    album = {"media_group_id": world.next_album_id()}
    return [
        post(world, chat, params, media_fields(item["type"], stored) | caption | album)
        for item, stored, caption in zip(items, files, captions, strict=True)
    ]


HANDLERS = {
    "sendPhoto": send_photo,
    "sendVoice": send_voice,
    "sendDocument": send_document,
    "sendVideo": send_video,
    "sendMediaGroup": send_media_group,
}
