from __future__ import annotations

from tests.book.samples import action, entry, meeting
from tui.meeting.redaction.controls import without_controls


def test_a_reference_holds_nothing_that_a_terminal_obeys() -> None:
    hostile = meeting(entries=(action(1, "to go\x1b[2J", "A1\x1b]0;x\x07\u202e"), entry(2)))
    (one, other) = without_controls(hostile).entries
    assert one.action is not None
    assert one.action.ref == "A1\ufffd]0;x\ufffd\ufffd"
    assert one.text == "to go\x1b[2J"
    assert other is hostile.entries[1]


def test_a_meeting_that_holds_none_stays_as_it_is() -> None:
    plain = meeting(entries=(action(1, "to go", "A1"),))
    assert without_controls(plain) is plain
