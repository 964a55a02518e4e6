"""The actions of a book: a row each in columns, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive

from tui.meeting.model import Status
from tui.meeting.register_row import STUB, RegisterRow
from tui.meeting.showable import showable
from tui.widgets.lines import MUTED, LinesView
from tui.widgets.meeting_list import short_day

_WIDE = 100
"""Below this width a row does not say which meeting has it, and by which ref."""
_MEDIUM = 64
"""Below this width it does not say when it is due."""
_NARROW = 44
"""Below this width the status has no column: one that is not plainly open stands before the words."""
_OWNERS_WIDTHS = {_WIDE: 18, _MEDIUM: 14, _NARROW: 12, 0: 8}
_DUE_WIDTH = 11
_STATUS_WIDTH = 8


class RegisterList(LinesView):
    """The actions that are wanted, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    chosen: reactive[int] = reactive(0)
    """Place of the chosen one, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: tuple[RegisterRow, ...] = ()
        self._owners: Callable[[RegisterRow], str] = lambda row: ", ".join(row.owners)

    def show(self, rows: Sequence[RegisterRow], chosen: str, owners: Callable[[RegisterRow], str]) -> None:
        """Show actions, the one of that `uid` chosen; where it is gone, the one now in its place."""
        self._rows, self._owners = tuple(rows), owners
        uids = [row.uid for row in rows]
        place = uids.index(chosen) if chosen in uids else min(self.chosen, len(uids) - 1)
        self.set_reactive(RegisterList.chosen, max(0, place))
        self.remake()
        self._bring_into_sight()

    @property
    def row(self) -> RegisterRow | None:
        """The chosen action; None where there is none."""
        return self._rows[self.chosen] if self.chosen < len(self._rows) else None

    def choose_by(self, by: int) -> None:
        """Choose the one so many below, or above (below 0), without leaving the list."""
        self.chosen = max(0, min(len(self._rows) - 1, self.chosen + by))

    def watch_chosen(self) -> None:
        """Bring the chosen one into sight."""
        self._bring_into_sight()
        self.refresh()

    def _bring_into_sight(self) -> None:
        self.scroll_to_region(Region(0, self.chosen, 1, 1), animate=False, force=True, immediate=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen one."""
        return "on $primary 30%" if self._rows and at == self.chosen else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen one."""
        return "›" if self._rows and at == self.chosen else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each action."""
        return [self._row_of(row, width) for row in self._rows]

    def _row_of(self, row: RegisterRow, width: int) -> Content:
        columns = [self._owners_of(row, width)]
        status, style = _status_of(row)
        if width >= _WIDE:
            columns[:0] = [(f"{row.meeting_date}", 10, MUTED), (showable(row.ref), 4, MUTED)]
        if width >= _MEDIUM:
            columns.append((_due_of(row), _DUE_WIDTH, MUTED))
        if width >= _NARROW:
            columns.append((status, _STATUS_WIDTH, style))
        cells = [Content.styled(words, style).truncate(size, ellipsis=True, pad=True) for words, size, style in columns]
        head = Content("  ").join(cells)
        marks = [("restricted  ", "$text-warning")] if row.restricted and row.text != STUB else []
        if width < _NARROW and status != Status.OPEN.value:
            marks.insert(0, (f"{status}  ", style))
        words = Content.assemble(*marks, showable(" ".join(row.text.split())))
        room = max(8, width - head.cell_length - 2)
        return Content.assemble(head, "  ", words.truncate(room, ellipsis=True))

    def _owners_of(self, row: RegisterRow, width: int) -> tuple[str, int, str]:
        size = next(size for least, size in _OWNERS_WIDTHS.items() if width >= least)
        if row.owners or row.text == STUB:
            return showable(self._owners(row)), size, "bold"
        return "no owner", size, "$text-warning"


def _due_of(row: RegisterRow) -> str:
    return short_day(row.due_date) if row.due_date else showable(row.due) or ("" if row.text == STUB else "no date")


def _status_of(row: RegisterRow) -> tuple[str, str]:
    if row.overdue:
        return "OVERDUE", "$text-error bold"
    return row.status.value, "" if row.status is Status.OPEN else "$text-success"
