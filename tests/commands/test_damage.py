from __future__ import annotations

from pathlib import Path

from tests.commands.command_line import minutebook, new_meeting
from tui.book.meeting_file import read_meeting


def test_the_check_names_rows_that_are_not_as_written_and_repair_keeps_the_file_as_found(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    minutebook(path.parent, "capture", stdin="+seven for the budget\n+another\n")
    assert "nothing to repair" in minutebook(path.parent, "check", "--repair").out
    hurt = path.read_bytes().replace(b"seven for", b"five ffor")
    path.write_bytes(hurt)
    assert "not as written: row 1 of the table entries" in minutebook(path.parent, "check").err
    repaired = minutebook(path.parent, "check", "--repair")
    assert repaired.status == 0
    assert "row 1 of the table entries" in repaired.out
    (aside,) = path.parent.glob("*.damaged-*.json")
    assert aside.read_bytes() == hurt
    assert [entry.text for entry in read_meeting(path).entries] == ["five ffor the budget", "another"]
    assert "nothing to repair" in minutebook(path.parent, "check", "--repair").out
