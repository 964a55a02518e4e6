"""What follows the closing of a meeting keeps nobody from having closed it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from tests.commands.command_line import AGENDA, new_meeting
from tui.book.meeting_file import read_meeting
from tui.book.opened import OpenMeeting, open_meeting
from tui.meeting.capture.capture import enter
from tui.use_cases.after_closing import Closed, after_closing

AT = datetime(2024, 6, 4, 18, 42, tzinfo=UTC)
JUNE = AGENDA.replace("7 May 2024", "4 June 2024").replace("May", "June").replace("Matters arising", "Last minutes")


def closed_after(path: Path, line: str) -> OpenMeeting:
    """Key a line into a meeting and close it."""
    with open_meeting(path) as opened:
        opened.take(enter(opened.journal, line, AT).journal)
    return opened


def test_the_minutes_that_it_agreed_are_approved_in_the_folder_where_it_stands(tmp_path: Path) -> None:
    may, june = new_meeting(tmp_path, AGENDA), new_meeting(tmp_path, JUNE)
    opened = closed_after(june, "=Agreed")
    (approval,) = after_closing(opened, AT).approvals
    assert approval.words == "The minutes of 7 May 2024 are approved by the meeting of 4 June 2024"
    assert read_meeting(may).approval is not None
    assert after_closing(opened, AT) == Closed(path=opened.path)


def test_a_folder_that_cannot_be_read_is_a_problem_to_be_said_and_no_error(tmp_path: Path) -> None:
    june = new_meeting(tmp_path / "book", JUNE)
    opened = closed_after(june, "=Agreed")
    shutil.rmtree(june.parent)
    june.parent.write_text("no folder")
    done = after_closing(opened, AT)
    assert done.approvals == ()
    assert str(june.parent) in done.problem
