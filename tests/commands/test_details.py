"""`minutebook details`, `delete`, `bin` and `restore-deleted`, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tui.book.disk.lock import lock_meeting
from tui.book.meeting_file import read_meeting


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


def files(book: Path) -> list[str]:
    return sorted(path.name for path in book.glob("*.json"))


def test_details_are_printed_for_people_and_for_programs(book: Path) -> None:
    new_meeting(book)
    shown = minutebook(book, "details").out
    assert "Tuesday 7 May 2024, 18:30" in shown
    assert "Owen Price, Treasurer (TR) – member" in shown
    found = json.loads(minutebook(book, "details", "2024-05", "--json").out)
    assert (found["title"], found["start"], found["chair"]) == ("Quay Committee May 2024", "18:30:00", "Edith Marlowe")
    assert found["people"][1]["abbreviation"] == "TR"


def test_a_changed_day_renames_the_file_and_takes_the_paper_along(book: Path) -> None:
    new_meeting(book)
    done = minutebook(book, "details", "--date", "Wednesday 8 May 2024", "--venue", "Boathouse", "--set", "Quorum: 2")
    assert done.status == 0, done.err
    assert "now called 2024-05-08-quay-committee.json" in done.out
    assert files(book) == ["2024-05-08-quay-committee.json"]
    assert [path.name for path in (book / "papers").iterdir()] == ["2024-05-08-quay-committee.md"]
    meeting = read_meeting(book / files(book)[0])
    assert (meeting.said("Venue"), meeting.said("Quorum")) == ("Boathouse", "2")


def test_another_title_leaves_a_meeting_in_the_series_that_others_are_in(book: Path) -> None:
    new_meeting(book)
    minutebook(book, "new", "--after", "2024-05", "--date", "4 June 2024")
    done = minutebook(book, "details", "2024-06", "--title", "Harbour Board")
    assert done.status == 0, done.err
    assert files(book) == ["2024-05-07-quay-committee.json", "2024-06-04-quay-committee.json"]
    meeting = read_meeting(book / files(book)[1])
    assert (meeting.title, meeting.series) == ("Harbour Board", "Quay Committee")


def test_another_title_gives_a_meeting_alone_in_its_series_another_one(book: Path) -> None:
    new_meeting(book)
    minutebook(book, "details", "--title", "Harbour Board")
    assert files(book) == ["2024-05-07-harbour-board.json"]
    assert read_meeting(book / files(book)[0]).said("Series") == ""


def test_undo_in_a_later_run_takes_the_name_back_too(book: Path) -> None:
    new_meeting(book)
    minutebook(book, "details", "--date", "8 May 2024")
    minutebook(book, "capture", stdin="/undo\n")
    assert files(book) == ["2024-05-07-quay-committee.json"]


def test_a_file_that_somebody_named_keeps_its_name(book: Path) -> None:
    path = new_meeting(book)
    path.rename(book / "ours.json")
    minutebook(book, "details", "--date", "8 May 2024")
    assert files(book) == ["ours.json"]


def test_a_day_on_which_the_series_has_a_meeting_is_refused(book: Path) -> None:
    new_meeting(book)
    new_meeting(book, AGENDA.replace("Tuesday 7 May", "Wednesday 8 May"))
    done = minutebook(book, "details", "2024-05-07", "--date", "8 May 2024")
    assert done.status == 2
    assert "there is a meeting of that date and series already" in done.err
    assert read_meeting(book / "2024-05-07-quay-committee.json").date.day == 7


def test_a_meeting_that_another_program_holds_is_left_alone(book: Path) -> None:
    path = new_meeting(book)
    lock = lock_meeting(path)
    try:
        changed = minutebook(book, "details", "--date", "8 May 2024")
        deleted = minutebook(book, "delete", "2024-05")
    finally:
        lock.release()
    assert "has it open for writing" in changed.err
    assert "has it open for writing" in deleted.err
    assert files(book) == [path.name]
    assert minutebook(book, "bin").out == "The bin is empty.\n"


def test_what_a_later_meeting_brought_forward_still_comes_from_it_after_a_change_of_its_day(book: Path) -> None:
    path = new_meeting(book)
    minutebook(book, "capture", stdin="!HM to paint the buoy\n")
    minutebook(book, "new", "--after", path.stem)
    minutebook(book, "details", path.stem, "--date", "8 May 2024")
    rows = json.loads(minutebook(book, "actions", "--format", "json", "--version", "internal").out)
    assert len(rows) == 1
    assert "Quay Committee May 2024" in json.dumps(rows)


def test_changes_of_approved_notes_are_printed_as_amendments(book: Path) -> None:
    new_meeting(book)
    minutebook(book, "approve")
    assert minutebook(book, "details", "--venue", "Boathouse").status == 0
    assert "Boathouse" in minutebook(book, "render", "--format", "txt").out.split("AMENDMENTS")[1]


def test_a_deleted_meeting_is_in_the_bin_and_comes_back_whole(book: Path) -> None:
    path = new_meeting(book)
    minutebook(book, "capture", stdin="!HM to paint the buoy\n")
    before = path.read_bytes()
    assert minutebook(book, "delete", "2024-05").status == 0
    assert files(book) == []
    assert minutebook(book, "actions").out.count("buoy") == 0
    assert "2024-05-07-quay-committee.json  Quay Committee May 2024" in minutebook(book, "bin").out
    assert minutebook(book, "restore-deleted", "2024").status == 0
    assert path.read_bytes() == before
    assert (book / "papers" / "2024-05-07-quay-committee.md").exists()
    assert not [*(book / "bin").iterdir()]


def test_approved_notes_are_not_deleted(book: Path) -> None:
    path = new_meeting(book)
    minutebook(book, "approve")
    done = minutebook(book, "delete", path.stem)
    assert (done.status, files(book)) == (2, [path.name])
    assert "--withdraw" in done.err


def test_a_meeting_is_not_brought_back_over_another_one(book: Path) -> None:
    path = new_meeting(book)
    minutebook(book, "delete", path.stem)
    new_meeting(book)
    done = minutebook(book, "restore-deleted")
    assert done.status == 2
    assert "already" in done.err
    assert "is empty" in minutebook(book.parent / "other", "restore-deleted").err


def test_the_standing_members_of_a_series_are_added_when_asked(book: Path) -> None:
    new_meeting(book)
    agenda = (
        AGENDA.replace("7 May", "4 June").replace("- Owen Price, Treasurer (TR)\n", "").replace("May 2024", "June 2024")
    )
    path = new_meeting(book, agenda)
    assert [person.name for person in read_meeting(path).people] == ["Edith Marlowe"]
    assert minutebook(book, "details", path.stem, "--members").status == 0
    assert [person.name for person in read_meeting(path).people] == ["Edith Marlowe", "Owen Price"]


def test_new_says_which_standing_members_an_agenda_does_not_name(book: Path) -> None:
    new_meeting(book)
    agenda = (
        AGENDA.replace("7 May", "4 June").replace("- Owen Price, Treasurer (TR)\n", "").replace("May 2024", "June 2024")
    )
    source = book.parent / "june.md"
    source.write_text(agenda, encoding="utf-8")
    lines = minutebook(book, "new", "--agenda", source).out.splitlines()
    assert lines[-2:] == [
        "  not named, but there on 7 May 2024: Owen Price",
        "  minutebook details 2024-06-04-quay-committee --members adds them",
    ]
