"""Where an undone change was, and how it is said."""

from __future__ import annotations

from msgspec.structs import replace

from tests.meeting.room import AT, Taker
from tui.meeting.capture.editing import delete_entries, move_by, move_to_section
from tui.meeting.history.journal import commit
from tui.meeting.history.undo_report import Undone, undone_last


def told(taker: Taker) -> Undone:
    undone = undone_last(taker.journal)
    assert undone is not None
    return undone


def test_an_undone_capture_names_its_words_and_its_section() -> None:
    taker = Taker()
    taker.do("/go 2", "?who mows the verge", "/go 3", "/undo")
    assert told(taker) == Undone(message="Undone: question “who mows the verge”", section=3)
    taker.do("/redo")
    assert told(taker) == Undone(message="Redone: question “who mows the verge”", section=3, entries=(1,))


def test_a_change_that_undoes_nothing_is_no_undo() -> None:
    taker = Taker()
    assert undone_last(taker.journal) is None
    taker.do("+one")
    assert undone_last(taker.journal) is None


def test_several_entries_are_counted_and_long_words_cut() -> None:
    taker = Taker()
    taker.do("+" + "word " * 30, "+two")
    taker.journal = commit(taker.journal, delete_entries(taker.meeting, {1, 2}), "delete", AT)
    taker.do("/undo")
    assert told(taker).entries == (1, 2)
    assert told(taker).message.startswith("Undone: delete “word word")
    assert told(taker).message.endswith("…” and 1 more")
    assert len(told(taker).message) < 70


def test_entries_that_only_changed_places_and_sections_are_found() -> None:
    taker = Taker()
    taker.do("+a", "+b", "+c", "/go 3")
    taker.journal = commit(taker.journal, move_by(taker.meeting, {3}, -1), "move", AT)
    taker.do("/undo")
    assert (told(taker).section, told(taker).entries) == (1, (2, 3))
    taker.journal = commit(taker.journal, move_to_section(taker.meeting, {2}, 3), "move", AT)
    taker.do("/undo")
    assert (told(taker).section, told(taker).entries) == (1, (2,))
    taker.do("/redo")
    assert told(taker).section == 3


def test_changes_of_sections_and_people_are_told() -> None:
    taker = Taker()
    taker.do("/rename Odds", "/go 3", "/undo")
    assert told(taker) == Undone(message="Undone: /rename", section=1)
    taker.do("/section 4 Drains", "/undo")
    assert told(taker).section is None
    taker.do("/apologies Gwen Pike", "/undo")
    assert told(taker) == Undone(message="Undone: /apologies", section=None)
    assert undone_last(replace(taker.journal, history=())) is None
