"""The meetings of a book: a row each, the latest first, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, NamedTuple

from textual.content import Content

from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

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
    copied: bool = False
    """Whether the file is a copy of another one."""
    error: str = ""
    """Why the file can't be read; empty where it can."""


class MeetingList(ChoiceView):
    """The meetings, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._meetings: tuple[MeetingRow, ...] = ()
        self.welcome: tuple[str, ...] = ()
        """What stands there as long as the book has no meeting."""

    def show(self, meetings: Sequence[MeetingRow], chosen: int) -> None:
        """Show meetings, one chosen."""
        self._meetings = tuple(meetings)
        self.show_chosen(chosen)

    @property
    def count(self) -> int:
        """How many meetings there are."""
        return len(self._meetings)

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a row for each meeting; in an empty book, say what to do."""
        if not self._meetings:
            return [row for words in self.welcome for row in Content(showable(words)).wrap(max(10, width))]
        return DrawnLate(self._meetings, lambda one: _row_of(one, width))


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
    state = "being written" if one.held else "a copy" if one.copied else "approved" if one.approved else "draft"
    tail = Content.assemble(
        (entries.rjust(_ENTRIES_WIDTH) if width >= _MEDIUM else "", MUTED),
        (count.rjust(_COUNT_WIDTH), "$text-accent"),
        (state.rjust(_STATE_WIDTH), "" if one.held else MUTED),
    )
    room = max(8, width - head.cell_length - tail.cell_length - 1)
    return Content.assemble(head, title.truncate(room, ellipsis=True, pad=True), tail)
