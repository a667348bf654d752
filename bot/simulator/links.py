"""
Which web addresses Telegram accepts in a link or on a button.

The trap this file is here for: `http://localhost` is refused by Telegram, because a host needs a dot.
"""

from __future__ import annotations

from urllib.parse import urlsplit


def usable_url(url: str) -> str | None:
    """Return the address if Telegram would take it, else None."""
    return url if why_not(url) is None else None


def why_not(url: str) -> str | None:
    """
    Say what Telegram dislikes about an address.

    Returns: None if it is usable, else Telegram's words ("Wrong HTTP URL", "Unsupported URL protocol", …).
    """
    url = url.strip()
    if not url:
        return "URL host is empty"
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme in {"tg", "ton", "tonsite"}:
        return None
    if parts.scheme not in {"http", "https"}:
        return "Unsupported URL protocol"
    if not host:
        return "URL host is empty"
    if " " in host or ("." not in host.strip(".") and ":" not in host):
        return "Wrong HTTP URL"
    return None
