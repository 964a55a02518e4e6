"""The actions of a book: a row each in columns, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.model import Status
from tui.meeting.redaction.stubs import WITHHELD
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate
from tui.widgets.lists.meeting_list import short_day

_WIDE = 100
"""Below this width a row does not say which meeting has it, and by which ref."""
_MEDIUM = 64
"""Below this width it does not say when it is due."""
_NARROW = 44
"""Below this width the status has no column: one that is not plainly open stands before the words."""
_OWNERS_WIDTHS = {_WIDE: 18, _MEDIUM: 14, _NARROW: 12, 0: 8}
_DUE_WIDTH = 11
_STATUS_WIDTH = 8


class RegisterList(ChoiceView):
    """The actions that are wanted, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: tuple[RegisterRow, ...] = ()
        self._owners: Callable[[RegisterRow], str] = lambda row: ", ".join(row.owners)

    def show(self, rows: Sequence[RegisterRow], chosen: str, owners: Callable[[RegisterRow], str]) -> None:
        """Show actions, the one of that `uid` chosen; where it is gone, the one now in its place."""
        self._rows, self._owners = tuple(rows), owners
        uids = [row.uid for row in rows]
        self.show_chosen(uids.index(chosen) if chosen in uids else self.chosen)

    @property
    def row(self) -> RegisterRow | None:
        """The chosen action; None where there is none."""
        return self._rows[self.chosen] if self.chosen < len(self._rows) else None

    @property
    def count(self) -> int:
        """How many actions there are."""
        return len(self._rows)

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a row for each action."""
        return DrawnLate(self._rows, lambda row: self._row_of(row, width))

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
        marks = [("restricted  ", "$text-warning")] if row.restricted and row.text != WITHHELD else []
        if width < _NARROW and status != Status.OPEN.value:
            marks.insert(0, (f"{status}  ", style))
        words = Content.assemble(*marks, showable(" ".join(row.text.split())))
        room = max(8, width - head.cell_length - 2)
        return Content.assemble(head, "  ", words.truncate(room, ellipsis=True))

    def _owners_of(self, row: RegisterRow, width: int) -> tuple[str, int, str]:
        size = next(size for least, size in _OWNERS_WIDTHS.items() if width >= least)
        if row.owners or row.text == WITHHELD:
            return showable(self._owners(row)), size, "bold"
        return "no owner", size, "$text-warning"


def _due_of(row: RegisterRow) -> str:
    return short_day(row.due_date) if row.due_date else showable(row.due) or ("" if row.text == WITHHELD else "no date")


def _status_of(row: RegisterRow) -> tuple[str, str]:
    if row.overdue:
        return "OVERDUE", "$text-error bold"
    return row.status.value, "" if row.status is Status.OPEN else "$text-success"
