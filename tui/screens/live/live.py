"""The live screen: the agenda, the log and the capture pane of the meeting that is going on, and its commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.capture.capture import Outcome, enter
from tui.meeting.checking.open_items import left_words
from tui.meeting.completion.shorthand import WrittenOut
from tui.meeting.history.durations import closed_words
from tui.meeting.history.undo_report import undone_last
from tui.meeting.model import Meeting
from tui.meeting.people.quorum import count_people
from tui.meeting.text.sanitizing import showable
from tui.screens.live.after_close import begin_closing, said_under_way
from tui.screens.live.agenda_commands import section_words
from tui.screens.live.approval import approval_offers
from tui.screens.live.availability import meeting_has
from tui.screens.live.command_offers import command_offers, split_offer
from tui.screens.live.commands import LIVE_HANDLERS
from tui.screens.live.entry_commands import change_of_entry, leave_question
from tui.screens.live.first_run import Welcome, how_to_capture, note_welcomed
from tui.screens.live.navigation import go_back_typing, leave_log, look_at_section, select_entry, to_log
from tui.screens.live.parts import Parts
from tui.screens.live.pasting import ask_about_paste
from tui.screens.live.suggesting import Suggesting
from tui.screens.opened_screen import OpenedScreen
from tui.screens.spelling import LookedUp
from tui.widgets.bindings import Handlers, bindings_of
from tui.widgets.key_prefix import NextKey
from tui.widgets.live.agenda_chooser import AgendaChooser
from tui.widgets.live.attendance_line import AttendanceLine
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.capture_pane import EDITING
from tui.widgets.live.entry_prompt import EntryPrompt
from tui.widgets.live.log_view import LogView
from tui.widgets.live.section_names import name_of_section
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.widgets.lists.palette_list import Offer


_SPELLING_AFTER = 0.6
"""Seconds after which words are looked up: the screen stands by then, and completion has been learnt."""


class LiveScreen(OpenedScreen):
    """Capture a meeting as it happens. Every change goes through one pure function and comes back as the new state.

    The panes report what the user does in them, and are shown the meeting as it stands. A dialog's module is imported
    when the dialog opens, so that starting does not wait for it.
    """

    PLACES: ClassVar[tuple[Where, ...]] = ("live", "last", "log", "prompt", "agenda")
    BINDINGS = bindings_of("live")
    HANDLERS: ClassVar[Handlers[Parts]] = LIVE_HANDLERS
    AUTO_FOCUS = "#line"
    TYPED_ON = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self.parts = Parts(self)
        self.agenda, self.log_pane, self.capture = self.parts.agenda, self.parts.log, self.parts.capture
        self.log_view, self.line = self.log_pane.view, self.capture.line
        self.suggesting = Suggesting(opened)
        self.line.stands_for = self._written_out
        self.spelling = self.parts.spelling
        self._welcome = Welcome(opened.meeting)
        self._shown_revision = opened.revision
        self._keys_for = (0, False)
        """What the footer was made for: the width, and whether there is typing to undo."""

    def compose(self) -> ComposeResult:
        """Lay out the top line, the agenda, the log, the capture pane, and the keys."""
        # Before the parts are there, they need not be styled and drawn a second time for the width.
        width = self.app.size.width
        wide = next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if width >= least)
        self.set_class(True, wide, update=False)
        yield TopLine(id="top")
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield self.agenda
                yield AttendanceLine(id="attendance")
            with Vertical(id="main"):
                yield self.log_pane
                yield self.capture
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the meeting, and the line that was not stored when it was last open."""
        if draft := self.opened.draft:
            self.capture.load(draft.line, draft.kind if draft.kind is not self.meeting.current_kind else None)
        self.show_saving()
        self.show_meeting()
        self.set_interval(1, self.show_clock)
        self.set_timer(0.2, self.suggesting.begin)
        self.set_timer(_SPELLING_AFTER, lambda: self.spelling.begin(self.app))
        if words := said_under_way(self.parts):
            self.tell(words)
        for words in self.opened.notices:
            self.notify(showable(words), severity="warning", timeout=20, markup=False)

    def on_unmount(self) -> None:
        """Forget what was learnt."""
        self.suggesting.end()
        self.spelling.end()

    # The parts.

    @property
    def subject(self) -> Parts:
        """The parts that the commands work on."""
        return self.parts

    @property
    def place(self) -> Where:
        """Where the focus is, for the keys at the foot."""
        if self.capture.prompt.is_open:
            return "prompt"
        return "log" if self.log_view.has_focus else "agenda" if self.agenda.has_focus else "live"

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        match need:
            case needs.SUGGESTION:
                return bool(self.line.suggestion)
            case needs.SECOND_SUGGESTION | needs.THIRD_SUGGESTION:
                return self.capture.offers_further(1 if need is needs.THIRD_SUGGESTION else 0)
            case needs.IN_LOG | needs.IN_AGENDA:
                return self.focused is (self.log_view if need is needs.IN_LOG else self.agenda)
            case needs.EDITED:
                return self.capture.editing is not None
            case needs.ASKED:
                return self.capture.prompt.is_open
        typing = self.line.can_undo_typing if need is needs.UNDO else need is needs.REDO and self.line.can_redo_typing
        return typing or meeting_has(self.journal, need)

    def further_offers(self) -> list[Offer]:
        """Return what the palette offers here that is done too seldom for a key."""
        offers = [*approval_offers(self), *super().further_offers(), *command_offers(self.parts, "/")]
        edited = self.has(needs.EDITED) and self.capture.doing != "add"
        return [split_offer(self.parts), *offers] if edited else offers

    def typed_offers(self, line: str) -> list[Offer]:
        """Return what the palette offers for the beginning of a command that could be typed in the line."""
        return command_offers(self.parts, line)

    # Changing the meeting.

    def note_change(self, line: str | None) -> None:
        """Learn the words captured, and put `line` into the capture line."""
        self.suggesting.learn(self.meeting)
        if line is not None:
            self.capture.load(line)

    def words_on_change(self, before: Meeting, revision: int) -> str:
        """Say what an undo or redo came to and where; else what is open in the section left, and how long it took."""
        if self.opened.revision != revision and (undone := undone_last(self.journal)) is not None:
            section = self.log_pane.section if self.log_pane.elsewhere is not None else None
            return f"{undone.message}{f', in {name_of_section(section)}' if section else ''}"
        closed = closed_words(self.journal) if self.meeting.closed and not before.closed else ""
        return "; ".join(filter(None, (closed, left_words(before, self.meeting))))

    # Showing it.

    def show_meeting(self) -> None:
        """Show the state in every part; after an undo or redo, where that was, until the next change from the line."""
        changed, self._shown_revision = self.opened.revision != self._shown_revision, self.opened.revision
        undone = undone_last(self.journal) if changed else None
        self.log_pane.take(self.meeting)
        self.capture.show(self.journal)
        if undone is not None:
            self.parts.look_at(undone.section)
        elif changed and not self.parts.in_the_log:
            self.parts.look_at(None)
            self.log_view.let_go()
        current = self.meeting.current
        top = self.query_one(TopLine)
        top.title, top.section = self.head, name_of_section(current) if current else ""
        self.agenda.show(self.meeting)
        self.query_one(AttendanceLine).count = count_people(self.meeting)
        self._mark_words()
        self.log_pane.show(self._welcome_lines())
        self.show_clock()
        self.show_line()
        self.offer()
        self._show_keys()
        if undone is not None:
            self.log_pane.show_undone(undone, select=self.parts.in_the_log)
        if self.parts.in_the_log and self.log_pane.is_empty:
            self.line.focus()

    def _mark_words(self) -> None:
        """Mark in the log and in the line what no dictionary knows."""
        meeting, section = self.meeting, self.log_pane.section
        entries = meeting.entries_of(section.id) if section is not None and not section.restricted else ()
        self.log_view.mark_words(self.spelling.places(meeting, entries))
        self._mark_line()

    @on(LookedUp)
    def take_looked_up(self) -> None:
        """Mark what was found unknown."""
        self._mark_words()
        self.log_view.remake()

    @on(CaptureLine.SelectionChanged)
    def _mark_line(self) -> None:
        line = self.line
        line.mark_words(self.spelling.places_in_line(self.meeting, line.line, line.cursor_location[1]))

    def _welcome_lines(self) -> tuple[Content, ...]:
        if not self._welcome.is_due(self.meeting):
            return ()
        if self.meeting.current is None or not self.meeting.entries_of(self.meeting.current.id):
            self.call_after_refresh(note_welcomed)
        return how_to_capture(self.key_of)

    def show_line(self) -> None:
        """Say what Enter would do with the line; while the agenda is worked on, how the chosen section stands."""
        at_work = self.has_class("-agenda")
        self.capture.say_instead(section_words(self.journal, self.agenda.chosen, self.now()) if at_work else "")

    def show_clock(self) -> None:
        """Show the time, and how long things have taken."""
        self.query_one(TopLine).show_clocks(self.journal, self.now())

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something in the line under the capture line, until the next key."""
        self.capture.say(words, refused=refused)

    def tell(self, words: str) -> None:
        """Say what came of the last change, until something is typed."""
        self.capture.tell(words)

    def _show_keys(self) -> None:
        """Show the keys of the part that has the focus, as many as there is room for."""
        self._keys_for = (self.size.width, self.line.can_undo_typing)
        self.show_keys_of(*self.program.PLACES, self.place)

    def on_resize(self) -> None:
        """Show as many keys as there is room for now; while starting, the same size is told several times."""
        if self.size.width != self._keys_for[0]:
            self._show_keys()

    # What the panes report.

    @on(events.DescendantFocus)
    def take_focus(self, event: events.DescendantFocus) -> None:
        """Open the agenda for work or close it, select in the log, leave a question: as the focus says."""
        part = event.widget
        at_work = part is self.agenda
        if at_work is not self.has_class("-agenda"):
            current = self.meeting.current
            self.set_class(at_work, "-agenda")
            if not at_work or self.agenda.chosen is None:
                # Where a click chose one, which may come before the focus does, that one stays.
                self.agenda.choose(current.id if at_work and current else None)
            self.show_line()
        if part is self.line and self.capture.editing is None:
            self.log_view.let_go()
        elif part is self.log_view and self.log_view.selected is None:
            self.log_view.select_last()
        self.capture.note_focus()
        self.capture.note_place("log" if self.parts.in_the_log else "agenda" if at_work else "")
        self.call_later(self._show_keys)

    @on(AgendaChooser.SectionChosen)
    def show_chosen_section(self) -> None:
        """Say how the section stands that was chosen in the agenda."""
        self.show_line()

    @on(LogView.Marked)
    def say_marked(self, event: LogView.Marked) -> None:
        """Say how many entries will be changed together."""
        self.tell(f"{event.count} marked" if event.count else "none marked")

    @on(CaptureLine.LeftUpward)
    def take_left_upward(self) -> None:
        """Go up to the log; an entry being edited keeps the line, and its words."""
        if self.capture.editing is None:
            to_log(self.parts)
        else:
            self.capture.say(EDITING)

    @on(LogView.LeftDownward)
    def take_left_downward(self) -> None:
        """Go back to the capture line."""
        leave_log(self.parts)

    @on(CaptureLine.Submitted)
    def store_line(self, event: CaptureLine.Submitted) -> None:
        """Store the line, or the entry being edited; a line that can't apply stays, with the reason."""
        journal, outcome = self.journal, None
        change_entry, doing = (
            change_of_entry(journal, self.capture.doing, self.line.cursor_location[1]),
            self.capture.doing,
        )
        editing, kind, left = self.capture.take_line()
        if editing is None and event.line and begin_closing(self.parts, event.line):
            self.capture.load(left)
            return

        def change() -> Outcome:
            nonlocal outcome
            line, at = event.line, self.now()
            outcome = enter(journal, line, at, kind) if editing is None else change_entry(editing, line, at)
            return outcome

        if not self.change(change, line=left):
            self.capture.take_back(editing, kind)
        elif editing is None and self.meeting.closed and not journal.meeting.closed:
            begin_closing(self.parts)
        elif editing is None and outcome is not None:
            # A correction: it changed an entry captured before, which may stand in this section.
            corrected = next((e.id for e in journal.meeting.entries if e.id == outcome.entry), None)
            if corrected is not None:
                self.log_view.bring_into_sight(corrected)
                self.tell(outcome.message)
        elif doing != "edit" and outcome is not None and outcome.entry is not None:
            self.log_view.bring_into_sight(outcome.entry)
            self.tell(outcome.message)

    @on(CaptureLine.Changed)
    def read_line(self) -> None:
        """Read the line as it is typed, keep it as the draft, and offer what may follow."""
        line, capture = self.line, self.capture
        capture.note_typing()
        self.parts.keep_draft()
        self.offer()
        if line.can_undo_typing != self._keys_for[1]:
            self._show_keys()

    @on(CaptureLine.SelectionChanged)
    def offer(self) -> None:
        """Offer what may follow the line, at its end alone."""
        line, kind = self.line, self.capture.kind or self.meeting.current_kind
        self.capture.show_offers(self.suggesting.after(line.line, line.cursor_location[1], kind), self.key_of)

    def _written_out(self, line: str) -> WrittenOut | None:
        """Say what is typed short at the end of a line, shorthand unless the user wants none."""
        kind, shorthand = self.capture.kind or self.meeting.current_kind, self.program.settings.shorthand
        return self.suggesting.written_out(line, kind, shorthand=shorthand)

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Ask what a paste of several lines is to be."""
        event.stop()
        ask_about_paste(self, self.capture, event.text)

    @on(EntryPrompt.Taken)
    def take_fields(self, event: EntryPrompt.Taken) -> None:
        """Make the change that was answered, and go on to the due or back to where the question came from."""
        if self.take_answer(event):
            if event.due_next:
                self.capture.ask("due", event.ids)
            else:
                self.capture.stop_asking()

    @on(Prompt.Left)
    def take_left(self) -> None:
        """Leave everything as it was."""
        leave_question(self.parts)

    @on(NextKey.Unmeant)
    def take_unmeant(self, event: NextKey.Unmeant) -> None:
        """Leave the entry as it is; what was typed belongs to the line."""
        leave_question(self.parts)
        if event.character:
            self.line.insert_words(event.character)

    def take_letters(self, letters: str) -> None:
        """Go back to the line with what was typed elsewhere."""
        go_back_typing(self.parts, letters)

    def look_at_section(self, section_id: int) -> None:
        """Show a section; the meeting stays in its current one."""
        look_at_section(self.parts, section_id)

    def select_entry(self, entry_id: int) -> None:
        """Show the section of an entry and select it in the log."""
        select_entry(self.parts, entry_id)
