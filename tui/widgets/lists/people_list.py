"""The roll on the screen: people in their groups, a row each, in columns."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region

from tui.meeting.model import Group, Meeting, Person
from tui.meeting.people.attendance import is_here
from tui.meeting.people.roll import groups_of, standing_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import MUTED, LinesView

HEADINGS: dict[Group, str] = {
    Group.MEMBER: "Members",
    Group.IN_ATTENDANCE: "In attendance",
    Group.GUEST: "Guests",
    Group.OBSERVER: "Observers",
    Group.PUBLIC: "Public",
}
_LONGEST_NAME = 30
_LONGEST_STANDING = 26
_LEAST_CAPACITY = 8
"""Cells below which the capacity is left out."""
_GAP = 2


class PeopleList(LinesView):
    """The people to choose from; one may be chosen."""

    GUTTER = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._meeting: Meeting | None = None
        self._people: tuple[Person, ...] = ()
        self._chosen: int | None = None
        self._rows: dict[int, int] = {}

    def show(self, meeting: Meeting, people: tuple[Person, ...], chosen: int | None) -> None:
        """Show people of a meeting, with the chosen one, by id, in sight."""
        self._meeting, self._people, self._chosen = meeting, people, chosen
        self.remake()
        self.refresh(layout=True)  # With fewer rows than before, the scrollbar goes.
        self._show_chosen()

    def on_resize(self) -> None:
        """Lay the columns out anew and keep the place."""
        super().on_resize()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._chosen in self._rows:
            row = self._rows[self._chosen]
            above = 1 if row < 2 else 0  # The first person's heading comes into sight too.
            self.scroll_to_region(Region(0, row - above, 1, 1 + above), animate=False, force=True)
        else:
            self.scroll_home(animate=False)

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen person."""
        return "on $primary 30%" if self._chosen is not None and self._rows.get(self._chosen) == at else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen person, who is told without colour too."""
        return "›" if self._chosen is not None and self._rows.get(self._chosen) == at else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a heading for each group and a row for each person."""
        self._rows = {}
        if self._meeting is None:
            return []
        # Whether somebody is here stands at the right, and not at the scrollbar itself.
        width -= self.show_vertical_scrollbar
        standings = {person.id: _standing(self._meeting, person, width) for person in self._people}
        columns = _columns(self._people, list(standings.values()), width)
        lines: list[Content] = []
        for group, people in groups_of(self._people):
            if lines:
                lines.append(Content(""))
            lines.append(Content.assemble((HEADINGS[group], "bold"), (self._count(people), MUTED)))
            for person in people:
                self._rows[person.id] = len(lines)
                there = not _is_new(self._meeting, person) and is_here(self._meeting, person)
                lines.append(_row(person, standings[person.id], there, columns))
        return lines

    def _count(self, people: tuple[Person, ...]) -> str:
        """Say how many of a group are here; nothing while only some of all the people are shown."""
        if self._meeting is None or set(self._people) != set(self._meeting.people):
            return ""
        there = sum(is_here(self._meeting, person) for person in people)
        return f"  {there} of {len(people)} here" if there < len(people) else f"  {there} here"


def _standing(meeting: Meeting, person: Person, width: int) -> Content:
    longest = min(_LONGEST_STANDING, max(9, width // 3))
    words = "new" if _is_new(meeting, person) else standing_of(meeting, person)
    return Content(showable(words)).truncate(longest, ellipsis=True)


def _is_new(meeting: Meeting, person: Person) -> bool:
    return all(known.id != person.id for known in meeting.people)


def _columns(people: tuple[Person, ...], standings: list[Content], width: int) -> tuple[int, int, int]:
    """Return the widths of name, capacity and standing; 0 for a capacity that there is no room for."""
    standing = max((words.cell_length for words in standings), default=0)
    room = max(6, width - len("● ") - _GAP - standing)
    name = min(room, _LONGEST_NAME, max((_name(person).cell_length for person in people), default=0))
    capacity = room - name - _GAP
    if capacity < _LEAST_CAPACITY:
        return room, 0, standing
    return name, capacity, standing


def _name(person: Person) -> Content:
    return Content(showable(person.name))


def _capacity(person: Person) -> Content:
    abbreviation = f"({person.abbreviation})" if person.abbreviation else ""
    return Content(showable(f"{person.capacity} {abbreviation}".strip()))


def _row(person: Person, standing: Content, there: bool, columns: tuple[int, int, int]) -> Content:
    name, capacity, _ = columns
    style = "" if there else MUTED
    parts: list[Content | tuple[str, str]] = [
        ("● " if there else "○ ", "$text-success" if there else MUTED),
        _filled(_name(person), name).stylize(style),
        Content(" " * _GAP),
    ]
    if capacity:
        parts += [_filled(_capacity(person), capacity).stylize(MUTED), Content(" " * _GAP)]
    parts.append(standing.stylize(MUTED if there and str(standing) == "here" else ""))
    return Content.assemble(*parts)


def _filled(words: Content, width: int) -> Content:
    """Fill words up with spaces, or cut them, to a width in cells."""
    words = words.truncate(width, ellipsis=True)
    return Content.assemble(words, " " * (width - words.cell_length))
