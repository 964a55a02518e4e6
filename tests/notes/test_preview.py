"""The preview's lines are those of the notes, and each leads to the entry it prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.notes.meetings import entry, meeting
from tests.notes.random_meetings import meetings
from tui.meeting.model import Meeting
from tui.notes.preview import Preview, preview
from tui.notes.render import render
from tui.notes.templates.styles import style_names


def look(of: Meeting, style: str = "narrative", fmt: str = "txt", version: str = "internal") -> Preview:
    return preview(of, style=style, fmt=fmt, version=version, width=80)


@given(of=meetings(), style=st.sampled_from(style_names()), fmt=st.sampled_from(["txt", "md"]))
@examples(60)
def test_the_lines_are_those_that_render_prints(of: Meeting, style: str, fmt: str) -> None:
    made = look(of, style, fmt)
    assert "\n".join(made.lines) + "\n" == render(of, style=style, fmt=fmt, version="internal", width=80)
    assert len(made.entries) == len(made.lines)


@given(numbers=st.lists(st.integers(1, 5000), min_size=1, max_size=12, unique=True), fmt=st.sampled_from(["txt", "md"]))
@examples(40)
def test_each_entry_is_found_where_its_words_stand(numbers: list[int], fmt: str) -> None:
    of = meeting(*(entry(number, "note", f"The word{number}word was heard.") for number in sorted(numbers)))
    made = look(of, fmt=fmt)
    for number in numbers:
        at = made.line_of(number)
        assert at is not None
        assert f"word{number}word" in made.lines[at]


def test_a_long_entry_has_all_its_lines_and_is_found_at_its_first() -> None:
    of = meeting(
        entry(1, "note", "Before."), entry(2, "note", "first " + "word " * 60 + "last."), entry(3, "note", "After.")
    )
    made = look(of)
    lines = [line for line, of_entry in zip(made.lines, made.entries, strict=True) if of_entry == 2 and line]
    assert lines[0].startswith("first")
    assert lines[-1].endswith("last.")
    at = made.line_of(2)
    assert at is not None
    assert made.lines[at] == lines[0]


def test_what_stands_below_the_last_entry_belongs_to_none() -> None:
    made = look(meeting(entry(1, "note", "The only one."), header=(("Next", "Soon"),)))
    below = made.lines.index("The only one.") + 1
    assert set(made.entries[below:]) == {0}
    assert any(line.strip() for line in made.lines[below:])


def test_the_public_version_shows_nothing_restricted_and_leads_to_no_entry_of_it() -> None:
    of = meeting(
        entry(1, "note", "Known."), entry(2, "note", "Zebra.", restricted=True), entry(3, "note", "a [[zebra]]")
    )
    made = look(of, version="public")
    assert not any("ebra" in line for line in made.lines)
    assert made.line_of(2) is None
    assert made.line_of(3) is not None


@pytest.mark.parametrize("fmt", ["html", "docx"])
def test_a_format_that_is_no_text_is_shown_as_the_plain_text_of_its_style(fmt: str) -> None:
    of = meeting(entry(1, "note", "*Known* to all."))
    made = look(of, fmt=fmt)
    assert made.as_text
    assert made.lines == look(of, fmt="txt").lines


def test_words_that_hold_a_mark_of_the_previews_own_lead_nowhere_wrong() -> None:
    forged = "\U000e01ef\U000e0109"
    of = meeting(entry(1, "note", f"One{forged} word."), entry(2, "note", "Two words."))
    made = look(of)
    assert set(made.entries) <= {0, 1, 2}
