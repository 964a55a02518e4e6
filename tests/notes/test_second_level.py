"""Points one level further in, typed with `--`: in capture, in the log's edits and in every format."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.notes.docx.reading_docx import paragraphs
from tests.notes.html_page import read_page
from tests.notes.meetings import meeting
from tui.meeting.capture.capture import edit, enter
from tui.meeting.capture.editing import convert_entries
from tui.meeting.capture.pasting import enter_lines
from tui.meeting.history.journal import Journal
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry, Meeting, Section, SectionState
from tui.notes.render import render, render_file

AT = datetime(2024, 5, 7, 19, 5)
LINES = ("?HC: what was found", "-two faults", "--the hinge", "-- CP: the lock", "-a stain", ">CP: so it is", "-all")


OPEN = meeting(sections=(Section(id=1, number="1.", heading="DREDGING", state=SectionState.CURRENT),))


def keyed(*lines: str) -> Meeting:
    journal = Journal(meeting=OPEN)
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def points(shown: Meeting) -> list[tuple[str, bool]]:
    return [(one.text, one.inner) for one in shown.entries if one.kind is Kind.POINT]


def test_two_dashes_make_a_point_further_in_and_speakers_are_read_from_it() -> None:
    made = keyed(*LINES)
    assert points(made) == [
        ("two faults", False), ("the hinge", True), ("the lock", True), ("a stain", False), ("all", False),
    ]  # fmt: skip
    assert made.entries[3].speakers == ("CP",)


@pytest.mark.parametrize("line", ["---", "--- a rule", "\\--the hinge", "- -5 degrees"])
def test_what_only_begins_with_dashes_is_no_point_further_in(line: str) -> None:
    journal = Journal(meeting=OPEN)
    assert not any(inner for _, inner in points(enter(journal, line, AT).journal.meeting))


def test_pasted_lines_are_read_alike() -> None:
    pasted = enter_lines(Journal(meeting=OPEN), ["- two faults", "-- the hinge"], AT).journal.meeting
    assert points(pasted) == [("two faults", False), ("the hinge", True)]


def test_an_edit_keeps_how_far_in_it_stands_unless_a_mark_says_otherwise() -> None:
    journal = Journal(meeting=keyed(*LINES))

    def edited(line: str) -> Entry:
        return edit(journal, 3, line, AT).journal.meeting.entry(3)

    assert (edited("a hinge").inner, edited("--a hinge").inner, edited("-a hinge").inner) == (True, True, False)
    assert not edited("+a hinge").inner
    assert not convert_entries(journal.meeting, [3], Kind.NOTE).entry(3).inner


@pytest.mark.parametrize("style", ["formal", "narrative", "findings"])
def test_it_is_a_list_within_the_item_above_in_every_format(style: str) -> None:
    made = keyed(*LINES)
    (inner,) = [
        found
        for found in read_page(render(made, style=style, fmt="html")).every("ul")
        if found.words.split()[:2] == ["the", "hinge"]
    ]
    assert [item.words.strip() for item in inner.every("li")][-1].endswith("the lock")
    lines = {line.strip(" -•–"): line for line in render(made, style=style, fmt="txt").splitlines()}
    assert lines["two faults"].index("t") + 2 == lines["the hinge"].index("t")
    marked = {line.strip(" -"): line for line in render(made, style=style, fmt="md").splitlines()}
    assert marked["the hinge"].index("-") == marked["two faults"].index("-") + 2
    levels = {one.text: one.style.name for one in paragraphs(render_file(made, style=style, fmt="docx")) if one.style}
    assert levels["the hinge"] == "Point 2"


def test_without_a_point_above_it_is_a_plain_point() -> None:
    assert "• the hinge" in render(keyed("--the hinge"), fmt="txt")
    assert "<ul>" in render(keyed("+Said.", "--the hinge"), fmt="html")
