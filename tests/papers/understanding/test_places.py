"""Where a meeting is, told from what stands beside its day or on a line of its own."""

from __future__ import annotations

import pytest

from tui.meeting.languages.header_words import said_under
from tui.papers.agenda import read_agenda


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Join Zoom Meeting", "Zoom"),
        ("Please join us on Microsoft Teams:", "Microsoft Teams"),
        ("Join the Google Meet call", "Google Meet"),
        ("Zoom meeting", "Zoom meeting"),
        ("Harbour Office, first floor", "Harbour Office, first floor"),
        ("Join the Friends of the Library", ""),
    ],
)
def test_the_line_over_a_link_tells_what_the_meeting_is_held_on(line: str, place: str) -> None:
    paper = f"Quay Residents Association\nTuesday 4 June 2024, 7.30pm\n{line}\n\n1. Welcome\n2. Moorings\n"
    assert said_under(read_agenda(paper, "agenda.txt").meeting, "Venue") == place
