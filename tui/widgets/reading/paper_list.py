"""The lines of a paper, each with what it was taken for; one of them is chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from tui.meeting.text.sanitizing import showable
from tui.papers.draft import Draft
from tui.papers.understanding.roles import Role, Understood
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

_TAGS = {
    Role.TITLE: "title",
    Role.WHEN: "when",
    Role.KEY: "head",
    Role.PEOPLE: "person",
    Role.ITEM: "item",
    Role.EXPLANATION: "note",
    Role.RESOLUTION: "motion",
}
_BESIDE = "beside"
_TAG_WIDTH = 8


class _PaperLine:
    """A line of the paper as it is shown."""

    def __init__(self, line: Understood, tag: str) -> None:
        self.line, self.tag = line, tag


class PaperList(ChoiceView):
    """The paper, line by line."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: list[_PaperLine] = []
        self._places: list[int] = []

    def show(self, draft: Draft) -> None:
        """Show the paper of a draft, with what each line is now."""
        tags: dict[int, str] = {}
        for part in draft.parts:
            if part.words:
                tags.setdefault(part.place, "where" if part.is_place else _TAGS.get(part.role, ""))
        beside = set(draft.meeting.unplaced)
        self._rows = [
            _PaperLine(line, tags.get(line.place, "") or (_BESIDE if line.words in beside else ""))
            for line in draft.understood
        ]
        self._places = [row.line.place for row in self._rows]
        self.show_chosen(self.chosen)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def line(self) -> Understood | None:
        """The chosen line; None on an empty page."""
        return self._rows[self.chosen].line if self._rows else None

    def choose_place(self, place: int) -> None:
        """Choose the line at a place, or the nearest above it."""
        at = bisect_right(self._places, place) - 1
        if 0 <= at < self.count:
            self.chosen = self._places.index(self._places[at])

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a row for each line."""
        return DrawnLate(self._rows, lambda row: _drawn(row, width))


def _drawn(row: _PaperLine, width: int) -> Content:
    words = " ".join(showable(row.line.text).split())
    style = MUTED if row.tag in ("", _BESIDE) else ""
    tag = Content.styled(row.tag.ljust(_TAG_WIDTH), "$text-accent" if row.tag == _BESIDE else MUTED)
    return Content.assemble(tag, (words, style)).truncate(max(8, width), ellipsis=True)
