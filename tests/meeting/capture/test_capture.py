"""Entering lines: kinds, places, corrections, edits, and what holds for any line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.meeting.lines import any_line
from tests.meeting.room import AT, Taker, keyed, with_forward
from tui.errors import Refused
from tui.meeting.capture.capture import convert, edit, enter
from tui.meeting.model import Kind, Meeting, SectionState, Status


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((), Kind.NOTE),
        (("?a",), Kind.RESPONSE),
        (("?a", "b"), Kind.RESPONSE),
        ((">a",), Kind.RESPONSE),
        (("-a",), Kind.POINT),
        (("-a", "b"), Kind.POINT),
        (("+a",), Kind.NOTE),
        (("~B1 a",), Kind.POINT),
        (("!a",), Kind.NOTE),
        (("?a", "!b"), Kind.RESPONSE),
        (("-a", "!b", "!c"), Kind.POINT),
        (("?a", "=b"), Kind.NOTE),
        (("?a", "&b"), Kind.NOTE),
        (("?a", "#b"), Kind.NOTE),
        (("?a", "/next"), Kind.NOTE),
        (("-a", "/go 1"), Kind.NOTE),
        (("-a", "/arrive Lil Oddy"), Kind.POINT),
        (("-a", "/leave Gwen"), Kind.POINT),
        (("-a", "/done B1"), Kind.POINT),
        (("-a", "/apologies Gwen"), Kind.POINT),
        (("-a", "s/a/b/"), Kind.POINT),
        (("?a", ""), Kind.NOTE),
        (("?a", "-b", ""), Kind.RESPONSE),
        ((">a", "-b", "-c", ""), Kind.RESPONSE),
        (("?a", "-b", "", ""), Kind.NOTE),
        (("?a", "-b", "!c", ""), Kind.RESPONSE),
        (("?a", "-b", "/arrive Lil Oddy", ""), Kind.RESPONSE),
        (("+a", "-b", ""), Kind.NOTE),
        (("-b", ""), Kind.NOTE),
        (("#a", "-b", ""), Kind.NOTE),
        (("?a", "=c", "-b", ""), Kind.NOTE),
        (("~B1 a", "-b", ""), Kind.RESPONSE),
        (("~B1 a", ""), Kind.RESPONSE),
        (("?a", "-b", "/undo"), Kind.RESPONSE),
        (("?a", "/undo"), Kind.NOTE),
        (("?a", "/undo", "/redo"), Kind.RESPONSE),
        (("-a", "!b", "/undo"), Kind.POINT),
        (("?a", "-b", "", "/undo"), Kind.RESPONSE),
    ],
)
def test_the_current_kind_follows_what_was_captured(lines: tuple[str, ...], kind: Kind) -> None:
    taker = Taker(with_forward())
    taker.do(*lines)
    assert taker.kind is kind


def test_a_line_takes_the_kind_set_for_it_alone() -> None:
    taker = Taker()
    outcome = enter(taker.journal, "mow the green", AT, Kind.ACTION)
    assert outcome.entry is not None
    assert outcome.journal.meeting.entry(outcome.entry).kind is Kind.ACTION
    assert outcome.journal.meeting.current_kind is Kind.NOTE


def test_actions_are_numbered_and_carry_their_own_words() -> None:
    taker = Taker()
    first, second = taker.key("!MT to mow"), taker.key("!NS to rake ^Friday")
    assert first.action is not None
    assert second.action is not None
    assert (first.action.ref, second.action.ref) == ("A1", "A2")


def thread(meeting: Meeting) -> list[str]:
    return [e.action.ref if e.action else e.text for e in meeting.entries_of(2)]


def test_an_update_stands_under_its_action_wherever_it_was_typed() -> None:
    taker = Taker(with_forward())
    taker.do("/go 3", "~B2 The ditch is half done", "nobody has a digger", "~B1 Two prices came")
    assert thread(taker.meeting) == [
        "B1",
        "Two prices came",
        "B2",
        "The ditch is half done",
        "nobody has a digger",
        "B3",
    ]
    assert taker.key("~B2 A digger was found").about == 2
    assert thread(taker.meeting)[-3:] == ["nobody has a digger", "A digger was found", "B3"]


def test_points_go_on_under_an_update_past_an_arrival_and_an_action() -> None:
    taker = Taker(with_forward())
    taker.do("/go 3", "~B1 Two prices came", "/arrive Lil Oddy", "!NS to ring both", "one was high")
    assert thread(taker.meeting) == ["B1", "Two prices came", "one was high", "B2", "B3"]
    assert [e.kind for e in taker.meeting.entries_of(4)] == [Kind.EVENT, Kind.ACTION]


def test_an_update_without_a_number_is_on_the_one_last_touched_or_the_first() -> None:
    taker = Taker(with_forward())
    taker.do("/go 1a")
    assert taker.key("~First").about == 1
    assert taker.key("~B3 Third").about == 3
    assert taker.key("~Third again").about == 3
    assert taker.key("/done B2", "~Second").about == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [("~B9 x", "no action B9"), ("~A1 x", "no action was brought forward to this section"), ("~x", "brought forward")],
)
def test_an_update_on_nothing_is_refused(line: str, reason: str) -> None:
    taker = Taker(with_forward())
    taker.do("/go 3", "!mow")
    assert reason in taker.refusal(line)


def test_an_action_replaces_one_brought_forward() -> None:
    taker = Taker(with_forward())
    entry = taker.key("!MT to price two benches <B1 ^Friday")
    old = taker.meeting.entry(1).action
    assert old is not None
    assert (old.status, old.replaced_by) == (Status.REPLACED, "A1")
    assert entry.text == "MT to price two benches"
    assert "no action B7" in taker.refusal("!MT to rest <B7")


def test_a_line_in_a_meeting_without_sections_is_refused() -> None:
    taker = Taker(with_forward())
    empty = Meeting(id="2" * 32, title="Trustees", date=AT.date())
    assert "no sections" in Taker(empty).refusal("hello")
    assert taker.key("/section Trees", "hello").text == "hello"


@pytest.mark.parametrize(
    ("lines", "correction", "text"),
    [
        (("the red bin and the red gate",), "s/red/green/", "the green bin and the red gate"),
        (("the bin", "the gate"), "s/the/a/", "a gate"),
        (("a/b",), "s|a/b|a/c|", "a/c"),
        (("a.b",), "s/./,/", "a,b"),
        (("by ?? May",), "s/??/9/", "by 9 May"),
        (("the bin", "/go 3", "the gate"), "s/bin/tub/", "the tub"),
        (("a very old bin",), "s/ very//", "a old bin"),
    ],
)
def test_a_correction_changes_the_first_words_in_the_entry_captured_last(
    lines: tuple[str, ...], correction: str, text: str
) -> None:
    assert Taker().key(*lines, correction).text == text


def test_a_correction_reads_speakers_owners_due_and_votes_again() -> None:
    taker = Taker()
    assert taker.key("MT: no", "s/MT/NS/").speakers == ("NS",)
    action = taker.key("!NS to mow @Gwen ^Friday", "s/NS/MT/", "s/Gwen Pike/PJH/", "s/Friday/9 June 2022/").action
    assert action is not None
    assert action.due is not None
    assert (action.owners, action.due.words, str(action.due.date)) == (("MT", "PJH"), "9 June 2022", "2022-06-09")
    decision = taker.key("=Agreed, 6 for", "s/6/7/").decision
    assert decision is not None
    assert decision.votes_for == 7


def test_a_correction_keeps_restricted_and_literal_entries_so() -> None:
    assert keyed("%the bin", "s/bin/tub/").restricted
    literal = keyed("\\MT: bin", "s/bin/tub/")
    assert (literal.literal, literal.speakers, literal.text) == (True, (), "MT: tub")


def test_a_corrected_update_keeps_its_action_even_where_its_words_begin_like_a_ref() -> None:
    taker = Taker(with_forward())
    entry = taker.key("~B1 The road is closed", "s/The/B2/")
    assert (entry.about, entry.text) == (1, "B2 road is closed")


def test_a_date_reckoned_at_an_earlier_meeting_outlives_a_correction() -> None:
    taker = Taker(with_forward())
    action = taker.key("s/county/district/").action
    assert action is not None
    assert action.due is not None
    assert (action.due.words, str(action.due.date)) == ("in a month", "2022-05-12")


@pytest.mark.parametrize("line", ["s/zebra/b/", "s/the bin//", "s/The/a/"])
def test_a_correction_that_cannot_apply_is_refused(line: str) -> None:
    taker = Taker()
    taker.do("the bin")
    assert "no entry holds" in taker.refusal(line) or "no words left" in taker.refusal(line)


def test_an_edit_gives_other_words_and_another_kind() -> None:
    taker = Taker(with_forward())
    entry = taker.key("the bin")
    journal = edit(taker.journal, entry.id, "!NS to empty the bin @MT", AT).journal
    changed = journal.meeting.entry(entry.id)
    assert changed.action is not None
    assert (changed.text, changed.action.owners) == ("NS to empty the bin", ("NS", "MT"))
    back = edit(journal, entry.id, "%+MT: the bin", AT).journal.meeting.entry(entry.id)
    assert (back.kind, back.text, back.speakers, back.action, back.restricted) == (
        Kind.NOTE, "the bin", ("MT",), None, True,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["", "/next", "s/a/b/"])
def test_an_edit_to_no_entry_is_refused(line: str) -> None:
    taker = Taker()
    entry = taker.key("the bin")
    with pytest.raises(Refused):
        edit(taker.journal, entry.id, line, AT)


def test_converting_keeps_the_words_and_lets_go_of_what_was_replaced() -> None:
    taker = Taker(with_forward())
    entry = taker.key("!Mow @NS ^Friday <B1")
    meeting = convert(taker.meeting, entry.id, Kind.NOTE)
    assert meeting.entry(entry.id).text == "Mow @NS ^Friday"
    old = meeting.entry(1).action
    assert old is not None
    assert old.status is Status.OPEN
    with pytest.raises(Refused):
        convert(meeting, 1, Kind.NOTE)


def test_an_entry_made_an_update_stands_under_its_action_and_moves_with_its_ref() -> None:
    taker = Taker(with_forward())
    entry = taker.key("Two prices came")
    journal = edit(taker.journal, entry.id, "~B1 Two prices came", AT).journal
    assert thread(journal.meeting) == ["B1", "Two prices came", "B2", "B3"]
    journal = edit(journal, entry.id, "~B3 Two letters came", AT).journal
    assert thread(journal.meeting) == ["B1", "B2", "B3", "Two letters came"]
    journal = edit(journal, entry.id, "~Three letters came", AT).journal
    assert thread(journal.meeting)[-1] == "Three letters came"
    assert journal.meeting.entry(entry.id).about == 3


def try_to_enter(taker: Taker, line: str) -> bool:
    before = taker.journal
    try:
        taker.do(line)
    except Refused:
        assert taker.journal is before
        return False
    return True


@examples(300)
@given(st.lists(any_line, max_size=12))
def test_any_lines_leave_a_sound_meeting(lines: list[str]) -> None:
    taker = Taker(with_forward())
    for line in lines:
        try_to_enter(taker, line)
        meeting = taker.meeting
        for rows in (meeting.people, meeting.sections, meeting.entries):
            assert len({row.id for row in rows}) == len(rows)
        refs = [e.action.ref for e in meeting.entries if e.action]
        assert len(set(refs)) == len(refs)
        assert sum(s.state is SectionState.CURRENT for s in meeting.sections) == 1
        assert {e.section for e in meeting.entries} <= {s.id for s in meeting.sections}
        assert all((e.kind is Kind.ACTION) == (e.action is not None) for e in meeting.entries)
        assert all((e.kind is Kind.DECISION) == (e.decision is not None) for e in meeting.entries)


@examples(300)
@given(st.lists(any_line, max_size=8), any_line.filter(lambda line: line[:5].casefold() not in ("/undo", "/redo")))
def test_undo_takes_a_line_back_and_redo_makes_it_again(lines: list[str], line: str) -> None:
    taker = Taker(with_forward())
    for earlier in lines:
        try_to_enter(taker, earlier)
    before = taker.journal
    if not try_to_enter(taker, line) or taker.journal is before or taker.journal.history[-1].stepping:
        return
    after = taker.meeting
    taker.do("/undo")
    assert taker.meeting == before.meeting
    taker.do("/redo")
    assert taker.meeting == after


@given(st.text() | any_line)
def test_any_text_gives_an_outcome_or_a_reason(line: str) -> None:
    try_to_enter(Taker(with_forward()), line)
