"""Only one process polls, and Telegram's limits are shared by those that are alive."""

from __future__ import annotations

from bot.store.connection import Store
from bot.store.leases import hold, let_go
from bot.store.shares import ALIVE_MS, give_up, share

NOW = 1_760_000_000_000


async def test_a_named_lease_is_held_by_one(store: Store) -> None:
    """The second poller waits; the first renews; after it lets go the second gets in."""
    area = store.cases

    first = await hold(area, "poller", "a", 60_000)
    second = await hold(area, "poller", "b", 60_000)
    renewed = await hold(area, "poller", "a", 60_000)
    stolen = await let_go(area, "poller", "b")
    given = await let_go(area, "poller", "a")

    assert (first, second, renewed, stolen, given) == (True, False, True, False, True)
    assert await hold(area, "poller", "b", 60_000)


async def test_a_dead_holder_loses_its_lease(store: Store) -> None:
    """The server ends the lease by itself."""
    await hold(store.cases, "poller", "a", 30_000)

    assert 0 < await store.cases.call("PTTL", store.cases.keys.lease("named.poller")) <= 30_000


async def test_limits_are_shared_by_the_living(store: Store) -> None:
    """One process has all, two have half each, and a silent one stops counting."""
    cases = store.cases

    alone = await share(cases, "a", NOW)
    together = (await share(cases, "b", NOW), await share(cases, "a", NOW))
    after_silence = await share(cases, "a", NOW + ALIVE_MS)
    await share(cases, "b", NOW + ALIVE_MS)
    await give_up(cases, "b")

    assert alone == 1.0
    assert together == (0.5, 0.5)
    assert after_silence == 1.0
    assert await share(cases, "a", NOW + ALIVE_MS) == 1.0
