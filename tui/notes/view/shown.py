"""What a template may see: the base of every value of the view."""

from __future__ import annotations

from msgspec import Struct


class Shown(Struct, frozen=True, kw_only=True):
    """The base of every value of the view."""
