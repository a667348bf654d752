"""`/healthz` (the process lives), `/readyz` (it can keep messages), `/metrics` (Prometheus)."""

from __future__ import annotations

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.app.assembly import Parts
from bot.errors import StoreError
from bot.store.outbox import waiting


def status_routes(parts: Parts) -> list[web.RouteDef]:
    """Counts only: nothing here says anything about a person."""
    registry = CollectorRegistry()
    lines = Gauge("langkah_aman_outbox_lines", "Outbox lines that wait, by lane", ["lane"], registry=registry)
    doubtful = Gauge(
        "langkah_aman_doubtful_total", "Sends tried again after an unknown outcome", registry=registry
    )
    content = Gauge("langkah_aman_content_edition", "Edition of the content", registry=registry)

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def readyz(_: web.Request) -> web.Response:
        try:
            await parts.store.ping()
        except StoreError as error:
            return web.Response(status=503, text=f"{type(error).__name__}\n")
        return web.Response(text="ready\n")

    async def metrics(_: web.Request) -> web.Response:
        for area in parts.store.areas:
            for lane, count in (await waiting(area)).items():
                lines.labels(lane.name.lower()).set(count)
        doubtful.set(parts.post.doubtful)
        content.set(parts.conversations.knowledge.flows.version)
        return web.Response(body=generate_latest(registry), content_type="text/plain")

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
