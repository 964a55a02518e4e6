"""Lists of people as they were found: who, where they stand, and the label over them."""

from __future__ import annotations

from tui.meeting.model import Value
from tui.papers.minutes.page.passages import Passage
from tui.papers.understanding.headings import PeopleBlock
from tui.papers.understanding.people.one import Named


class OnList(Value, frozen=True, kw_only=True):
    """Somebody of a list, and where they stand."""

    passage: Passage
    named: Named
    block: PeopleBlock


class Roll(Value, frozen=True, kw_only=True):
    """A list under one label, and the place among the passages behind it."""

    people: tuple[OnList, ...]
    end: int
