"""What every desk of the live screen shares: its layout, the state it shows, and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.keys.keymap import Command, Where, commands_of, key_of
from tui.meeting.capture.capture import enter
from tui.meeting.capture.disabled_reason import why_not
from tui.meeting.model import Section
from tui.meeting.people.attendance import absent_owners
from tui.meeting.text.sanitizing import showable
from tui.screens.live.suggesting import Suggesting
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.key_prefix import NextKey
from tui.widgets.key_row import key_row
from tui.widgets.live.agenda_chooser import AgendaChooser
from tui.widgets.live.attendance_line import AttendanceLine
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.log_view import LogView
from tui.widgets.live.section_names import name_of_section
from tui.widgets.live.status_line import ReadingLine
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt


class MeetingScreen(OpenedScreen):
    """The parts of the live screen and the meeting they show.

    A desk is a subclass with the keys of one kind of work; `LiveScreen` is made of all of them. Desks change the
    meeting with `change` or `enter_command` alone, and say what is to be said with `say`.
    """

    PLACES: ClassVar[tuple[Where, ...]] = ("live", "last", "log", "prompt", "agenda")
    """The places whose commands the palette and the help screen show here."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self.suggesting = Suggesting(opened)
        self._typed = False
        """Whether the footer shows that there is typing to undo."""
        self._keys_width = 0
        """The width for which the footer was made."""

    def compose(self) -> ComposeResult:
        """Lay out the top line, the agenda, the log, the capture line with its reading, and the keys."""
        # Before the parts are there, they need not be styled and drawn a second time for the width.
        width = self.app.size.width
        wide = next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if width >= least)
        self.set_class(True, wide, update=False)
        yield TopLine(id="top")
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield AgendaChooser(id="agenda")
                yield AttendanceLine(id="attendance")
            with Vertical(id="main"):
                yield Static(id="elsewhere", markup=False)
                yield LogView(id="log")
                with Horizontal(id="capture"):
                    yield Static(id="kind", markup=False)
                    yield CaptureLine(id="line")
                yield ReadingLine(id="reading")
                yield Prompt(id="prompt")
                yield NextKey(id="next-key")
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the meeting."""
        self.show_saving()
        self.show_meeting()
        self.set_interval(1, self.show_clock)
        self.set_timer(0.2, self.suggesting.begin)
        if self.opened.recovered:
            self.notify(showable(self.opened.recovered.message), severity="warning", timeout=20, markup=False)

    def on_unmount(self) -> None:
        """Forget what was learnt."""
        self.suggesting.end()

    # The state, and its parts on the screen.

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one("#line", CaptureLine)

    @property
    def log_view(self) -> LogView:
        """The log of the current section."""
        return self.query_one("#log", LogView)

    @property
    def shown_section(self) -> Section | None:
        """The section whose entries stand in the log: the current one, unless a desk shows another."""
        return self.meeting.current

    @property
    def place(self) -> Where:
        """Where the focus is, for the keys at the foot."""
        return "log" if self.log_view.has_focus else "agenda" if self.agenda.has_focus else "live"

    @property
    def agenda(self) -> AgendaChooser:
        """The agenda at the left."""
        return self.query_one("#agenda", AgendaChooser)

    # Changing it: the one way round.

    def note_change(self, line: str | None) -> None:
        """Learn the words captured, and put `line` into the capture line."""
        self.suggesting.learn(self.meeting)
        if line is not None:
            self.line.load_line(line)

    def enter_command(self, command: str) -> bool:
        """Enter a command of the capture language, as if typed; the line being typed stays."""
        return self.change(lambda: enter(self.journal, command, self.now()))

    # Showing it.

    def show_meeting(self) -> None:
        """Show the state in every part."""
        section = self.meeting.current
        top = self.query_one(TopLine)
        top.title = self.meeting.title
        top.section = name_of_section(section) if section else ""
        self.agenda.show(self.meeting)
        shown = self.shown_section
        entries = self.meeting.entries_of(shown.id) if shown else ()
        self.log_view.show(entries, {e.id: away for e in entries if (away := absent_owners(self.meeting, e))})
        self.show_clock()
        self.show_line()
        self._show_keys()

    def show_line(self) -> None:
        """Show what Enter would do with the line; the desk of the capture line knows."""

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something in the line under the capture line, until the next key."""
        self.query_one("#reading", ReadingLine).say(words, refused=refused)

    def tell(self, words: str) -> None:
        """Say what came of the last change; the desk of the capture line keeps it until something is typed."""
        self.say(words)

    def show_clock(self) -> None:
        """Show the time of day; the desk of the agenda knows how long things have taken."""
        self.query_one(TopLine).clock = f"{self.now():%H:%M}"

    def _show_keys(self) -> None:
        """Show the keys of the part that has the focus, as many as there is room for."""
        everywhere: tuple[Where, ...] = getattr(self.app, "PLACES", ("anywhere",))
        commands = commands_of(*everywhere, self.place)
        self._keys_width = self.size.width
        row = key_row(commands, self._keys_width, self.why_not, colours=not self.app.no_color)
        self.query_one("#keys", Static).update(row)

    def why_not(self, command: Command) -> str:
        """Say why a command is not available now; empty where it is."""
        line = self.line
        if (command.name == "undo" and line.can_undo_typing) or (command.name == "redo" and line.can_redo_typing):
            return ""
        if command.name == "complete":
            return "" if line.suggestion else "nothing is offered to complete"
        reason = why_not(self.journal, command.name)
        part = self.log_view if command.where == "log" else self.agenda if command.where == "agenda" else None
        if not reason and part is not None and self.focused is not part:
            reason = f"choose one first: {key_of(f'to-{command.where}')}"
        return reason

    @on(CaptureLine.Changed)
    def offer_undo(self) -> None:
        """Show that there is typing to undo, or no longer."""
        if self.line.can_undo_typing != self._typed:
            self._typed = self.line.can_undo_typing
            self._show_keys()

    def on_resize(self) -> None:
        """Show as many keys as there is room for now; while starting, the same size is told several times."""
        if self.size.width != self._keys_width:
            self._show_keys()

    def on_descendant_focus(self) -> None:
        """Show the keys of the part that has the focus."""
        self.call_later(self._show_keys)
