"""What every screen with commands is: its places in the table, what carries them out, and what the App gives it."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen, ScreenResultType
from textual.widgets import Static

from tui.config.settings import Settings
from tui.keys.keymap import Command, Keymap, Need, Where
from tui.widgets.bindings import CommandPart, Handlers
from tui.widgets.key_row import key_row
from tui.widgets.lists.palette_list import Offer

NO_COMMANDS = "that was typed, and nothing was done: a command is a key pressed alone"
"""What is said of words where there is no line for them."""

KEPT_IN_LINE = "what was typed stands in the meeting's line, and nothing was done: a command is a key pressed alone"
"""What is said of words typed above a meeting that has a line for them."""


class Program(Protocol):
    """What a screen asks of the App that shows it."""

    PLACES: ClassVar[tuple[Where, ...]]
    """The places whose commands hold on every screen."""
    keymap: Keymap
    """The table of commands with the user's keys."""
    settings: Settings
    """What the user chose."""

    def hold_keys(self, patience: float | None = None) -> None:
        """Keep keys waiting, in order, until `release_keys`, or for so many seconds at most."""

    def release_keys(self) -> None:
        """Let waiting keys through."""

    def leave(self) -> object:
        """Quit."""


def program_of(screen: Screen[Any]) -> Program:
    """Return the App of a screen, which is one of this program's."""
    return cast("Program", screen.app)


class CommandScreen(Screen[ScreenResultType]):
    """A screen whose keys stand in the table of commands."""

    PLACES: ClassVar[tuple[Where, ...]] = ()
    """The places whose commands the palette and the help screen show here."""
    HANDLERS: ClassVar[Handlers[Any]] = {}
    """What carries out the commands, those aside that a part has of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+v", "say_where_pastes_come_from", show=False)]

    TYPED_ON: ClassVar[bool] = False
    """Whether there is a line that takes what is typed anywhere on the screen."""

    @property
    def program(self) -> Program:
        """The App."""
        return program_of(self)

    def key_of(self, command: str) -> str:
        """Return the first key of a command, as people read it."""
        return self.program.keymap.key_of(command)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        raise NotImplementedError

    def disabled_reason(self, command: Command) -> str:
        """Return why a command is not available now; empty where it is, and for what holds on every screen."""
        if command.where in self.program.PLACES:
            return ""
        return self.program.keymap.disabled_reason(command, self.has)

    def show_keys_of(self, *places: Where) -> None:
        """Show the keys of places at the foot, as many as there is room for."""
        commands = self.program.keymap.commands_of(*places)
        row = key_row(commands, self.size.width, self.disabled_reason, colours=not self.app.no_color)
        keys = self.query_one("#keys", Static)
        if not (isinstance(keys.content, Content) and keys.content.is_same(row)):
            # They have one row, whatever they are.
            keys.update(row, layout=False)

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something in the screen's own line for that."""
        raise NotImplementedError

    def say_saved(self) -> None:
        """Say that there is nothing to save."""
        self.say("nothing to save: all is saved at once, always")

    def action_say_where_pastes_come_from(self) -> None:
        """Say how words of another program are pasted, which Ctrl+V cannot do in a terminal."""
        self.say("nothing was copied here; from other programs: Ctrl+Shift+V, on a Mac Cmd+V")

    def take_letters(self, letters: str) -> None:
        """Take letters that were typed where letters are commands: none of them was one."""
        del letters
        self.say(NO_COMMANDS)

    def further_offers(self) -> list[Offer]:
        """Return what the palette offers here that is done too seldom for a key."""
        return []

    def typed_offers(self, line: str) -> list[Offer]:
        """Return what the palette offers for the beginning of a command that could be typed in a line here."""
        del line
        return []

    @property
    def subject(self) -> Any:
        """What the functions that carry out its commands are given: the screen itself, unless they work on less."""
        return self

    def action_command(self, command: str) -> None:
        """Carry out the command of a key, its own or one that a part leaves to it."""
        self.HANDLERS[command](self.subject)

    def carry_out(self, command: str) -> None:
        """Carry out a command, wherever its function stands: here, or in one of the parts."""
        if command in self.HANDLERS:
            self.action_command(command)
            return
        for part in self.query(CommandPart):
            if handler := part.HANDLERS.get(command):
                handler(part)
