"""What every App of the program is: the user's themes and keys, the palette, the help, and keys in their order."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property, partial
from pathlib import PurePath
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import events, on, work
from textual.binding import BindingType
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from tui import garbage
from tui.apps.passing import PassingNotification
from tui.config.program_log import open_log, report_fault
from tui.config.settings import Settings, ThemeName, read_settings
from tui.config.state import recall, remember
from tui.errors import MinutebookError
from tui.keys.keymap import LOOKING, Command, Keymap, Need, Where, shown_key
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import KEPT_IN_LINE, CommandScreen
from tui.terminal.ordered_keys import InTurn, OrderedKeys
from tui.terminal.robust_driver import driver_class
from tui.terminal.typed_words import Does
from tui.widgets.bindings import Handlers, bindings_of
from tui.widgets.lists.palette_list import Offer
from tui.widgets.themes import THEME_TITLES, THEMES

_SLIP = 1.2
"""Seconds after Ctrl+Q in the middle of a line in which the next key says that it was a slip."""

_log = logging.getLogger(__name__)


def now() -> datetime:
    """Return the local time with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class CommandApp(OrderedKeys[None]):
    """An App whose commands all stand in the table."""

    TITLE = "minutebook"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "../screens/everywhere.tcss",
        "../screens/live/live.tcss",
        "../screens/dialogs/modal.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("anywhere")
    PLACES: ClassVar[tuple[Where, ...]] = ("anywhere",)
    """The places whose commands hold on every screen of the App."""
    ENABLE_COMMAND_PALETTE = False
    """Textual's own, which knows neither keys nor reasons."""

    def __init__(self, *, clock: Callable[[], datetime] = now, settings: Settings | None = None) -> None:
        super().__init__(driver_class=driver_class())
        self.settings = read_settings() if settings is None else settings
        """The user's; those of the file unless others are given."""
        self.keymap = Keymap(self.settings.keys)
        self._clock = clock
        self._leaving: Timer | None = None
        """Runs while leaving is held, because a line had been begun."""
        self._look_and_feel()

    def _look_and_feel(self) -> None:
        """Take over the theme and the keys that the user chose; nothing moves by itself."""
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        theme = THEMES[chosen_theme(self.settings)]
        # Before anything is drawn, the colours need not be changed, which would read every style sheet once more.
        self.set_reactive(CommandApp.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.set_keymap({name: ",".join(keys) for name, keys in self.settings.keys.items()})

    def run_within(self, held: AbstractContextManager[object]) -> None:
        """Run until the user quits, then let go of what is held: everything is on the disk, or an error says it isn't.

        The program's own failure ends the run too. Raises ProgramFault for it, after the disk has had its say.
        """
        threading.excepthook = lambda failed: _log.error("a thread failed", exc_info=failed.exc_value)
        with held:
            self.run()
        if isinstance(self._exception, MinutebookError):
            raise self._exception
        if self._exception is not None:
            raise report_fault(self._exception)
        _log.info("quit")

    def _handle_exception(self, error: Exception) -> None:
        """End the app because of an error that nothing caught; one in a worker comes wrapped."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the app without Textual's thousand lines, which hold every variable and so the words of the meeting."""
        self._close_messages_no_wait()

    def on_ready(self) -> None:
        """Begin the log, and say what is wrong with the settings; from here on garbage is looked for again."""
        open_log()
        _log.info("%s on %s, %d by %d", type(self).__name__, os.environ.get("TERM", "?"), *self.size)
        garbage.search_again()
        for problem in self.settings.problems:
            self.notify(showable(problem), title="Settings", severity="warning", timeout=20, markup=False)

    @on(events.DescendantFocus)
    def hold_cursor_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    def ask_to_leave(self) -> None:
        """Quit; in the middle of a line, after a moment in which no key follows.

        Whoever hits Ctrl+Q by a slip types on, and the rest of the sentence must not go to the shell.
        """
        focused = self.focused
        begun = focused.text if isinstance(focused, TextArea) else focused.value if isinstance(focused, Input) else ""
        if not begun or self._leaving is not None:
            self._stay()
            self.leave()
            return
        self._leaving = self.set_timer(_SLIP, self._leave_after_all)
        self._tell("leaving, and the line is kept. Type on to stay")

    def _leave_after_all(self) -> None:
        self._leaving = None
        self.leave()

    def _stay(self) -> bool:
        """Leave no more; return whether that was about to happen."""
        if self._leaving is None:
            return False
        self._leaving.stop()
        self._leaving = None
        return True

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notification, for so many seconds."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(PassingNotification(message, title, severity, seconds, markup=markup)))

    def _tell(self, words: str) -> None:
        """Say something in the screen's own line, if it has one."""
        screen = self.screen
        if isinstance(screen, CommandScreen):
            screen.say(words)
        else:
            self.notify(words, timeout=_SLIP, markup=False)

    async def dispatch_in_turn(self, event: InTurn) -> None:
        """Hand on a key whose turn has come; the one that quits works in dialogs too, which see no key of the App."""
        quits = isinstance(event, events.Key) and event.key in self._keys_to_leave
        if quits and self.screen.is_modal:
            self.ask_to_leave()
            return
        if not quits and self._stay():
            self._tell(f"still here: {self.keymap.key_of('leave')} was in the middle of a line")
        await super().dispatch_in_turn(event)

    @cached_property
    def _keys_to_leave(self) -> tuple[str, ...]:
        return next((one.keys for one in self.keymap.commands_of("anywhere") if one.id == "leave"), ())

    @work
    async def leave(self) -> None:
        """Quit."""
        self.exit()

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs which holds on every screen."""
        raise NotImplementedError

    def action_command(self, command: str) -> None:
        """Carry out the command of a key."""
        self.HANDLERS[command](self)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Draw, and put the terminal's own cursor where words go: an input method draws there what is composed."""
        if isinstance(focused := screen.focused, Input | TextArea) and focused.region:
            self.cursor_position = focused.cursor_screen_offset
        super()._display(screen, renderable)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy words, and say so; nothing never takes the place of what is on the clipboard."""
        if text:
            super().copy_to_clipboard(text)
            if isinstance(self.screen, CommandScreen):
                self.screen.say("copied")

    def letter_does(self, key: str) -> Does | None:
        """Return what a letter does as a command; None where letters are typed in a line, or a dialog reads them."""
        if isinstance(self.focused, Input | TextArea) or not isinstance(self.screen, CommandScreen):
            return None
        here = self.screen.active_bindings.get(key)
        if here is None:
            return "nothing" if self.screen.TYPED_ON else "looks"
        return "looks" if here.binding.id in LOOKING else "acts"

    def take_letters(self, letters: str) -> None:
        """Have the screen take letters that were typed where letters are commands."""
        lined = next((one for one in reversed(self._screen_stack) if getattr(one, "TYPED_ON", False)), self.screen)
        if isinstance(lined, CommandScreen):
            lined.take_letters(letters)
        if lined is not self.screen and isinstance(self.screen, CommandScreen):
            self.screen.say(KEPT_IN_LINE)

    @work
    async def open_palette(self, typed: str = "") -> None:
        """Offer every command of the screen, and run the chosen one; `typed` stands in its field already."""
        from tui.screens.dialogs.palette import CommandPalette

        screen = self.screen
        commands = screen.typed_offers if isinstance(screen, CommandScreen) else _no_offers
        offer = await self.push_screen_wait(CommandPalette(self.offers(screen), commands, typed))
        if offer is not None:
            offer.run()

    def offers(self, screen: Screen[Any]) -> list[Offer]:
        """Return what the palette offers above a screen: its commands, those that hold anywhere, and the colours."""
        offers: list[Offer] = []
        if isinstance(screen, CommandScreen):
            offers = [
                self._offer(command, partial(screen.carry_out, command.id), screen.has)
                for command in self.keymap.commands_of(*screen.PLACES)
            ]
        offers += [
            self._offer(command, partial(self.action_command, command.id), self.has)
            for command in self.keymap.commands_of(*self.PLACES)
            if command.id != "command-palette"
        ]
        if isinstance(screen, CommandScreen):
            offers += screen.further_offers()
        for name, title in THEME_TITLES.items():
            reason = "these are the colours now" if self.theme == THEMES[name].name else ""
            offers.append(Offer(title, partial(self.use_theme, name), reason=reason, name="theme"))
        return offers

    def _offer(self, command: Command, run: Callable[[], object], has: Callable[[Need], bool]) -> Offer:
        keys = " · ".join(shown_key(key) for key in command.keys)
        return Offer(command.title, run, keys, self.keymap.disabled_reason(command, has), command.id)

    def use_theme(self, name: ThemeName) -> None:
        """Change the colours, and remember it."""
        self.theme = THEMES[name].name
        remember(theme=name, instead_of=self.settings.theme or "")

    def say_saved(self) -> None:
        """Say that all is saved."""
        if isinstance(self.screen, CommandScreen):
            self.screen.say_saved()

    def show_help(self) -> None:
        """Show the keys of the screen."""
        from tui.screens.dialogs.help import KeysHelp

        places = self.screen.PLACES if isinstance(self.screen, CommandScreen) else ()
        own = (place for place in self.PLACES if place != "anywhere")
        here = KeysHelp(self.keymap, *places, *own, offers=self.offers(self.screen))
        self.push_screen(here, lambda offer: self._run_offer(offer) if offer is not None else None)

    def _run_offer(self, offer: Offer) -> None:
        """Run what was chosen; what needs words first is begun in the palette."""
        if offer.fill:
            self.open_palette(offer.fill)
        else:
            offer.run()

    HANDLERS: ClassVar[Handlers[Any]] = {
        "help": show_help,
        "command-palette": open_palette,
        "say-saved": say_saved,
        "leave": ask_to_leave,
    }


def _no_offers(_: str) -> list[Offer]:
    return []


def chosen_theme(settings: Settings) -> ThemeName:
    """Return the theme chosen last: in the palette, unless the settings name another than they did then."""
    remembered = recall()
    if remembered.theme in THEMES and remembered.instead_of == (settings.theme or ""):
        return remembered.theme
    return settings.theme or "dark"
