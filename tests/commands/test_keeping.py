from __future__ import annotations

import shutil
from pathlib import Path

from tests.commands.command_line import minutebook, new_meeting
from tui.book.meeting_file import read_meeting


def test_a_copy_is_compared_and_joined_entry_by_entry(tmp_path: Path) -> None:
    book = tmp_path / "book"
    own = new_meeting(book)
    minutebook(book, "capture", stdin="!TR to pay\n")
    copy = own.with_name(f"{own.stem} (Jane's conflicted copy 2024-05-08).json")
    shutil.copy(own, copy)
    minutebook(book, "capture", own, stdin="-ours\n")
    minutebook(book, "capture", copy, stdin="!HM to buy theirs\n-theirs too\n")
    compared = minutebook(book, "join", own.name, copy.name)
    assert compared.status == 1
    assert "1. only in the copy: action “HM to buy theirs”" in compared.out
    assert "3. not in the copy: point “ours”" in compared.out
    assert minutebook(book, "join", own.name, copy.name, "--take", "7").status == 2
    assert minutebook(book, "join", own.name, copy.name, "--take", "1").status == 0
    assert [entry.text for entry in read_meeting(own).entries] == ["TR to pay", "ours", "HM to buy theirs"]
    assert minutebook(book, "join", own.name, copy.name, "--take", "all").status == 0
    assert {entry.text for entry in read_meeting(own).entries} == {
        "TR to pay",
        "ours",
        "HM to buy theirs",
        "theirs too",
    }
    assert len(read_meeting(copy).entries) == 3


def test_two_meetings_cannot_be_joined(tmp_path: Path) -> None:
    own = new_meeting(tmp_path / "book")
    done = minutebook(own.parent, "join", own.name, own.name)
    assert done.status == 2
    assert "not two versions of one meeting" in done.err
