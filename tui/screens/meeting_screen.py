"""What every desk of the live screen shares: its layout, the state it shows, and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.book.writer import WriteResult
from tui.errors import MinutebookError
from tui.keymap import Where, commands_of, shown_key
from tui.meeting.capture import Outcome, enter
from tui.meeting.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.showable import showable
from tui.screens.suggesting import Suggesting
from tui.widgets.agenda_list import AgendaList
from tui.widgets.capture_line import CaptureLine
from tui.widgets.log_view import LogView
from tui.widgets.section_names import name_of_section
from tui.widgets.top_line import TopLine


class Written(Message):
    """The writer's thread has put the meeting on the disk, or could not."""

    def __init__(self, result: WriteResult) -> None:
        super().__init__()
        self.result = result


class MeetingScreen(Screen[None]):
    """The parts of the live screen and the meeting they show.

    A desk is a subclass with the keys of one kind of work; `LiveScreen` is made of all of them. Desks change the
    meeting with `change` or `enter_command` alone, and say what is to be said with `say`.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.opened = opened
        self.now = now
        self.suggesting = Suggesting(opened)
        self._failure = ""
        """Why the last write failed; empty where it did not."""
        self._saved_at = ""

    def compose(self) -> ComposeResult:
        """Lay out the top line, the agenda, the log, the capture line with its reading, and the keys."""
        yield TopLine(id="top")
        with Horizontal(id="body"):
            yield AgendaList(id="agenda")
            with Vertical(id="main"):
                yield LogView(id="log")
                with Horizontal(id="capture"):
                    yield Static(id="kind", markup=False)
                    yield CaptureLine(id="line")
                yield Static(id="reading", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the meeting."""
        self.show_saving()
        self.show_meeting()
        self._show_keys()
        self.set_interval(1, self._show_clock)
        if self.opened.recovered:
            self.notify(showable(self.opened.recovered.message), severity="warning", timeout=20, markup=False)

    # The state, and its parts on the screen.

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.opened.meeting

    @property
    def journal(self) -> Journal:
        """The meeting with its history."""
        return self.opened.journal

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one("#line", CaptureLine)

    @property
    def log_view(self) -> LogView:
        """The log of the current section."""
        return self.query_one("#log", LogView)

    # Changing it: the one way round.

    def change(self, change: Callable[[], Outcome], *, line: str | None = None) -> bool:
        """Make a change and show the new state, with `line` in the capture line; where it is refused, say why.

        The new state goes to the writer before it is shown, so that nothing looks saved that isn't.
        """
        try:
            outcome = change()
        except MinutebookError as refusal:
            self.say(str(refusal), refused=True)
            return False
        self.opened.take(outcome.journal, line=line)
        self.show_saving()
        self.suggesting.learn(self.meeting)
        if line is not None:
            self.line.load_line(line)
        self.show_meeting()
        return True

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
        self.query_one(AgendaList).show(self.meeting)
        self.log_view.show(self.meeting.entries_of(section.id) if section else ())
        self._show_clock()
        self.show_line()

    def show_line(self) -> None:
        """Show what Enter would do with the line; the desk of the capture line knows."""

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something in the line under the capture line, until the next key."""
        reading = self.query_one("#reading", Static)
        reading.set_class(refused, "-refused")
        reading.update(Content(showable(words)))

    def _show_clock(self) -> None:
        now = self.now()
        clock = f"{now:%H:%M}"
        if self.meeting.started:
            minutes = int(((self.meeting.closed or now) - self.meeting.started).total_seconds() // 60)
            clock = f"{clock}  {minutes // 60}:{minutes % 60:02} in"
        self.query_one(TopLine).clock = clock

    def _show_keys(self) -> None:
        """Show the keys of the part that has the focus, as many as there is room for."""
        place: Where = "log" if self.log_view.has_focus else "live"
        keys = Content("")
        for command in commands_of("anywhere", place):
            if command.short:
                key = Content.assemble((shown_key(command.keys[0]), "bold $text"), f" {command.short}", "   ")
                if keys.cell_length + key.cell_length <= self.size.width + 1:
                    keys = Content.assemble(keys, key)
        self.query_one("#keys", Static).update(keys)

    def on_resize(self) -> None:
        """Show as many keys as there is room for now."""
        self._show_keys()

    def on_descendant_focus(self) -> None:
        """Show the keys of the part that has the focus."""
        self.call_later(self._show_keys)

    # Saving.

    def report_written(self, result: WriteResult) -> None:
        """Tell the screen what came of a write; called from the writer's thread."""
        self.post_message(Written(result))

    @on(Written)
    def take_written(self, event: Written) -> None:
        """Say what is on the disk, or that it is not, for as long as it is not."""
        self._failure = event.result.error
        if not event.result.error:
            self._saved_at = f" {event.result.at:%H:%M:%S}"
        self.show_saving()

    def show_saving(self) -> None:
        """Show whether all is on the disk."""
        top = self.query_one(TopLine)
        if self._failure:
            top.saving, top.state = "failed", f"NOT SAVED: {self._failure}; trying again. Ctrl+S: another place"
        elif self.opened.saved_revision < self.opened.revision:
            top.saving, top.state = "saving", "saving" + " " * max(0, len(self._saved_at) - 1)
        else:
            top.saving, top.state = "saved", f"saved{self._saved_at}"
