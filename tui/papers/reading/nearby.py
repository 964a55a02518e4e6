"""The papers that lie in a few folders, the latest first: what somebody may want to read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from tui.meeting.model import Value

SUFFIXES = frozenset({".docx", ".docm", ".odt", ".pdf", ".html", ".htm", ".eml", ".msg", ".md", ".markdown", ".txt"})
"""How the names of papers end that can be read."""
_MOST = 5_000
"""Names of a folder that are looked at."""


class NearbyPaper(Value, frozen=True, kw_only=True):
    """A file or a folder that lies in a folder."""

    path: Path
    day: date | None = None
    """When it was changed last; None for a folder."""

    @property
    def is_folder(self) -> bool:
        """Whether there is more in it."""
        return self.day is None


def papers_in(folders: Iterable[Path]) -> list[NearbyPaper]:
    """Return the papers that lie in folders, the latest first, each once."""
    found: dict[Path, tuple[float, NearbyPaper]] = {}
    for folder in folders:
        for entry, changed in _entries(folder):
            path = folder / entry.name
            if path.suffix.lower() in SUFFIXES and entry.is_file():
                found.setdefault(path, (changed, NearbyPaper(path=path, day=date.fromtimestamp(changed))))
    return [one for _, one in sorted(found.values(), key=lambda pair: (-pair[0], str(pair[1].path)))]


def folder_at(folder: Path) -> list[NearbyPaper]:
    """Return the folders within one by name, and then its papers, the latest first."""
    inner = sorted(folder / entry.name for entry, _ in _entries(folder) if entry.is_dir())
    return [*(NearbyPaper(path=path) for path in inner), *papers_in([folder])]


def _entries(folder: Path) -> list[tuple[os.DirEntry[str], float]]:
    """Return what lies in a folder, less what is hidden; nothing where it cannot be read."""
    found: list[tuple[os.DirEntry[str], float]] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if not entry.name.startswith("."):
                    found.append((entry, entry.stat().st_mtime))
            if len(found) >= _MOST:
                break
    return found
