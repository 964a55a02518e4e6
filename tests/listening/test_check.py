"""The check is listened to: each finding is read out, and fixed, waived or passed by."""

from __future__ import annotations

from pathlib import Path

from tests.listening.hearing import a_meeting, keep
from tui.book.meeting_file import read_meeting


def test_what_is_open_is_fixed_waived_and_passed_by(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    lines = ("?who pays for ?? of it", "!Buy seed", "+We utilise the shed", "/go 3", "/check")
    heard = keep(path, *lines, "e who pays for the half of it", "n", "owner hale", "u", "fri", "f", "q")
    said = " ".join(heard.answers[5])
    assert said.startswith("1 gap, 1 question unanswered, 1 action without owner")
    after = read_meeting(path).entries
    assert after[0].text == "who pays for the half of it"
    assert after[1].action is not None
    assert after[1].action.owners == ("PJH",)
    assert any(line.startswith("End of the check: 1 ") for line in heard.said)


def test_a_waiver_needs_a_reason_and_may_be_given_at_once(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, "?why", "/go 3", "/check", "w", "", "waive it was rhetorical", "q")
    assert "a waiver needs a reason; say why it is right as it is" in heard.said
    assert [waiver.reason for waiver in read_meeting(path).waivers] == ["it was rhetorical"]
