"""Lines entered together: one change, words as words, nothing said lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.lines import any_line, line_of_words
from tests.meeting.room import AT, parish
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.capture.line_reader import words_at
from tui.meeting.capture.pasting import enter_lines, first_entries
from tui.meeting.history.journal import Journal, undo
from tui.meeting.model import Kind, Meeting, SectionState
from tui.meeting.text.brackets import carried


def stored(*lines: str, meeting: Meeting | None = None, kind: Kind | None = None) -> list[tuple[Kind, str]]:
    outcome = enter_lines(Journal(meeting=meeting or parish()), lines, AT, kind)
    return [(e.kind, e.text) for e in outcome.journal.meeting.entries]


def test_each_line_is_read_as_if_typed() -> None:
    assert stored("?MT: why", "because", "-a point", "", "after the point", "!NS to call by Friday") == [
        (Kind.QUESTION, "why"),
        (Kind.RESPONSE, "because"),
        (Kind.POINT, "a point"),
        (Kind.RESPONSE, "after the point"),
        (Kind.ACTION, "NS to call by Friday"),
    ]


def test_it_is_one_change_that_one_undo_takes_back() -> None:
    before = enter(Journal(meeting=parish()), "One", AT).journal
    outcome = enter_lines(before, ["Two", "!NS to call", "-three"], AT)
    assert len(outcome.journal.history) == len(before.history) + 1
    assert outcome.message == "3 entries pasted"
    assert undo(outcome.journal, AT).meeting == before.meeting


def test_commands_and_corrections_are_kept_as_words() -> None:
    journal = enter(Journal(meeting=parish()), "The first", AT).journal
    outcome = enter_lines(journal, ["/next", "/", "s/first/last/", "/undo"], AT)
    meeting = outcome.journal.meeting
    assert [e.text for e in meeting.entries] == ["The first", "/next", "s/first/last/", "/undo"]
    assert meeting.sections[0].state is SectionState.CURRENT
    assert (outcome.as_words, outcome.left_out) == (0, 1)


def test_what_cannot_apply_is_kept_as_words_and_said() -> None:
    outcome = enter_lines(Journal(meeting=parish()), ["One", "~B7 was provided", "!", "---", "Two"], AT)
    assert [e.text for e in outcome.journal.meeting.entries] == ["One", "~B7 was provided", "--", "Two"]
    assert (outcome.as_words, outcome.left_out) == (1, 1)
    assert outcome.message.startswith("4 entries pasted, 1 kept as plain words, 1 left out: ")


def test_empty_lines_around_the_text_do_nothing() -> None:
    assert stored("", "  ", "?why", "", " ") == [(Kind.QUESTION, "why")]
    outcome = enter_lines(Journal(meeting=parish()), ["?why", "", " "], AT)
    assert outcome.journal.meeting.current_kind is Kind.RESPONSE


def test_a_word_processor_s_bullets_are_points() -> None:
    assert stored("* Bins\n", "  * Lamps", "– Benches", "— Trees", "*Bold* words") == [
        (Kind.POINT, "Bins"),
        (Kind.POINT, "Lamps"),
        (Kind.POINT, "Benches"),
        (Kind.POINT, "Trees"),
        (Kind.POINT, "*Bold* words"),
    ]
    assert stored("Report:", "•\tThe first", " ◦ the second", "●third") == [
        (Kind.NOTE, "Report:"),
        (Kind.POINT, "The first"),
        (Kind.POINT, "the second"),
        (Kind.POINT, "third"),
    ]


def test_a_kind_given_holds_for_every_line_without_a_mark() -> None:
    kinds = [kind for kind, _ in stored("NS to call", "?why", "MT to write", kind=Kind.ACTION)]
    assert kinds == [Kind.ACTION, Kind.QUESTION, Kind.ACTION]


@pytest.mark.parametrize("lines", [[], ["", " "], ["!", "?", "/"]])
def test_nothing_to_store_is_refused(lines: list[str]) -> None:
    with pytest.raises(Refused):
        enter_lines(Journal(meeting=parish()), lines, AT)


def test_a_meeting_without_sections_refuses_with_the_reason() -> None:
    with pytest.raises(Refused, match="no sections"):
        enter_lines(Journal(meeting=parish(sections=())), ["One", "Two"], AT)


def test_the_first_entries_show_what_would_be_stored() -> None:
    lines = ["", "?why", "", "Ünïcode " * 1_000, "/next", "four", "five"]
    shown = first_entries(Journal(meeting=parish()), lines, AT, most=3)
    assert [e.kind for e in shown] == [Kind.QUESTION, Kind.NOTE, Kind.NOTE]
    assert len(shown[1].text) <= 600
    assert shown[2].text == "/next"
    assert first_entries(Journal(meeting=parish(sections=())), lines, AT, most=3) == ()


@given(st.lists(line_of_words, min_size=1, max_size=8))
def test_lines_that_apply_come_to_what_typing_them_comes_to(lines: list[str]) -> None:
    typed = Journal(meeting=parish())
    try:
        # Brackets that open on one line and close on another one are what pasted lines have and typed ones have not.
        for line, _ in carried(lines, words_at):
            typed = enter(typed, line, AT).journal
    except Refused:
        return
    assert enter_lines(Journal(meeting=parish()), lines, AT).journal.meeting.entries == typed.meeting.entries


@given(st.lists(any_line, max_size=8))
def test_any_lines_keep_their_section_and_are_undone_at_once(lines: list[str]) -> None:
    before = Journal(meeting=parish())
    try:
        outcome = enter_lines(before, lines, AT)
    except Refused:
        return
    assert outcome.journal.meeting.current == before.meeting.current
    assert undo(outcome.journal, AT).meeting == before.meeting
    filled = [line for line in lines if line.strip()]
    assert len(outcome.entries) + outcome.left_out >= len([line for line in filled if line.isprintable()])
