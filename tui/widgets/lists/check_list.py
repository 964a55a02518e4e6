"""What the check found: a row each, under a heading for each kind, with the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Region

from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.checking.places import extract_of
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED

_LONGEST_NUMBER = 8
_LEAST_ROOM = 12
HEADINGS: dict[FindingKind, str] = {
    FindingKind.DRAFT: "Typed and not stored",
    FindingKind.GAP: "Gaps",
    FindingKind.QUESTION: "Questions unanswered",
    FindingKind.OWNER: "Actions without an owner",
    FindingKind.DUE: "Actions without a due date",
    FindingKind.DATE: "Dates on another weekday",
    FindingKind.ACTION: "Actions that other words tell of",
    FindingKind.SECTION: "Sections not reached",
    FindingKind.NUMBER: "Numbers used twice or left out",
    FindingKind.PERSON: "Who was there",
    FindingKind.VOTES: "Votes",
    FindingKind.ABBREVIATION: "Abbreviations not explained",
    FindingKind.SHORTHAND: "Shorthand left as typed",
    FindingKind.STYLE: "House style",
    FindingKind.SPELLING: "Spelling",
}
_WAIVED = "Waived"


class CheckList(ChoiceView):
    """The findings by kind, what was waived last; one of them is chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._findings: tuple[Finding, ...] = ()
        self._numbers: dict[int, str] = {}
        self._rows: list[int] = []
        """The line on which each finding stands."""

    def show(self, meeting: Meeting, findings: Sequence[Finding], chosen: str = "") -> None:
        """Show findings, the one of that name chosen; where there is none, the one now in its place."""
        waived = tuple(finding for finding in findings if finding.waiver is not None)
        self._findings = (*(finding for finding in findings if finding.waiver is None), *waived)
        self._numbers = {section.id: section.number for section in meeting.sections}
        names = [finding.name for finding in self._findings]
        self.show_chosen(names.index(chosen) if chosen in names else self.chosen)

    @property
    def finding(self) -> Finding | None:
        """The chosen finding; None where there is none."""
        return self._findings[self.chosen] if self._findings else None

    @property
    def count(self) -> int:
        """How many findings are shown."""
        return len(self._findings)

    def rows_of(self, place: int) -> Region:
        """Return a finding's row, with that of the heading above the first of a kind."""
        if place >= len(self._rows):
            # They are not made before the first layout.
            return super().rows_of(place)
        row = self._rows[place]
        above = 1 if place == 0 or self._rows[place - 1] != row - 1 else 0
        return Region(0, row - above, 1, 1 + above)

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each finding, and a heading above the first of each kind."""
        shown = [self._numbers.get(finding.section or 0, "") for finding in self._findings]
        number_width = min(max((len(showable(number)) for number in shown), default=0), _LONGEST_NUMBER, width // 4)
        lines: list[Content] = []
        self._rows = []
        counts = Counter(map(_heading_of, self._findings))
        heading = ""
        for finding, number in zip(self._findings, shown, strict=True):
            if (wanted := _heading_of(finding)) != heading:
                heading = wanted
                title = Content.assemble((heading, "bold"), (f"  {counts[heading]}", MUTED))
                lines += [Content(""), title] if lines else [title]
            self._rows.append(len(lines))
            lines.append(_row(finding, number, number_width, width))
        return lines


def _heading_of(finding: Finding) -> str:
    return _WAIVED if finding.waiver else HEADINGS[finding.kind]


def _row(finding: Finding, number: str, number_width: int, width: int) -> Content:
    head = Content(showable(number)).truncate(number_width, ellipsis=True, pad=True).stylize(MUTED)
    if number_width:
        head = Content.assemble(head, "  ")
    room = max(_LEAST_ROOM, width - head.cell_length)
    write = f" → {showable(finding.suggestion)}" if finding.suggestion and finding.waiver is None else ""
    if len(write) > room // 2:
        write = ""
    extract = extract_of(finding, room - len(write))
    words = showable(extract.text)
    if extract.span is None:
        words = showable(finding.message) if finding.kind is FindingKind.PERSON or not words else words
        return Content.assemble(head, Content(words).truncate(room, ellipsis=True))
    start, end = extract.span
    parts = (words[:start], (words[start:end], "$text-accent bold"), (write, "$text-accent"), words[end:])
    return Content.assemble(head, Content.assemble(*parts).truncate(room, ellipsis=True))
