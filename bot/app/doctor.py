"""`langkah-aman doctor`: look at everything that must be right before people write. Changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.app.assembly import master_keys, now
from bot.app.pictures import NOT_INSTALLED, WHY, sample_picture
from bot.app.register_in_use import content_in_use
from bot.app.staff import NOT_REACHABLE, open_staff
from bot.authoring.content import check
from bot.cases.duty import on_duty
from bot.cases.officer import Staff
from bot.chat.calls import BotApi
from bot.config import Config
from bot.errors import LangkahAmanError, line_of
from bot.reading.read import Read
from bot.reading.reader import find_reader

LEAST_FREE_BYTES = 1 << 30
REGISTER_FRESH_FOR = timedelta(days=90)
WEEK_H = 7 * 24


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in words for whoever runs the bot."""

    fine: bool
    text: str


async def examine(config: Config, environment: Mapping[str, str]) -> list[Finding]:
    """All findings, in the order of setting up; one that fails does not keep the next from being seen."""
    found = [*_content(config), _secrets(config, environment), _disk(config)]
    found.append(await _pictures())
    found += [finding async for finding in _telegram(config)]
    found += [finding async for finding in _hotline(config, environment)]
    return found


def _content(config: Config) -> list[Finding]:
    try:
        content = content_in_use(config)
    except LangkahAmanError as error:
        return [Finding(False, f"Isi: {line_of(error)}")]
    today = now().date()
    overdue = len(check(config.content, today))
    late = Finding(False, f"Isi: {overdue} hal perlu ditinjau; jalankan langkah-aman check")
    findings = [
        late if overdue else Finding(True, f"Isi: {len(content.entries)} jawaban, semua alur lengkap")
    ]
    as_of = content.register.as_of
    fresh = as_of is not None and today - as_of <= REGISTER_FRESH_FOR
    said = f"Daftar P3MI: {len(content.register.rows)} baris, per {as_of}"
    findings.append(Finding(fresh, said if fresh else f"{said}; lebih dari 90 hari, minta daftar baru"))
    return findings


def _secrets(config: Config, environment: Mapping[str, str]) -> Finding:
    try:
        master_keys(config, environment)
    except LangkahAmanError as error:
        return Finding(False, f"Kunci induk: {error}")
    return Finding(True, "Kunci induk: terbaca, di luar folder data")


def _disk(config: Config) -> Finding:
    folder = config.store.data
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(free >= LEAST_FREE_BYTES, f"Ruang disk: {free // (1 << 20)} MB tersisa")


async def _pictures() -> Finding:
    reader = find_reader()
    if reader is None:
        return Finding(False, f"Gambar: {NOT_INSTALLED}; bot akan meminta teksnya")
    try:
        found = await reader.read(sample_picture())
    finally:
        await reader.close()
    if isinstance(found, Read):
        return Finding(True, f"Gambar: iklan contoh terbaca dalam {found.took_ms / 1000:.1f} detik")
    return Finding(False, f"Gambar: iklan contoh tidak terbaca, {WHY[found.reason]}")


async def _telegram(config: Config) -> AsyncIterator[Finding]:
    if not config.telegram.token:
        yield Finding(
            False, "Telegram: belum ada token; atur LANGKAH_AMAN_TOKEN atau jalankan langkah-aman init"
        )
        return
    api = BotApi(config.telegram.token, config.telegram.api_url)
    await api.open()
    try:
        me = await api.call("getMe")
        yield Finding(True, f"Telegram: bot @{me['username']} dikenal")
        hook = await api.call("getWebhookInfo")
        waiting = int(hook.get("pending_update_count", 0))
        wanted = config.telegram.webhook_url if config.telegram.mode == "webhook" else ""
        matches = hook.get("url", "") in ("", wanted)
        where = "webhook" if hook.get("url") else "polling"
        yield Finding(matches, f"Telegram: cara menerima {where}, {waiting} pesan menunggu")
        if hook.get("last_error_message"):
            yield Finding(False, f"Telegram: galat webhook terakhir: {hook['last_error_message']}")
    except LangkahAmanError as error:
        yield Finding(False, line_of(error))
    finally:
        await api.close()


async def _hotline(config: Config, environment: Mapping[str, str]) -> AsyncIterator[Finding]:
    hotline = [agency.name for agency in config.agencies.values() if agency.hotline]
    yield Finding(
        bool(hotline),
        f"Hotline: ditangani {', '.join(hotline)}"
        if hotline
        else "Hotline: belum ada lembaga dengan hotline: true; laporan tidak akan dilihat siapa pun",
    )
    try:
        async with open_staff(config, environment) as room:
            staff = await room.roster.staff(now())
    except LangkahAmanError as error:
        yield Finding(False, f"Penyimpanan: {error}")
        return
    yield Finding(True, "Penyimpanan: menjawab dan tidak membuang data")
    for finding in _people(config, staff):
        yield finding


def _people(config: Config, staff: Staff) -> list[Finding]:
    bound = [officer for officer in staff.officers.values() if officer.active and officer.tag]
    findings = [
        Finding(
            bool(bound),
            f"Petugas: {len(bound)} dari {len(staff.officers)} sudah menekan Mulai"
            + ("" if bound else "; undang dengan langkah-aman staff invite NAMA --agency ID"),
        ),
        Finding(
            bool(staff.groups),
            f"Grup lembaga: {len(staff.groups)} tersambung"
            + ("" if staff.groups else "; sambungkan dengan langkah-aman staff group ID"),
        ),
    ]
    return [*findings, *_duty(config, staff)]


def _duty(config: Config, staff: Staff) -> list[Finding]:
    """Whether somebody can be reached at every hour of the week, and if not, why."""
    if not config.shifts:
        return [Finding(False, "Jadwal jaga: kosong; isi hotline.duty di config.yaml. Pelapor diberi tahu")]
    planned = {shift.officer for shift in config.shifts}
    strangers = sorted(planned - set(staff.officers))
    silent = sorted(
        staff.officers[each].name
        for each in planned & set(staff.officers)
        if staff.officers[each].active and not staff.officers[each].tag
    )
    reachable = {officer.id for officer in staff.officers.values() if officer.active and officer.tag}
    hours = [set(_duty_in(config, hour)) for hour in range(WEEK_H)]
    unplanned = sum(not each for each in hours)
    unreached = sum(bool(each) and reachable.isdisjoint(each) for each in hours)
    findings = []
    if strangers:
        names = ", ".join(strangers)
        findings.append(Finding(False, f"Jadwal jaga: {names} belum diundang (langkah-aman staff invite)"))
    if silent:
        words = f"Jadwal jaga: {', '.join(silent)} {NOT_REACHABLE}; kirim tautannya, atau undang lagi"
        findings.append(Finding(False, words))
    if unreached:
        words = f"{unreached} dari {WEEK_H} jam ke depan terjadwal, tetapi petugasnya belum bisa dihubungi"
        findings.append(Finding(False, f"Jadwal jaga: {words} (pelapor diberi tahu)"))
    if unplanned:
        words = f"{unplanned} dari {WEEK_H} jam ke depan tidak ada di jadwal (pelapor diberi tahu)"
        findings.append(Finding(False, f"Jadwal jaga: {words}"))
    if not unreached and not unplanned:
        words = "selalu ada petugas yang bisa dihubungi dalam 7 hari ke depan"
        findings.append(Finding(True, f"Jadwal jaga: {words}"))
    return findings


def _duty_in(config: Config, hours: int) -> tuple[str, ...]:
    return on_duty(config.shifts, now() + timedelta(hours=hours), config.zone)
