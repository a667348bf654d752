"""
getMe, logOut, close.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.world import World


def get_me(world: World, _params: dict[str, Any]) -> dict[str, Any]:
    return {
        **world.bot.json,
        "first_name": world.profile.name,
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def log_out(world: World, _params: dict[str, Any]) -> bool:
    """After this the token is refused, as for the ten minutes Telegram asks for."""
    world.logged_out = True
    return True


def close(_world: World, _params: dict[str, Any]) -> bool:
    return True


HANDLERS = {"getMe": get_me, "logOut": log_out, "close": close}
