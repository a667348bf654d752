"""
Make sure there is a Chromium for the browser tests: Debian's package where it may, else Playwright's own.

`make test` runs this first. When neither works it says in one line what to install, and the browser tests
then fail with the same line; they are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HINT = "no browser: install Debian's package `chromium`, or run `.venv/bin/playwright install chromium`"


def find_chromium() -> str | None:
    """The path of a Chromium: on PATH, else the one Playwright has fetched."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def main() -> None:
    """Find or install; a failure is left to the tests, which say the line."""
    if find_chromium():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
        wanted = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(wanted, check=False, stdout=subprocess.DEVNULL)
    if not find_chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not find_chromium():
        sys.stderr.write(HINT + "\n")


if __name__ == "__main__":
    main()
