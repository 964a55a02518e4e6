"""A meeting that was moved or renamed is known by its new name in the meetings that took its actions on."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tui.book.meeting_file import read_meeting
from tui.meeting.details.sources import with_source
from tui.meeting.model import Meeting, Source

JULY = AGENDA.replace("7 May 2024", "2 July 2024").replace("Committee May", "Committee July")


def with_an_action_taken_on(book: Path) -> tuple[Path, Path]:
    """Make a meeting with an action, and a later one that takes it on."""
    may = new_meeting(book)
    assert minutebook(book, "capture", may, "-", stdin="2\n!Owen: mend the rail\n").status == 0
    source = book.parent / "july.md"
    source.write_text(JULY, encoding="utf-8")
    assert minutebook(book, "new", "--agenda", source, "--after", may).status == 0
    return may, next(book.glob("2024-07-02*.json"))


def sources(meeting: Meeting) -> set[tuple[str, str]]:
    named = [section.brought_from for section in meeting.sections if section.brought_from]
    named += [entry.action.origin.meeting for entry in meeting.entries if entry.action and entry.action.origin]
    return {(one.title, str(one.date)) for one in named}


def test_a_meeting_that_is_moved_is_known_by_its_new_day_in_the_one_after_it(tmp_path: Path) -> None:
    may, july = with_an_action_taken_on(tmp_path / "book")
    assert sources(read_meeting(july)) == {("Quay Committee May 2024", "2024-05-07")}
    assert minutebook(tmp_path / "book", "details", may, "--date", "4 June 2024").status == 0
    assert {day for _, day in sources(read_meeting(july))} == {"2024-06-04"}
    assert "from the June 2024 meeting" in minutebook(tmp_path / "book", "render", july, "--format", "md").out


def test_what_names_no_other_meeting_or_knows_it_rightly_stays_the_very_same(tmp_path: Path) -> None:
    _, july = with_an_action_taken_on(tmp_path / "book")
    meeting = read_meeting(july)
    known = next(section.brought_from for section in meeting.sections if section.brought_from)
    assert with_source(meeting, known) is meeting
    assert with_source(meeting, replace(known, id="another")) is meeting
    moved = with_source(meeting, Source(id=known.id, title="Quay", date=known.date))
    assert {title for title, _ in sources(moved)} == {"Quay"}
