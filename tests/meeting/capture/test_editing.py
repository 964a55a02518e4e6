"""Changing what was captured already: several entries in one change, nothing lost, undone exactly."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.meeting.lines import line_of_words
from tests.meeting.room import AT, Taker, with_forward
from tui.errors import Refused
from tui.meeting.capture.capture import edit
from tui.meeting.capture.editing import (
    convert_entries,
    delete_entries,
    last_captured,
    mark_last,
    move_by,
    move_to_section,
    set_due,
    set_owners,
    set_speakers,
    toggle_restricted,
)
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.capture.prompt_choices import choose_names
from tui.meeting.dates.due import due_of
from tui.meeting.history.journal import commit, redo, undo
from tui.meeting.model import Entry, Kind, Meeting, Status


def taken(*lines: str) -> Taker:
    taker = Taker()
    taker.do(*lines)
    return taker


def texts(meeting: Meeting, section: int = 1) -> list[str]:
    return [e.text for e in meeting.entries_of(section)]


def owners_of(entry: Entry) -> tuple[str, ...]:
    assert entry.action is not None
    return entry.action.owners


def test_several_entries_are_converted_their_words_kept() -> None:
    meeting = convert_entries(taken("+MT to price a bench", "?why", "-a point").meeting, {1, 2}, Kind.ACTION)
    assert [(e.kind, e.text) for e in meeting.entries] == [
        (Kind.ACTION, "MT to price a bench"),
        (Kind.ACTION, "why"),
        (Kind.POINT, "a point"),
    ]
    assert [owners_of(e) for e in meeting.entries[:2]] == [("MT",), ()]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.UPDATE])
@pytest.mark.parametrize(
    "line", ["MT: is it sound", "MT to mend it @NS ^Friday", "a note with [[a secret", "2 for, 1 against"]
)
def test_no_word_is_lost_by_a_conversion(kind: Kind, line: str) -> None:
    before = taken(f"!{line}")
    meeting = convert_entries(before.meeting, {1}, kind)
    typed = typed_words(meeting, meeting.entry(1))
    assert set(line.replace("]]", "").split()) <= set(typed.replace("]]", "").split())


def test_an_entry_converted_to_an_update_stands_under_its_sections_action_wherever_the_meeting_is() -> None:
    taker = Taker(with_forward())
    taker.do("/go 1a", "+it was priced", "/go 3")
    meeting = convert_entries(taker.meeting, {4}, Kind.UPDATE)
    assert (meeting.entry(4).about, meeting.entry(4).section) == (1, 2)


def test_an_action_brought_forward_stays_what_and_where_it_is() -> None:
    meeting = with_forward()
    changes: tuple[Callable[[], Meeting], ...] = (
        lambda: convert_entries(meeting, {1}, Kind.NOTE),
        lambda: delete_entries(meeting, {1}),
        lambda: move_by(meeting, {1}, 1),
        lambda: move_to_section(meeting, {1}, 3),
    )
    for change in changes:
        with pytest.raises(Refused, match="B1 was brought forward"):
            change()


def test_an_update_is_not_moved_from_its_action_but_can_be_deleted() -> None:
    taker = Taker(with_forward())
    taker.do("~B2 it is clear")
    with pytest.raises(Refused, match="stands under its action"):
        move_by(taker.meeting, {4}, -1)
    assert len(delete_entries(taker.meeting, {4}).entries) == 3


@pytest.mark.parametrize("change", [delete_entries, lambda m, ids: convert_entries(m, ids, Kind.NOTE)])
def test_what_an_action_replaced_is_open_again_when_it_is_none_any_more(
    change: Callable[[Meeting, Collection[int]], Meeting],
) -> None:
    taker = Taker(with_forward())
    taker.do("!MT to price two benches <B1")
    action = change(taker.meeting, {4}).entry(1).action
    assert action is not None
    assert (action.status, action.replaced_by) == (Status.OPEN, "")


def test_speakers_set_and_taken_away_stay_so_when_the_words_are_corrected() -> None:
    taker = taken("?MT asked who pays")
    given_up = set_speakers(taker.meeting, {1}, ())
    taker.journal = commit(taker.journal, given_up, "speakers", AT)
    assert taker.key("s/pays/paid/").speakers == ()
    taker.journal = commit(taker.journal, set_speakers(taker.meeting, {1}, ("NS", "PJH")), "speakers", AT)
    assert taker.key("s/paid/pays/").speakers == ("NS", "PJH")
    assert taker.meeting.entry(1).text == "MT asked who pays"


@pytest.mark.parametrize(
    ("line", "said"), [("!MT to act", "an action"), ("#Heading", "a subheading"), ("&Bell", "an event")]
)
def test_what_nobody_says_has_no_speakers(line: str, said: str) -> None:
    with pytest.raises(Refused, match=f"{said} has no speakers"):
        set_speakers(taken(line).meeting, {1}, ("MT",))


def test_speakers_are_set_on_those_among_several_that_have_some() -> None:
    meeting = set_speakers(taken("?why", "!MT to act").meeting, {1, 2}, ("MT",))
    assert [e.speakers for e in meeting.entries] == [("MT",), ()]


def test_owners_and_due_that_are_set_are_put_into_the_words_and_stay_when_others_change() -> None:
    taker = taken("!MT to mend it by Friday")
    meeting = set_due(set_owners(taker.meeting, {1}, ("PJH",)), {1}, due_of(taker.meeting, "June meeting"))
    taker.journal = commit(taker.journal, meeting, "owners", AT)
    action = taker.key("s/mend/paint/").action
    assert action is not None
    assert (action.owners, action.due and action.due.words) == (("PJH",), "by the June meeting")
    taker.journal = commit(taker.journal, set_due(set_owners(taker.meeting, {1}, ()), {1}, None), "owners", AT)
    action = taker.key("s/paint/mend/").action
    assert action is not None
    assert (action.owners, action.due) == ((), None)
    action = taker.key("s/PJH/NS/").action
    assert action is not None
    assert action.owners == ("NS",)


def test_owners_and_due_make_actions_only_where_none_is_one() -> None:
    meeting = taken("+one", "+two", "!three").meeting
    assert [owners_of(e) for e in set_owners(meeting, {1, 2}, ("MT",)).entries if e.action] == [("MT",), ("MT",), ()]
    mixed = set_due(meeting, {1, 3}, due_of(meeting, "Friday"))
    assert [e.kind for e in mixed.entries] == [Kind.NOTE, Kind.NOTE, Kind.ACTION]


def test_restricted_is_lifted_only_where_all_are() -> None:
    meeting = toggle_restricted(taken("+one", "%+two").meeting, {1, 2})
    assert [e.restricted for e in meeting.entries] == [True, True]
    assert [e.restricted for e in toggle_restricted(meeting, {1, 2}).entries] == [False, False]


def test_entries_move_together_and_stop_at_the_end_of_their_section() -> None:
    meeting = taken("+a", "/go 2", "+x", "/go 1", "+b", "+c", "+d").meeting
    up = move_by(meeting, {3, 5}, -1)
    assert texts(up) == ["b", "a", "d", "c"]
    assert texts(up, 3) == ["x"]
    with pytest.raises(Refused, match="first entry"):
        move_by(up, {3}, -1)
    with pytest.raises(Refused, match="last entry"):
        move_by(meeting, {4, 5}, 1)
    assert texts(move_by(meeting, {1, 3}, 1)) == ["c", "a", "b", "d"]


def test_entries_move_to_the_end_of_another_section_in_their_order() -> None:
    meeting = taken("+a", "+b", "+c", "/go 2", "+x").meeting
    moved = move_to_section(meeting, {1, 3}, 3)
    assert (texts(moved), texts(moved, 3)) == (["b"], ["x", "a", "c"])
    with pytest.raises(Refused, match="that section already"):
        move_to_section(moved, {1}, 3)


def test_the_last_entry_is_the_one_captured_last_in_any_section_and_no_arrival() -> None:
    taker = Taker(with_forward())
    assert last_captured(taker.meeting) is None
    with pytest.raises(Refused, match="nothing is captured"):
        mark_last(taker.meeting, Kind.QUESTION)
    taker.do("+first", "/go 2", "/arrive Tom Orchard")
    last = last_captured(taker.meeting)
    assert last is not None
    assert last.text == "first"


def test_marking_the_last_entry_goes_on_as_if_it_had_been_captured_so() -> None:
    taker = taken("+is it sound")
    assert mark_last(taker.meeting, Kind.QUESTION).current_kind is Kind.RESPONSE
    assert mark_last(taken("?why", "-because").meeting, Kind.ACTION).current_kind is Kind.POINT
    taker.do("/next")
    assert mark_last(taker.meeting, Kind.QUESTION).current_kind is Kind.NOTE
    assert mark_last(taker.meeting, Kind.NOTE) is taker.meeting


NAMES = ("d", "mt, pjh", "ns", "", '"a “b” group', "x@y")
DUES = ("f", "", "next meeting", "June @MT", "[[secret]] Friday", "??")


def any_change(meeting: Meeting, draw: st.DataObject) -> Meeting:
    """Make one change of the log to some entries."""
    ids = draw.draw(st.sets(st.sampled_from([e.id for e in meeting.entries]), min_size=1))
    change = draw.draw(st.integers(0, 7))
    if change == 0:
        return convert_entries(meeting, ids, draw.draw(st.sampled_from(list(Kind))))
    if change == 1:
        return delete_entries(meeting, ids)
    if change == 2:
        return set_speakers(meeting, ids, choose_names(meeting, draw.draw(st.sampled_from(NAMES))).names)
    if change == 3:
        return set_owners(meeting, ids, choose_names(meeting, draw.draw(st.sampled_from(NAMES)), owners=True).names)
    if change == 4:
        return set_due(meeting, ids, due_of(meeting, draw.draw(st.sampled_from(DUES))))
    if change == 5:
        return toggle_restricted(meeting, ids)
    if change == 6:
        section = meeting.entry(min(ids)).section
        return move_by(
            meeting, {i for i in ids if meeting.entry(i).section == section}, draw.draw(st.sampled_from([-1, 1]))
        )
    return move_to_section(meeting, ids, draw.draw(st.sampled_from([s.id for s in meeting.sections])))


@examples(200)
@given(st.lists(line_of_words, min_size=1, max_size=6), st.data())
def test_any_changes_lose_nothing_and_are_undone_and_redone_exactly(lines: list[str], data: st.DataObject) -> None:
    taker = Taker(with_forward())
    for line in lines:
        try:
            taker.do(line)
        except Refused:
            continue
    before, journal, states = taker.meeting, taker.journal, [taker.meeting]
    for _ in range(data.draw(st.integers(1, 4))):
        if not journal.meeting.entries:
            break
        try:
            changed = any_change(journal.meeting, data)
        except Refused:
            continue
        assert {e.id for e in changed.entries} <= {e.id for e in journal.meeting.entries}
        assert len(changed.entries) == len({e.id for e in changed.entries})
        assert all((e.action is not None) is (e.kind is Kind.ACTION) for e in changed.entries)
        further = commit(journal, changed, "change", AT)
        if further is not journal:
            states.append(changed)
        journal = further
    for state in reversed(states[:-1]):
        journal = undo(journal, AT)
        assert journal.meeting == state
    assert journal.meeting == before
    for state in states[1:]:
        journal = redo(journal, AT)
        assert journal.meeting == state


@examples(150)
@given(st.lists(line_of_words, min_size=1, max_size=4), st.data())
def test_an_entry_edited_to_the_words_it_has_is_the_same(lines: list[str], data: st.DataObject) -> None:
    taker = Taker(with_forward())
    for line in lines:
        try:
            taker.do(line)
        except Refused:
            continue
    ids = [e.id for e in taker.meeting.entries]
    chosen = data.draw(st.sampled_from(ids))
    owners = data.draw(st.sampled_from([("MT",), (), ("Finance team",), ("NS", "ALL")]))
    try:
        meeting = set_owners(taker.meeting, {chosen}, owners)
    except Refused:
        return
    taker.journal = commit(taker.journal, meeting, "owners", AT)
    entry = taker.meeting.entry(chosen)
    edited = edit(taker.journal, chosen, f"!{typed_words(taker.meeting, entry)}", AT)
    after = edited.journal.meeting.entry(chosen).action
    assert entry.action is not None
    assert after is not None
    assert after.owners == owners
    assert after.due == entry.action.due
