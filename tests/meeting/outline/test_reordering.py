"""Working on the agenda while the meeting stands where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from tests.meeting.outline.test_outline import panel, shape
from tests.meeting.room import AT, Taker, parish
from tui.errors import Refused
from tui.meeting.history.journal import Journal, commit, redo, undo
from tui.meeting.model import Kind, Meeting, Section, SectionState
from tui.meeting.outline.outline import find_section, is_restricted, path_of, step
from tui.meeting.outline.reordering import (
    MOVES,
    indent_section,
    insert_section,
    move_section,
    outdent_section,
    pass_over_section,
    restrict_section,
    retitle_section,
)


def id_of(meeting: Meeting, wanted: str) -> int:
    return find_section(meeting, wanted).id


def headings(meeting: Meeting) -> list[str]:
    return [section.heading for section in meeting.sections]


def test_a_section_moves_past_its_sibling_with_what_is_below_both() -> None:
    meeting = panel()
    moved = move_section(meeting, id_of(meeting, "4"), -1)
    assert [(s.level, s.number) for s in moved.sections] == [
        *((1, "1."), (1, "4."), (2, "4a"), (3, "1."), (3, "2."), (2, "4b"), (3, "1.")),
        *((1, "2."), (2, "2.1"), (3, "1."), (3, "2."), (2, "2.2"), (1, "5.")),
    ]
    assert move_section(moved, id_of(meeting, "4"), 1) == meeting


@pytest.mark.parametrize(
    ("wanted", "by", "reason"),
    [("1", -1, "first at its level"), ("5", 1, "last at its level"), ("2.1", -1, "first"), ("4b", 1, "last")],
)
def test_a_section_does_not_leave_the_one_it_stands_under(wanted: str, by: int, reason: str) -> None:
    meeting = panel()
    with pytest.raises(Refused, match=reason):
        move_section(meeting, id_of(meeting, wanted), by)


def test_a_section_moves_in_under_the_one_above_and_out_after_it() -> None:
    meeting = panel()
    inside = indent_section(meeting, id_of(meeting, "5"))
    assert [s.number for s in path_of(inside, inside.sections[-1])] == ["4.", "5."]
    assert outdent_section(inside, id_of(meeting, "5")) == meeting
    out = outdent_section(meeting, id_of(meeting, "4a"))
    place = headings(out).index("PERFORMANCE")
    assert shape(out)[place - 1 :] == [
        *((3, "1.", "Health and wellbeing"), (1, "4a", "PERFORMANCE"), (2, "1.", "Rape and sexual offences")),
        *((2, "2.", "Child at risk"), (1, "5.", "AOB:")),
    ]


def test_nothing_moves_in_under_nothing_or_out_of_nothing() -> None:
    meeting = panel()
    with pytest.raises(Refused, match="none above"):
        indent_section(meeting, id_of(meeting, "1"))
    with pytest.raises(Refused, match="under no other"):
        outdent_section(meeting, id_of(meeting, "4"))


def test_moving_in_restricts_and_moving_out_lifts_nothing() -> None:
    meeting = restrict_section(panel(), id_of(panel(), "4"))
    inside = indent_section(meeting, id_of(meeting, "5"))
    assert inside.sections[-1].restricted
    out = outdent_section(meeting, id_of(meeting, "4b"))
    assert is_restricted(out, find_section(out, "4b"))


def test_a_section_is_added_elsewhere_and_not_entered() -> None:
    meeting = step(panel(), 1)
    added, new = insert_section(meeting, id_of(meeting, "4a"), "4aa Estates")
    assert added.section(new) == Section(id=new, number="", heading="4aa Estates", level=2)
    added, new = insert_section(meeting, id_of(meeting, "4"), "4c Estates", below=True)
    assert added.section(new) == Section(id=new, number="4c", heading="Estates", level=2)
    assert tuple(s for s in added.sections if s.id != new) == meeting.sections


def test_the_first_section_of_all_is_entered() -> None:
    added, new = insert_section(parish(sections=()), None, "Welcome")
    assert added.current == added.section(new)


def test_the_kind_of_the_line_stays_while_the_agenda_changes() -> None:
    taker = Taker()
    taker.do("?why")
    for changed in (insert_section(taker.meeting, 3, "Trees")[0], restrict_section(taker.meeting, 3)):
        assert changed.current_kind is Kind.RESPONSE


@pytest.mark.parametrize(
    ("words", "number", "heading"),
    [
        ("2.1 Leading", "2.1", "Leading"),
        ("2.3 Leadership", "2.3", "Leadership"),
        ("  Leadership   and pay ", "", "Leadership and pay"),
        ("2.1", "", "2.1"),
    ],
)
def test_a_section_gets_the_number_and_heading_typed(words: str, number: str, heading: str) -> None:
    meeting = panel()
    section = retitle_section(meeting, id_of(meeting, "2.1"), words).section(id_of(meeting, "2.1"))
    assert (section.number, section.heading) == (number, heading)


def test_a_number_of_no_usual_shape_stays_when_it_is_typed_again() -> None:
    meeting = parish(sections=(Section(id=1, number="Item Z", heading="A", state=SectionState.CURRENT),))
    meeting = replace(meeting, sections=(replace(meeting.sections[0], number="§7"),))
    assert retitle_section(meeting, 1, "§7 Bees").sections[0].number == "§7"
    with pytest.raises(Refused, match="heading"):
        retitle_section(meeting, 1, "  ")


def test_a_section_elsewhere_is_deferred_and_that_is_taken_back() -> None:
    meeting = panel()
    later = id_of(meeting, "4")
    deferred = pass_over_section(meeting, later, SectionState.DEFERRED)
    assert deferred.section(later).state is SectionState.DEFERRED
    assert deferred.current == meeting.current
    assert pass_over_section(deferred, later, SectionState.DEFERRED) == meeting


def test_deferring_the_current_section_goes_on_to_the_next() -> None:
    meeting = panel()
    deferred = pass_over_section(meeting, meeting.sections[0].id, SectionState.DEFERRED)
    assert (deferred.sections[0].state, deferred.current) == (SectionState.DEFERRED, deferred.sections[1])


def test_a_section_with_words_in_it_is_visited_when_skipping_is_taken_back() -> None:
    taker = Taker()
    taker.do("+said", "/next", "/next")
    skipped = pass_over_section(taker.meeting, 1, SectionState.SKIPPED)
    assert skipped.section(1).reached == 1
    assert pass_over_section(skipped, 1, SectionState.SKIPPED).section(1).state is SectionState.VISITED


def test_restricting_elsewhere_leaves_the_meeting_where_it_is() -> None:
    meeting = panel()
    restricted = restrict_section(meeting, id_of(meeting, "4"))
    assert restricted.current == meeting.current
    assert [s.number for s in restricted.sections if s.restricted] == ["4.", "4a", "1.", "2.", "4b", "1."]


def outlines() -> st.SearchStrategy[Meeting]:
    """Outlines of any levels, those that skip one among them, with entries here and there."""

    def made(rows: list[tuple[int, bool]]) -> Meeting:
        sections = tuple(
            Section(
                id=at,
                heading=f"Heading {at}",
                number=str(at) if at % 3 else "",
                level=level,
                restricted=restricted,
                state=SectionState.CURRENT if at == 1 else SectionState.UNREACHED,
            )
            for at, (level, restricted) in enumerate(rows, 1)
        )
        taker = Taker(parish(sections=sections))
        for at in range(len(rows)):
            taker.do(f"+words {at}", *(["/next"] if at < len(rows) - 1 else []))
        return taker.meeting

    return st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=8).map(made)


CHANGES: tuple[Callable[[Meeting, int], Meeting], ...] = (
    *MOVES.values(),
    restrict_section,
    lambda meeting, i: pass_over_section(meeting, i, SectionState.DEFERRED),
    lambda meeting, i: pass_over_section(meeting, i, SectionState.SKIPPED),
    lambda meeting, i: retitle_section(meeting, i, "1 Other"),
    lambda meeting, i: insert_section(meeting, i, "New")[0],
    lambda meeting, i: insert_section(meeting, i, "New", below=True)[0],
)


@examples(150)
@given(outlines(), st.lists(st.tuples(st.integers(0, len(CHANGES) - 1), st.integers(0, 20)), max_size=12))
def test_every_section_and_entry_is_kept_and_undo_is_exact(first: Meeting, steps: list[tuple[int, int]]) -> None:
    journal = Journal(meeting=first)
    states = [first]
    for which, at in steps:
        meeting = journal.meeting
        try:
            changed = CHANGES[which](meeting, meeting.sections[at % len(meeting.sections)].id)
        except Refused:
            continue
        known = {section.id for section in meeting.sections}
        assert {s.id for s in changed.sections} >= known
        assert len({s.id for s in changed.sections}) == len(changed.sections) <= len(known) + 1
        assert changed.entries == meeting.entries
        assert [s.state for s in changed.sections].count(SectionState.CURRENT) == 1
        assert all(section.level >= 1 for section in changed.sections)
        after = commit(journal, changed, "agenda", AT)
        if after is not journal:
            states.append(changed)
        journal = after
    for wanted in reversed(states[:-1]):
        journal = undo(journal, AT)
        assert journal.meeting == wanted
    for wanted in states[1:]:
        journal = redo(journal, AT)
        assert journal.meeting == wanted


@examples(100)
@given(outlines(), st.sampled_from(sorted(MOVES)), st.integers(0, 7))
def test_moving_changes_what_stands_above_no_other_section(meeting: Meeting, way: str, at: int) -> None:
    section = meeting.sections[at % len(meeting.sections)]
    try:
        moved = MOVES[way](meeting, section.id)
    except Refused:
        return
    for other in meeting.sections:
        above, still = path_of(meeting, other), path_of(moved, moved.section(other.id))
        if section.id not in {one.id for one in above}:
            assert [one.id for one in still] == [one.id for one in above]
        if other.restricted:
            assert moved.section(other.id).restricted
