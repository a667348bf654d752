"""
Put the rooms together for one process, and take them apart again. Start at `assembled`.

Everything is opened here in one order and closed in the other; nothing else in the project knows how the
rooms are joined.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from bot.app.district import district_in
from bot.app.eyes import open_eyes
from bot.app.fresh import FreshSecrets
from bot.app.knowledge import Edition, edition_number, load_edition, rota_of
from bot.casework.groups import Groups
from bot.casework.room import CaseRoom, open_casework
from bot.chat.calls import BotApi
from bot.chat.carrier import Carrier
from bot.chat.intake import read_update, tap_to_answer
from bot.chat.limits import Limits
from bot.config import Config
from bot.delivery.case_bearer import CaseBearer
from bot.delivery.file_bearer import FileBearer
from bot.delivery.hotline import StoredHotline
from bot.delivery.letter_bearer import LetterBearer
from bot.delivery.look_bearer import LookBearer
from bot.delivery.news_bearer import NewsBearer
from bot.delivery.note_bearer import NoteBearer
from bot.delivery.people import LEASE_MS, StoredPeople
from bot.delivery.picture_bearer import PictureBearer
from bot.delivery.ports import ReadPicture
from bot.delivery.post import Post
from bot.errors import ConfigError, StoreUnreachable
from bot.runner.conversation import Conversations
from bot.runner.incoming import Incoming
from bot.runner.letters import Letter
from bot.store.connection import Store, connect, keep_first
from bot.store.embedded import open_embedded
from bot.vault.evidence import EvidenceFolder
from bot.vault.keys import MasterKeys, load_master_keys, new_data_key
from bot.vault.lookups import Lookups

LOOKUP_OWNER = "lookups"


@dataclass(frozen=True, slots=True)
class Parts:
    """One process, put together."""

    config: Config
    store: Store
    masters: MasterKeys
    lookups: Lookups
    room: CaseRoom
    groups: Groups
    api: BotApi
    carrier: Carrier
    limits: Limits
    conversations: Conversations
    people: StoredPeople
    post: Post
    owner: str

    async def take_update(self, update: Mapping[str, Any]) -> None:
        """Work on one update of Telegram. Raises: StoreError when it could not be kept."""
        incoming = read_update(update, self.lookups.tag_of)
        tap = tap_to_answer(update)
        if tap:
            self.post.start(self.carrier.answer_tap(tap))
        if incoming is not None:
            await self.take(incoming)

    async def take(self, incoming: Incoming) -> None:
        """Work on one arrival. Raises: StoreError when it could not be kept."""
        await self.conversations.take(incoming, now())


def now() -> datetime:
    return datetime.now(UTC)


def now_ms() -> int:
    return int(time.time() * 1000)


def nothing(_: str) -> None:
    """The landmark of real life; crash tests give another."""


@asynccontextmanager
async def opened_store(config: Config, *, stop: bool) -> AsyncIterator[Store]:
    """
    The store: the server that config names, or the embedded one.

    Args:
        stop: Stop the embedded server at the end if nobody else uses it; commands that only join do not.
    """
    async with AsyncExitStack() as stack:
        url = config.store.url
        if not url:
            server = await open_embedded(config.store.data)
            stack.push_async_callback(server.leave, stop=stop)
            url = server.url
        try:
            store = await connect(url, replicas=config.store.replicas)
        except StoreUnreachable:
            where = urlsplit(url)  # host and port only: the address may hold a password
            address = f"{where.hostname}:{where.port or 6379}" if where.hostname else "soketnya"
            raise StoreUnreachable(
                f"simpanan di {address} tidak menjawab; apakah Redis menyala, dan redis.url benar?"
            ) from None
        stack.push_async_callback(store.close)
        yield store


def master_keys(config: Config, environment: Mapping[str, str]) -> MasterKeys:
    """Raises: ConfigError with the way out."""
    return load_master_keys(environment.get("LANGKAH_AMAN_MASTER_KEY"), config.key_file, config.store.data)


async def open_lookups(store: Store, masters: MasterKeys) -> Lookups:
    """The lookup key of this store, made at its first start."""
    wrapped = await keep_first(store.cases, "lookup_key", masters.wrap(new_data_key(), LOOKUP_OWNER))
    return Lookups(masters.unwrap(wrapped, LOOKUP_OWNER))


@asynccontextmanager
async def assembled(
    config: Config,
    environment: Mapping[str, str],
    *,
    landmark: Callable[[str], None] = nothing,
    limited: bool = True,
    stop_store: bool = True,
    edition: Edition | None = None,
    lease_ms: int = LEASE_MS,
    eyes: ReadPicture | None = None,
) -> AsyncIterator[Parts]:
    """
    All rooms of one process, open.

    Args:
        landmark: Told the name of each point passed; crash tests end the process there.
        limited: False sends faster than Telegram allows: an argument of the benchmark, never a setting.
        edition: Content that was read already; None reads what config names.
        lease_ms: How long a dead process keeps its outbox lines; crash tests do not wait that long.
        eyes: Reads pictures; None takes the reader that is installed, if there is one.

    Raises: LangkahAmanError, one line, when anything is missing or unsafe.
    """
    if not config.telegram.token:
        raise ConfigError("belum ada token bot: jalankan langkah-aman init, atau atur LANGKAH_AMAN_TOKEN")
    masters = master_keys(config, environment)
    edition = edition or load_edition(config)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(opened_store(config, stop=stop_store))
        api = BotApi(config.telegram.token, config.telegram.api_url)
        await api.open()
        stack.push_async_callback(api.close)  # before the post: what is under way ends first
        post = Post(store, secrets.token_hex(8), now_ms, landmark, lease_ms)
        stack.push_async_callback(post.close)
        parts = await _joined(config, masters, edition, store, api, post, landmark, limited, lease_ms)
        read = eyes or await stack.enter_async_context(open_eyes(edition.content))
        _employ(parts, landmark, lease_ms, read)
        yield parts


async def _joined(
    config: Config,
    masters: MasterKeys,
    edition: Edition,
    store: Store,
    api: BotApi,
    post: Post,
    landmark: Callable[[str], None],
    limited: bool,
    lease_ms: int,
) -> Parts:
    """The rooms on an open store and an open way to Telegram."""
    content = edition.content
    words = content.flows.wording
    lookups = await open_lookups(store, masters)
    files = EvidenceFolder(config.store.data / "evidence")
    place_of = partial(district_in, edition.knowledge.directory.places)
    room = await open_casework(
        store.cases, masters, lookups, files, rota_of(config), words, config.hours, place_of
    )
    groups = Groups(store.cases, lookups, room.roster)
    people = StoredPeople(store, masters, post.owner, post.hand_chat, landmark, lease_ms)
    version = await edition_number(store, content.fingerprint)
    hotline = StoredHotline(room, groups, store, config.desk.url, config.zone, words)
    conversations = Conversations(people, hotline, FreshSecrets(lookups), edition.numbered(version))
    limits = Limits()
    return Parts(
        config=config,
        store=store,
        masters=masters,
        lookups=lookups,
        room=room,
        groups=groups,
        api=api,
        carrier=Carrier(api, limits if limited else None),
        limits=limits,
        conversations=conversations,
        people=people,
        post=post,
        owner=post.owner,
    )


def _employ(parts: Parts, landmark: Callable[[str], None], lease_ms: int, read: ReadPicture | None) -> None:
    """Say who bears what; each bearer gets what it needs and no more."""
    store, masters, people, room = parts.store, parts.masters, parts.people, parts.room

    async def moved(old_tag: str, letter: Letter, chat_id: int) -> None:
        new_tag = parts.lookups.tag_of(chat_id)
        await room.roster.move_group(old_tag, new_tag)
        await people.enqueue(new_tag, f"{letter.id}-moved", [letter], chat_id)

    async def tell_officer(officer: str, letter_id: str, words: str) -> None:
        found = await room.roster.find(officer)
        if found is not None and found.tag:
            await people.enqueue(found.tag, letter_id, [Letter(letter_id, lane="officer", text=words)])

    letters = LetterBearer(store, masters, parts.carrier, now_ms, landmark, moved)
    parts.post.employ(
        {
            "letters": letters,
            "broadcast": letters,
            "cases": CaseBearer(
                room.casework, masters, parts.owner, now, parts.post.hand_news, tell_officer, lease_ms
            ),
            "files": FileBearer(store, masters, parts.carrier, room.intake, parts.take, now),
            "pictures": PictureBearer(masters, parts.carrier, read, parts.take),
            "notes": NoteBearer(room.notebook, masters, now),
            "looks": LookBearer(room.patterns, masters),
            "news": NewsBearer(room.letters, people, parts.take, now),
        }
    )
