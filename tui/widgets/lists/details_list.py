"""A meeting's details: a row for each line of its head, and below them its people in their groups."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region

from tui.meeting.details.listing import said_person
from tui.meeting.model import Person, Presence
from tui.meeting.people.roll import groups_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED
from tui.widgets.lists.people_list import HEADINGS

_LONGEST_KEY = 24
_GAP = 2


class DetailsList(ChoiceView):
    """The lines and the people; one of them is chosen."""

    GUTTER = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._lines_shown: tuple[tuple[str, str], ...] = ()
        self._people: tuple[Person, ...] = ()
        self._rows: list[int] = []
        """The line on which each of them stands."""

    def show(self, lines: Sequence[tuple[str, str]], people: Sequence[Person]) -> None:
        """Show a meeting's lines and people, the place of the choice kept."""
        self._lines_shown = tuple(lines)
        self._people = tuple(person for _, group in groups_of(tuple(people)) for person in group)
        self.show_chosen(self.chosen)

    @property
    def line(self) -> tuple[str, str] | None:
        """The chosen line; None where a person is chosen."""
        return self._lines_shown[self.chosen] if self.chosen < len(self._lines_shown) else None

    @property
    def person(self) -> Person | None:
        """The chosen person; None where a line is chosen."""
        at = self.chosen - len(self._lines_shown)
        return self._people[at] if 0 <= at < len(self._people) else None

    def choose_person(self, person_id: int) -> None:
        """Choose a person."""
        at = next((at for at, person in enumerate(self._people) if person.id == person_id), None)
        if at is not None:
            self.chosen = len(self._lines_shown) + at

    def choose_line(self, key: str) -> None:
        """Choose the line of a key, where there is one."""
        keys = [one.casefold() for one, _ in self._lines_shown]
        if key.casefold() in keys:
            self.chosen = keys.index(key.casefold())

    @property
    def count(self) -> int:
        """How many rows there are to choose from."""
        return len(self._lines_shown) + len(self._people)

    def rows_of(self, place: int) -> Region:
        """Return a row, with the heading above it."""
        if place >= len(self._rows):
            # They are not made before the first layout.
            return super().rows_of(place)
        row = self._rows[place]
        above = 1 if place == 0 or self._rows[place - 1] != row - 1 else 0
        return Region(0, row - above, 1, 1 + above)

    def make_lines(self, width: int) -> list[Content]:
        """Make a row for each line and person, and a heading above each group of people."""
        keys = min(max((len(showable(key)) for key, _ in self._lines_shown), default=0), _LONGEST_KEY, width // 3)
        lines = [_row(key, words, keys, width) for key, words in self._lines_shown]
        self._rows = list(range(len(lines)))
        for group, people in groups_of(self._people):
            lines += [Content(""), Content.assemble((HEADINGS[group], "bold"), (f"  {len(people)}", MUTED))]
            for person in people:
                self._rows.append(len(lines))
                lines.append(_person_row(person, width))
        return lines


def _row(key: str, words: str, keys: int, width: int) -> Content:
    head = Content(showable(key)).truncate(keys, ellipsis=True, pad=True).stylize(MUTED)
    room = max(8, width - keys - _GAP)
    shown = Content(showable(words)) if words else Content("not said").stylize(MUTED)
    return Content.assemble(head, " " * _GAP, shown.truncate(room, ellipsis=True))


def _person_row(person: Person, width: int) -> Content:
    away = "" if person.presence is Presence.PRESENT else f"  {person.presence.value}"
    words = Content(showable(said_person(person))).truncate(max(8, width - len(away)), ellipsis=True)
    return Content.assemble(words, (away, MUTED))
