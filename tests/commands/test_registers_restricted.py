"""What the public may not read stays out of every register, whatever way a row comes to name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting

AGENDA = """# Parish Council May 2024

Date: 7 May 2024

## Attendance
- Ann Lee (AL)
- [[Quill Feather]]
- Cy Pugh (CP)

## Agenda
1. Works
2. Quill settlement
3. Close
"""

LINES = """/go Works
=That the fence be green; proposed by Quill Feather, seconded by AL. Against: CP. Others for.
=That the gate be moved. For: Quill Feather, AL; against: CP
?Quill Feather: Who pays
/interest CP, personal, a friend of [[Quill Feather]]
/interest AL, personal, lives beside [[Quill]]
/go 2
/restrict
=That Quill be paid; carried
?AL: Is Quill content
/interest CP, personal, Quill is an aunt
/go Close
+Done.
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("restricted") / "book"
    new_meeting(folder, AGENDA)
    done = minutebook(folder, "capture", stdin=LINES)
    assert done.status == 0, done.out + done.err
    return folder


@pytest.mark.parametrize("name", ["decisions", "attendance", "interests", "questions"])
@pytest.mark.parametrize("fmt", ["table", "csv", "json", "md"])
def test_a_restricted_name_and_section_are_in_no_public_register(book: Path, name: str, fmt: str) -> None:
    page = minutebook(book, name, "--format", fmt).out
    assert "Cy Pugh" in page or name == "questions"
    assert "Quill" not in page
    assert "Quill" in minutebook(book, name, "--format", fmt, "--version", "internal").out
