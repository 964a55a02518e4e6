from __future__ import annotations

from datetime import timedelta

from tests.book.samples import START, action, entry, meeting
from tui.meeting.actions.joining import differences, join
from tui.meeting.history.journal import Journal, undo

OURS = meeting(entries=(entry(1), entry(2, "the budget was late"), action(3, "DCC to see to ours", "A1")))
LATER = START + timedelta(minutes=9)


def test_an_entry_that_the_copy_alone_has_is_added_with_a_reference_of_its_own() -> None:
    copy = meeting(entries=(entry(1), entry(2, "the budget was late"), action(3, "PCC to buy theirs", "A1")))
    found = differences(OURS, copy)
    assert [one.kind for one in found] == ["added", "missing"]
    journal = join(Journal(meeting=OURS), copy, found, LATER)
    refs = [(one.id, one.text, one.action.ref) for one in journal.meeting.entries if one.action]
    assert refs == [(3, "DCC to see to ours", "A1"), (4, "PCC to buy theirs", "A2")]
    assert undo(journal, LATER).meeting == OURS
    assert [one.kind for one in differences(journal.meeting, copy)] == ["missing"]


def test_an_entry_that_was_reworded_in_the_copy_is_changed_in_its_place() -> None:
    copy = meeting(entries=(entry(1), entry(2, "the budget was very late"), OURS.entries[2]))
    found = differences(OURS, copy)
    assert [one.kind for one in found] == ["changed"]
    joined = join(Journal(meeting=OURS), copy, found, LATER).meeting
    assert [one.text for one in joined.entries][1] == "the budget was very late"
    assert differences(joined, copy) == ()


def test_what_both_have_under_different_numbers_is_no_difference() -> None:
    copy = meeting(entries=(entry(1), OURS.entries[2], entry(9, "the budget was late")))
    assert differences(OURS, copy) == ()
