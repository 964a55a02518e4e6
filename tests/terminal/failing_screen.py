"""minutebook with a screen of a kind that fails: `python -m tests.terminal.failing_screen KIND WHEN …`.

When an entry that says FAIL NOW is to be shown, one of that kind is opened; it fails as it is laid out, or later.
Its error quotes the meeting.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

import tui.screens
from tui.__main__ import main
from tui.meeting.model import Entry
from tui.widgets.live.log_view import LogView

_show = LogView.show


def screens() -> dict[str, type[Screen[Any]]]:
    """Return every kind of screen and dialog of the program, by name."""
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    found: dict[str, type[Screen[Any]]] = {}
    kinds: list[type[Screen[Any]]] = [Screen]
    while kinds:
        kinds += (further := kinds.pop()).__subclasses__()
        if further.__module__.startswith("tui."):
            found[further.__name__] = further
    return found


def failing(kind: type[Screen[Any]], when: str, words: str) -> Screen[Any]:
    """Make a screen of that kind that fails."""

    def begin(screen: Screen[Any]) -> None:
        Screen.__init__(screen)

    def compose(_: Screen[Any]) -> ComposeResult:
        if when == "laid-out":
            raise RuntimeError(f"cannot show {words}")
        yield from ()

    def on_mount(screen: Screen[Any]) -> None:
        screen.set_timer(0.05, fail)

    def fail() -> None:
        raise LookupError(f"cannot go on with {words}")

    members = {"__module__": kind.__module__, "__init__": begin, "compose": compose, "on_mount": on_mount}
    made: Screen[Any] = type("Failing", (kind,), members)()
    return made


class _Once:
    """Opens the failing screen when its words come, and only then."""

    def __init__(self, kind: str, when: str) -> None:
        self._kind, self._when, self._done = kind, when, False

    def show(
        self, view: LogView, entries: tuple[Entry, ...], away: Mapping[int, tuple[str, ...]] | None = None
    ) -> None:
        _show(view, entries, away)
        if not self._done and any("FAIL NOW" in entry.text for entry in entries):
            self._done = True
            view.app.push_screen(failing(screens()[self._kind], self._when, repr(entries)))


if __name__ == "__main__":
    once = _Once(*sys.argv[1:3])
    del sys.argv[1:3]
    LogView.show = lambda view, entries, away=None: once.show(view, entries, away)  # type: ignore[method-assign, assignment]
    main()
