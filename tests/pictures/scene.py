"""A scene: a state of a screen, why it is looked at, and how to get there; and the stage on which it is played.

Nothing on the stage moves by itself and nothing depends on when or where it is played: the clocks stand still, the
home folder, the time zone and the settings are the stage's own, and what threads do is waited for.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, chdir, contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

from textual.app import App
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from tests.pictures.drawing import Depth, rows_of, svg_of
from tests.pictures.meetings import AT, Opens, sample
from tui.config.settings import Settings, ThemeName
from tui.screens.live.live import LiveScreen
from tui.screens.live.suggesting import Suggesting
from tui.screens.opened_screen import OpenedScreen
from tui.terminal.ordered_keys import OrderedKeys
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.top_line import TopLine

SIZES = ((120, 36), (80, 24))
NARROW = (40, 24)
_PATIENCE = 60.0
_FRAMES = 0.15
"""Seconds in which a screen surely draws what has changed; it does so sixty times a second."""

Size = tuple[int, int]


class Stage:
    """An app that runs, under the hands of a scene."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.until(self._has_taken_keys)

    def _has_taken_keys(self) -> bool:
        return not (isinstance(self.app, OrderedKeys) and self.app.keys_wait)

    async def write(self, words: str) -> None:
        """Put words where the cursor stands, without Enter."""
        focused = self.app.focused
        if isinstance(focused, CaptureLine):
            focused.insert_words(words)
        elif isinstance(focused, Input):
            focused.delete_selection()
            focused.insert_text_at_cursor(words)
        else:
            raise AssertionError("nothing takes words here")
        await self.pilot.pause()

    async def enter(self, *lines: str) -> None:
        """Write lines, each with Enter."""
        for line in lines:
            await self.write(line)
            await self.press("enter")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(_PATIENCE):
            while not holds():
                await self.pilot.pause(0.01)
        await self.pilot.pause()

    async def begin(self) -> None:
        """Wait until the screen stands, with all that the program learns in the background."""
        await self.until(self._has_taken_keys)
        if isinstance(self.app.screen, LiveScreen):
            suggesting = self.app.screen.suggesting
            suggesting._build(suggesting._begun, suggesting._meeting)

    async def settle(self) -> None:
        """Wait until the disk has all, or has refused it, and the screen says so."""
        await self.pilot.pause()
        await self.until(lambda: not any(self._is_saving(screen) for screen in self.app.screen_stack))

    async def draw_below(self) -> None:
        """Let what stands below a dialog be drawn, which its own timer does and the pilot does not wait for."""
        if isinstance(self.app.screen, ModalScreen):
            await asyncio.sleep(_FRAMES)
            await self.pilot.pause()

    @staticmethod
    def _is_saving(screen: Any) -> bool:
        try:
            return isinstance(screen, OpenedScreen) and screen.query_one(TopLine).saving == "saving"
        except NoMatches:
            return False


Steps = Callable[[Stage], Awaitable[object]]


async def looking(_: Stage) -> None:
    """Press nothing: the steps of a scene that is there at once."""


def pressing(*keys: str) -> Steps:
    """Give the steps of a scene that a few keys lead to."""

    async def steps(stage: Stage) -> None:
        await stage.press(*keys)

    return steps


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A state of a screen that the tests hold a picture of."""

    name: str
    """For the picture's file: `go-to`."""
    why: str
    """One sentence: what is to be seen here."""
    shows: str
    """Words in one row of the picture that bear the sentence out, at every size."""
    steps: Steps = looking
    """How to get there."""
    opens: Opens = sample
    """What runs; the sample meeting on its live screen unless something else is given."""
    sizes: tuple[Size, ...] = SIZES
    theme: ThemeName = "dark"
    colours: bool = True
    """Whether the terminal shows colours; False for a user who set NO_COLOR."""
    newcomer: bool = False
    """Whether the program runs for the first time."""
    in_docs: bool = False
    """Whether the picture stands in the docs too."""


class _StillDatetime(datetime):
    """A clock that stands still, for the writer's thread."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(AT.timestamp(), tz)


@contextmanager
def stage_set(folder: Path, *, colours: bool = True, newcomer: bool = False) -> Iterator[None]:
    """Make the surroundings of a scene the same everywhere: home folder, time zone, settings, clocks, colours.

    The home is within the folder, by a relative path: pictures show it, and nothing that is pressed leads elsewhere.
    """
    given = {
        "HOME": "home/clerk",
        "TZ": "UTC",
        "MINUTEBOOK_CONFIG": str(folder / "no-settings.toml"),
        "MINUTEBOOK_DICTIONARIES": "",
        "MINUTEBOOK_STATE": str(folder / "state") if newcomer else "",
        **({} if colours else {"NO_COLOR": "1"}),
    }
    with (
        chdir(folder),
        patch.dict(os.environ, given),
        patch("tui.book.writer.datetime", _StillDatetime),
        patch("tui.book.opened.datetime", _StillDatetime),
        patch.object(Suggesting, "begin", lambda _: None),
        # Each key is pressed alone.
        patch.object(OrderedKeys, "ALONE", 0.0),
    ):
        if colours:
            os.environ.pop("NO_COLOR", None)
        time.tzset()
        yield
    time.tzset()


@asynccontextmanager
async def play(scene: Scene, size: Size, theme: ThemeName | None = None) -> AsyncIterator[Stage]:
    """Play a scene at a size in columns and rows, and give the stage as it stands then."""
    with tempfile.TemporaryDirectory(prefix="minutebook-scene-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        (folder / "book").mkdir()
        with (
            stage_set(folder, colours=scene.colours, newcomer=scene.newcomer),
            scene.opens(folder / "book", Settings(theme=theme or scene.theme)) as app,
        ):
            async with app.run_test(size=size, notifications=True) as pilot:
                stage = Stage(app, pilot)
                await stage.begin()
                await scene.steps(stage)
                await stage.settle()
                await stage.draw_below()
                yield stage


async def draw(scene: Scene, size: Size, theme: ThemeName | None = None, depth: Depth = "all") -> str:
    """Play a scene and give its picture."""
    async with play(scene, size, theme) as stage:
        return svg_of(rows_of(stage.app, depth), scene.why)
