"""The rows of a register beside the actions: a line each in columns, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from textual.content import Content

from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

Row = Mapping[str, Any]
Cells = list[tuple[str, int, str]]

_WIDE = 64
"""Below this width a row says only what it is mainly about, and its words."""
_LEFT_OUT = ("meeting_file", "entry")
"""What leads programs to the entry; here Enter does."""
_FIRST = ("text", "name")
"""What stands at the head of the whole row, without its name."""


class RowsList(ChoiceView):
    """The rows that are wanted, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._cells: Callable[[Row], tuple[Cells, str]] = _of_decision

    def show(self, name: str, rows: Sequence[Row]) -> None:
        """Show the rows of a register; the choice stays in its place."""
        self._rows, self._cells = tuple(rows), _CELLS[name]
        self.show_chosen(self.chosen)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a line for each row."""
        return DrawnLate(self._rows, lambda row: self._line_of(row, width))

    def _line_of(self, row: Row, width: int) -> Content:
        cells, words = self._cells(row)
        shown = [one for one in cells if width >= _WIDE or one[2] != MUTED]
        head = [
            Content.styled(showable(said), style).truncate(size, ellipsis=True, pad=True) for said, size, style in shown
        ]
        room = max(8, width - sum(size + 2 for _, size, _ in shown))
        text = Content(showable(" ".join(words.split()))).truncate(room, ellipsis=True)
        return Content("  ").join([*head, text])


def whole_row(row: Row) -> str:
    """Return all that a row says: its words, and below them the rest; what is not known is left out."""
    head = [str(row[one]) for one in _FIRST if row.get(one)]
    rest = [
        f"{column.replace('_', ' ')}: {said}"
        for column, value in row.items()
        if column not in (*_LEFT_OUT, *_FIRST) and (said := _said(column, value))
    ]
    return "\n".join(" ".join(line.split()) for line in (*head, " · ".join(rest)))


def _said(column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if column == "rate" and isinstance(value, float):
        return f"{value:.0%}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _of_decision(row: Row) -> tuple[Cells, str]:
    votes = [row[one] for one in ("votes_for", "votes_against", "abstained")]
    said = " / ".join("–" if one is None else str(one) for one in votes) if any(v is not None for v in votes) else ""
    cells = [(f"{row['meeting_date']}", 10, MUTED), (row["outcome"], 12, "bold"), (said, 12, MUTED)]
    return cells, f"(replaced) {row['text']}" if row["replaced_by"] else row["text"]


def _of_member(row: Row) -> tuple[Cells, str]:
    rate = f"{row['rate']:.0%}"
    cells = [(rate, 4, "bold"), (f"{row['present']} of {row['held']}", 8, MUTED), (row["name"], 24, "")]
    warning = row["warning"].upper()
    return cells, " · ".join(one for one in (warning, row["series"]) if one)


def _of_interest(row: Row) -> tuple[Cells, str]:
    said = ": ".join(one for one in (row["kind"], row["words"]) if one)
    cells = [(f"{row['meeting_date']}", 10, MUTED), (row["name"], 24, "bold")]
    return cells, " · ".join(one for one in (said, row["item"]) if one)


def _of_question(row: Row) -> tuple[Cells, str]:
    state = ("answered", 10, "$text-success") if row["answered"] else ("unanswered", 10, "$text-warning")
    cells = [(f"{row['meeting_date']}", 10, MUTED), state, (", ".join(row["speakers"]), 14, MUTED)]
    return cells, row["text"]


_CELLS: dict[str, Callable[[Row], tuple[Cells, str]]] = {
    "decisions": _of_decision,
    "attendance": _of_member,
    "interests": _of_interest,
    "questions": _of_question,
}
