"""Updates that nobody should send: every message type, broken and huge texts, wrong shapes, old buttons."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Update = dict[str, Any]

PHRASES = (
    "ya", "tidak", "blm", "1", "2", "kembali", "menu", "lapor", "/start", "/start kampanye", "/start inv_x",
    "/menu", "/lapor", "/cek", "/darurat", "/status", "/privasi", "/keluar", "/bantuan", "/meja", "/", "//",
    "/tidak_ada", "/start@langkah", "nanti", "lewati", "selesai", "keluar", "halo", "tolong saya disekap",
    "saya tidak disekap", "pintu dikunci", "malaysia", "sy di taiwan", "bukan darurat", "kode", "batal",
    "PT Bumi Mas", "PT Ramzy Cahaya Karya 0812 3456 7890", "0812-3456-7890", "1234 5678 9012 3456",
    "12/8/2025",
    "berapa gaji di taiwan?", "apa itu siskop", "cek kesiapanku", "ayo", "sudah", "gak tau", "lanjut",
    "iklan", "gambar", "negara Taiwan, gaji 15 juta", "lapor iklan ini",
    "LOWONGAN KAMBOJA ADMIN GAJI 15 JUTA TANPA PENGALAMAN BERANGKAT MINGGU INI WA 0812-3456-7890",
    "Dibutuhkan PT Ramzy Cahaya Karya Taiwan gaji <b>20 juta</b> & {answer} SIP2MI 1/I/2026 021-5550123",
    "<b>tebal", "a < b & c > d", "{receipt_shown} {answer}", "</code><a href='x'>", "&lt;&#0;",
    "\x00said\x00",
    "\u202eterbalik", "👩\u200d👧" * 40, "\ud800", "a\udfffb", "\u200b", "  \n\t ", "ﷺ" * 200, "?" * 300,
)  # fmt: skip
HUGE = ("x" * 4096, "&" * 4096, "tolong " * 580, "<" * 4000, "é" * 4096, "1 " * 2048)
CALLBACKS = (
    "", ".", "..", "case.take.K-XXXX", "case.close-helped.K-1", "case.cancel.", "case..", "abc123.home.list",
    "x" * 64, "n.home", "case.for.K-7QX2", "case.release-shift.K-?", "\ud800.a.b", "a.b.c.d.e", "case",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES),
    st.sampled_from(HUGE),
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=20),
)
people = st.integers(1001, 1060)
odd = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.text(max_size=8), st.just({}),
    st.just([]), st.just([[{}]]), st.just({"id": "x"}),
)  # fmt: skip


def _file(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    size = st.sampled_from([0, 10, 30_000_000])
    one = st.fixed_dictionaries(
        {
            "file_id": st.text("abc", min_size=1, max_size=8),
            "file_unique_id": st.just("u"),
            "file_size": size,
        },
        optional={"file_name": texts, "duration": st.integers(0, 9)},
    )
    return one.map(lambda file: {kind: [file] if kind == "photo" else file})


HIDDEN = {"type": "hidden_user", "sender_user_name": "X"}
UNREADABLE = (
    "sticker", "dice", "poll", "game", "story", "venue", "invoice", "paid_media", "checklist", "new",
)  # fmt: skip
files = st.sampled_from(["photo", "voice", "audio", "video", "video_note", "animation", "document"]).flatmap(
    _file
)
captioned = st.builds(
    lambda file, caption: {**file, **({"caption": caption} if caption else {})}, files, texts
)
contents: st.SearchStrategy[dict[str, Any]] = st.one_of(
    texts.map(lambda text: {"text": text}),
    texts.map(lambda text: {"text": text}),
    texts.map(lambda text: {"text": text, "forward_origin": HIDDEN}),
    captioned,
    texts.map(lambda name: {"contact": {"phone_number": "+6281234567890", "first_name": name}}),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)).map(
        lambda at: {"location": {"latitude": at[0], "longitude": at[1]}}
    ),
    st.sampled_from(UNREADABLE).map(lambda kind: {kind: {"emoji": "x"}}),
)  # fmt: skip


@st.composite
def private_messages(draw: st.DrawFn) -> Update:
    """An ordinary message of one of a dozen people, of any type, that must be answered."""
    person = draw(people)
    message = {
        "message_id": draw(st.integers(1, 2**31)),
        "date": 1,
        "chat": {"id": person, "type": "private"},
        "from": {"id": person, "is_bot": False, "first_name": draw(texts)},
        **draw(contents),
    }
    if draw(st.integers(0, 9)) == 0:
        message["reply_to_message"] = {"message_id": draw(st.integers(1, 50))}
    return {"message": message}


@st.composite
def taps(draw: st.DrawFn) -> Update:
    person = draw(people)
    chat = draw(st.sampled_from([{"id": person, "type": "private"}, {"id": -5001, "type": "group"}, {}]))
    data = draw(st.one_of(st.sampled_from(CALLBACKS), st.text(max_size=64)))
    message = {"message_id": draw(st.integers(1, 99)), "chat": chat, "date": 0}
    query = {"id": "q", "from": {"id": person}, "message": message, "data": data}
    return {"callback_query": query}


@st.composite
def others(draw: st.DrawFn) -> Update:
    """What is not a message to us: edits, albums, groups, channels, memberships, service messages."""
    person = draw(people)
    message = draw(private_messages())["message"]
    group = {"id": -5001, "type": "supergroup", "title": "x"}
    kind = draw(st.sampled_from(["edited", "album", "group", "channel", "member", "service", "unknown"]))
    match kind:
        case "edited":
            return {"edited_message": {**message, "edit_date": 2}}
        case "album":
            file = draw(captioned)
            bare = {key: message[key] for key in ("message_id", "date", "chat", "from")}
            return {
                "message": {**bare, **file, "media_group_id": draw(st.sampled_from(["77", "a|b", "\ud800"]))}
            }
        case "group":
            return {"message": {**message, "chat": group}}
        case "channel":
            return {"channel_post": {**message, "chat": {"id": -100, "type": "channel"}}}
        case "member":
            status = draw(st.sampled_from(["kicked", "member", "left", "administrator", "x"]))
            chat = draw(st.sampled_from([{"id": person, "type": "private"}, group]))
            return {
                "my_chat_member": {
                    "chat": chat,
                    "from": {"id": person},
                    "new_chat_member": {"status": status},
                }
            }
        case "service":
            return {"message": {**message, "chat": group, "migrate_from_chat_id": draw(odd)}}
        case _:
            return {draw(st.sampled_from(["poll", "inline_query", "purchased_paid_media"])): draw(odd)}


@st.composite
def mutilated(draw: st.DrawFn) -> Update:
    """Any update with one or two places replaced by something else or taken away."""
    update = copy.deepcopy(draw(st.one_of(private_messages(), taps(), others())))
    for _ in range(draw(st.integers(1, 2))):
        _damage(update, draw)
    return update


def _damage(update: Update, draw: Callable[[Any], Any]) -> None:
    here: Any = update
    for _ in range(draw(st.integers(0, 4))):
        inner = [value for value in _values(here) if isinstance(value, dict | list) and value]
        if not inner:
            break
        here = inner[draw(st.integers(0, len(inner) - 1))]
    keys = list(here) if isinstance(here, dict) else list(range(len(here)))
    if not keys:
        return
    key = keys[draw(st.integers(0, len(keys) - 1))]
    if isinstance(here, dict) and draw(st.booleans()):
        del here[key]
    else:
        here[key] = copy.deepcopy(draw(odd))


def _values(here: Any) -> list[Any]:
    return list(here.values()) if isinstance(here, dict) else list(here)


updates = st.one_of(private_messages(), private_messages(), private_messages(), taps(), others(), mutilated())


def batches(size: int) -> st.SearchStrategy[list[Update]]:
    """Lists of so many updates."""
    return st.lists(updates, min_size=size, max_size=size)
