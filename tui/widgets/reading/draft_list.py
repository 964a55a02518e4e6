"""The meeting as it was understood, part by part: what is doubted is marked; one part is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.geometry import Region

from tui.meeting.model import Group, Person, Presence
from tui.meeting.text.sanitizing import showable
from tui.papers.correcting.rebuilt import BELOW
from tui.papers.draft import Draft, DraftPart, when_words
from tui.papers.kept import lines_beside
from tui.papers.understanding.roles import Role
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

_HEADING_WIDTH = 8
_HEADINGS = {Role.TITLE: "Title", Role.WHEN: "When", Role.PEOPLE: "People", Role.ITEM: "Items"}
_NONE = {Role.TITLE: "none was found", Role.WHEN: "no day was found", Role.ITEM: "none were found"}
_BESIDE = "Beside"
_APART = ("People", "Items", _BESIDE)
"""The headings with a gap before them."""


class DraftRow(NamedTuple):
    """A row of the meeting."""

    heading: str
    """What it belongs to: `People`."""
    words: str
    at: int | None = None
    """Its part; None for what is missing, and for a line kept beside the meeting."""
    place: int = 0
    """Where in the paper it stands."""
    doubt: str = ""
    indent: int = 0
    muted: bool = False
    missing: Role | None = None


class DraftList(ChoiceView):
    """The parts of a meeting, those of a kind together."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: list[DraftRow] = []
        self._lines_of: list[int] = []
        """The line on which each row stands."""

    def show(self, draft: Draft) -> None:
        """Show a draft."""
        self._rows = _rows_of(draft)
        self.show_chosen(self.chosen)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def row(self) -> DraftRow | None:
        """The chosen row."""
        return self._rows[self.chosen] if self._rows else None

    def choose_part(self, at: int | None, place: int) -> None:
        """Choose the row of a part; without one, the row that comes from a line, or from the nearest above it."""
        found = next((n for n, row in enumerate(self._rows) if at is not None and row.at == at), None)
        if found is None and place:
            found = next((n for n, row in enumerate(self._rows) if row.place == place), None)
        if found is None and place:
            above = [(row.place, -n) for n, row in enumerate(self._rows) if 0 < row.place < place]
            found = -max(above)[1] if above else None
        if found is not None:
            self.chosen = found

    def next_doubt(self) -> bool:
        """Choose the next row that is doubted or missing, from the top after the last; return False without any."""
        found = [n for n, row in enumerate(self._rows) if row.doubt or row.missing]
        if found:
            self.chosen = next((n for n in found if n > self.chosen), found[0])
        return bool(found)

    def choose_missing(self, role: Role) -> None:
        """Choose the row that says what is missing."""
        self.chosen = next((n for n, row in enumerate(self._rows) if row.missing is role), self.chosen)

    def rows_of(self, place: int) -> Region:
        """Return the line of a row."""
        return Region(0, self._lines_of[place] if place < len(self._lines_of) else place, 1, 1)

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a line for each row, with a gap before each kind."""
        lines: list[tuple[DraftRow | None, bool]] = []
        self._lines_of = []
        before = ""
        for row in self._rows:
            first = row.heading != before
            if first and before and row.heading in _APART:
                lines.append((None, False))
            self._lines_of.append(len(lines))
            lines.append((row, first))
            before = row.heading
        return DrawnLate(lines, lambda one: _drawn(one[0], width, first=one[1]) if one[0] else Content(""))


def _drawn(row: DraftRow, width: int, *, first: bool) -> Content:
    heading = Content.styled((row.heading if first else "").ljust(_HEADING_WIDTH), "bold $text-muted")
    mark = Content.styled("? " if row.doubt or row.missing else "  ", "bold $text-warning")
    style = "$text-warning" if row.doubt or row.missing else MUTED if row.muted else ""
    words = Content.styled("  " * row.indent + " ".join(showable(row.words).split()), style)
    return Content.assemble(heading, mark, words).truncate(max(8, width), ellipsis=True)


def _rows_of(draft: Draft) -> list[DraftRow]:
    rows = [DraftRow(_HEADINGS[Role.TITLE], _NONE[Role.TITLE], missing=Role.TITLE)] if not draft.meeting.title else []
    level = 1
    for at, part in enumerate(draft.parts):
        level = part.section.level if part.section is not None else level
        rows.append(_row_of(draft, at, part, level))
    if not draft.meeting.sections:
        rows.append(DraftRow(_HEADINGS[Role.ITEM], _NONE[Role.ITEM], missing=Role.ITEM))
    beside = lines_beside(draft.understood, draft.meeting)
    return [*rows, *(DraftRow(_BESIDE, line.text, place=line.place, muted=True) for line in beside)]


def _row_of(draft: Draft, at: int, part: DraftPart, level: int) -> DraftRow:
    words, heading = part.words, _HEADINGS.get(part.role, "")
    if part.role is Role.WHEN:
        words = when_words(draft.meeting)
        missing = None if words else Role.WHEN
        return DraftRow(heading, words or _NONE[Role.WHEN], at, part.place, part.doubt, missing=missing)
    if part.role is Role.KEY:
        heading = "Where" if part.is_place else "Head"
        words = part.text if part.is_place else f"{part.key}: {part.text}"
        return DraftRow(heading, words, at, part.place, part.doubt)
    if part.person is not None:
        return DraftRow(heading, words + _standing(part.person), at, part.place, part.doubt)
    below = part.role in BELOW
    if part.role is Role.RESOLUTION:
        words = f"Draft resolution: {words}"
    heading = _HEADINGS[Role.ITEM] if below else heading
    return DraftRow(heading, words, at, part.place, part.doubt, indent=level if below else level - 1, muted=below)


def _standing(person: Person) -> str:
    said = [str(person.group)] if person.group is not Group.MEMBER else []
    said += [str(person.presence)] if person.presence is not Presence.PRESENT else []
    return f" – {', '.join(said)}" if said else ""
