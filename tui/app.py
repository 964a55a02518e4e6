"""The Textual App: the live screen, the themes, the key map and the one boundary where errors are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events, on, work
from textual.screen import Screen
from textual.widgets import Input

from tui.book.opened import OpenMeeting, open_meeting
from tui.book.writer import WriteResult
from tui.keymap import Command, Where, commands_of, remap, shown_key
from tui.meeting.showable import showable
from tui.remembered import recall, remember
from tui.screens.help import KeysHelp
from tui.screens.live import LiveScreen
from tui.screens.palette import CommandPalette
from tui.screens.save_elsewhere import Unsaved
from tui.settings import Settings, ThemeName, read_settings
from tui.widgets.bindings import bindings_of
from tui.widgets.offer_list import Offer
from tui.widgets.ordered_keys import OrderedKeys
from tui.widgets.steady_driver import driver_class
from tui.widgets.themes import THEME_TITLES, THEMES

_PATIENCE = 2.0
"""Seconds that quitting waits for the disk before it says what is wrong."""


def now() -> datetime:
    """Give the local time with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class MinutebookApp(OrderedKeys[None]):
    """The program on one meeting."""

    TITLE = "minutebook"
    CSS_PATH = ["screens/everywhere.tcss", "screens/live.tcss", "screens/modal.tcss"]
    BINDINGS = bindings_of("anywhere")
    ENABLE_COMMAND_PALETTE = False
    """Textual's own, which knows neither keys nor reasons."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = now, settings: Settings | None = None) -> None:
        super().__init__(driver_class=driver_class())
        self.settings = read_settings() if settings is None else settings
        """The user's; those of the file unless others are given."""
        self._clock = clock
        self._live: LiveScreen | None = None
        self._failure = ""
        self.opened: OpenMeeting = self.open(path)
        self._look_and_feel()

    def open(self, path: Path) -> OpenMeeting:
        """Open the meeting for writing. Raises BookError, MeetingHeld among them."""
        return open_meeting(path, on_saved=self._on_saved)

    def _look_and_feel(self) -> None:
        """Take over the theme and the keys that the user chose; nothing moves by itself."""
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[chosen_theme(self.settings)].name
        remap(self.settings.keys)
        self.set_keymap({name: ",".join(keys) for name, keys in self.settings.keys.items()})

    def on_ready(self) -> None:
        """Say what is wrong with the settings."""
        for problem in self.settings.problems:
            self.notify(showable(problem), title="Settings", severity="warning", timeout=20, markup=False)

    @on(events.DescendantFocus)
    def hold_cursor_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

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

    def action_command_palette(self) -> None:
        """Offer every command of the screen, and run the chosen one there."""
        self._use_palette()

    @work
    async def _use_palette(self) -> None:
        screen = self.screen
        offer = await self.push_screen_wait(CommandPalette(self.offers(screen)))
        if offer is not None:
            await self.run_action(offer.action, default_namespace=self if offer.where == "anywhere" else screen)

    def offers(self, screen: Screen[Any]) -> list[Offer]:
        """Give what the palette offers above a screen: its own commands, those that hold anywhere, and the colours."""
        places: tuple[Where, ...] = getattr(screen, "PLACES", ())
        why_not: Callable[[Command], str] = getattr(screen, "why_not", lambda _: "")
        offers = [
            Offer(
                title=command.title,
                action=command.id,
                where=command.where,
                keys=" · ".join(shown_key(key) for key in command.keys),
                reason=why_not(command),
                name=command.name,
            )
            for command in commands_of(*places, "anywhere")
            if command.id != "command_palette"
        ]
        for name, title in THEME_TITLES.items():
            reason = "these are the colours now" if self.theme == THEMES[name].name else ""
            offers.append(Offer(title=title, action=f"use_theme({name!r})", reason=reason, name="theme"))
        return offers

    def action_use_theme(self, name: ThemeName) -> None:
        """Change the colours, and remember it."""
        self.theme = THEMES[name].name
        remember(theme=name, instead_of=self.settings.theme or "")

    def action_help(self) -> None:
        """Show the keys of the screen."""
        self.push_screen(KeysHelp(*getattr(self.screen, "PLACES", ())))


def chosen_theme(settings: Settings) -> ThemeName:
    """Give the theme chosen last: in the palette, unless the settings name another than they did then."""
    remembered = recall()
    if remembered.theme in THEMES and remembered.instead_of == (settings.theme or ""):
        return remembered.theme
    return settings.theme or "dark"
