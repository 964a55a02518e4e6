"""Disks that misbehave: a full one and a read-only one, as fixtures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _mounted(*arguments: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[bool]:
    """Mount a disk of its own in a folder; say whether that could be done, which root alone may."""
    there = _mounted("-t", "tmpfs", "-o", size, "tmpfs", str(folder))
    try:
        yield there
    finally:
        if there:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with 256 KB."""
    folder = tmp_path / "small"
    folder.mkdir()
    with mounted(folder, "size=256k") as there:
        if not there:
            pytest.skip("only root may mount a small disk")
        yield folder


class ReadOnly:
    """A folder that can be made read-only, for root too, and writable again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mounted = False

    def begin(self) -> None:
        if os.geteuid() != 0:
            self.folder.chmod(0o500)
            return
        folder = str(self.folder)
        self._mounted = _mounted("--bind", folder, folder)
        if not self._mounted or not _mounted("-o", "remount,ro,bind", folder):
            pytest.skip("root may not mount here, and no mode stops root")

    def end(self) -> None:
        if self._mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)
            self._mounted = False
        else:
            self.folder.chmod(0o700)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[ReadOnly]:
    if sys.platform == "win32":
        pytest.skip("a read-only folder stops nobody there")
    folder = tmp_path / "locked"
    folder.mkdir()
    found = ReadOnly(folder)
    yield found
    found.end()
