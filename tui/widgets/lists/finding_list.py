"""What a search found: a row each, with section, kind and the words in their context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from tui.meeting.outline.labels import tag_of
from tui.meeting.search import Findings, SearchHit
from tui.meeting.text.normalizing import excerpt_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED

_NARROW = 44
"""Below this width the marks stand for the kinds."""
_KIND_WIDTH = 11
_LONGEST_NUMBER = 8


class FindingList(ChoiceView):
    """The findings, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._findings = Findings()
        self._days: tuple[str, ...] = ()

    def show(self, findings: Findings, days: Sequence[str] = ()) -> None:
        """Show what was found, the first one chosen; `days` say for each of which meeting's day it is."""
        self._findings, self._days = findings, tuple(days)
        self.show_chosen(0)

    @property
    def finding(self) -> SearchHit | None:
        """The chosen finding; None where nothing was found."""
        return self._findings.found[self.chosen] if self._findings.found else None

    @property
    def count(self) -> int:
        """How many findings are shown."""
        return len(self._findings.found)

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each finding."""
        found = self._findings.found
        numbers = max((len(one.section.number) for one in found), default=0)
        days = self._days or ("",) * len(found)
        return [
            self._row_of(one, day, min(numbers, _LONGEST_NUMBER), width) for one, day in zip(found, days, strict=True)
        ]

    def _row_of(self, finding: SearchHit, day: str, number_width: int, width: int) -> Content:
        narrow = width < _NARROW
        number = Content(showable(finding.section.number)).truncate(number_width, ellipsis=True, pad=True)
        kind = _kind_of(finding, narrow=narrow).ljust(0 if narrow else _KIND_WIDTH)
        head = Content.assemble(
            (f"{day}  " if day else "", MUTED), number.stylize(MUTED), "  " if number_width else "", (kind, MUTED), " "
        )
        room = max(8, width - head.cell_length)
        excerpt = excerpt_of(finding.text, self._findings.words, room)
        words = Content(showable(excerpt.text))
        for start, end in excerpt.places:
            words = words.stylize("$text-accent bold", start, end)
        return Content.assemble(head, words.truncate(room, ellipsis=True))


def _kind_of(finding: SearchHit, *, narrow: bool) -> str:
    if finding.entry is None:
        return "§" if narrow else "section"
    if narrow:
        return showable(finding.entry.action.ref) if finding.entry.action else finding.entry.kind.row.mark
    return tag_of(finding.entry)
