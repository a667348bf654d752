import asyncio, tempfile, sys
from pathlib import Path
from bench.capacity import capacity


def tell(m):
    r = m.run
    w = sorted(r.waits_s)
    print(
        f"{m.round} {r.shape:7}{m.bot:22}{r.updates / r.seconds:8.0f}/s cpu/1000 {1000 * m.bot_cpu_s / r.updates:6.3f} store {1000 * m.store_cpu_s / r.updates:6.3f} right {r.right}/{r.people} refused {r.refused}",
        f"p50 {w[len(w) // 2] * 1000:.0f} p99 {w[int(len(w) * 0.99)] * 1000:.0f} ms" if w else "",
        list(r.wrong.items())[:1] if r.wrong and m.bot.startswith("lang") else "",
    )


with tempfile.TemporaryDirectory(dir="/tmp") as d:
    asyncio.run(capacity(Path(d), rounds=int(sys.argv[1]), people=int(sys.argv[2]), tell=tell))
