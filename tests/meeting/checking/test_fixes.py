"""What the check finds is fixed by an ordinary edit, or waived until what it is about changes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from tests.meeting.checked import AT, HOUSE, after, all_reached
from tests.meeting.lines import any_line
from tests.meeting.room import Taker, with_forward
from tui.errors import Refused
from tui.meeting.checking.check import check, examine
from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.checking.fixes import fix, fix_all, unwaive, waive
from tui.meeting.history.journal import Journal, undo

REASON = "it is what was said"
PROSE = (
    "will today don't it's CPS OCC the board of NS asked “quoted will” *will* [[will]] ?? free will , . ICT Will".split(
        " "
    )
)
lines = st.lists(
    any_line
    | st.builds(
        str.__add__,
        st.sampled_from(["+", ">", "-", "?", "!", "=", "~", "%+"]),
        st.lists(st.sampled_from(PROSE), min_size=1).map(" ".join),
    ),
    max_size=12,
)


def keyed(typed: list[str]) -> Taker:
    """Key lines in, those that are refused aside."""
    taker = Taker(all_reached(with_forward()))
    for line in typed:
        try:
            taker.do(line)
        except Refused:
            continue
    return taker


def only(findings: tuple[Finding, ...], words: str) -> Finding:
    return next(finding for finding in findings if finding.words == words)


def test_a_mended_word_is_an_ordinary_edit_that_undo_takes_back() -> None:
    journal = after("+NS asked whether the rent will rise").journal
    fixed = fix(journal, only(check(journal.meeting, HOUSE), "will"), AT)
    assert fixed.meeting.entries[-1].text == "NS asked whether the rent would rise"
    assert fixed.history[-1].what == "fix"
    assert check(fixed.meeting, HOUSE) == ()
    assert undo(fixed, AT).meeting == journal.meeting


def test_speakers_owners_and_due_are_read_again() -> None:
    house = replace(
        HOUSE, rules=(replace(HOUSE.rules[0], find="Friday", write="the next meeting", kinds=(*HOUSE.rules[2].kinds,)),)
    )
    journal = after("!NS to mend it by Friday").journal
    action = fix(journal, only(check(journal.meeting, house), "Friday"), AT).meeting.entries[-1].action
    assert action is not None
    assert action.due is not None
    assert action.due.words == "by the next meeting"


def test_speakers_before_a_colon_and_owners_that_were_set_stay() -> None:
    journal = after(">NS, MT: we will see today", "!Mend what don't work @Nemo ^Friday").journal
    fixed = fix_all(journal, [f for f in check(journal.meeting, HOUSE) if f.suggestion], AT)
    said, action = fixed.meeting.entries
    assert (said.text, said.speakers) == ("we would see that day", ("NS", "MT"))
    assert action.text == "Mend what did not work"
    assert action.action is not None
    assert action.action.owners == ("Nemo",)
    assert action.action == journal.meeting.entries[1].action


def test_several_places_are_one_change() -> None:
    journal = after("+They will, and will", "+The rent will rise").journal
    fixed = fix_all(journal, check(journal.meeting, HOUSE), AT)
    assert [entry.text for entry in fixed.meeting.entries] == ["They would, and would", "The rent would rise"]
    assert undo(fixed, AT).meeting == journal.meeting


def test_what_has_no_suggestion_or_has_changed_since_is_refused() -> None:
    journal = after("+Then ??", "+They will").journal
    gap, style = check(journal.meeting, HOUSE)
    with pytest.raises(Refused, match="nothing is suggested"):
        fix(journal, gap, AT)
    with pytest.raises(Refused, match="changed since"):
        fix(after("+Then ??", "+They wilt").journal, style, AT)
    with pytest.raises(Refused, match="deleted since"):
        fix(after("+Then ??").journal, style, AT)


def test_a_waiver_holds_while_the_words_around_it_stay_and_is_taken_back_by_itself() -> None:
    journal = after("+They will. It was said of the bench that it don't matter").journal
    will = only(check(journal.meeting, HOUSE), "will")
    waived = waive(journal, will, REASON, AT)
    assert [f.words for f in check(waived.meeting, HOUSE)] == ["don't"]
    assert [f.waiver.reason for f in examine(waived.meeting, HOUSE) if f.waiver] == [REASON]
    fixed = fix(waived, only(check(waived.meeting, HOUSE), "don't"), AT)
    assert check(fixed.meeting, HOUSE) == ()
    assert [f.words for f in check(unwaive(fixed, will, AT).meeting, HOUSE)] == ["will"]
    assert undo(undo(fixed, AT), AT).meeting == journal.meeting


def test_a_waiver_ends_when_what_it_is_about_changes() -> None:
    taker = after("?NS: who mends the gate")
    (question,) = check(taker.meeting, HOUSE)
    taker.journal = waive(taker.journal, question, REASON, AT)
    assert check(taker.meeting, HOUSE) == ()
    taker.do("s/gate/fence/")
    assert [f.kind for f in check(taker.meeting, HOUSE)] == [FindingKind.QUESTION]
    taker.do("s/fence/gate/")
    assert check(taker.meeting, HOUSE) == ()


def test_a_waiver_needs_a_reason_and_is_given_once() -> None:
    journal = after("+Then ??").journal
    (gap,) = check(journal.meeting, HOUSE)
    with pytest.raises(Refused, match="needs a reason"):
        waive(journal, gap, " \t", AT)
    waived = waive(journal, gap, "no\x1b one\nknows", AT)
    assert waived.meeting.waivers[0].reason == "no one knows"
    with pytest.raises(Refused, match="already"):
        waive(waived, gap, REASON, AT)
    with pytest.raises(Refused, match="was not waived"):
        unwaive(journal, gap, AT)


# For any meeting at all.


@examples(150)
@given(lines)
@example(["MT", "+will will Will will will will will will"])
def test_the_check_is_the_same_each_time_and_each_place_stands_in_the_words(typed: list[str]) -> None:
    meeting = keyed(typed).meeting
    findings = examine(meeting, HOUSE)
    assert findings == examine(meeting, HOUSE)
    assert len({finding.name for finding in findings}) == len(findings)
    for finding in findings:
        if finding.span is not None and finding.entry is not None:
            assert finding.text == meeting.entry(finding.entry).text
            assert 0 <= finding.span[0] < finding.span[1] <= len(finding.text)
        assert not finding.suggestion or finding.words


@examples(150)
@given(lines, st.data())
def test_a_finding_that_is_mended_is_gone(typed: list[str], data: st.DataObject) -> None:
    journal = keyed(typed).journal
    mendable = [finding for finding in check(journal.meeting, HOUSE) if finding.suggestion]
    if not mendable:
        return
    chosen = data.draw(st.sampled_from(mendable))
    fixed = fix(journal, chosen, AT)
    assert alike(fixed, chosen) == alike(journal, chosen) - 1


def alike(journal: Journal, finding: Finding) -> int:
    """Count the findings of the same words in the same entry."""
    return sum(
        (one.kind, one.entry, one.words.split()[-1:]) == (finding.kind, finding.entry, finding.words.split()[-1:])
        for one in check(journal.meeting, HOUSE)
    )


@examples(150)
@given(lines, lines, st.data())
def test_what_was_waived_stays_so_whatever_is_captured_afterwards(
    typed: list[str], later: list[str], data: st.DataObject
) -> None:
    taker = keyed(typed)
    findings = check(taker.meeting, HOUSE)
    if not findings:
        return
    chosen = data.draw(st.sampled_from(findings))
    taker.journal = waive(taker.journal, chosen, REASON, AT)
    for line in later:
        if line.startswith(("/undo", "/redo", "s")):
            continue
        try:
            taker.do(line)
        except Refused:
            continue
    assert chosen.name not in {finding.name for finding in check(taker.meeting, HOUSE)}
