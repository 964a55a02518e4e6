"""The live screen: agenda, log and capture line of the meeting that is going on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.book.writer import WriteResult
from tui.errors import MinutebookError, Refused
from tui.keymap import Where, commands_of, shown_key
from tui.meeting.capture import Outcome, edit, enter
from tui.meeting.describe import describe_line, kind_of_line
from tui.meeting.journal import Journal
from tui.meeting.marks import MARK_OF
from tui.meeting.model import Kind, Meeting
from tui.meeting.reading import typed_words
from tui.meeting.showable import showable
from tui.screens.bindings import bindings_of
from tui.screens.go_to import GoTo
from tui.screens.help import KeysHelp
from tui.screens.save_elsewhere import SaveElsewhere
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


class LiveScreen(Screen[None]):
    """Capture a meeting as it happens. Every change goes through one pure function and comes back as the new state."""

    CSS_PATH = "live.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]
    BINDINGS = bindings_of("live")
    AUTO_FOCUS = "#line"

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.opened = opened
        self._now = now
        self._kind: Kind | None = None
        """The kind set for the line being typed; None where the current kind holds."""
        self._editing: int | None = None
        """Id of the entry whose words stand in the capture line."""
        self._set_aside = ""
        """What was being typed when an entry was taken into the capture line."""
        self._failure = ""
        """Why the last write failed; empty where it did not."""
        self._saved_at = ""
        self._suggesting = Suggesting(opened)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.opened.meeting

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
        """Show the meeting, with the line that was not stored when it was last open."""
        if draft := self.opened.draft:
            self._kind = draft.kind if draft.kind is not self.meeting.current_kind else None
            self.line.load_line(draft.line)
        self._show_saving()
        self._show_meeting()
        self._show_keys()
        self.set_interval(1, self._show_clock)
        if self.opened.recovered:
            self.notify(showable(self.opened.recovered.message), severity="warning", timeout=20, markup=False)

    # The parts, by name.

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one("#line", CaptureLine)

    @property
    def log_view(self) -> LogView:
        """The log of the current section."""
        return self.query_one("#log", LogView)

    # Showing the state.

    def _show_meeting(self) -> None:
        section = self.meeting.current
        top = self.query_one(TopLine)
        top.title = self.meeting.title
        top.section = name_of_section(section) if section else ""
        self.query_one(AgendaList).show(self.meeting)
        self.log_view.show(self.meeting.entries_of(section.id) if section else ())
        self._show_clock()
        self._show_line()

    def _show_clock(self) -> None:
        now = self._now()
        clock = f"{now:%H:%M}"
        if self.meeting.started:
            minutes = int(((self.meeting.closed or now) - self.meeting.started).total_seconds() // 60)
            clock = f"{clock}  {minutes // 60}:{minutes % 60:02} in"
        self.query_one(TopLine).clock = clock

    def _show_line(self) -> None:
        """Show the kind the line would take, and what Enter would do."""
        line = self.line.line
        kind = kind_of_line(self.meeting, line, self._kind_of_line())
        self.query_one("#kind", Static).update(Content(f"{'✎ ' if self._editing else ''}{kind.value}"))
        try:
            self._say(describe_line(self.meeting, line, self._kind_of_line()))
        except Refused as refusal:
            self._say(str(refusal))

    def _kind_of_line(self) -> Kind | None:
        if self._editing is not None:
            return self.meeting.entry(self._editing).kind
        return self._kind

    def _say(self, words: str, *, refused: bool = False) -> None:
        reading = self.query_one("#reading", Static)
        reading.set_class(refused, "-refused")
        reading.update(Content(showable(words)).truncate(max(1, self.size.width), ellipsis=True))

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

    # Changing the meeting: the one way round.

    def _change(self, change: Callable[[], Outcome], *, line: str | None = None) -> bool:
        """Make a change and show the new state; where it is refused, say why. `line` is what the capture line becomes."""
        try:
            outcome = change()
        except MinutebookError as refusal:
            self._say(str(refusal), refused=True)
            return False
        self.opened.take(outcome.journal, line=line)
        self._show_saving()
        self._suggesting.learn(self.meeting)
        if line is not None:
            self.line.load_line(line)
        self._show_meeting()
        return True

    def _command(self, command: str) -> None:
        self._change(lambda: enter(self.opened.journal, command, self._now()))

    @on(CaptureLine.Submitted)
    def store_line(self, event: CaptureLine.Submitted) -> None:
        """Store the line, or the entry being edited; a line that can't apply stays, with the reason."""
        editing, kind, journal = self._editing, self._kind, self.opened.journal
        change = (
            (lambda: enter(journal, event.line, self._now(), kind))
            if editing is None
            else (lambda: edit(journal, editing, event.line, self._now()))
        )
        left, self._editing, self._kind = (self._set_aside if editing is not None else ""), None, None
        if self._change(change, line=left):
            self._set_aside = ""
        else:
            self._editing, self._kind = editing, kind

    @on(CaptureLine.Changed)
    def read_line(self) -> None:
        """Read the line as it is typed, keep it as the draft, and offer what may follow."""
        line = self.line
        if not line.line and self._editing is None:
            self._kind = None
        self._show_line()
        if self._editing is None:
            self.opened.keep_draft(line.line, self._kind or self.meeting.current_kind)
        line.suggestion = self._suggesting.after(line.line, line.cursor_location[1])

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Take a paste of several lines as one line of words."""
        self.line.insert_words(event.text)

    # Commands.

    def action_set_kind(self, kind: str) -> None:
        """Set the kind of the line being typed; the same key again goes back to the current kind."""
        chosen = Kind(kind)
        if self._editing is not None:
            line = self.line.line
            self.line.load_line(f"{MARK_OF[chosen]}{line[1:] if line[:1] in MARK_OF.values() else line}")
        else:
            self._kind = None if self._kind is chosen else chosen
        self._show_line()

    def action_next_section(self) -> None:
        """Step to the next section; the line being typed stays."""
        self._command("/next")

    def action_previous_section(self) -> None:
        """Step to the section before."""
        self._command("/prev")

    @work
    async def action_go_to(self) -> None:
        """Ask for a section and go there."""
        section = await self.app.push_screen_wait(GoTo(self.meeting))
        if section is not None:
            self._change(lambda: go_to_section(self.opened.journal, section, self._now()))

    def action_undo(self) -> None:
        """Undo the typing in the line first, then changes to the meeting."""
        if not self.line.undo_typing():
            self._command("/undo")

    def action_redo(self) -> None:
        """Redo typing, then changes."""
        if not self.line.redo_typing():
            self._command("/redo")

    def action_complete(self) -> None:
        """Accept the completion shown."""
        if self.line.suggestion:
            self.line.insert_words(self.line.suggestion)

    @on(CaptureLine.LeftUpward)
    def action_to_log(self) -> None:
        """Go up to the log, its last entry selected; while an entry is being edited, leave it as it was."""
        if self._editing is not None:
            self._stop_editing()
        elif not self.meeting.current or not self.meeting.entries_of(self.meeting.current.id):
            self._say("nothing is captured in this section yet")
        else:
            self.log_view.focus()
            self.log_view.select_last()

    @on(LogView.LeftDownward)
    def action_back(self) -> None:
        """Go back to the capture line."""
        self.line.focus()

    def action_select(self, by: int) -> None:
        """Move the selection in the log."""
        self.log_view.select_by(by)

    def action_edit(self) -> None:
        """Take the selected entry into the capture line, its words as they were."""
        selected = self.log_view.selected
        if selected is None:
            return
        entry = self.meeting.entry(selected)
        self._set_aside = self.line.line
        self.opened.keep_draft(self._set_aside, self._kind or self.meeting.current_kind)
        self._editing = selected
        mark = MARK_OF[entry.kind]
        typed = typed_words(self.meeting, entry)
        self.line.load_line(f"{'%' if entry.restricted else ''}{mark}{typed}" if needs_mark(typed) else typed)
        self.line.focus()
        self._show_line()

    def _stop_editing(self) -> None:
        self._editing = None
        self.line.load_line(self._set_aside)
        self._set_aside = ""
        self._show_line()

    def on_descendant_focus(self) -> None:
        """Show the keys of the part that has the focus."""
        self.call_later(self._show_keys)

    # Saving.

    def report_written(self, result: WriteResult) -> None:
        """Tell the screen what came of a write; called from the writer's thread."""
        self.post_message(Written(result))

    @on(Written)
    def show_written(self, event: Written) -> None:
        """Say what is on the disk, or that it is not, for as long as it is not."""
        self._show_saving(event.result)

    def _show_saving(self, result: WriteResult | None = None) -> None:
        top = self.query_one(TopLine)
        if result is not None:
            self._failure = result.error
            if not result.error:
                self._saved_at = f" {result.at:%H:%M:%S}"
        if self._failure:
            top.saving, top.state = "failed", f"NOT SAVED: {self._failure}; trying again. Ctrl+S: another place"
        elif self.opened.saved_revision < self.opened.revision:
            top.saving, top.state = "saving", "saving" + " " * max(0, len(self._saved_at) - 1)
        else:
            top.saving, top.state = "saved", f"saved{self._saved_at}"

    @work
    async def action_save_elsewhere(self) -> None:
        """Ask for another folder and write the meeting there from now on."""
        target: Path | None = await self.app.push_screen_wait(SaveElsewhere(self.opened.path))
        if target is None:
            return
        try:
            self.opened.save_elsewhere(target)
        except MinutebookError as error:
            self._say(str(error), refused=True)
        else:
            self._say(f"the meeting is written to {target} from now on")

    def action_help(self) -> None:
        """Show this screen's keys."""
        self.app.push_screen(KeysHelp("live", "log"))


def needs_mark(typed: str) -> bool:
    """Whether words taken into the capture line would be read as something else without their mark."""
    return typed[:1] in {*MARK_OF.values(), "/", "\\", "%", "s"}


def go_to_section(journal: Journal, section: int, at: datetime) -> Outcome:
    """Go to a section chosen from the list."""
    from tui.meeting.journal import commit
    from tui.meeting.outline import stand_in

    meeting = stand_in(journal.meeting, section)
    return Outcome(journal=commit(journal, meeting, "/go", at, stepping=True), message="")
