"""A section for those who read and do not write: it stays where the reader left it, whatever is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual import events
from textual.content import Content
from textual.message import Message

from tui.meeting.model import Entry
from tui.widgets.lists.lines import LinesView
from tui.widgets.live.log_view import lines_of, stand_apart
from tui.widgets.live.projector_lines import lines_for_room

At = Literal["start", "end", "here"]


class SectionPane(LinesView):
    """The entries of one section, laid out as in the log, or spaciously for a room."""

    @dataclass
    class Scrolled(Message):
        """The reader has turned the mouse's wheel."""

        view: SectionPane

    def __init__(self, *, spacious: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._spacious = spacious
        self._entries: tuple[Entry, ...] = ()
        self._wrapped: dict[int, tuple[Entry, int, list[Content]]] = {}
        self._entry_at: list[int] = []
        """The id of the entry that each line belongs to; 0 for the lines between."""
        self._top: tuple[int, int] = (0, 0)
        """The entry at the top of what is in sight, and which of its lines; below 0 for the lines above it."""
        self.at_end = True
        """Whether the end is in sight and is to stay so when something is added."""

    def show(self, entries: tuple[Entry, ...], at: At) -> None:
        """Show entries: from the first one, down to the last one, or from wherever the reader is."""
        self._entries = entries
        if at != "here":
            self.at_end = at == "end"
            self._top = (entries[0].id, 0) if entries else (0, 0)
        self.remake()
        self._place()

    def page(self, by: int) -> bool:
        """Scroll a page down, or up for a `by` below 0; False where there is no more to see that way."""
        here = self.scroll_offset.y
        target = min(max(0, here + by * max(1, self.size.height - 2)), self.max_scroll_y)
        if target == here:
            return False
        self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self._note_place()
        return True

    def on_resize(self) -> None:
        """Wrap for the new width and keep the place."""
        super().on_resize()
        self._place()

    def on_mouse_scroll_up(self, _: events.MouseScrollUp) -> None:
        """Remember the place that the wheel brought into sight."""
        self.call_after_refresh(self._wheel_turned)

    def on_mouse_scroll_down(self, _: events.MouseScrollDown) -> None:
        """Remember the place that the wheel brought into sight."""
        self.call_after_refresh(self._wheel_turned)

    def _wheel_turned(self) -> None:
        self._note_place()
        self.post_message(self.Scrolled(self))

    def _note_place(self) -> None:
        top = self.scroll_offset.y
        self.at_end = top >= self.max_scroll_y
        if entry := next(filter(None, self._entry_at[top:]), 0):
            self._top = (entry, top - self._entry_at.index(entry))

    def _place(self) -> None:
        entry, line = self._top
        if self.at_end:
            self.scroll_end(animate=False, immediate=True, force=True)
        elif entry in self._entry_at:
            self.scroll_to(y=self._entry_at.index(entry) + line, animate=False, immediate=True, force=True)

    def make_lines(self, width: int) -> list[Content]:
        """Wrap the entries, those that did not change since last time aside."""
        lines: list[Content] = []
        self._entry_at = []
        kept: dict[int, tuple[Entry, int, list[Content]]] = {}
        above: Entry | None = None
        for entry in self._entries:
            known = self._wrapped.get(entry.id)
            if known is None or known[1] != width or known[0] != entry:
                known = (entry, width, (lines_for_room if self._spacious else lines_of)(entry, width))
            kept[entry.id] = known
            if above is not None and (self._spacious or stand_apart(above, entry)):
                lines.append(Content(""))
                self._entry_at.append(0)
            lines.extend(known[2])
            self._entry_at.extend([entry.id] * len(known[2]))
            above = entry
        self._wrapped = kept
        return lines
