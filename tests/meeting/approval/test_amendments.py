"""What is told as an amendment of approved notes, and what the public is told of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from tests.meeting.lines import any_line
from tests.meeting.room import AT, Taker, with_forward
from tui.errors import Refused
from tui.meeting.approval.amendment import Amendment, public_amendments
from tui.meeting.approval.amendments import amendments, approved_at
from tui.meeting.approval.approving import approve, withdraw
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal, commit, undo, undoable
from tui.meeting.history.replay import as_it_stood
from tui.meeting.model import Approval, Waiver

JUNE = datetime(2022, 6, 1, 9)


def approved(*lines: str) -> Taker:
    """Give somebody at a meeting whose notes were keyed in and approved."""
    taker = Taker()
    taker.do(*lines)
    taker.journal = approve(taker.journal, Approval(by="MT", at=AT), AT)
    return taker


def amended(taker: Taker, *lines: str, at: datetime = JUNE) -> tuple[Amendment, ...]:
    """Key lines in on a later day; give the amendments."""
    for line in lines:
        taker.journal = enter(taker.journal, line, at).journal
    return amendments(taker.journal)


def test_a_draft_has_no_amendments() -> None:
    taker = Taker()
    taker.do("+One", "s/One/Two/")
    assert amendments(taker.journal) == ()
    assert approved_at(taker.journal) is None


def test_a_correction_is_told_with_its_day_its_place_and_both_wordings() -> None:
    taker = approved("/go 2", "?NS: who cut the hedge", ">PJH: nobody yet")
    [one] = amended(taker, "s/nobody/MT/")
    assert (one.at, one.what, one.place, one.subject) == (JUNE, "changed", "item 2", "response")
    assert (one.before, one.after, one.entry) == ("PJH: nobody yet", "PJH: MT yet", 2)


def test_what_is_added_and_what_is_taken_out_are_told() -> None:
    taker = approved("+One")
    [one] = amended(taker, "!PJH to sweep ^Friday")
    assert (one.what, one.subject, one.before, one.after) == (
        "added",
        "action A1",
        "",
        "PJH to sweep (owner: PJH; due: Friday)",
    )
    taker.journal = commit(taker.journal, replace(taker.meeting, entries=taker.meeting.entries[1:]), "delete", JUNE)
    assert {(one.what, one.before) for one in amendments(taker.journal)} == {
        ("removed", "One"),
        ("added", ""),
    }


def test_stepping_ticks_waivers_and_the_kind_of_the_line_are_no_amendments() -> None:
    taker = approved("!PJH to sweep", "+One")
    meeting = taker.meeting
    action = meeting.entries[0]
    assert action.action is not None
    ticked = replace(
        meeting,
        entries=(replace(action, action=replace(action.action, agreed=True)), *meeting.entries[1:]),
        waivers=(Waiver(finding="x", reason="y", at=JUNE),),
    )
    taker.journal = commit(taker.journal, ticked, "agree", JUNE)
    assert amended(taker, "/next", "/next", "", "/prev") == ()


def test_what_was_undone_or_changed_back_is_no_amendment() -> None:
    taker = approved("+One")
    assert amended(taker, "s/One/Two/", "/undo") == ()
    assert amended(taker, "s/One/Two/", "s/Two/One/") == ()
    [one] = amended(taker, "s/One/Two/", "/undo", "/redo")
    assert (one.before, one.after) == ("One", "Two")


def test_several_changes_of_one_thing_are_one_amendment_of_the_last_day() -> None:
    taker = approved("+One")
    amended(taker, "s/One/Two/")
    [one] = amended(taker, "s/Two/Three/", at=JUNE + timedelta(days=3))
    assert (one.before, one.after, one.at) == ("One", "Three", JUNE + timedelta(days=3))


def test_a_change_undone_on_a_later_day_leaves_the_day_of_the_one_before() -> None:
    taker = approved("+One")
    amended(taker, "s/One/Two/")
    [one] = amended(taker, "s/Two/Three/", "/undo", at=JUNE + timedelta(days=3))
    assert (one.after, one.at) == ("Two", JUNE)


def test_amendments_come_oldest_first_and_later_steps_do_not_date_them_anew() -> None:
    taker = approved("+One", "+Two")
    amended(taker, "s/Two/Deux/")
    found = amended(taker, "s/One/Un/", "/next", at=JUNE + timedelta(days=1))
    assert [one.after for one in found] == ["Deux", "Un"]


@pytest.mark.parametrize(
    ("line", "subject", "words"),
    [
        ("/rename Ponds", "section", ("1 Matters arising", "1 Ponds")),
        (
            "/apologies PJH",
            "attendance",
            ("Dr Peter James Hale, (PJH), member", "Dr Peter James Hale, (PJH), member, apologies"),
        ),
        ("/section 4 Trees", "section", ("", "4 Trees")),
        ("/close 21:15", "time it closed", ("", "21:15")),
        ("/restrict", "section", ("1 Matters arising", "1 Matters arising, restricted")),
    ],
)
def test_the_outline_the_people_and_the_times_are_part_of_the_notes(
    line: str, subject: str, words: tuple[str, str]
) -> None:
    found = amended(approved("+One"), line)
    assert (subject, *words) in {(one.subject, one.before, one.after) for one in found}


def test_a_moved_entry_is_told_without_its_words() -> None:
    taker = approved("+One", "+Two", "+Three")
    one, two, three = taker.meeting.entries
    taker.journal = commit(taker.journal, replace(taker.meeting, entries=(two, three, one)), "move", JUNE)
    [moved] = amendments(taker.journal)
    assert (moved.what, moved.entry, moved.before, moved.after) == ("moved", one.id, "", "")


def test_a_new_approval_begins_anew() -> None:
    taker = approved("+One")
    amended(taker, "s/One/Two/")
    taker.journal = withdraw(taker.journal, JUNE)
    assert amendments(taker.journal) == ()
    taker.journal = approve(taker.journal, Approval(by="MT", at=JUNE), JUNE)
    assert amendments(taker.journal) == ()
    assert len(amended(taker, "s/Two/Three/")) == 1


@pytest.mark.parametrize("command", ["/defer", "/skip"])
@pytest.mark.parametrize("step", ["/prev", "/go 1"])
def test_entering_what_was_put_off_is_an_amendment_until_it_is_undone(command: str, step: str) -> None:
    taker = approved("/go 1", command)
    assert [one.what for one in amended(taker, step)] == ["changed"]
    assert amended(taker, "/undo") == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+The tenant [[Quill]] owes rent", "s/rent/money/"),
        ("+The tenant Quill owes rent", "s/Quill/[[Quill]]/"),
        ("+The tenant [[Quill]] owes rent", "s/[[Quill]]/Quill/"),
        ("%+The tenant Quill owes rent", "s/rent/money/"),
        ("+The tenant [[Quill]] owes rent", "+QUILL came"),
    ],
)
def test_what_is_or_was_restricted_is_told_to_the_public_without_a_word(before: str, after: str) -> None:
    found = amended(approved("/go 2", before), after)
    assert "quill" in repr(found).casefold()
    shown = public_amendments(found)
    assert [(one.at, one.place, one.withheld) for one in shown] == [(JUNE, "item 2", True)]
    assert "quill" not in repr(shown).casefold()


def test_a_word_restricted_since_is_not_told_by_the_wording_before() -> None:
    taker = approved("+Quill spoke of rent", "+Nobody else spoke")
    found = amended(taker, "s/Quill spoke/Somebody spoke/", "%+It was Quill")
    assert "Quill" not in repr(public_amendments(found))


def test_restricting_a_section_withholds_its_amendments_and_its_heading() -> None:
    taker = approved("/section Quill’s rent", "+One", "+Two")
    found = amended(taker, "s/One/Un/", "/restrict")
    shown = public_amendments(found)
    assert "Quill" not in repr(shown)
    assert all(one.withheld for one in shown)


def test_what_is_open_to_all_stays_as_it_is_for_the_public() -> None:
    found = amended(approved("+One", "%+Quill owes rent"), "s/One/Two/")
    assert [(one.before, one.after) for one in public_amendments(found)] == [("One", "Two")]


lines = st.lists(any_line, max_size=12)


def entered(journal: Journal, line: str, at: datetime = AT) -> Journal:
    try:
        return enter(journal, line, at).journal
    except Refused:
        return journal


@given(lines=lines)
def test_the_meeting_as_it_stood_after_each_change_is_found_from_the_history(lines: list[str]) -> None:
    journal = Journal(meeting=with_forward())
    states = [journal.meeting]
    for line in lines:
        after = entered(journal, line)
        states += [after.meeting] * (len(after.history) - len(journal.history))
        journal = after
    for count, state in enumerate(states):
        assert as_it_stood(journal, count) == state


@given(before=lines, after=lines)
def test_undoing_everything_leaves_no_amendment(before: list[str], after: list[str]) -> None:
    journal = Journal(meeting=with_forward())
    for line in before:
        journal = entered(journal, line)
    journal = approve(journal, Approval(by="MT", at=AT), AT)
    signed = len(journal.history)
    for line in after:
        journal = entered(journal, line, JUNE)
    while journal.meeting.approval and (change := undoable(journal)) and change.id > signed:
        journal = undo(journal, JUNE)
    assert amendments(journal) == ()


@examples(60)
@given(
    before=lines,
    secret=st.sampled_from(["+[[Zanzibar]] {}", "%+{} Zanzibar", "!NS to [[ask Zanzibar]] {}"]),
    after=lines,
)
def test_no_secret_is_ever_in_what_the_public_is_told(before: list[str], secret: str, after: list[str]) -> None:
    journal = Journal(meeting=with_forward())
    for line in [*before, secret.format("came"), secret.format("went")]:
        journal = entered(journal, line)
    journal = approve(journal, Approval(by="MT", at=AT), AT)
    for line in [*after, "s/Zanzibar/Zanzibar [[Zanzibar]]/", "s/came/left/"]:
        journal = entered(journal, line, JUNE)
    assert "Zanzibar" not in repr(public_amendments(amendments(journal)))


def test_nothing_is_told_where_the_history_does_not_reach_back() -> None:
    journal = approved("+One").journal
    assert amendments(replace(journal, history=())) == ()
