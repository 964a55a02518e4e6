"""From the close to the published set and the mails, at a real terminal, in a few keys."""

from __future__ import annotations

import sys
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_meeting

AGENDA = """# Harbour Board June 2024

Date: 4 June 2024 10:00
Chair: Edith Marlowe

## Attendance
- Edith Marlowe, Harbour Master (HM) hm@example.org
- Owen Price, Treasurer (TR) tr@example.org

## Agenda
1. Moorings
2. Dredging
"""
ENTER, CTRL_N, CTRL_Q = b"\r", b"\x0e", b"\x11"
KEYS = (
    (b"/close", "/close"),
    (ENTER, "1 of 5"),
    (ENTER, "A gap in 1. Moorings"),
    (b"forty", "forty"),
    (ENTER, "A gap in 2. Dredging"),
    (b"October", "October"),
    (ENTER, "What is left goes out"),
    (CTRL_N, "Who approves"),
    (ENTER, "To which folder"),
    (ENTER, "writes the drafts"),
    (ENTER, "After the meeting"),
)
"""What is pressed, and what is waited for."""


@pytest.mark.long
def test_three_hundred_entries_are_published_with_mail_drafts_in_at_most_ten_keys_beside_words(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book", AGENDA)
    notes = [f"+Mooring {number} was looked at" for number in range(144)]
    actions = [
        f"!{'HM' if number % 2 else 'TR'} to mend chain {number}{' by Friday' if number else ''}" for number in range(5)
    ]
    lines = [*notes, *actions, "+There are ?? moorings", "/go 2", *notes, *actions, "+Dredging begins in ??"]
    assert minutebook(tmp_path / "book", "capture", stdin="\n".join(lines) + "\n").status == 0
    (tmp_path / "Documents").mkdir()
    command: list[str | Path] = [sys.executable, "-m", "tui", "--book", tmp_path / "book", "open"]
    pressed = 0
    with Terminal(command, home=tmp_path, columns=110, rows=36) as terminal:
        terminal.wait_for("saved")
        for keys, shown in KEYS:
            pressed += len(keys) == 1
            terminal.send(keys)
            terminal.wait_for(shown, timeout=60)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert pressed <= 10
    meeting = read_meeting(path)
    assert len(meeting.entries) >= 300
    assert not [entry.text for entry in meeting.entries if "??" in entry.text]
    assert meeting.approval is not None
    published = tmp_path / "Documents" / path.stem
    assert (published / "manifest.json").is_file()
    drafts = sorted(published.with_name(f"{published.name}-mail").iterdir())
    assert [message_from_bytes(one.read_bytes())["To"] for one in drafts] == [
        "Edith Marlowe <hm@example.org>",
        "Owen Price <tr@example.org>",
        "Edith Marlowe <hm@example.org>, Owen Price <tr@example.org>",
    ]
