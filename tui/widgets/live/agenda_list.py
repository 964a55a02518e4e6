"""The agenda at the left: where the meeting stands, what each section holds and what is unanswered in it."""

from __future__ import annotations

from collections.abc import Sequence

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
"""Rows that the current heading takes even where there is no room for it."""


class AgendaList(LinesView):
    """The outline with states and counts; it follows the current section."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._meeting: Meeting | None = None
        self._current_rows = (0, 1)
        self._count_cells = 1
        self._made_high = 0
        self._section_at: list[int] = []
        """Whose row each one is, by the sections' ids."""
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
        """Make a row for each section, and more for those whose headings need more, as long as there is room."""
        if self._meeting is None:
            return []
        self._made_high = self.size.height
        signs = signs_of(self._meeting)
        self._count_cells = max((len(str(one.entries)) for one in signs.values()), default=1)
        lines: list[Content] = []
        self._section_at = []
        self._looked_at_rows = None
        done = _done_by_parts(self._meeting.sections)
        whole = [self._rows_of(one, signs[one.id], width, wrapped=True, done=done) for one in self._meeting.sections]
        here = next((at for at, one in enumerate(self._meeting.sections) if one.state is SectionState.CURRENT), 0)
        allotted = _allotted([len(rows) for rows in whole], here, self.size.height)
        for section, rows, high in zip(self._meeting.sections, whole, allotted, strict=True):
            if high == 1 < len(rows):
                rows[:] = self._rows_of(section, signs[section.id], width, wrapped=False, done=done)
            del rows[high:]
            if section.state is SectionState.CURRENT:
                self._current_rows = (len(lines), len(rows))
            if section.id == self.looked_at:
                self._looked_at_rows = range(len(lines), len(lines) + len(rows))
                rows[0] = Content.assemble((_POINTER, "bold"), rows[0][1:])
            lines.extend(rows)
            self._section_at.extend([section.id] * len(rows))
        return lines

    def on_resize(self) -> None:
        """Make the rows for the new size: in more room, more headings are whole."""
        if self.size.height != self._made_high:
            self.remake()
            if self.show_vertical_scrollbar and len(self._lines) <= self.size.height:
                # It came while there were more rows than now, and is looked at again only if asked.
                self.call_after_refresh(self._refresh_scrollbars)
        else:
            super().on_resize()

    def _rows_of(
        self, section: Section, signs: Signs, width: int, *, wrapped: bool, done: frozenset[int]
    ) -> list[Content]:
        glyph, style = _STATES[SectionState.VISITED if section.id in done else section.state]
        indent = min(2 * (section.level - 1), max(0, width // 4))
        number = showable(section.number)
        lead = Content.assemble(f"{glyph} " + " " * indent, number, " " if number else "")
        counts = _counts(signs, self._count_cells)
        room = max(4, width - lead.cell_length - counts.cell_length - 1)
        heading = Content(showable(heading_of(section)))
        pieces = heading.wrap(room) if wrapped else [heading.truncate(room, ellipsis=True)]
        rows = []
        for at, piece in enumerate(pieces or [Content("")]):
            start = lead if at == 0 else Content(" " * lead.cell_length)
            row = Content.assemble(start, piece.rstrip() if wrapped else piece)
            if style:
                row = row.stylize(style)
            if at == 0 and counts.cell_length:
                row = Content.assemble(row, " " * max(1, width - row.cell_length - counts.cell_length), counts)
            rows.append(row)
        return rows


def _allotted(wanted: Sequence[int], here: int, height: int) -> list[int]:
    """Return how many rows each heading gets: all that it wants, or one, those first that are still to come.

    The current one, whose place is `here`, has several in any case.
    """
    left = height - len(wanted)
    given = [1] * len(wanted)
    for at in (*range(here, len(wanted)), *reversed(range(here))):
        more = wanted[at] - 1
        if at == here and more > left:
            more = min(more, _MOST_ROWS - 1)
        if more <= left or at == here:
            given[at] += more
            left -= more
    return given


def _done_by_parts(sections: Sequence[Section]) -> frozenset[int]:
    """Return the sections that were not entered themselves, but whose parts are all done with, one of them taken."""
    done: set[int] = set()
    for at, section in enumerate(sections):
        parts = []
        for part in sections[at + 1 :]:
            if part.level <= section.level:
                break
            parts.append(part)
        # Of the parts, those that have none themselves.
        ends = [one.level for one in parts[1:]] + [0]
        states = {one.state for one, after in zip(parts, ends, strict=True) if after <= one.level} if parts else set()
        over = {SectionState.VISITED, SectionState.DEFERRED, SectionState.SKIPPED}
        if section.state is SectionState.UNREACHED and SectionState.VISITED in states and states <= over:
            done.add(section.id)
    return frozenset(done)


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
