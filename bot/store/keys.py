"""
Every Redis key of the project, and nothing else; no other file spells one.

There are two areas and a script never touches both: *chats* (`{chat:NN}`, NN = shard) and *cases*
(`{cases}`). The braces are Redis Cluster's hash tag: all keys of an area share a slot. A person stands
in keys only as a *tag* (20 hex digits, see `bot.vault.lookups`), never as a Telegram id.

A *line* is one outbox queue: `<tag>` (to Telegram), `<tag>.broadcast` (the same, when there is time),
`<tag>.cases` (commands for cases), `<tag>.files` (downloads), `<tag>.pictures` (to be
read), `<tag>.notes` (what editors may learn),
`<tag>.looks` (what was checked), and in the cases area `chat.<tag>` (back to a chat).
Start at `AreaKeys`; `shard_of` says which area a tag lives in.
"""

from __future__ import annotations

from dataclasses import dataclass

TAG_DIGITS = 20


def shard_of(tag: str, shards: int) -> int:
    """The shard (0 … shards-1) of a tag."""
    return int(tag[:8], 16) % shards


def tag_of_line(line: str) -> str:
    """The tag a line belongs to: `ab12`, `ab12.cases` and `chat.ab12` are all lines of `ab12`."""
    return line.removeprefix("chat.").partition(".")[0]


def tag_of_person(key: str) -> str:
    """The tag in a `person` key."""
    return key.rpartition(":")[2]


def lines_of(tag: str) -> tuple[str, ...]:
    """Every line a tag can have in the chats area."""
    kinds = ("cases", "files", "pictures", "notes", "looks")
    return tag, broadcast_line(tag), *(f"{tag}.{kind}" for kind in kinds)


def broadcast_line(tag: str) -> str:
    """A line of its own: what somebody is waiting for must not stand behind a broadcast."""
    return f"{tag}.broadcast"


@dataclass(frozen=True, slots=True)
class AreaKeys:
    """The keys of one area. `prefix` is "" in real life; tests put their own before the brace."""

    area: str
    prefix: str = ""

    @classmethod
    def of_chats(cls, shard: int, prefix: str = "") -> AreaKeys:
        return cls(f"chat:{shard:02d}", prefix)

    @classmethod
    def of_cases(cls, prefix: str = "") -> AreaKeys:
        return cls("cases", prefix)

    def _key(self, rest: str) -> str:
        return f"{self.prefix}{{{self.area}}}:{rest}"

    # ---- both areas: what was seen, outbox, timers

    def seen(self, event_id: str) -> str:
        """string, 48 h: this update, row or timer has been worked on."""
        return self._key(f"seen:{event_id}")

    def line(self, line: str) -> str:
        """list: outbox rows, first in, first out; see `rows.packed`."""
        return self._key(f"line:{line}")

    def lease(self, name: str) -> str:
        """string, PX: who works on a line, or holds a named lease (`leases.py`)."""
        return self._key(f"lease:{name}")

    @property
    def ready(self) -> str:
        """zset: lines with rows; score = lane * 10^13 + not-before in ms."""
        return self._key("ready")

    @property
    def timers(self) -> str:
        """zset: `<tag>|<name>`; score = due in ms."""
        return self._key("timers")

    # ---- chats area

    def person(self, tag: str) -> str:
        """hash: version, session, key (wrapped), chat (sealed chat id)."""
        return self._key(f"person:{tag}")

    def named(self, tag: str) -> str:
        """hash: name of a replaceable message ("screen", "card:K-7QX2") -> message id."""
        return self._key(f"named:{tag}")

    def sent(self, tag: str) -> str:
        """zset, 48 h: `<message id>|<in or out>|<sensitive 0/1>|<ref>`; score = at in ms."""
        return self._key(f"sent:{tag}")

    @property
    def every_person(self) -> str:
        """A SCAN pattern for all `person` keys of this area."""
        return _literal(self._key("person:")) + "*"

    # ---- cases area

    @property
    def meta(self) -> str:
        """hash: what is fixed at first start (format, shards, wrapped lookup key) and marks of operations."""
        return self._key("meta")

    @property
    def senders(self) -> str:
        """zset: processes that send to Telegram; score = last heartbeat in ms."""
        return self._key("senders")

    def case(self, code: str) -> str:
        """hash: version, summary (json, no personal words), key (wrapped case key), last_hash."""
        return self._key(f"case:{code}")

    def events(self, code: str) -> str:
        """list: chained json events of a case."""
        return self._key(f"events:{code}")

    def reserved(self, code: str) -> str:
        """string, PX: a code kept for a case that is about to be filed."""
        return self._key(f"reserved:{code}")

    @property
    def open_cases(self) -> str:
        """zset: code; score = opened in ms."""
        return self._key("open")

    @property
    def closed_cases(self) -> str:
        """zset: code; score = closed in ms."""
        return self._key("closed")

    def receipt(self, receipt_hash: str) -> str:
        """string: case code."""
        return self._key(f"receipt:{receipt_hash}")

    def tries(self, tag: str) -> str:
        """string, PX: wrong receipts typed; tag "all" is the global budget."""
        return self._key(f"tries:{tag}")

    @property
    def officers(self) -> str:
        """hash: officer id -> sealed record."""
        return self._key("officers")

    def officer_of(self, tag: str) -> str:
        """string: officer id of a chat."""
        return self._key(f"officer_of:{tag}")

    def invitation(self, token_hash: str) -> str:
        """string, PX: officer id an unused invitation is for."""
        return self._key(f"invitation:{token_hash}")

    @property
    def groups(self) -> str:
        """hash: agency -> tag of its Telegram group."""
        return self._key("groups")

    def login(self, token_hash: str) -> str:
        """string, PX: an unused login link of the desk."""
        return self._key(f"login:{token_hash}")

    def desk_session(self, token_hash: str) -> str:
        """string, PX: a desk session."""
        return self._key(f"session:{token_hash}")

    @property
    def audit(self) -> str:
        """list: who did what to which case."""
        return self._key("audit")

    @property
    def questions(self) -> str:
        """zset: id of a question for editors; score = the day it was asked on, and no finer time."""
        return self._key("questions")

    @property
    def question_words(self) -> str:
        """hash: id of a question -> sealed words (scrubbed before)."""
        return self._key("question_words")

    @property
    def questions_done(self) -> str:
        """set: ids of questions that editors have seen to."""
        return self._key("questions_done")

    @property
    def helpful(self) -> str:
        """hash: FAQ entry -> how many people it helped."""
        return self._key("helpful")

    @property
    def sights(self) -> str:
        """zset: id of a sight (`bot.patterns.sight`); score = its day, and no finer time."""
        return self._key("sights")

    @property
    def sight_words(self) -> str:
        """hash: id of a sight -> sealed fingerprints."""
        return self._key("sight_words")

    @property
    def looks(self) -> str:
        """zset: the same of those sights that no case brought; only they make room for each other."""
        return self._key("looks")

    def sights_of(self, code: str) -> str:
        """set: ids of the sights that a case brought; they go with it."""
        return self._key(f"sights_of:{code}")

    def counted_on(self, day: int) -> str:
        """set, until the day is over: which person's look-ups were counted, under a salt of that day."""
        return self._key(f"counted_on:{day}")

    def salt_of(self, day: int) -> str:
        """string, until the day is over: without it `counted_on` leads to nobody."""
        return self._key(f"salt_of:{day}")

    @property
    def salted(self) -> str:
        """set: days that had a salt; one goes when its salt and `counted_on` are deleted."""
        return self._key("salted")

    @property
    def dropped(self) -> str:
        """set: names of deletions after which the raw files still want to be rewritten; see `erasing.py`."""
        return self._key("dropped")

    @property
    def reviews(self) -> str:
        """hash: fingerprint -> sealed review of an officer."""
        return self._key("reviews")

    @property
    def told_patterns(self) -> str:
        """hash: fingerprint -> how far its cluster had come when officers were told."""
        return self._key("told_patterns")

    @property
    def pattern_limits(self) -> str:
        """hash: alert_from and said_from, as the desk set them."""
        return self._key("pattern_limits")

    @property
    def tombstones(self) -> str:
        """list: deleted cases (random id, date, reason, last hash)."""
        return self._key("tombstones")


def _literal(text: str) -> str:
    """Escape what SCAN patterns would read as wildcards."""
    return "".join(f"\\{letter}" if letter in "*?[]\\^" else letter for letter in text)
