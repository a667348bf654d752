"""What can happen to a conversation. A closed union: `match` on it and end with `assert_never`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.danger import Danger

# The last two are no pictures that we can read: they go the same way, and are refused in clear words.
PICTURES = (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif")


@dataclass(frozen=True, slots=True)
class Media:
    """One file that a person sent: a photo, voice, audio, video, video_note, animation or document."""

    kind: str
    file_id: str
    file_unique_id: str
    size: int = 0  # bytes; 0 when Telegram does not say
    name: str = ""
    caption: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is a photo, or a document that is called like one."""
        return self.kind == "photo" or self.name.casefold().endswith(PICTURES)

    @property
    def is_pdf(self) -> bool:
        """Whether it is a document that is called like a PDF."""
        return self.kind == "document" and self.name.casefold().endswith(".pdf")


@dataclass(frozen=True, slots=True)
class Text:
    """Something typed, or the caption of a forwarded text."""

    text: str
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """A message of theirs, changed after it was sent: a new revision, never a new answer."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Tap:
    """A button of a screen. It names its own screen, so an old one can be told from the present one."""

    nonce: str
    node: str
    choice: str


@dataclass(frozen=True, slots=True)
class Command:
    """`/name payload`."""

    name: str
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """One file, or a whole album."""

    media: tuple[Media, ...]

    @property
    def caption(self) -> str:
        return "\n".join(item.caption for item in self.media if item.caption)

    @property
    def sort(self) -> str:
        """picture, pdf or other: what can be done with it before anybody looks at it."""
        if any(item.is_picture for item in self.media):
            return "picture"
        return "pdf" if any(item.is_pdf for item in self.media) else "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact card: third-party data, used as what it is."""

    phone: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Sticker, dice, poll, game …: answered with a kind line and the present screen."""

    kind: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What a query effect found. `outcome` picks the exit, `values` go into the session's answers."""

    query: str
    outcome: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DangerNoticed:
    """Screening heard danger in what the person wrote; it goes before everything else."""

    danger: Danger
    signs: tuple[str, ...]
    text: str
    media: tuple[Media, ...] = ()  # when the words came as a caption


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A timer that this session set; its payload is in `session.timers`."""

    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """News from the hotline: an officer wrote, the alert was accepted, the case was closed …"""

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)


Event = (
    Text
    | Edited
    | Tap
    | Command
    | Files
    | Contact
    | Location
    | Unsupported
    | Answered
    | DangerNoticed
    | TimerFired
    | Notice
)
