"""`staff` and `doctor` speak about the same officers, and say why nobody can be reached in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app.doctor import examine
from bot.app.staff import NOT_REACHABLE, invite, listed, open_staff
from bot.errors import ConfigError
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key
from tests.house_fixtures import always_on_duty, config_for


async def test_the_duty_list_names_the_cause(short_folder: Path, sim: Simulator) -> None:
    """Whoever is on duty but has not pressed Mulai is called just that by `staff list` and `doctor`."""
    config = config_for(short_folder, sim, shifts=always_on_duty("rina", "budi"))
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}

    await invite(config, environment, "Rina", "polres", "", supervisor=False)
    lines = await listed(config, environment)
    findings = [each.text for each in await examine(config, environment) if not each.fine]

    assert lines == [f"polres/rina: Rina, {NOT_REACHABLE}, padahal terjadwal jaga sekarang"]
    assert f"Jadwal jaga: Rina {NOT_REACHABLE}; kirim tautannya, atau undang lagi" in findings
    assert "Jadwal jaga: budi belum diundang (langkah-aman staff invite)" in findings
    assert not any("tidak ada di jadwal" in each for each in findings)


async def test_an_invitation_never_takes_a_colleagues_place(short_folder: Path, sim: Simulator) -> None:
    """A second Rina needs an id of her own; the same Rina with another account says so."""
    config = config_for(short_folder, sim)
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    link = await invite(config, environment, "Rina", "polres", "", supervisor=False)
    async with open_staff(config, environment) as room:
        await room.roster.open_invitation(link.partition("start=inv_")[2], "tag-of-rina")

    with pytest.raises(ConfigError, match=r"sudah dipakai Rina .*--id lain.*--replace"):
        await invite(config, environment, "Rina", "disnaker", "", supervisor=False)
    async with open_staff(config, environment) as room:
        kept = await room.roster.officer_of("tag-of-rina")
    renewed = await invite(config, environment, "Rina", "polres", "", supervisor=False, replace=True)

    assert kept is not None
    assert kept.agency.id == "polres"
    assert "start=inv_" in renewed


@pytest.mark.parametrize(
    ("name", "agency", "said"),
    [
        ("Rina", "", "sebut lembaganya dengan --agency. Yang ada: polres, disnaker"),
        ("Rina", "polsek", 'tidak ada lembaga "polsek" di config.yaml. Yang ada: polres, disnaker'),
        ("...", "polres", "beri sendiri, misalnya: --id rina"),
    ],
)
async def test_an_invitation_that_cannot_be_says_the_way_out(
    short_folder: Path, sim: Simulator, name: str, agency: str, said: str
) -> None:
    """Which agencies there are, and how to give an id."""
    config = config_for(short_folder, sim)

    with pytest.raises(ConfigError) as caught:
        await invite(config, {}, name, agency, "", supervisor=False)

    assert said in str(caught.value)
