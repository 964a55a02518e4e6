from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.book.samples import START, action, entry, meeting
from tui.meeting.actions.proposals import Proposal, as_proposed, contradicted, proposed, taken_in
from tui.meeting.actions.review import agree, toggle_done, toggle_struck
from tui.meeting.history.journal import Journal, commit, undo
from tui.meeting.model import Approval, Entry, Meeting

BASE = meeting(entries=(entry(1), action(2, "DCC to see to it", "A1"), action(3, "CC to write", "A2")))
LATER = START + timedelta(minutes=9)


def proposal(after: Meeting, what: str = "agreed", before: Meeting = BASE) -> Proposal:
    return Proposal(id="1", meeting=BASE.id, who="ben on pad", what=what, at=LATER, entries=proposed(before, after))


def reworded(base: Meeting, entry_id: int, text: str) -> Meeting:
    return replace(base, entries=tuple(replace(one, text=text) if one.id == entry_id else one for one in base.entries))


def added(base: Meeting, new: Entry) -> Meeting:
    return replace(base, entries=(*base.entries, new))


def test_what_was_settled_and_what_was_typed_meanwhile_are_both_there() -> None:
    made = proposal(agree(BASE, 2))
    typed = commit(
        Journal(meeting=BASE), added(reworded(BASE, 3, "CC to write at once"), entry(4, "more")), "note", LATER
    )
    assert not contradicted(typed.meeting, made)
    journal = taken_in(typed, made, LATER)
    assert journal.meeting.entries[3].text == "more"
    agreed = {one.action.ref: one.action.agreed for one in journal.meeting.entries if one.action}
    assert agreed == {"A1": True, "A2": False}
    assert journal.meeting.entry(3).text == "CC to write at once"
    assert journal.history[-1].what == "agreed, ben on pad"


def test_an_action_that_was_changed_on_both_sides_is_contradicted() -> None:
    made = proposal(agree(BASE, 2))
    assert [one.entry.id for one in contradicted(reworded(BASE, 2, "DCC to do it"), made)] == [2]
    assert contradicted(replace(BASE, entries=BASE.entries[:1]), made)


def test_what_was_taken_in_before_is_not_made_twice() -> None:
    new = action(4, "PCC to ask", "A3")
    made = proposal(added(agree(BASE, 2), new))
    once = taken_in(Journal(meeting=BASE), made, LATER)
    assert not contradicted(once.meeting, made)
    assert taken_in(once, made, LATER) == once


def test_an_action_that_was_added_on_both_sides_has_an_id_and_a_reference_of_its_own() -> None:
    made = proposal(added(BASE, action(4, "PCC to ask", "A3")))
    typed = Journal(meeting=added(BASE, action(4, "TR to count", "A3")))
    there = taken_in(typed, made, LATER).meeting
    assert [(one.id, one.text, one.action.ref) for one in there.entries if one.action][2:] == [
        (5, "PCC to ask", "A4"),
        (4, "TR to count", "A3"),
    ]


def test_an_action_that_was_added_and_then_reworded_is_taken_in_under_the_id_that_it_got() -> None:
    with_new = added(BASE, action(4, "PCC to ask", "A3"))
    then = reworded(with_new, 4, "PCC to ask at once")
    first, second = proposal(with_new), proposal(then, "edit", with_new)
    ours = Journal(meeting=added(BASE, replace(action(4, "TR to count", "A3"), captured=LATER)))
    once = taken_in(ours, first, LATER)
    assert not contradicted(once.meeting, second)
    twice = taken_in(once, second, LATER)
    assert [(one.id, one.text) for one in twice.meeting.entries][2:] == [
        (3, "CC to write"),
        (5, "PCC to ask at once"),
        (4, "TR to count"),
    ]
    assert taken_in(twice, second, LATER) == twice
    changed = replace(once, meeting=reworded(once.meeting, 5, "PCC to forget it"))
    assert contradicted(changed.meeting, second)
    assert "PCC to ask at once" in [one.text for one in as_proposed(changed.meeting, second).entries]


def test_what_was_added_and_changed_since_is_not_added_again() -> None:
    # Whoever takes the pen over is offered both once more, since neither is answered.
    with_new = added(BASE, action(4, "PCC to ask", "A3"))
    first = proposal(with_new)
    second = proposal(reworded(with_new, 4, "PCC to ask at once"), "edit", with_new)
    typed = added(BASE, replace(action(4, "TR to count", "A3"), captured=LATER))
    journal = Journal(meeting=BASE)
    journal = commit(journal, typed, "action", LATER)
    for one in (first, second):
        journal = taken_in(journal, one, LATER)
    for one in (first, second):
        assert not contradicted(journal.meeting, one)
        assert taken_in(journal, one, LATER) == journal
    # Nor where it was taken out again.
    left = tuple(one for one in journal.meeting.entries if one.text != "PCC to ask at once")
    gone = commit(journal, replace(journal.meeting, entries=left), "delete", LATER)
    assert taken_in(gone, first, LATER) == gone


def test_what_was_settled_of_an_action_that_is_gone_is_still_seen_beside_the_meeting() -> None:
    made = proposal(reworded(BASE, 2, "DCC to do it"), "edit")
    gone = replace(BASE, entries=BASE.entries[:1])
    assert contradicted(gone, made)
    assert [one.text for one in as_proposed(gone, made).entries] == ["line 1", "DCC to do it"]
    # Its id may be that of another line by now.
    other = added(gone, entry(2, "something else", captured=LATER))
    assert contradicted(other, made)
    assert {one.text for one in as_proposed(other, made).entries} == {"line 1", "something else", "DCC to do it"}


def test_undo_takes_back_what_was_typed_here_and_not_what_another_settled() -> None:
    typed = commit(Journal(meeting=BASE), added(BASE, entry(4, "more")), "note", LATER)
    journal = undo(taken_in(typed, proposal(agree(BASE, 2)), LATER), LATER)
    assert [one.id for one in journal.meeting.entries] == [1, 2, 3]
    taken = journal.meeting.entry(2).action
    assert taken is not None
    assert taken.agreed


def test_nothing_is_taken_into_notes_that_were_approved_meanwhile() -> None:
    approved = replace(BASE, approval=Approval(by="CC", at=LATER))
    assert contradicted(approved, proposal(agree(BASE, 2)))


CHANGES = st.lists(st.tuples(st.sampled_from([agree, toggle_struck, toggle_done]), st.sampled_from([2, 3])), max_size=4)


@pytest.mark.long
@given(CHANGES, st.dictionaries(st.sampled_from([1, 2, 3]), st.sampled_from(["a", "b"])))
def test_whatever_both_do_no_word_of_either_is_lost(settled: list[tuple[object, int]], typed: dict[int, str]) -> None:
    ours = Journal(meeting=BASE)
    for entry_id, text in typed.items():
        ours = commit(ours, reworded(ours.meeting, entry_id, text), "edit", LATER)
    theirs, made = BASE, []
    for change, entry_id in settled:
        before, theirs = theirs, change(theirs, entry_id)  # type: ignore[operator]
        if proposed(before, theirs):
            made.append(proposal(theirs, "settled", before))
    for one in made:
        if not contradicted(ours.meeting, one):
            ours = taken_in(ours, one, LATER)
    for entry_id, text in typed.items():
        assert ours.meeting.entry(entry_id).text == text
    for entry_id in {2, 3} - set(typed):
        assert ours.meeting.entry(entry_id) == theirs.entry(entry_id)


def test_what_was_reworded_here_and_stands_under_another_id_there_is_kept_to_be_compared() -> None:
    new = action(4, "PCC to ask", "A3")
    here = added(BASE, new)
    made = proposal(reworded(here, 4, "PCC to ask again"), before=here)
    assert contradicted(BASE, made)
    assert "PCC to ask again" in [one.text for one in as_proposed(BASE, made).entries]
