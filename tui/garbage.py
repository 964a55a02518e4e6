"""When Python looks for garbage: never where it would hold up a key, or find nothing."""

from __future__ import annotations

import gc

_VALUES_BETWEEN_SEARCHES = 100_000
"""How many values a command makes before garbage is looked for: nearly all of them stay until it ends."""


def search_seldom() -> None:
    """Look for garbage less often than Python does by itself."""
    gc.set_threshold(_VALUES_BETWEEN_SEARCHES)


def stop_searching() -> None:
    """Look for no garbage until `search_again`: what is made meanwhile stays, and to look costs a tenth of a start."""
    gc.disable()


def search_again() -> None:
    """Look for garbage again, if that was stopped, among what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def keep_all() -> None:
    """Leave what there is now out of every search: it stays, and to look through it takes a tenth of a second."""
    gc.freeze()


def keep_nothing() -> None:
    """Look through everything again."""
    gc.unfreeze()
