"""The Apps of the program under random input, and what must hold after each piece and at the end."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App
from textual.pilot import Pilot

from tests.commands.command_line import AGENDA
from tests.fuzz.input import piece
from tests.pictures.drawing import rows_of
from tests.pictures.meetings import AT
from tui.apps.book import BookApp
from tui.apps.follow import FollowApp
from tui.apps.meeting import MinutebookApp, WritingApp
from tui.apps.review import ReviewApp
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.meeting.capture.capture import enter
from tui.meeting.text.sanitizing import showable
from tui.terminal.input_decoder import InputDecoder
from tui.use_cases.making import new_meeting

PIECES = 300
"""How many pieces come in one run, unless the program is left before."""
_RESTLESS = 60.0
"""Seconds after which a program that never comes to rest is given up."""
_SLOW = 10.0
"""Seconds of the program's own work after which a piece has taken too long, however busy the computer is."""
_KEYED = ("!HM to paint the pier ^Friday", "=Agreed; 7 for, 2 against", "+The [[secret]] ??", "?TR: is the chain sound")


_Held = tuple[App[Any], AbstractContextManager[Any]]
"""An App, and what it is to be run within."""


class Finding(Exception):
    """What random input has brought about, and what led to it."""


class Done(NamedTuple):
    """What was done."""

    runs: int
    pieces: int
    screens: Counter[str]
    """How many pieces came to each kind of screen."""


def fuzz(seconds: float, seed: int, *, runs: int = 1_000_000) -> Done:
    """Run Apps under random input, one after another. Raises Finding."""
    end = time.monotonic() + seconds
    screens: Counter[str] = Counter()
    done = pieces = 0
    while done < runs and time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            pieces += asyncio.run(_Run(Path(folder), seed + done, screens).play(end))
        done += 1
    return Done(done, pieces, screens)


class _Run:
    """One App in one book."""

    def __init__(self, folder: Path, seed: int, screens: Counter[str]) -> None:
        self._folder = folder
        self._seed = seed
        self._screens = screens
        self._chance = random.Random(seed)
        self._came: list[bytes] = []
        self._decoder = InputDecoder()

    async def play(self, end: float) -> int:
        """Play it; return how many pieces came. Raises Finding."""
        wrong: list[str] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, told: wrong.append(repr(told)))
        app, held = self._begin()
        size = self._chance.choice(((120, 36), (80, 24), (40, 12), (200, 50)))
        try:
            with held:
                async with app.run_test(size=size, notifications=True) as pilot:
                    await pilot.pause()
                    while len(self._came) < PIECES and time.monotonic() < end and await self._step(app, pilot):
                        pass
                    if isinstance(app, WritingApp):
                        _must_be_saved(app)
        except Finding:
            raise
        except BaseException as error:
            raise self._finding(f"{type(error).__name__}: {error}") from error
        if wrong:
            raise self._finding("; ".join(wrong))
        for one in Book(self._folder).files():
            read_meeting(one)
        return len(self._came)

    def _begin(self) -> _Held:
        made = new_meeting(Book(self._folder), AGENDA, "agenda.md", after=None, day=None, at=AT)
        with open_meeting(made.path) as opened:
            for line in _KEYED:
                opened.take(enter(opened.journal, line, AT).journal)
        kind = self._chance.choices(("live", "book", "review", "follow"), (8, 6, 2, 1))[0]
        return _APPS[kind](made.path)

    async def _step(self, app: App[Any], pilot: Pilot[Any]) -> bool:
        """Let a piece come, and look at what became of it; return whether the App still runs."""
        came = piece(self._chance)
        self._came.append(came)
        self._screens[type(app.screen).__name__] += 1
        began, worked = time.monotonic(), time.process_time()
        messages = [*self._decoder.feed(came, began)]
        if self._chance.random() < 0.4:
            messages += self._decoder.tick(began + 10)
        for message in messages:
            if app._driver is not None:
                app._driver.process_message(message)
        try:
            async with asyncio.timeout(_RESTLESS):
                if self._chance.random() < 0.01:
                    await pilot.resize_terminal(self._chance.randint(1, 200), self._chance.randint(1, 60))
                await pilot.pause()
        except TimeoutError:
            raise self._finding(f"does not come to rest in {type(app.screen).__name__} of {app.size}") from None
        if (took := time.process_time() - worked) > _SLOW:
            raise self._finding(f"took {took:.1f} s")
        if app._exception is not None:
            raise self._finding(repr(app._exception)) from app._exception
        if not app.is_running or app._exit or not app.screen_stack:
            return False
        for row in rows_of(app):
            words = "".join(run.words for run in row)
            if showable(words) != words:
                raise self._finding(f"a terminal obeys what is drawn: {words!r}")
        return True

    def _finding(self, what: str) -> Finding:
        return Finding(f"seed {self._seed}, piece {len(self._came)}: {what}; last came {self._came[-6:]}")


def _must_be_saved(app: WritingApp) -> None:
    """Check that the file holds what the App shows."""
    opened = app.writing
    if opened is not None and opened.flush() and opened.writable:
        assert read_meeting(opened.path) == opened.meeting, "the file is not what was shown"


def _live(path: Path) -> _Held:
    app = MinutebookApp(path, clock=lambda: AT)
    return app, app.opened


def _review(path: Path) -> _Held:
    app = ReviewApp(path, clock=lambda: AT)
    return app, app.opened


def _book(path: Path) -> _Held:
    app = BookApp(Book(path.parent), clock=lambda: AT)
    return app, app.held


def _follow(path: Path) -> _Held:
    app = FollowApp(path, clock=lambda: AT)
    return app, app.held


_APPS: dict[str, Callable[[Path], _Held]] = {"live": _live, "review": _review, "book": _book, "follow": _follow}
