"""What two versions of a meeting do not share: an entry a row, some of them marked to be taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from tui.meeting.actions.joining import Difference
from tui.meeting.outline.labels import tag_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED

_SIGNS = {"added": "+", "changed": "~", "missing": "-"}
_KIND_WIDTH = 11
_WIDEST = 1_000
_NARROW = 44
"""Below this width the kind of entry is left out."""


class DifferenceList(ChoiceView):
    """The differences, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._differences: Sequence[Difference] = ()
        self._marked: frozenset[int] = frozenset()

    def show(self, differences: Sequence[Difference], marked: frozenset[int], chosen: int = 0) -> None:
        """Show what is different; `marked` are the places of those that are to be taken over."""
        self._differences, self._marked = differences, marked
        self.show_chosen(chosen)

    @property
    def difference(self) -> Difference | None:
        """The chosen one; None where there is none."""
        return self._differences[self.chosen] if self._differences else None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._differences)

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each."""
        return [self._row_of(place, one, width) for place, one in enumerate(self._differences)]

    def _row_of(self, place: int, one: Difference, width: int) -> Content:
        mark = "✓ " if place in self._marked else "  "
        kind = f"{tag_of(one.entry):{_KIND_WIDTH}} " if width >= _NARROW else ""
        head = Content.assemble((mark, "$text-success"), (f"{_SIGNS[one.kind]} ", "bold"), (kind, MUTED))
        # No screen is wider than these, and a text may be of any length.
        return Content.assemble(head, showable(one.entry.text[:_WIDEST])).truncate(max(8, width), ellipsis=True)
