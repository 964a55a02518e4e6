"""The agenda at the left: where the meeting stands, what each section holds and what is unanswered in it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region

from tui.meeting.checking.section_counts import Signs, signs_of
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import MUTED, LinesView
from tui.widgets.live.section_names import heading_of

_STATES: dict[SectionState, tuple[str, str]] = {
    SectionState.UNREACHED: (" ", MUTED),
    SectionState.CURRENT: ("▶", "bold"),
    SectionState.VISITED: ("✓", ""),
    SectionState.DEFERRED: ("»", MUTED),
    SectionState.SKIPPED: ("–", MUTED),
}
"""The sign of each state and how its row is written; the signs tell the states apart without colour."""

LEGEND = (
    *((sign, state.value) for state, (sign, _) in _STATES.items() if sign.strip()),
    ("%", "restricted"),
    ("?1", "question unanswered"),
    ("!1", "action without owner or due"),
    ("??1", "gap"),
    ("12", "entries"),
)
"""What the signs mean, for the help screen."""

_POINTER = "›"
"""Stands before the section that is looked at, which is told without colour too."""

_MOST_ROWS = 3
"""Rows that the current section's heading may take; every other one takes one, so that nothing jumps."""


class AgendaList(LinesView):
    """The outline with states and counts; it follows the current section."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._meeting: Meeting | None = None
        self._current_rows = (0, 1)
        self._count_cells = 1
        self._looked_at_rows: range | None = None
        self.looked_at: int | None = None
        """Id of the section that a reader looks at instead of the current one."""

    def show(self, meeting: Meeting) -> None:
        """Show a meeting's outline, with the current section in sight."""
        self._meeting = meeting
        self.remake()
        first, rows = self._current_rows
        if self._looked_at_rows is not None:
            first, rows = self._looked_at_rows.start, len(self._looked_at_rows)
        self.scroll_to_region(Region(0, max(0, first - 1), 1, rows + 2), animate=False, force=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the section that is looked at."""
        return "on $primary 30%" if self._looked_at_rows is not None and at in self._looked_at_rows else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each section, more for the current one."""
        if self._meeting is None:
            return []
        signs = signs_of(self._meeting)
        self._count_cells = max((len(str(one.entries)) for one in signs.values()), default=1)
        lines: list[Content] = []
        self._looked_at_rows = None
        for section in self._meeting.sections:
            rows = self._rows_of(section, signs[section.id], width)
            if section.state is SectionState.CURRENT:
                self._current_rows = (len(lines), len(rows))
            if section.id == self.looked_at:
                self._looked_at_rows = range(len(lines), len(lines) + len(rows))
                rows[0] = Content.assemble((_POINTER, "bold"), rows[0][1:])
            lines.extend(rows)
        return lines

    def _rows_of(self, section: Section, signs: Signs, width: int) -> list[Content]:
        glyph, style = _STATES[section.state]
        indent = min(2 * (section.level - 1), max(0, width // 4))
        number = showable(section.number)
        lead = Content.assemble(f"{glyph} " + " " * indent, number, " " if number else "")
        counts = _counts(signs, self._count_cells)
        room = max(4, width - lead.cell_length - counts.cell_length - 1)
        heading = Content(showable(heading_of(section)))
        current = section.state is SectionState.CURRENT
        pieces = heading.wrap(room)[:_MOST_ROWS] if current else [heading.truncate(room, ellipsis=True)]
        rows = []
        for at, piece in enumerate(pieces or [Content("")]):
            start = lead if at == 0 else Content(" " * lead.cell_length)
            row = Content.assemble(start, piece.rstrip() if current else piece)
            if style:
                row = row.stylize(style)
            if at == 0 and counts.cell_length:
                row = Content.assemble(row, " " * max(1, width - row.cell_length - counts.cell_length), counts)
            rows.append(row)
        return rows


def _counts(signs: Signs, cells: int) -> Content:
    """Return the entries of a section, in so many cells, and before them what is still open in it."""
    parts: list[tuple[str, str]] = []
    if signs.restricted:
        parts.append(("% ", "$text-warning"))
    for mark, count in (("?", signs.unanswered), ("!", signs.unowned), ("??", signs.gaps)):
        if count:
            parts.append((f"{mark}{count} ", "$text-warning bold"))
    if parts or signs.entries:
        parts.append((f"{signs.entries or '':>{cells}}", MUTED))
    return Content.assemble(*parts)
