"""
Every error this project raises on purpose, named after what happened.

    LangkahAmanError                 one clear line for a person; never a traceback
    ├── ConfigError                  config.yaml, environment or a secret is wrong or missing
    ├── ContentError                 flows, words, facts or the register cannot be used
    ├── FlowLoopError                a flow walked too long without waiting for the person
    ├── StoreError                   the store cannot be used
    │   ├── StoreUnreachable         nobody answers, or the server is still loading
    │   ├── StoreUnsafe              it answers, but would lose what we promise to keep
    │   └── CorruptRecord            a stored record cannot be read back
    ├── SecretError                  a key is missing, wrong, or has been erased
    └── TelegramError                a Bot API call ended badly
        ├── TokenRefused             401 or 404: the bot token is wrong
        ├── PollingConflict          409: another program polls with the same token
        ├── FloodWait                429: wait `retry_after_s` seconds
        ├── ChatGone                 403: the person blocked the bot or the chat is no more
        ├── CallRefused              400: Telegram will never accept this call
        └── OutcomeUnknown           timeout, reset or 5xx: it may or may not have happened

Races that are expected (a case already claimed, an update already seen) are return values, not errors.
"""

from __future__ import annotations

import errno
from typing import Final

_REASONS: Final = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "izinnya tidak cukup",
    errno.EPERM: "izinnya tidak cukup",
    errno.EEXIST: "sudah ada",
    errno.ENOTDIR: "bukan folder",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOSPC: "disk penuh",
    errno.EROFS: "disk hanya bisa dibaca",
    errno.EADDRINUSE: "sudah dipakai program lain",
    errno.EADDRNOTAVAIL: "bukan alamat komputer ini",
}


def reason_of(error: OSError) -> str:
    """Why the machine refused, in plain Bahasa Indonesia; rare reasons in the system's own words."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


class LangkahAmanError(Exception):
    """One clear line for a person; `str(error)` is that line."""


class ConfigError(LangkahAmanError):
    """config.yaml, the environment or a secret is wrong or missing."""


class ContentError(LangkahAmanError):
    """Flows, words, facts or the register cannot be used; `langkah-aman check` says where and why."""


class FlowLoopError(LangkahAmanError):
    """A flow walked `limit` nodes without waiting for the person."""

    def __init__(self, flow: str, node: str, *, limit: int) -> None:
        super().__init__(f'flow "{flow}" walked {limit} nodes without waiting; it stopped at "{node}"')
        self.flow = flow
        self.node = node


class StoreError(LangkahAmanError):
    """The store cannot be used."""


class StoreUnreachable(StoreError):
    """Nobody answers at the store's address, or the server is still loading."""


class StoreUnsafe(StoreError):
    """The store answers, but would lose what we promise to keep (no AOF, evicting, too few replicas)."""


class CorruptRecord(StoreError):
    """A stored record cannot be read back; the person starts again and an officer is told."""


class SecretError(LangkahAmanError):
    """A key is missing, wrong, or has been erased."""


class TelegramError(LangkahAmanError):
    """A Bot API call ended badly; `description` is Telegram's own sentence."""

    def __init__(self, method: str, description: str) -> None:
        super().__init__(f"{method}: {description}")
        self.method = method
        self.description = description


class TokenRefused(TelegramError):
    """401 or 404: the bot token is wrong."""


class PollingConflict(TelegramError):
    """409: another program polls with the same token, or a webhook is set."""


class FloodWait(TelegramError):
    """429: Telegram asks us to wait."""

    def __init__(self, method: str, description: str, *, retry_after_s: float) -> None:
        super().__init__(method, description)
        self.retry_after_s = retry_after_s


class ChatGone(TelegramError):
    """403: the person blocked the bot, or the chat is no more."""


class CallRefused(TelegramError):
    """400: Telegram will never accept this call as it is."""


class OutcomeUnknown(TelegramError):
    """Timeout, reset or 5xx: the call may or may not have happened."""


def line_of(error: LangkahAmanError) -> str:
    """The line for whoever runs the bot, in plain Bahasa Indonesia and with the way out."""
    match error:
        case TokenRefused():
            return "Telegram menolak token bot; ambil yang baru di @BotFather dan tulis di berkas token"
        case PollingConflict():
            return "program lain memakai token bot ini; hentikan yang satu, atau hapus webhook-nya"
        case FloodWait(retry_after_s=seconds):
            return f"Telegram minta menunggu {seconds:.0f} detik; coba lagi sesudah itu"
        case OutcomeUnknown():
            return "Telegram belum terjangkau; periksa sambungan internet, lalu coba lagi"
        case TelegramError():
            return f"Telegram menolak: {error}"
        case _:
            return str(error)
