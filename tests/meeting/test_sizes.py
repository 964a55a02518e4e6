"""Lines, agendas and lists of people of any size are taken in a time that grows as they do."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from tests.book.samples import START, entry, meeting
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.checking.check import examine
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting, Person, Section, SectionState

_BEGUN = Section(id=1, heading="Workforce", number="1", state=SectionState.CURRENT)
_PIECES = (
    *(
        "+|a ",
        "+|[[x]] ",
        "+|*",
        "+|[[",
        "+|“",
        "+|??",
        "+|PCC asked ",
        "+|\u202e\u0301",
        "?|?",
        "-|-",
        "-|1.",
        "~|B1 ",
    ),
    *("!|PCC, ", "!PCC to go ^|x ", "!PCC to go ^|next ", "=|7 for, 2 against ", "=For: |PCC, ", "=|moved "),
    *(
        "|PCC, ",
        "||",
        "|a | ",
        "s/|a",
        "/|x",
        "/arrive |A b ",
        "/leave |PCC ",
        "/go |x ",
        "/section |1.",
        "/interest PCC, |a, ",
    ),
)
"""How a line begins, and what comes again and again after it."""
SIZES = [pytest.param(30_000, 8.0, id="30 KB"), pytest.param(1_000_000, 120.0, id="1 MB", marks=pytest.mark.long)]


def with_person(number: int) -> Person:
    return Person(id=number, name=f"First{number} Last{number}", abbreviation=f"P{number}")


@pytest.mark.parametrize(("size", "seconds"), SIZES)
@pytest.mark.parametrize("pieces", _PIECES)
def test_a_line_of_any_length_is_stored_or_refused_in_time(pieces: str, size: int, seconds: float) -> None:
    begins, _, again = pieces.partition("|")
    began = time.monotonic()
    with suppress(Refused):
        made = enter(Journal(meeting=meeting(sections=(_BEGUN,))), begins + again * (size // len(again)), START)
        examine(made.journal.meeting, HouseStyle())
    assert time.monotonic() - began < seconds


MANY: dict[str, Meeting] = {
    "sections": meeting(
        sections=(_BEGUN, *(Section(id=i, heading=f"Item {i}", number=f"{i}") for i in range(2, 10_000)))
    ),
    "levels": meeting(sections=(_BEGUN, *(Section(id=i, heading=f"Item {i}", level=i) for i in range(2, 101)))),
    "people": meeting(sections=(_BEGUN,), people=tuple(map(with_person, range(1, 2_001)))),
    "entries": meeting(sections=(_BEGUN,), entries=tuple(map(entry, range(1, 10_001)))),
}


@pytest.mark.parametrize("kind", MANY)
def test_so_many_of_a_kind_leave_keying_as_it_is(kind: str) -> None:
    journal = Journal(meeting=MANY[kind])
    began = time.monotonic()
    for line in (
        "+plain words",
        "!P7 to do it ^Friday",
        "/arrive Guest One, Guest (GO)",
        "/next",
        "s/plain/odd/",
        "/undo",
    ):
        with suppress(Refused):
            journal = enter(journal, line, START).journal
    assert len(journal.history) > 3
    assert time.monotonic() - began < 15
