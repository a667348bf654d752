"""
The simulator as a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import aiohttp


async def test_it_runs_alone_and_says_where(http: aiohttp.ClientSession, tmp_path: Path) -> None:
    """The first line it prints has the address and the token; calls go to the file it was given."""
    calls = tmp_path / "calls.jsonl"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.simulator", "--calls", str(calls), "--fake-clock"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        where = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
        async with http.get(f"{where['url']}/bot{where['token']}/getMe") as answer:
            me = await answer.json()
    finally:
        process.terminate()
        await process.wait()

    assert me["result"]["username"] == "LangkahAmanBot"
    assert json.loads(calls.read_text(encoding="utf-8"))["method"] == "getMe"
