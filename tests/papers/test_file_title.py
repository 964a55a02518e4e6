"""The title that the name of a paper's file gives where the paper has none."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda
from tui.papers.file_title import title_of_file

UNTITLED = "Date: 3 March 2020\n1. Walls\n"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("week_07.md", "Week 07"),
        ("Harbour_Board_Agenda.docx", "Harbour Board"),
        ("board-meeting-agenda-2024-05-07.md", "Board meeting"),
        ("C:\\papers\\Parish Council 12-05-2024.docx", "Parish Council"),
    ],
)
def test_a_paper_without_a_title_is_called_as_its_file_is(name: str, title: str) -> None:
    draft = read_agenda(UNTITLED, name)
    assert draft.meeting.title == title
    assert draft.warnings[0].endswith("change it with /title")
    assert f"“{title}”" in draft.warnings[0]


@pytest.mark.parametrize("name", ["2024-03-19.md", "agenda.md", "agenda (2) final.md", "standard input", "-"])
def test_a_file_whose_name_says_nothing_gives_a_plain_title_that_is_said(name: str) -> None:
    assert title_of_file(name) == ""
    draft = read_agenda(UNTITLED, name)
    assert draft.meeting.title == "Meeting"
    assert "“Meeting”" in draft.warnings[0]
