"""What a search found: a row each, with section, kind and the words in their context."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive

from tui.meeting.describe import name_of_kind
from tui.meeting.folding import excerpt_of
from tui.meeting.marks import MARK_OF
from tui.meeting.model import Kind
from tui.meeting.searching import Finding, Findings
from tui.meeting.showable import showable
from tui.widgets.lines import MUTED, LinesView

_NARROW = 44
"""Below this width the marks stand for the kinds."""
_KIND_WIDTH = 11
_LONGEST_NUMBER = 8


class FindingList(LinesView):
    """The findings, one of them chosen."""

    chosen: reactive[int] = reactive(0)
    """Place of the chosen one among those shown, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._findings = Findings()

    def show(self, findings: Findings) -> None:
        """Show what was found, the first one chosen."""
        self._findings = findings
        self.set_reactive(FindingList.chosen, 0)
        self.remake()
        self.scroll_home(animate=False, immediate=True)

    @property
    def finding(self) -> Finding | None:
        """The chosen finding; None where nothing was found."""
        return self._findings.found[self.chosen] if self._findings.found else None

    def choose_by(self, by: int) -> None:
        """Choose the one so many rows below, or above (below 0), without leaving the list."""
        self.chosen = max(0, min(len(self._findings.found) - 1, self.chosen + by))

    def watch_chosen(self) -> None:
        """Bring the chosen one into sight."""
        self.scroll_to_region(Region(0, self.chosen, 1, 1), animate=False, force=True, immediate=True)
        self.refresh()

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen one."""
        return "on $primary 30%" if at == self.chosen else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each finding."""
        found = self._findings.found
        numbers = max((len(one.section.number) for one in found), default=0)
        return [self._row_of(one, min(numbers, _LONGEST_NUMBER), width) for one in found]

    def _row_of(self, finding: Finding, number_width: int, width: int) -> Content:
        narrow = width < _NARROW
        number = Content(showable(finding.section.number)).truncate(number_width, ellipsis=True, pad=True)
        kind = _kind_of(finding, narrow=narrow).ljust(0 if narrow else _KIND_WIDTH)
        head = Content.assemble(number.stylize(MUTED), "  " if number_width else "", (kind, MUTED), " ")
        room = max(8, width - head.cell_length)
        excerpt = excerpt_of(finding.text, self._findings.words, room)
        words = Content(showable(excerpt.text))
        for start, end in excerpt.places:
            words = words.stylize("$text-accent bold", start, end)
        return Content.assemble(head, words.truncate(room, ellipsis=True))


def _kind_of(finding: Finding, *, narrow: bool) -> str:
    if finding.entry is None:
        return "§" if narrow else "section"
    if narrow:
        return finding.entry.action.ref if finding.entry.action else MARK_OF[finding.entry.kind]
    return "heading" if finding.entry.kind is Kind.SUBHEADING else name_of_kind(finding.entry)
