"""The Textual App: the live screen, the themes, the key map and the one boundary where errors are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from textual import work
from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from tui.book.opened import OpenMeeting, open_meeting
from tui.book.writer import WriteResult
from tui.keymap import commands_of, shown_key
from tui.screens.live import LiveScreen
from tui.screens.save_elsewhere import Unsaved
from tui.widgets.bindings import bindings_of
from tui.widgets.ordered_keys import OrderedKeys
from tui.widgets.steady_driver import driver_class

DARK = Theme(
    name="minutebook-dark",
    primary="#7aa2c9",
    secondary="#9fb3c8",
    accent="#d9a65c",
    success="#8fb573",
    warning="#d9a65c",
    error="#d9796c",
    foreground="#d8dce2",
    background="#16191e",
    surface="#1b1f26",
    panel="#262b34",
    dark=True,
)
"""Calm and dark: blue for what is asked, amber for what is to be done or mended, red for what is wrong."""

LIGHT = Theme(
    name="minutebook-light",
    primary="#2f5d8a",
    secondary="#52687f",
    accent="#8a5a00",
    success="#3f6b2a",
    warning="#8a5a00",
    error="#a6352a",
    foreground="#22272e",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e4e1d9",
    dark=False,
)
"""The same in daylight."""

_PATIENCE = 2.0
"""Seconds that quitting waits for the disk before it says what is wrong."""


def now() -> datetime:
    """Give the local time with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class MinutebookApp(OrderedKeys[None]):
    """The program on one meeting."""

    TITLE = "minutebook"
    CSS_PATH = ["screens/live.tcss", "screens/modal.tcss"]
    BINDINGS = bindings_of("anywhere")
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = now) -> None:
        super().__init__(driver_class=driver_class())
        self._clock = clock
        self._live: LiveScreen | None = None
        self._failure = ""
        self.opened: OpenMeeting = open_meeting(path, on_saved=self._on_saved)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Give the live screen, so that it is the first thing mounted."""
        self._live = LiveScreen(self.opened, self._clock)
        return self._live

    def _on_saved(self, result: WriteResult) -> None:
        """Pass on what came of a write; called in the writer's thread."""
        self._failure = result.error
        if self._live is not None and self._live.is_running:
            self._live.report_written(result)

    def run_live(self) -> None:
        """Run until the user quits; then everything is on the disk, or an error says that it isn't."""
        with self.opened:
            self.run()

    @work
    async def action_leave(self) -> None:
        """Quit: nothing to save and nothing asked, unless the disk has refused what is typed."""
        if self.opened.flush(_PATIENCE):
            self.exit()
            return
        choice = await self.push_screen_wait(Unsaved(self._failure or "the disk does not answer"))
        if choice == "leave":
            self.exit()
        elif choice == "elsewhere" and self._live is not None:
            self._live.action_save_elsewhere()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command of the table, with its key."""
        for command in commands_of("live", "anywhere"):
            if command.id in ("command_palette", "complete"):
                continue
            keys = " or ".join(shown_key(key) for key in command.keys)
            target = screen if command.where == "live" else self
            yield SystemCommand(command.title, keys, self._runner(command.id, target))
        dark = self.theme == DARK.name
        yield SystemCommand("Light colours" if dark else "Dark colours", "Change the theme", self._change_theme)

    def _runner(self, action: str, target: object) -> Callable[[], None]:
        async def run() -> None:
            await self.run_action(action, default_namespace=target)  # type: ignore[arg-type]

        def start() -> None:
            self.call_later(run)

        return start

    def _change_theme(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        """Show the keys of the screen below."""
        if self._live is not None:
            self._live.action_help()
