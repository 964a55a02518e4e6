"""The desk of the log: selecting what was captured, and changing it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on, work

from tui.keys.keymap import key_of
from tui.meeting.capture.editing import convert_entries, delete_entries, move_by, move_to_section
from tui.meeting.kinds import KINDS
from tui.meeting.model import Meeting
from tui.meeting.outline.labels import name_entries, shortened
from tui.screens.live.entry_fields import Attributing
from tui.screens.live.prompt_dialog import Field
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.log_view import LogView
from tui.widgets.live.section_names import name_of_section


class LogKeys(Attributing):
    """Go up to the log, select entries, change one or several at once, and come back."""

    @on(CaptureLine.LeftUpward)
    def action_to_log(self) -> None:
        """Go up to the log, its last entry selected; while an entry is being edited, leave it as it was."""
        section = self.shown_section
        if self.editing:
            self.stop_editing()
        elif section is None or not self.meeting.entries_of(section.id):
            self.say("nothing is captured in this section yet")
        else:
            self.log_view.focus()
            self.log_view.select_last()

    @on(LogView.LeftDownward)
    def action_back(self) -> None:
        """Go back to the capture line and the current section."""
        self.line.focus()
        self.come_back()

    def select_entry(self, entry_id: int) -> None:
        """Show the section of an entry and select it in the log; an entry being edited stays in the line."""
        entry = next((one for one in self.meeting.entries if one.id == entry_id), None)
        if entry is None:
            return
        self._look_at(entry.section)
        self.show_meeting()
        if self.editing:
            self.log_view.bring_into_sight(entry_id)
        else:
            # At once, for a question may be asked next, which takes the focus in turn.
            self.set_focus(self.log_view)
            self.log_view.selected = entry_id

    @on(events.DescendantFocus)
    def take_focus(self, event: events.DescendantFocus) -> None:
        """Select an entry where the log gets the focus, and none any more where the capture line does."""
        if event.widget is self.line and not self.editing:
            self.log_view.let_go()
        elif event.widget is self.log_view and self.log_view.selected is None:
            self.log_view.select_last()

    def show_meeting(self) -> None:
        """Show the state; where nothing is left in the log that is worked on, go back to the capture line."""
        super().show_meeting()
        section = self.shown_section
        if self.in_the_log and (section is None or not self.meeting.entries_of(section.id)):
            self.line.focus()

    # Selecting.

    def action_select(self, by: int) -> None:
        """Move the selection in the log."""
        self.log_view.select_by(by)

    def action_select_page(self, by: int) -> None:
        """Move the selection a screenful."""
        self.log_view.select_page(by)

    def action_select_edge(self, by: int) -> None:
        """Select the first entry or the last."""
        self.log_view.select_edge(by)

    def action_mark(self) -> None:
        """Mark the selected entry to be changed with others, or take its mark away."""
        self.log_view.toggle_mark()
        count = len(self.log_view.marked)
        self.tell(f"{count} marked" if count else "none marked")

    # Changing.

    def action_edit(self) -> None:
        """Take the selected entry into the capture line, its words as they were."""
        if self.log_view.selected is not None:
            self.edit_entry(self.log_view.selected)

    def action_convert(self, kind: str) -> None:
        """Return the chosen entries another kind, their words kept."""
        chosen = KINDS[kind]
        self._change_selected(
            kind,
            lambda meeting, ids: convert_entries(meeting, ids, chosen),
            lambda ids, named: f"{named} → {name_entries(self.meeting, ids) if len(ids) == 1 else kind}",
        )

    def action_delete(self) -> None:
        """Take the chosen entries out; undo brings them back."""
        ids = self.log_view.chosen
        words = f" “{shortened(self.meeting.entry(ids[0]).text)}”" if len(ids) == 1 else ""
        self._change_selected(
            "delete", delete_entries, lambda _, named: f"deleted {named}{words}; {key_of('undo')} undoes it"
        )

    def action_move_entries(self, by: int) -> None:
        """Move the chosen entries one place down or up in their section."""
        self._change_selected(
            "move",
            lambda meeting, ids: move_by(meeting, ids, by),
            lambda _, named: f"moved {named} {'down' if by > 0 else 'up'}",
        )

    @work
    async def action_move_elsewhere(self) -> None:
        """Ask for a section and move the chosen entries to its end."""
        ids = self.log_view.chosen
        if not ids:
            return
        from tui.screens.dialogs.go_to import GoTo

        section = await self.app.push_screen_wait(GoTo(self.meeting, "Move to a section", "Enter moves it there"))
        if section is not None:
            where = name_of_section(self.meeting.section(section))
            self._change(
                ids,
                "move",
                lambda meeting, chosen: move_to_section(meeting, chosen, section),
                lambda _, named: f"moved {named} to {where}",
            )

    def action_ask(self, field: Field) -> None:
        """Ask for the speakers, owners or due of the chosen entries."""
        if ids := self.log_view.chosen:
            self.ask_for(field, ids, from_log=True)

    def action_restrict(self) -> None:
        """Restrict the chosen entries, or lift that."""
        if ids := self.log_view.chosen:
            self.restrict(ids)

    def _change_selected(
        self,
        what: str,
        change: Callable[[Meeting, tuple[int, ...]], Meeting],
        said: Callable[[tuple[int, ...], str], str],
    ) -> None:
        if ids := self.log_view.chosen:
            self._change(ids, what, change, said)

    def _change(
        self,
        ids: tuple[int, ...],
        what: str,
        change: Callable[[Meeting, tuple[int, ...]], Meeting],
        said: Callable[[tuple[int, ...], str], str],
    ) -> None:
        """Change entries; say it with what they were called before."""
        named = name_entries(self.meeting, ids)
        self.change_entries(what, lambda meeting: change(meeting, ids), lambda: said(ids, named))
