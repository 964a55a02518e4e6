"""The chair's review: what is to be settled, what each action lacks, and what the chair makes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.meeting.lines import any_line
from tests.meeting.room import AT, Taker, parish, with_forward
from tui.errors import Refused
from tui.meeting.actions.actions import actions_of
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.actions.review import (
    Grouping,
    Verdict,
    agree,
    first_lacking,
    first_left,
    grouped,
    is_left,
    missing,
    summary,
    toggle_done,
    toggle_struck,
    updates_on,
    verdict_of,
    walk_order,
    where_it_arose,
)
from tui.meeting.capture.capture import edit
from tui.meeting.capture.editing import set_due, set_owners
from tui.meeting.dates.due import due_of
from tui.meeting.history.journal import Journal, commit, redo, undo
from tui.meeting.model import Entry, Meeting, Status


def at_work(*lines: str) -> Taker:
    """Give a meeting with three actions brought forward and lines captured in it."""
    taker = Taker(with_forward())
    taker.do("/go 2", *lines)
    return taker


def of_ref(meeting: Meeting, ref: str) -> Entry:
    return next(entry for entry in meeting.entries if entry.action and entry.action.ref == ref)


def made(taker: Taker, change: Callable[[Meeting, int], Meeting], ref: str, what: str = "agreed") -> None:
    """Make a change of the review, as the screen does."""
    meeting = change(taker.meeting, of_ref(taker.meeting, ref).id)
    taker.journal = commit(taker.journal, meeting, what, AT)


def refs(meeting: Meeting, ids: tuple[int, ...]) -> list[str]:
    return [action.ref for entry_id in ids if (action := meeting.entry(entry_id).action)]


def headings(meeting: Meeting, grouping: Grouping) -> dict[str, list[str]]:
    """Give the refs in each group by its heading, or its section's number."""
    return {
        (group.section.number if group.section else group.heading): refs(meeting, tuple(e.id for e in group.actions))
        for group in grouped(meeting, grouping)
    }


def lacks(taker: Taker, ref: str) -> tuple[str, ...]:
    return missing(taker.meeting, of_ref(taker.meeting, ref))


# What there is to settle.


def test_the_review_holds_this_meetings_actions_and_those_brought_forward() -> None:
    taker = at_work("!NS to walk the bounds ^Friday", "!Mow the green", "a note")
    assert headings(taker.meeting, Grouping.SECTION) == {"1a": ["B1", "B2", "B3"], "2": ["A1", "A2"]}


def test_by_owner_what_nobody_is_named_for_comes_first_and_people_come_as_they_stand() -> None:
    taker = at_work('!@"Finance team" @MT to pay', "!NS to walk", "!PJH and NS to talk", "!Mow the green")
    assert headings(taker.meeting, Grouping.OWNER) == {
        "Nobody named": ["B2", "A4"],
        "MT": ["B1"],
        "PJH": ["B3", "A3"],
        "NS": ["A2"],
        "Finance team": ["A1"],
    }


def test_by_due_what_has_no_date_comes_first_and_the_soonest_next() -> None:
    taker = at_work("!NS to walk ^Friday", "!NS to talk ^following PMG", "!Mow ^13 May 2022", "!Dig ^11 May 2022")
    assert headings(taker.meeting, Grouping.DUE) == {
        "No date": ["B1", "B2", "A2"],
        "11 May 2022": ["A4"],
        "12 May 2022": ["B3"],
        "13 May 2022": ["A1", "A3"],
    }


@pytest.mark.parametrize("grouping", Grouping)
def test_every_action_stands_in_one_group_however_they_are_grouped(grouping: Grouping) -> None:
    taker = at_work("!NS, MT and ALL to walk ^Friday", "!Mow", "!MT to mow ^Friday")
    order = walk_order(grouped(taker.meeting, grouping))
    assert sorted(order) == sorted(entry.id for entry in actions_of(taker.meeting))


def test_the_walk_goes_on_with_the_next_that_is_not_settled_and_ends_after_the_last() -> None:
    taker = at_work("!one", "!two")
    order = walk_order(grouped(taker.meeting, Grouping.SECTION))
    made(taker, agree, "B2")
    made(taker, toggle_done, "A1")
    assert first_left(taker.meeting, order) == of_ref(taker.meeting, "B1").id
    assert first_left(taker.meeting, order, of_ref(taker.meeting, "B1").id) == of_ref(taker.meeting, "B3").id
    assert first_left(taker.meeting, order, of_ref(taker.meeting, "B3").id) == of_ref(taker.meeting, "A2").id
    assert first_left(taker.meeting, order, of_ref(taker.meeting, "A2").id) is None


def test_after_the_end_the_first_that_lacks_something_is_shown() -> None:
    taker = at_work("!NS to walk ^Friday", "!NS to talk")
    order = tuple(of_ref(taker.meeting, ref).id for ref in ("A1", "A2"))
    assert first_lacking(taker.meeting, order) == order[1]
    assert first_lacking(taker.meeting, order[:1]) is None


# What one lacks.


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("!NS to walk the bounds ^Friday", ()),
        ("!Mow the green ^Friday", ("nobody is named",)),
        ("!NS to walk the bounds", ("no date is given",)),
        ("!NS to walk ^following PMG", ("no date: “following PMG” gives none",)),
        ("!Mow the green", ("nobody is named", "no date is given")),
        ("!Tom Orchard to mow ^Friday", ("Tom Orchard sent apologies",)),
        ("!NS to fill the ?? in ^Friday", ("something was missed: ??",)),
        ("!NS to walk ^9 May 2022", ("the date has passed: 9 May 2022",)),
        ("!ALL to walk ^Friday", ()),
        ('!@"Finance team" to walk ^Friday', ()),
    ],
)
def test_what_an_action_lacks_is_said_in_plain_words(line: str, said: tuple[str, ...]) -> None:
    assert lacks(at_work(line), "A1") == said


def test_an_owner_who_is_away_is_named_with_the_reason() -> None:
    taker = at_work("/absent NS", "!NS and MT to walk ^Friday", "/leave PJH", "!PJH to talk ^Friday")
    assert lacks(taker, "A1") == ("Sgt Priya Nair (NS) is absent",)
    assert lacks(taker, "A2") == ("Dr Peter James Hale (PJH) is not in the room",)


def test_an_owner_who_left_after_hearing_of_it_is_not_missed() -> None:
    assert lacks(at_work("!NS to walk ^Friday", "/leave NS"), "A1") == ()


def test_a_settled_action_lacks_nothing() -> None:
    taker = at_work("!Mow the green")
    made(taker, toggle_struck, "A1")
    assert lacks(taker, "A1") == ()


def test_where_an_action_arose_is_told_by_the_entries_just_before_it() -> None:
    taker = at_work("one", "two", "?three", ">four", "!Mow the green")
    arose = where_it_arose(taker.meeting, of_ref(taker.meeting, "A1"))
    assert [entry.text for entry in arose] == ["two", "three", "four"]
    assert where_it_arose(taker.meeting, of_ref(taker.meeting, "B1")) == ()


def test_the_updates_on_one_brought_forward_are_its_own() -> None:
    taker = at_work("~B1 The bench was priced", "~B2 Nothing was done")
    assert [e.text for e in updates_on(taker.meeting, of_ref(taker.meeting, "B1"))] == ["The bench was priced"]


# What the chair makes of it.


def test_agreeing_leaves_an_action_open_and_settles_it() -> None:
    taker = at_work("!NS to walk ^Friday")
    assert is_left(of_ref(taker.meeting, "A1"))
    made(taker, agree, "A1")
    agreed = of_ref(taker.meeting, "A1")
    assert verdict_of(agreed) is Verdict.AGREED
    assert agreed.action
    assert agreed.action.status is Status.OPEN


def test_what_is_struck_is_not_agreed_by_agreeing() -> None:
    taker = at_work("!NS to walk")
    made(taker, toggle_struck, "A1")
    before = taker.meeting
    made(taker, agree, "A1")
    assert taker.meeting == before


@pytest.mark.parametrize(
    ("toggle", "verdict", "status"),
    [(toggle_struck, Verdict.STRUCK, Status.DROPPED), (toggle_done, Verdict.DONE, Status.DONE)],
)
def test_striking_and_done_toggle_and_take_the_agreement_away(
    toggle: Callable[[Meeting, int], Meeting], verdict: Verdict, status: Status
) -> None:
    taker = at_work("!NS to walk")
    made(taker, agree, "A1")
    made(taker, toggle, "A1")
    entry = of_ref(taker.meeting, "A1")
    assert entry.action
    assert (verdict_of(entry), entry.action.status) == (verdict, status)
    made(taker, toggle, "A1")
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.LEFT


def test_what_was_done_can_be_struck_instead() -> None:
    taker = at_work("!NS to walk")
    made(taker, toggle_done, "A1")
    made(taker, toggle_struck, "A1")
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.STRUCK


def test_an_action_that_another_replaced_is_settled_and_stays_so() -> None:
    taker = at_work("!NS to price two benches <B1")
    assert verdict_of(of_ref(taker.meeting, "B1")) is Verdict.REPLACED
    with pytest.raises(Refused, match="B1 was replaced by A1"):
        toggle_struck(taker.meeting, of_ref(taker.meeting, "B1").id)


@pytest.mark.parametrize("line", ["s/walk/run/", "s/walk/run @MT/", "s/walk/run ^Friday/"])
def test_a_correction_elsewhere_takes_the_agreement_away(line: str) -> None:
    taker = at_work("!NS to walk the bounds", "!Mow")
    made(taker, agree, "A1")
    made(taker, agree, "A2")
    taker.do(line)
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.LEFT
    assert verdict_of(of_ref(taker.meeting, "A2")) is Verdict.AGREED


def test_other_owners_and_another_due_take_the_agreement_away_and_undo_brings_it_back() -> None:
    def owners(meeting: Meeting, entry_id: int) -> Meeting:
        return set_owners(meeting, (entry_id,), ("MT",))

    def due(meeting: Meeting, entry_id: int) -> Meeting:
        return set_due(meeting, (entry_id,), due_of(meeting, "Friday"))

    for change in (owners, due):
        taker = at_work("!NS to walk the bounds")
        made(taker, agree, "A1")
        made(taker, change, "A1", "owners")
        assert is_left(of_ref(taker.meeting, "A1"))
        taker.journal = undo(taker.journal, AT)
        assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.AGREED
        taker.journal = redo(taker.journal, AT)
        assert is_left(of_ref(taker.meeting, "A1"))


def test_an_edit_that_changes_nothing_and_a_date_that_moves_with_its_meeting_leave_the_agreement() -> None:
    taker = at_work("!NS to walk ^Friday")
    made(taker, agree, "A1")
    entry = of_ref(taker.meeting, "A1")
    taker.journal = edit(taker.journal, entry.id, "!NS to walk ^Friday", AT).journal
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.AGREED

    def moved(meeting: Meeting, entry_id: int) -> Meeting:
        action = meeting.entry(entry_id).action
        assert action
        assert action.due
        return set_due(meeting, (entry_id,), replace(action.due, date=date(2022, 6, 1)))

    made(taker, moved, "A1")
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.AGREED


def test_a_further_update_leaves_the_agreement() -> None:
    taker = at_work("!NS to walk ^Friday")
    made(taker, agree, "B1")
    taker.do("~B1 It was priced")
    assert verdict_of(of_ref(taker.meeting, "B1")) is Verdict.AGREED


def test_every_change_of_the_review_is_in_the_history() -> None:
    taker = at_work("!NS to walk")
    made(taker, agree, "A1")
    made(taker, toggle_struck, "A1", "struck")
    whats = [(change.what, change.parts[-1].before, change.parts[-1].after) for change in taker.journal.history[-2:]]
    assert [what for what, _, _ in whats] == ["agreed", "struck"]
    assert all(before is not None and after is not None and "action" in before for _, before, after in whats)


@given(st.lists(any_line, max_size=6), st.lists(st.sampled_from((agree, toggle_done, toggle_struck)), max_size=4))
def test_whatever_is_captured_the_review_says_what_there_is_and_undoes_what_it_did(
    lines: list[str], changes: list[Callable[[Meeting, int], Meeting]]
) -> None:
    taker = at_work()
    for line in lines:
        try:
            taker.do(line)
        except Refused:
            continue
    before = taker.meeting
    for place, change in enumerate(changes):
        ids = [entry.id for entry in actions_of(taker.meeting)]
        try:
            meeting = change(taker.meeting, ids[place % len(ids)])
        except Refused:
            continue
        taker.journal = commit(taker.journal, meeting, "review", AT)
    count = sum(int(part.split()[0]) for part in summary(taker.meeting).split(", ") if "without" not in part)
    assert count == len(actions_of(taker.meeting))
    for entry in actions_of(taker.meeting):
        assert all(words == words.strip() for words in missing(taker.meeting, entry))
    journal: Journal = taker.journal
    while journal.meeting != before:
        journal = undo(journal, AT)


# The summary.


def test_the_summary_counts_what_became_of_them_and_what_is_without_owner_or_date() -> None:
    taker = at_work("!NS to walk ^Friday", "!Mow ^Friday", "!NS to talk", "!Dig")
    for ref in ("B2", "A1", "A2"):
        made(taker, agree, ref)
    made(taker, toggle_struck, "A4")
    made(taker, toggle_done, "B1")
    assert summary(taker.meeting) == "3 agreed, 1 struck, 1 done, 2 left, 2 without owner, 2 without date"


def test_without_actions_there_is_nothing_to_sum_up() -> None:
    assert summary(Taker().meeting) == ""
    assert grouped(Taker().meeting, Grouping.OWNER) == ()


def test_a_dropped_action_of_the_capture_line_counts_as_struck() -> None:
    taker = at_work("!NS to walk")
    taker.do("/drop A1")
    assert verdict_of(of_ref(taker.meeting, "A1")) is Verdict.STRUCK


def test_what_was_agreed_last_month_is_to_be_settled_again_when_it_is_brought_forward() -> None:
    taker = at_work("!NS to walk ^Friday")
    made(taker, agree, "A1")
    after = bring_forward(parish(id="2" * 32, date=date(2022, 6, 14)), [taker.meeting], AT)
    walk = next(entry for entry in after.entries if entry.text.startswith("NS to walk"))
    assert verdict_of(walk) is Verdict.LEFT
