"""The disks that misbehave are there for every test in a terminal."""

from __future__ import annotations

from tests.disks import read_only, small_disk

__all__ = ["read_only", "small_disk"]
