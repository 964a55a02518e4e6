"""Lines that begin with a stroke."""

import pytest

from tests.meeting.room import AT, Taker, parish, with_forward
from tui.meeting.capture.commands import NAMES
from tui.meeting.capture.describe_line import describe_line
from tui.meeting.model import SectionState, Status


def test_stepping_moves_through_the_agenda_and_says_where_one_is() -> None:
    taker = Taker()
    taker.do("hello")
    for line, number in (("/next", "1a"), ("/next", "2"), ("/prev", "1a"), ("/go 3", "3"), ("/go allot", "2")):
        taker.do(line)
        assert taker.meeting.current is not None
        assert taker.meeting.current.number == number
        assert taker.outcome is not None
        assert taker.outcome.message.startswith(f"section {number}")


def test_deferring_and_skipping_move_on() -> None:
    taker = Taker()
    taker.do("hello", "/go 2", "/defer")
    assert taker.meeting.section(3).state is SectionState.DEFERRED
    assert taker.meeting.current == taker.meeting.section(4)
    taker.do("/skip")
    assert taker.meeting.section(4).state is SectionState.SKIPPED
    assert taker.meeting.current == taker.meeting.section(2)


def test_sections_are_added_numbered_named_and_restricted() -> None:
    taker = Taker()
    taker.do("hello", "/go 2", "/section 4 Trees", "/subsection Oaks", "/rename Great oaks", "/restrict")
    added = [(s.number, s.heading, s.level, s.restricted) for s in taker.meeting.sections[-3:]]
    assert added == [("4", "Trees", 1, False), ("", "Great oaks", 2, True), ("3", "Any other business", 1, False)]
    taker.do("/restrict")
    assert not any(s.restricted for s in taker.meeting.sections)


def test_the_meeting_starts_and_closes_once() -> None:
    taker = Taker()
    taker.do("hello", "/start", "/close")
    assert (taker.meeting.started, taker.meeting.closed) == (AT, AT)
    assert "19:04" in taker.refusal("/close")


def test_starting_a_closed_meeting_takes_it_up_again() -> None:
    taker = Taker()
    taker.do("/start", "/close", "/start")
    assert (taker.meeting.started, taker.meeting.closed) == (AT, None)
    assert "19:04" in taker.refusal("/start")


def test_a_closed_meeting_that_nobody_started_is_not_started_after_its_end() -> None:
    taker = Taker()
    taker.do("/close")
    assert "/undo" in taker.refusal("/start")
    taker.do("/undo", "/start")
    assert taker.meeting.started == AT


def test_the_current_section_is_moved_among_the_others() -> None:
    taker = Taker()
    taker.do("/go 3", "/move up")
    assert [s.number for s in taker.meeting.sections] == ["1", "1a", "3", "2"]
    taker.do("/move in", "/move OUT", "/undo", "/undo", "/undo")
    assert [s.number for s in taker.meeting.sections] == ["1", "1a", "2", "3"]


def test_actions_are_done_and_dropped() -> None:
    taker = Taker(with_forward())
    taker.do("!mow", "/done b1", "/drop A1")
    states = {e.action.ref: e.action.status for e in taker.meeting.entries if e.action}
    assert (states["B1"], states["A1"], states["B2"]) == (Status.DONE, Status.DROPPED, Status.OPEN)
    assert "done already" in taker.refusal("/done B1")


def test_undo_and_redo_take_the_notes_back_and_not_the_stepping() -> None:
    taker = Taker()
    taker.do("one", "/next", "two", "/prev", "/undo")
    assert [e.text for e in taker.meeting.entries] == ["one"]
    assert taker.meeting.current == taker.meeting.section(1)
    taker.do("/undo")
    assert "nothing to undo" in taker.refusal("/undo")
    taker.do("/redo", "/redo")
    assert [e.text for e in taker.meeting.entries] == ["one", "two"]
    assert "nothing to redo" in taker.refusal("/redo")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("/", "no command /"),
        ("/zebra", "needs \\"),
        ("/nxt", "did you mean /next?"),
        ("/arive Tom", "did you mean /arrive?"),
        ("/prev", "first section"),
        ("/go", "which section"),
        ("/go zebra", "no section"),
        ("/section", "heading"),
        ("/rename", "heading"),
        ("/arrive", "who"),
        ("/leave", "who"),
        ("/apologies", "who"),
        ("/absent", "who"),
        ("/leave Nemo", "nobody here is known"),
        ("/apologies Nemo", "nobody here is known"),
        ("/done", "which action"),
        ("/done B9", "there are B1, B2, B3"),
        ("/done lunch", "not an action"),
        ("/drop A1", "there are B1, B2, B3"),
        ("/undo", "nothing"),
        ("/redo", "nothing"),
        ("/start of term", "takes nothing but a time"),
        ("/move", "which way"),
        ("/move sideways", "up, down, in or out"),
        ("/move up", "first at its level"),
        ("/next 2", "takes no words"),
    ],
)
def test_a_command_that_cannot_apply_says_why_and_changes_nothing(line: str, reason: str) -> None:
    assert reason in Taker(with_forward()).refusal(line)


def test_every_command_has_words_for_what_it_does() -> None:
    for name in NAMES:
        assert describe_line(parish(), f"/{name}").startswith(f"/{name}  ")
