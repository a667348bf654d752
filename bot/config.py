"""
config.yaml and the environment, read once into one frozen `Config`. Start at `load_config`.

Unknown keys are refused with the nearest right one. Secrets are never in config.yaml: the bot token comes
from LANGKAH_AMAN_TOKEN or a token file, the master key from LANGKAH_AMAN_MASTER_KEY or a key file outside the
data folder. No secret is in a `repr`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from bot.cases.duty import Shift
from bot.cases.officer import Agency
from bot.cases.sla import OfficeHours
from bot.danger import Danger
from bot.errors import ConfigError, reason_of

DAYS = {
    name: day for day, name in enumerate(("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"))
}
TOKEN_NAME = "LANGKAH_AMAN_TOKEN"  # noqa: S105  # the variable's name, not a secret
WEBHOOK_SECRET_NAME = "LANGKAH_AMAN_WEBHOOK_SECRET"  # noqa: S105  # the variable's name


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    mode: Literal["polling", "webhook"] = "polling"
    api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8443
    token: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """`url` "" means the embedded server in `data`; `replicas` None means one if any is connected."""

    data: Path
    url: str = field(default="", repr=False)
    replicas: int | None = None


@dataclass(frozen=True, slots=True)
class DeskAddress:
    """`url` is how officers reach it, `host` and `port` where it listens."""

    host: str = "127.0.0.1"
    port: int = 8080
    url: str = "http://127.0.0.1:8080"


@dataclass(frozen=True, slots=True)
class Config:
    telegram: TelegramSettings
    store: StoreSettings
    desk: DeskAddress
    content: Path  # the folder that holds flows/ and content/
    zone: ZoneInfo
    agencies: Mapping[str, Agency]
    shifts: tuple[Shift, ...]
    hours: OfficeHours
    backup_days: int = 30
    key_file: Path | None = None


def load_config(path: Path, environment: Mapping[str, str]) -> Config:
    """
    Args:
        path: config.yaml; relative paths in it are read from its folder.
        environment: `os.environ`, or what a test gives.

    Raises: ConfigError, one line that says what to do.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except OSError as error:
        raise ConfigError(
            f"{path} tidak terbaca ({reason_of(error)}); buat dengan: langkah-aman init"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise ConfigError(
            f"{path}:{line} bukan YAML yang utuh; periksa tanda kutip, titik dua, dan jarak di awal baris"
        ) from None
    return _Reader(path).config(raw, environment)


class _Reader:
    """Reads one file; every complaint names the file and the key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.resolve().parent

    def config(self, raw: Any, environment: Mapping[str, str]) -> Config:
        root = self._part(
            raw, "", ("telegram", "redis", "desk", "hotline", "content", "backup_days", "secrets")
        )
        secrets = self._part(root.get("secrets"), "secrets", ("token_file", "key_file"))
        hotline = self._part(
            root.get("hotline"), "hotline", ("time_zone", "agencies", "duty", "hours", "answer_within")
        )
        zone = self._zone(str(hotline.get("time_zone", "Asia/Jakarta")))
        key_file = secrets.get("key_file")
        return Config(
            telegram=self._telegram(root.get("telegram"), secrets, environment),
            store=self._store(root.get("redis"), environment),
            desk=self._desk(root.get("desk")),
            content=self._content(root.get("content")),
            zone=zone,
            agencies=self._agencies(hotline.get("agencies")),
            shifts=self._shifts(hotline.get("duty")),
            hours=self._hours(hotline, zone),
            backup_days=self._number(root.get("backup_days", 30), "backup_days"),
            key_file=self._folder / Path(str(key_file)).expanduser() if key_file else None,
        )

    def _telegram(
        self, raw: Any, secrets: Mapping[str, Any], environment: Mapping[str, str]
    ) -> TelegramSettings:
        part = self._part(raw, "telegram", ("mode", "api_url", "webhook_url", "host", "port"))
        mode = part.get("mode", "polling")
        if mode not in ("polling", "webhook"):
            raise self._wrong("telegram.mode", f'berisi "{mode}"; pilih polling atau webhook')
        if mode == "webhook" and not part.get("webhook_url"):
            raise self._wrong("telegram.webhook_url", "belum diisi: alamat https umum untuk webhook")
        secret = environment.get(WEBHOOK_SECRET_NAME, "")
        if mode == "webhook" and not secret:
            raise ConfigError(f"atur {WEBHOOK_SECRET_NAME}: 16 sampai 256 huruf, angka, _ atau -")
        token = environment.get(TOKEN_NAME, "") or self._secret_file(secrets.get("token_file"))
        return TelegramSettings(
            mode=mode,
            api_url=str(part.get("api_url", "https://api.telegram.org")),
            webhook_url=str(part.get("webhook_url", "")),
            host=str(part.get("host", "127.0.0.1")),
            port=self._number(part.get("port", 8443), "telegram.port"),
            token=token,
            webhook_secret=secret,
        )

    def _store(self, raw: Any, environment: Mapping[str, str]) -> StoreSettings:
        part = self._part(raw, "redis", ("url", "data", "replicas"))
        replicas = part.get("replicas")
        return StoreSettings(
            data=self._folder / str(part.get("data", "data")),
            url=environment.get("LANGKAH_AMAN_REDIS_URL", "") or str(part.get("url") or ""),
            replicas=None if replicas is None else self._number(replicas, "redis.replicas"),
        )

    def _desk(self, raw: Any) -> DeskAddress:
        part = self._part(raw, "desk", ("host", "port", "url"))
        host = str(part.get("host", "127.0.0.1"))
        port = self._number(part.get("port", 8080), "desk.port")
        return DeskAddress(host, port, str(part.get("url", f"http://{host}:{port}")).rstrip("/"))

    def _agencies(self, raw: Any) -> dict[str, Agency]:
        found: dict[str, Agency] = {}
        for item in self._list(raw, "hotline.agencies"):
            part = self._part(item, "hotline.agencies", ("id", "name", "kind", "hotline"))
            agency = str(part.get("id", ""))
            if not agency or agency in found:
                raise self._wrong("hotline.agencies", f'berisi id yang kosong atau ganda: "{agency}"')
            found[agency] = Agency(
                agency,
                str(part.get("name", agency)),
                str(part.get("kind", "")),
                bool(part.get("hotline", False)),
            )
        return found

    def _shifts(self, raw: Any) -> tuple[Shift, ...]:
        shifts = []
        for item in self._list(raw, "hotline.duty"):
            part = self._part(item, "hotline.duty", ("officer", "days", "from", "to"))
            if not part.get("officer"):
                raise self._wrong("hotline.duty", "berisi jadwal tanpa petugas (officer)")
            days = self._days(part.get("days"), "hotline.duty.days")
            starts, ends = (self._time(part, key, "hotline.duty") for key in ("from", "to"))
            shifts.append(Shift(str(part["officer"]), days, starts, ends))
        return tuple(shifts)

    def _hours(self, hotline: Mapping[str, Any], zone: ZoneInfo) -> OfficeHours:
        part = self._part(hotline.get("hours"), "hotline.hours", ("days", "from", "to"))
        within = self._part(
            hotline.get("answer_within"), "hotline.answer_within", tuple(each.value for each in Danger)
        )
        days = part.get("days", ["senin", "selasa", "rabu", "kamis", "jumat"])
        return OfficeHours(
            zone=zone,
            weekdays=self._days(days, "hotline.hours.days"),
            opens=self._time({"from": "08:00", **part}, "from", "hotline.hours"),
            closes=self._time({"to": "16:00", **part}, "to", "hotline.hours"),
            within={
                Danger(name): timedelta(minutes=self._number(minutes, f"hotline.answer_within.{name}"))
                for name, minutes in within.items()
            },
        )

    def _content(self, given: Any) -> Path:
        """The folder named, else the one of config.yaml, else what this program came with."""
        if given is not None:
            return self._folder / str(given)
        return self._folder if (self._folder / "flows").is_dir() else Path(__file__).resolve().parent.parent

    # --- small readers ------------------------------------------------------------------------------

    def _part(self, raw: Any, where: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        if raw is None:
            return {}
        if not isinstance(raw, Mapping):
            raise self._wrong(where or "isinya", 'harus berisi baris "nama: isi"')
        for key in raw:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, 1)
                hint = (
                    f'; mungkin maksudnya "{near[0]}"' if near else f"; yang ada di sini: {', '.join(known)}"
                )
                raise self._wrong(f"{where}.{key}" if where else str(key), f"tidak dikenal{hint}")
        return raw

    def _list(self, raw: Any, where: str) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list):
            raise self._wrong(where, "harus berupa daftar")
        return raw

    def _days(self, raw: Any, where: str) -> frozenset[int]:
        days = set()
        for name in self._list(raw if raw is not None else list(DAYS), where):
            if str(name).lower() not in DAYS:
                raise self._wrong(where, f'berisi "{name}"; nama hari: {", ".join(DAYS)}')
            days.add(DAYS[str(name).lower()])
        return frozenset(days)

    def _time(self, part: Mapping[str, Any], key: str, where: str) -> time:
        raw = part.get(key)
        if isinstance(raw, int):  # YAML reads 08:00 without quotes as a number of minutes
            raw = f"{raw // 60:02d}:{raw % 60:02d}"
        try:
            return time.fromisoformat(str(raw))
        except ValueError:
            raise self._wrong(f"{where}.{key}", f'berisi "{raw}"; tulis jam seperti "08:00"') from None

    def _number(self, raw: Any, where: str) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
            raise self._wrong(where, f'berisi "{raw}"; tulis angka bulat')
        return raw

    def _zone(self, name: str) -> ZoneInfo:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            hint = "tulis Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)"
            raise self._wrong("hotline.time_zone", f'berisi "{name}", bukan zona waktu; {hint}') from None

    def _secret_file(self, name: Any) -> str:
        if not name:
            return ""
        path = self._folder / Path(str(name)).expanduser()
        try:
            return path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise ConfigError(
                f"berkas token {path} tidak terbaca; perbaiki secrets.token_file, atau atur {TOKEN_NAME}"
            ) from None

    def _wrong(self, where: str, what: str) -> ConfigError:
        return ConfigError(f"{self._path.name}: {where} {what}")
