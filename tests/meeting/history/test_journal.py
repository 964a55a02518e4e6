"""The history of a meeting: undo, redo, and what it says of every change."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from tests.meeting.room import AT, Taker, parish, with_forward
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Change, Journal, commit, redo, undo
from tui.meeting.history.row_changes import difference
from tui.meeting.model import Kind, Meeting, SectionState


def replayed(first: Meeting, history: tuple[Change, ...]) -> Meeting:
    """Make every change again from the records alone, as somebody who reads the file would."""
    meeting: dict[str, Any] = msgspec.to_builtins(first)
    for change in history:
        for part in change.parts:
            if part.table == "meeting":
                meeting.update(part.after or {})
                continue
            rows: list[dict[str, Any]] = list(meeting.get(part.table, []))
            if part.id == 0:
                order = (part.after or {})["order"]
                rows.sort(key=lambda row: order.index(row["id"]))
            elif part.after is None:
                rows = [row for row in rows if row["id"] != part.id]
            elif part.before is None:
                rows.insert(part.place or 0, part.after)
            else:
                rows = [{**row, **part.after} if row["id"] == part.id else row for row in rows]
            meeting[part.table] = rows
    return msgspec.convert(meeting, Meeting)


def notes_of(meeting: Meeting) -> tuple[object, ...]:
    """Give what undo is about: all but the place in the agenda and the order in which it was walked."""
    sections = tuple((s.id, s.heading, s.number, s.level, s.restricted) for s in meeting.sections)
    return meeting.entries, meeting.people, sections, meeting.started, meeting.closed


def test_undo_and_redo_go_through_the_changes_one_by_one() -> None:
    taker = Taker()
    taker.do("+one", "!MT to write", "/rename Matters old and new")
    after = notes_of(taker.meeting)
    taker.do("/undo", "/undo")
    assert [e.text for e in taker.meeting.entries] == ["one"]
    taker.do("/redo", "/redo")
    assert notes_of(taker.meeting) == after


def test_with_nothing_to_undo_or_redo_that_is_said() -> None:
    journal = Journal(meeting=parish())
    with pytest.raises(Refused, match="nothing to undo"):
        undo(journal, AT)
    with pytest.raises(Refused, match="nothing to redo"):
        redo(journal, AT)


def test_a_new_change_ends_what_could_be_redone_and_stepping_does_not() -> None:
    taker = Taker()
    taker.do("+one", "/undo", "/next", "/redo")
    assert [e.text for e in taker.meeting.entries] == ["one"]
    taker.do("/undo", "+two")
    assert "nothing to redo" in taker.refusal("/redo")


def test_stepping_alone_is_nothing_to_undo() -> None:
    taker = Taker()
    taker.do("/next", "/go 3")
    assert "nothing to undo" in taker.refusal("/undo")


def test_undo_restores_the_current_kind() -> None:
    taker = Taker()
    taker.do("+a", "?b")
    kinds = [taker.kind]
    taker.do("/undo")
    assert [*kinds, taker.kind] == [Kind.RESPONSE, Kind.NOTE]


def test_undo_after_stepping_leaves_the_place_alone() -> None:
    taker = Taker()
    taker.do("+a", "/go 3", "?b", "/go 2", "/undo", "/undo")
    assert taker.meeting.current is not None
    assert taker.meeting.current.number == "2"
    assert taker.meeting.entries == ()
    taker.do("/redo")
    assert taker.meeting.current.number == "2"


@pytest.mark.parametrize("between", [[], ["/next"], ["/go 1"], ["/go 1", "/go 2"], ["/prev"]])
def test_undoing_a_new_section_takes_it_out_and_stands_somewhere(between: list[str]) -> None:
    taker = Taker()
    before = notes_of(taker.meeting)
    taker.do("/section 4 Drains", *between, "/undo")
    assert notes_of(taker.meeting) == before
    assert [s.state for s in taker.meeting.sections].count(SectionState.CURRENT) == 1
    taker.do("/redo")
    assert [s.heading for s in taker.meeting.sections if s.number == "4"] == ["Drains"]
    assert [s.state for s in taker.meeting.sections].count(SectionState.CURRENT) == 1


def test_undoing_a_new_section_goes_back_to_where_it_was_made() -> None:
    taker = Taker()
    taker.do("/go 2", "/section 4 Drains", "/undo")
    assert taker.meeting.current is not None
    assert taker.meeting.current.number == "2"


def test_a_state_that_is_the_same_leaves_no_trace() -> None:
    journal = Journal(meeting=parish())
    assert commit(journal, parish(), "nothing", AT) is journal


def test_a_change_of_order_alone_is_recorded_and_undone() -> None:
    taker = Taker()
    taker.do("+a", "+b")
    moved = msgspec.structs.replace(taker.meeting, entries=taker.meeting.entries[::-1])
    journal = commit(taker.journal, moved, "move", AT)
    assert [part.table for part in journal.history[-1].parts] == ["entries"]
    assert undo(journal, AT).meeting.entries == taker.meeting.entries
    assert replayed(parish(), journal.history) == moved


def test_a_change_says_what_was_before_and_after() -> None:
    taker = Taker()
    taker.do("/rename Odds and ends")
    change = taker.journal.history[-1]
    assert (change.what, change.at) == ("/rename", AT)
    assert [(p.table, p.id, p.before, p.after) for p in change.parts] == [
        ("sections", 1, {"heading": "Matters arising"}, {"heading": "Odds and ends"})
    ]


LINES = [
    *("?why", ">because", "-a point", "+a note", "!MT to act by Friday", "!PJH to act again <B1", "=Agreed, 3 for"),
    *("~B2 done so far", "&A bell rang", "#Under", "", "%+private", "/next", "/prev", "/next", "/go 3", "/go 1a"),
    *("/go drains", "/section 9 Drains", "/section Lamps", "/subsection 3.1 Roof", "/rename Other", "/defer", "/skip"),
    *("/restrict", "/arrive Ida Novak", "/leave Gwen Pike", "/leave Tom Orchard", "/apologies Tom Pike"),
    *("/absent Gwen Pike", "/arrive Bo Oake, Clerk", "/done B1", "/drop A1", "/start", "/close", "s/a/b/"),
    *("/undo", "/undo", "/redo"),
]


@examples(200)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_any_lines_leave_one_current_section_and_a_history_that_replays(lines: list[str]) -> None:
    first = with_forward()
    journal = Journal(meeting=first)
    for line in lines:
        try:
            journal = enter(journal, line, AT).journal
        except Refused:
            continue
        meeting = journal.meeting
        assert [s.state for s in meeting.sections].count(SectionState.CURRENT) == 1
        known = {s.id for s in meeting.sections}
        assert len(known) == len(meeting.sections)
        assert {e.section for e in meeting.entries} <= known
        assert len({e.id for e in meeting.entries}) == len(meeting.entries)
    assert replayed(first, journal.history) == journal.meeting
    assert [change.id for change in journal.history] == list(range(1, len(journal.history) + 1))


@examples(150)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_undoing_everything_and_redoing_it_comes_to_the_same_notes(lines: list[str]) -> None:
    first = with_forward()
    journal = Journal(meeting=first)
    for line in lines:
        try:
            journal = enter(journal, line, AT).journal
        except Refused:
            continue
    wanted = notes_of(journal.meeting)
    undone = 0
    try:
        while True:
            journal = undo(journal, AT)
            undone += 1
    except Refused:
        assert notes_of(journal.meeting) == notes_of(first)
    for _ in range(undone):
        journal = redo(journal, AT)
    assert notes_of(journal.meeting) == wanted


@given(st.permutations(range(5)), st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4)))
def test_a_difference_between_any_two_tables_replays(order: list[int], left: set[int], right: set[int]) -> None:
    taker = Taker()
    taker.do("+a", "+b", "+c", "+d", "+e")
    entries = taker.meeting.entries
    before = msgspec.structs.replace(taker.meeting, entries=tuple(e for e in entries if e.id - 1 not in left))
    after = msgspec.structs.replace(taker.meeting, entries=tuple(entries[at] for at in order if at not in right))
    journal = commit(Journal(meeting=before), after, "all at once", AT)
    assert replayed(before, journal.history) == after
    if journal.history:
        assert undo(journal, AT).meeting.entries == before.entries
        assert redo(undo(journal, AT), AT).meeting.entries == after.entries
    assert all(one.table != other.table or one.id != other.id for one, other in pairwise(difference(before, after)))


def test_undo_in_a_meeting_that_stands_nowhere_leaves_it_standing_nowhere() -> None:
    meeting = enter(Journal(meeting=parish()), "!Clerk to write", AT).journal.meeting
    nowhere = replace(meeting, sections=tuple(replace(s, state=SectionState.VISITED) for s in meeting.sections))
    dropped = commit(Journal(meeting=nowhere), replace(nowhere, entries=()), "drop", AT)
    assert undo(dropped, AT).meeting == nowhere
