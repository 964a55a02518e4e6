"""Where the folders that travel with the program stand."""

from __future__ import annotations

from pathlib import Path


def shipped(name: str) -> Path:
    """Find the folder `templates` or `sample_meetings`: within the installed package, or at a checkout's root."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name
