"""Run Chromium without a window, where there is one: on a page's own scripts, or to print a page."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The browser; None where it is not installed."""

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_SECONDS = 120


def run(page: Path, *arguments: str) -> str:
    """Open a page and give what Chromium prints; the page is read from the disk and asks nobody for anything."""
    assert CHROMIUM
    with tempfile.TemporaryDirectory(prefix="minutebook-chromium-") as profile:
        done = subprocess.run(
            [CHROMIUM, *_QUIET, f"--user-data-dir={profile}", *arguments, page.resolve().as_uri()],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=True,
        )
    return done.stdout


def print_to_pdf(page: Path, to: Path) -> None:
    """Print a page as a reader's browser does, without the browser's own head and foot."""
    run(page, "--no-pdf-header-footer", f"--print-to-pdf={to}")


def picture(page: Path, to: Path, width: int, height: int) -> None:
    """Make a picture of the page's beginning."""
    run(page, f"--window-size={width},{height}", f"--screenshot={to}")
