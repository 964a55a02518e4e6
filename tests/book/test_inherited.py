"""What was restricted after it was brought forward is withheld of the later meeting too, wherever it is shown."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from tui.book.amended import read_amended
from tui.book.folder import Book
from tui.book.following import Following
from tui.book.meeting_file import read_meeting
from tui.book.opened import create_meeting, open_meeting
from tui.book.register.register import meeting_register, register
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting, Person, Section, SectionState
from tui.meeting.redaction.public_version import public
from tui.notes.render import render

NOW = datetime(2024, 6, 4, 10, 0)


def quay(day: date, number: int) -> Meeting:
    return Meeting(
        id=f"{number:032d}",
        title=f"Quay {day:%B}",
        date=day,
        header=(("Series", "Quay"),),
        people=(Person(id=1, name="Ann Lee", abbreviation="CC"), Person(id=2, name="Bo Oake", abbreviation="DCC")),
        sections=(Section(id=1, heading="Matters arising", state=SectionState.CURRENT), Section(id=2, heading="Works")),
    )


def typed(meeting: Meeting, *lines: str) -> Meeting:
    journal = Journal(meeting=meeting)
    for line in lines:
        journal = enter(journal, line, NOW).journal
    return journal.meeting


def book_with(folder: Path, before: list[str], later: list[str], since: list[str]) -> Path:
    """Make a book of two meetings, and type `since` into the first once its actions were brought to the second."""
    june = typed(quay(date(2024, 6, 4), 1), *before)
    july = typed(bring_forward(quay(date(2024, 7, 2), 2), [june], NOW), *later)
    first, second = (create_meeting(folder, one) for one in (june, july))
    with open_meeting(first) as opened:
        for line in since:
            opened.take(enter(opened.journal, line, NOW).journal, line="")
    return second


@pytest.mark.parametrize(
    ("before", "later", "since"),
    [
        (["!CC to find Fred by Friday"], [], ["s/find Fred/[[find Fred]]/"]),
        (["!CC to find Fred by Friday"], [], ["s/find/[[find/"]),
        (["!CC to find Fred by Friday"], ["s/find Fred/find young Fred/"], ["s/find Fred/[[find Fred]]/"]),
        (["!CC to find Fred by Friday"], ["~B1 Fred was seen", "-by Fred's aunt"], ["s/find Fred/[[find Fred]]/"]),
        (["!CC to find Fred by Friday"], ["~B1 He was seen"], ["/restrict"]),
        (["/go Works", "!CC to find Fred by Friday"], ["!CC to look <B1"], ["/restrict"]),
        (["!CC to go ^Fred's day"], [], ["s/Fred's day/[[Fred's day]]/"]),
        (["!CC to go @Fred"], [], ["s/@Fred/@[[Fred]]/", "s/CC to go/[[CC to go with Fred]]/"]),
        (["#Fred", "!CC to go"], [], ["s/Fred/[[Fred]]/"]),
    ],
)
def test_a_phrase_restricted_later_is_withheld_wherever_the_action_stands(
    tmp_path: Path, before: list[str], later: list[str], since: list[str]
) -> None:
    path = book_with(tmp_path, before, later, since)
    assert "Fred" in repr(read_meeting(path))
    meeting, _ = read_amended(path)
    assert "Fred" not in repr(public(meeting))
    assert "Fred" not in render(meeting, style="narrative", fmt="txt", version="public")
    assert "Fred" not in repr(meeting_register(path, today=NOW.date()))
    assert "Fred" not in repr(register(Book(tmp_path), today=NOW.date()).rows)
    assert "Fred" not in repr(Following(path).snapshot.meeting)
    assert "Fred" in repr(Following(path, internal=True).snapshot.meeting)


def test_what_is_restricted_nowhere_stays_as_it_is(tmp_path: Path) -> None:
    path = book_with(tmp_path, ["!CC to find Fred by Friday"], ["~B1 Fred was seen"], ["+[[Moss]] is well"])
    assert read_amended(path)[0] == read_meeting(path)


def test_other_words_of_the_later_meeting_are_not_withheld(tmp_path: Path) -> None:
    path = book_with(tmp_path, ["!CC to find Fred"], ["/go Works", "+Fred is a name"], ["s/find Fred/[[find Fred]]/"])
    assert "Fred is a name" in repr(public(read_amended(path)[0]))


def test_following_writes_no_index(tmp_path: Path) -> None:
    path = book_with(tmp_path, ["!CC to find Fred"], [], ["s/Fred/[[Fred]]/"])
    before = {one.name for one in tmp_path.rglob("*")}
    Following(path)
    assert {one.name for one in tmp_path.rglob("*")} == before


def test_a_meeting_whose_earlier_one_is_gone_is_read_as_it_is(tmp_path: Path) -> None:
    path = book_with(tmp_path, ["!CC to find Fred"], [], ["s/Fred/[[Fred]]/"])
    next(one for one in Book(tmp_path).files() if one != path).unlink()
    assert read_amended(path)[0] == read_meeting(path)
