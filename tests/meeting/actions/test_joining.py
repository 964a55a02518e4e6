from __future__ import annotations

from datetime import timedelta

from tests.book.samples import START, action, entry, meeting
from tui.meeting.actions.joining import differences, join
from tui.meeting.history.journal import Journal, undo
from tui.meeting.model import Section

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


def test_an_entry_in_a_section_that_the_copy_alone_has_brings_that_section_along() -> None:
    ours = meeting(sections=(*OURS.sections, Section(id=3, number="3", heading="Ours")))
    theirs = Section(id=3, number="4", heading="Theirs")
    copy = meeting(
        sections=(*OURS.sections, theirs), entries=(entry(1, "in it", section=3), entry(2, "AOB", section=2))
    )
    joined = join(Journal(meeting=ours), copy, differences(ours, copy), LATER).meeting
    assert [(one.id, one.heading) for one in joined.sections][2:] == [(3, "Ours"), (4, "Theirs")]
    assert [(one.text, one.section) for one in joined.entries] == [("in it", 4), ("AOB", 2)]


def test_an_entry_in_a_section_that_was_renamed_in_one_version_stands_in_it() -> None:
    renamed = (OURS.sections[0], Section(id=2, number="2", heading="Any other business"))
    copy = meeting(sections=renamed, entries=(entry(1, "late", section=2),))
    joined = join(Journal(meeting=meeting()), copy, differences(meeting(), copy), LATER).meeting
    assert joined.sections == meeting().sections
    assert [one.section for one in joined.entries] == [2]


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
