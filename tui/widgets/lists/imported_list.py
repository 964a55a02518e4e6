"""What was read of finished minutes: what is doubtful first, then files that cannot be read, then the meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content

from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

_STYLES = {"doubt": "$text-warning", "unread": "$text-error", "known": MUTED}
_SIGN = 7


class ImportedRow(NamedTuple):
    """A line of the list."""

    sign: str
    """`doubt`, `unread`, `known` or `meeting`."""
    words: str


class ImportedList(ChoiceView):
    """The rows, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: tuple[ImportedRow, ...] = ()

    def show(self, rows: Sequence[ImportedRow]) -> None:
        """Show the rows; the choice stays in its place."""
        self._rows = tuple(rows)
        self.show_chosen(self.chosen)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a line for each row."""
        return DrawnLate(self._rows, lambda row: _line_of(row, width))


def _line_of(row: ImportedRow, width: int) -> Content:
    sign = Content.styled(row.sign, _STYLES.get(row.sign, "bold")).truncate(_SIGN, ellipsis=False, pad=True)
    words = Content(showable(" ".join(row.words.split()))).truncate(max(8, width - _SIGN - 2), ellipsis=True)
    return Content("  ").join([sign, words])
