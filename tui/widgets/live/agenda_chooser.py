"""The agenda as a part that can be worked on: one of its sections is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message

from tui.meeting.model import Meeting, Section
from tui.widgets.bindings import CommandPart, Handlers, bindings_of
from tui.widgets.live.agenda_list import AgendaList


class AgendaChooser(AgendaList, CommandPart, can_focus=True):
    """The outline; while it is being worked on, a section is chosen, and the view follows that one."""

    BINDINGS = bindings_of("agenda")

    @dataclass
    class SectionChosen(Message):
        """The user has chosen a section."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._sections: tuple[Section, ...] = ()

    @property
    def chosen(self) -> Section | None:
        """The chosen section; None while the agenda is merely shown."""
        return next((section for section in self._sections if section.id == self.looked_at), None)

    def show(self, meeting: Meeting) -> None:
        """Show a meeting's outline; where the chosen section is gone, choose the one now in its place."""
        if self.looked_at is not None and all(s.id != self.looked_at for s in meeting.sections):
            at = min(self._place(), len(meeting.sections) - 1)
            self.looked_at = meeting.sections[at].id if meeting.sections else None
        self._sections = meeting.sections
        super().show(meeting)

    def choose(self, section_id: int | None) -> None:
        """Choose a section, or none."""
        if self.looked_at != section_id:
            self.looked_at = section_id
            if self._meeting is not None:
                self.show(self._meeting)

    def choose_by(self, by: int) -> None:
        """Choose the section so many rows above (below 0) or below, the first or last where there are fewer."""
        if self._sections:
            self.pick(self._sections[min(max(0, self._place() + by), len(self._sections) - 1)].id)

    def pick(self, section_id: int) -> None:
        """Choose a section as the user does, and report it."""
        self.choose(section_id)
        self.post_message(self.SectionChosen())

    HANDLERS: ClassVar[Handlers[AgendaChooser]] = {
        "agenda-choose-section-up": lambda self: self.choose_by(-1),
        "agenda-choose-section-down": lambda self: self.choose_by(1),
        "agenda-choose-section-up-10": lambda self: self.choose_by(-10),
        "agenda-choose-section-down-10": lambda self: self.choose_by(10),
        "agenda-choose-first-section": lambda self: self.choose_by(-len(self._sections)),
        "agenda-choose-last-section": lambda self: self.choose_by(len(self._sections)),
    }

    def _place(self) -> int:
        return next((at for at, s in enumerate(self._sections) if s.id == self.looked_at), 0)

    def on_click(self, event: events.Click) -> None:
        """Choose the section that was clicked."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        if 0 <= row < len(self._section_at):
            self.choose(self._section_at[row])
