"""The desk of the agenda: adding, moving, naming, passing over and restricting its sections."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on, work

from tui.meeting.capture.capture import Outcome
from tui.meeting.checking.open_items import what_is_open
from tui.meeting.history.durations import clock_of, clock_words
from tui.meeting.history.journal import commit
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.outline.reordering import (
    MOVES,
    insert_section,
    pass_over_section,
    restrict_section,
    retitle_section,
)
from tui.screens.live.navigation import Stepping
from tui.widgets.live.section_names import heading_of, name_of_section


class AgendaDesk(Stepping):
    """Choose a section in the agenda and change it there; the meeting stays where it is, and so does the line."""

    def action_to_agenda(self) -> None:
        """Go to the agenda, the current section chosen."""
        self.agenda.focus()

    def action_leave_agenda(self) -> None:
        """Go back to the capture line."""
        self.line.focus()

    @on(events.DescendantFocus)
    def open_or_close_agenda(self, event: events.DescendantFocus) -> None:
        """Open the agenda for work when it gets the focus, and close it when another part does."""
        at_work = event.widget is self.agenda
        if at_work is not self.has_class("-agenda"):
            current = self.meeting.current
            self.set_class(at_work, "-agenda")
            self.agenda.choose(current.id if at_work and current else None)
            self.show_line()

    @property
    def _chosen(self) -> Section | None:
        chosen = self.agenda.chosen
        return next((section for section in self.meeting.sections if section.id == chosen), None)

    def show_line(self) -> None:
        """While the agenda is worked on, tell of the chosen section; else show what Enter would do with the line."""
        if self.has_class("-agenda"):
            section = self._chosen
            self.say(self._words_on(section) if section else "the agenda has no sections; a adds one")
        else:
            super().show_line()

    def _words_on(self, section: Section) -> str:
        """Say how a section stands: name, state, minutes and what is open in it."""
        parts = [name_of_section(section), "here" if section.state is SectionState.CURRENT else section.state.value]
        clock = clock_of(self.journal, section, self.now())
        if clock is not None and (clock.minutes or clock.allotted is not None):
            parts.append(clock_words(self.meeting, section, clock))
        elif section.minutes is not None:
            parts.append(f"{section.minutes} min")
        if section.restricted:
            parts.append("restricted")
        return " · ".join(filter(None, (*parts, what_is_open(self.meeting, section))))

    # Choosing.

    def action_choose_section(self, by: int) -> None:
        """Choose the section so many above or below."""
        self.agenda.choose_by(by)
        self.show_line()

    def action_choose_first_section(self) -> None:
        """Choose the first section."""
        self.action_choose_section(-len(self.meeting.sections))

    def action_choose_last_section(self) -> None:
        """Choose the last section."""
        self.action_choose_section(len(self.meeting.sections))

    def action_go_there(self) -> None:
        """Go to the chosen section and back to the capture line."""
        section = self._chosen
        self.line.focus()
        if section is not None and section.state is not SectionState.CURRENT:
            self.go_to_section(section.id)

    # Changing.

    def _change_agenda(self, what: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Make a change of the agenda, one that undo takes back."""
        return self.change(
            lambda: Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)
        )

    def _change_chosen(self, what: str, change: Callable[[Meeting, int], Meeting]) -> None:
        section = self._chosen
        if section is not None:
            self._change_agenda(what, lambda meeting: change(meeting, section.id))

    @work
    async def action_add_section(self, below: bool = False) -> None:
        """Ask for a heading and add a section after the chosen one, or below it."""
        from tui.screens.dialogs.heading import AskHeading

        beside = self._chosen
        where = f" {'below' if below else 'after'} {name_of_section(beside)}" if beside else ""
        words = await self.app.push_screen_wait(AskHeading(f"A new section{where}"))
        if words is None:
            return
        new: list[int] = []

        def insert(meeting: Meeting) -> Meeting:
            changed, section_id = insert_section(meeting, beside.id if beside else None, words, below=below)
            new.append(section_id)
            return changed

        if self._change_agenda("/subsection" if below else "/section", insert):
            self.agenda.choose(new[-1])
            self.show_line()

    @work
    async def action_rename_section(self) -> None:
        """Ask for another number and heading of the chosen section."""
        from tui.screens.dialogs.heading import AskHeading

        section = self._chosen
        if section is None:
            return
        was = f"{section.number} {section.heading}".strip()
        words = await self.app.push_screen_wait(AskHeading(f"Another heading for {heading_of(section)}", was))
        if words is not None and words != was:
            self._change_agenda("/rename", lambda meeting: retitle_section(meeting, section.id, words))

    def action_move_section(self, way: str) -> None:
        """Move the chosen section `up`, `down`, `in` or `out`, with those below it."""
        self._change_chosen(f"/move {way}", MOVES[way])

    def action_defer_section(self) -> None:
        """Defer the chosen section, or take that back."""
        self._change_chosen("/defer", lambda meeting, i: pass_over_section(meeting, i, SectionState.DEFERRED))

    def action_skip_section(self) -> None:
        """Skip the chosen section, or take that back."""
        self._change_chosen("/skip", lambda meeting, i: pass_over_section(meeting, i, SectionState.SKIPPED))

    def action_restrict_section(self) -> None:
        """Restrict the chosen section and those below it, or lift that."""
        self._change_chosen("/restrict", restrict_section)

    def action_undo_change(self) -> None:
        """Undo the last change; the line being typed stays."""
        self.enter_command("/undo")

    def action_redo_change(self) -> None:
        """Redo what was undone."""
        self.enter_command("/redo")
