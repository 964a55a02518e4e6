from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.commands.command_line import AGENDA, minutebook

_LINES = """+The pontoon had been repaired before the season began.
?HM: is the mooring list complete
>TR: all but four berths are let
!TR to write to the four owners by 31 May 2024
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book = tmp_path / "book"
    (tmp_path / "agenda.md").write_text(AGENDA)
    minutebook(book, "new", "--agenda", tmp_path / "agenda.md")
    assert minutebook(book, "capture", stdin="/next\n" + _LINES).status == 0
    return book


def sent_back(book: Path, old: str, new: str) -> Path:
    file = book.parent / "chair.docx"
    assert minutebook(book, "render", "-o", file).status == 0
    document = docx.Document(str(file))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    every = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    (paragraph,) = [one for one in every if old in one.text]
    words = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = words
    document.add_comment(paragraph.runs, text="Please check this.", author="Edith")
    document.save(str(file))
    return file


def test_what_the_chair_changed_is_listed_and_changes_nothing(book: Path) -> None:
    before = [(one.name, one.read_bytes()) for one in book.glob("*.json")]
    file = sent_back(book, "repaired", "rebuilt")
    done = minutebook(book, "corrections", file)
    assert done.status == 0
    assert done.out.splitlines()[1:] == [
        "   - The pontoon had been repaired before the season began.",
        "   + The pontoon had been rebuilt before the season began.",
        "comment by Edith on “The pontoon had been rebuilt before the season began.”: Please check this.",
        "1 change, 1 comment in the public notes, style narrative",
    ]
    assert [(one.name, one.read_bytes()) for one in book.glob("*.json")] == before


def test_what_is_taken_over_is_in_the_notes_and_the_file_stays(book: Path) -> None:
    file = sent_back(book, "31 May 2024", "14 June 2024")
    content = file.read_bytes()
    assert minutebook(book, "corrections", file, "--take", "all").status == 0
    assert file.read_bytes() == content
    (action,) = json.loads(minutebook(book, "actions", "--format", "json").out)
    assert "14 June 2024" in action["text"]
    assert action["due_date"] == "2024-06-14"
    assert json.loads(minutebook(book, "corrections", file, "--json").out)["changes"] == []


def test_a_number_that_there_is_not_is_refused(book: Path) -> None:
    done = minutebook(book, "corrections", sent_back(book, "repaired", "rebuilt"), "--take", "2")
    assert (done.status, "--take all" in done.err) == (2, True)
