"""
The typed keys under which the simulator's aiohttp application keeps what handlers need.
"""

from __future__ import annotations

from aiohttp import web

from bot.simulator.world import World

WORLD: web.AppKey[World] = web.AppKey("world", World)
