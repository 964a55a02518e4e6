"""The meetings of a book: a row each, the latest first, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive

from tui.meeting.showable import showable
from tui.widgets.lines import MUTED, LinesView

_NARROW = 60
"""Below this width a row has the day and the title only."""
_MEDIUM = 90
"""Below this width it does not say how many entries there are."""
_DAY_WIDTH = 11
_ENTRIES_WIDTH = 14
_COUNT_WIDTH = 9
_STATE_WIDTH = 15


class MeetingRow(NamedTuple):
    """What the list shows of a meeting."""

    title: str
    day: date | None
    """None where it isn't known."""
    entries: int
    open_actions: int
    approved: bool
    held: bool = False
    """Whether a program has it open for writing."""
    error: str = ""
    """Why the file can't be read; empty where it can."""


class MeetingList(LinesView):
    """The meetings, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    chosen: reactive[int] = reactive(0)
    """Place of the chosen one, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._meetings: tuple[MeetingRow, ...] = ()
        self.welcome: tuple[str, ...] = ()
        """What stands there as long as the book has no meeting."""

    def show(self, meetings: Sequence[MeetingRow], chosen: int) -> None:
        """Show meetings, one chosen."""
        self._meetings = tuple(meetings)
        self.set_reactive(MeetingList.chosen, max(0, min(len(meetings) - 1, chosen)))
        self.remake()
        self._bring_into_sight()

    def choose_by(self, by: int) -> None:
        """Choose the one so many below, or above (below 0), without leaving the list."""
        self.chosen = max(0, min(len(self._meetings) - 1, self.chosen + by))

    def watch_chosen(self) -> None:
        """Bring the chosen one into sight."""
        self._bring_into_sight()
        self.refresh()

    def _bring_into_sight(self) -> None:
        self.scroll_to_region(Region(0, self.chosen, 1, 1), animate=False, force=True, immediate=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen one."""
        return "on $primary 30%" if self._meetings and at == self.chosen else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen one."""
        return "›" if self._meetings and at == self.chosen else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each meeting; in an empty book, say what to do."""
        if not self._meetings:
            return [row for words in self.welcome for row in Content(showable(words)).wrap(max(10, width))]
        return [_row_of(one, width) for one in self._meetings]


def short_day(day: date) -> str:
    """Write a day as narrow columns have it: ` 7 May 2024`."""
    return f"{day.day:2} {day:%b %Y}"


def _row_of(one: MeetingRow, width: int) -> Content:
    day = short_day(one.day) if one.day else ""
    head = Content.styled(day.ljust(_DAY_WIDTH) + "  ", MUTED)
    if one.error:
        words = Content.assemble(("cannot be read  ", "$text-error"), showable(one.title))
        return Content.assemble(head, words.truncate(max(8, width - head.cell_length), ellipsis=True))
    title = Content(showable(one.title))
    if width < _NARROW:
        return Content.assemble(head, title.truncate(max(8, width - head.cell_length), ellipsis=True))
    entries = f"{one.entries:,} {'entry' if one.entries == 1 else 'entries'}" if one.entries else ""
    count = f"{one.open_actions} open" if one.open_actions else ""
    state = "being written" if one.held else "approved" if one.approved else "draft"
    tail = Content.assemble(
        (entries.rjust(_ENTRIES_WIDTH) if width >= _MEDIUM else "", MUTED),
        (count.rjust(_COUNT_WIDTH), "$text-accent"),
        (state.rjust(_STATE_WIDTH), "" if one.held else MUTED),
    )
    room = max(8, width - head.cell_length - tail.cell_length - 1)
    return Content.assemble(head, title.truncate(room, ellipsis=True, pad=True), tail)
