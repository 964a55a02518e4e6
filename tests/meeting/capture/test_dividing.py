"""Entries split, joined and put in between: no word is lost, and one undo takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.meeting.lines import line_of_words
from tests.meeting.room import AT, Taker, with_forward
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.capture.dividing import add_after, join_entries, split
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.history.journal import undo
from tui.meeting.model import Entry, Kind, Meeting


def taken(*lines: str) -> Taker:
    taker = Taker()
    taker.do(*lines)
    return taker


def words_of(meeting: Meeting) -> list[tuple[Kind, str]]:
    return [(entry.kind, typed_words(meeting, entry)) for entry in meeting.entries]


def owners_of(entry: Entry) -> tuple[str, ...]:
    assert entry.action is not None
    return entry.action.owners


def test_an_action_is_split_where_the_cursor_stands_each_with_its_own_owner_and_due() -> None:
    taker = taken("+before", "!MT to price a bench and PJH to write to the county ^Friday", "+after")
    line = typed_words(taker.meeting, taker.meeting.entry(2))
    outcome = split(taker.journal, 2, line, line.index("and PJH") + 4, AT)
    first, second = outcome.journal.meeting.entries[1:3]
    assert (first.text, owners_of(first)) == ("MT to price a bench and", ("MT",))
    assert (second.text, owners_of(second)) == ("PJH to write to the county", ("PJH",))
    assert first.action
    assert second.action
    assert first.action.due is None
    assert second.action.due
    assert second.action.due.words == "Friday"
    assert (first.action.ref, second.action.ref) == ("A1", "A2")
    assert outcome.message == "split into action A1 and action A2"
    assert undo(outcome.journal, AT).meeting == taker.meeting


def test_who_spoke_the_first_part_spoke_the_second_unless_it_names_somebody() -> None:
    taker = taken(">MT: it is dear. It is old.", ">MT: it is dear. PJH: It is old.")
    for entry, speakers in ((1, ("MT",)), (2, ("PJH",))):
        line = typed_words(taker.meeting, taker.meeting.entry(entry))
        meeting = split(taker.journal, entry, line, line.index("dear.") + 5, AT).journal.meeting
        parts = [one for one in meeting.entries if one.id in (entry, 3)]
        assert [(one.speakers, one.text) for one in parts] == [(("MT",), "it is dear."), (speakers, "It is old.")]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("+one two", 0),
        ("+one two", 7),
        ("+a [[secret offer]] b", 9),
        ("+ON: a", 13),
        ("+a ON:", 2),
        ("|a | b", 2),
        ("/arrive Gwen Pike", 5),
    ],
)
def test_what_would_leave_no_words_or_open_a_restriction_is_not_split(line: str, at: int) -> None:
    taker = taken(line)
    with pytest.raises(Refused):
        split(taker.journal, 1, typed_words(taker.meeting, taker.meeting.entry(1)), at, AT)


def test_half_a_word_names_nobody() -> None:
    taker = taken("+ACTION: paint")
    meeting = split(taker.journal, 1, "+ACTION: paint", 5, AT).journal.meeting
    assert [(one.speakers, one.text) for one in meeting.entries] == [((), "ACTI"), ((), "ON: paint")]


def test_the_second_part_of_what_is_restricted_is_restricted_and_stays_where_the_first_is() -> None:
    taker = Taker(with_forward())
    taker.do("~B1 it was priced. It was ordered.", "%-a point. Another.")
    meeting = split(taker.journal, 4, "it was priced. It was ordered.", 14, AT).journal.meeting
    assert [(e.text, e.about, e.section) for e in meeting.entries if e.kind is Kind.UPDATE] == [
        ("it was priced.", 1, 2),
        ("It was ordered.", 1, 2),
    ]
    meeting = split(taker.journal, 5, "%-a point. Another.", 10, AT).journal.meeting
    assert [e.restricted for e in meeting.entries if e.kind is Kind.POINT] == [True, True]


nameless_line = line_of_words.map(lambda line: line.replace(":", ";"))
"""A line in which nobody is said to speak: a name is written out in full, and goes over to the second entry."""


@given(st.lists(nameless_line, min_size=2, max_size=4), st.data())
@examples(100)
def test_no_word_is_lost_by_splitting_or_joining(lines: list[str], data: st.DataObject) -> None:
    taker = taken(*(f"+{line}" for line in lines))
    entries = taker.meeting.entries
    entry = data.draw(st.sampled_from(entries))
    line = f"{entry.kind.row.mark}{typed_words(taker.meeting, entry)}"
    try:
        meeting = split(taker.journal, entry.id, line, data.draw(st.integers(0, len(line))), AT).journal.meeting
    except Refused:
        return
    said = "".join(typed_words(meeting, one) for one in meeting.entries)
    before = "".join(typed_words(taker.meeting, one) for one in entries)
    assert [*filter(str.isalnum, said)] == [*filter(str.isalnum, before)]
    joined = join_entries(meeting, {max(one.id for one in meeting.entries)})
    assert [*filter(str.isalnum, "".join(typed_words(joined, e) for e in joined.entries))] == [
        *filter(str.isalnum, before)
    ]


def test_an_entry_joins_the_one_before_and_several_the_first_of_them() -> None:
    taker = taken("+one", "-two", "+three", "+four")
    assert words_of(join_entries(taker.meeting, {2})) == [
        (Kind.NOTE, "one two"),
        (Kind.NOTE, "three"),
        (Kind.NOTE, "four"),
    ]
    assert words_of(join_entries(taker.meeting, {2, 4})) == [
        (Kind.NOTE, "one"),
        (Kind.POINT, "two four"),
        (Kind.NOTE, "three"),
    ]


def test_actions_joined_keep_the_owners_and_the_due_of_both() -> None:
    taker = taken("!MT to price a bench ^Friday", "!PJH to write to the county ^June")
    meeting = join_entries(taker.meeting, {2})
    (entry,) = meeting.entries
    assert entry.text == "MT to price a bench PJH to write to the county (June)"
    assert set(owners_of(entry)) == {"MT", "PJH"}
    assert entry.action
    assert entry.action.due
    assert entry.action.due.words == "Friday"


def test_what_is_joined_to_restricted_words_is_restricted() -> None:
    meeting = join_entries(taken("+one", "%+secret").meeting, {2})
    assert [(e.text, e.restricted) for e in meeting.entries] == [("one secret", True)]


def test_another_speaker_is_still_named_in_what_is_joined() -> None:
    meeting = join_entries(taken(">MT: it is", ">PJH: no", ">PJH: never").meeting, {1, 2, 3})
    assert [(e.speakers, e.text) for e in meeting.entries] == [(("MT",), "it is PJH: no PJH: never")]


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [(("+one",), 1), (("+one", "/arrive Gwen Pike"), 2), (("+one", "|a | b"), 2)],
)
def test_what_can_not_be_joined_says_why(lines: tuple[str, ...], chosen: int) -> None:
    with pytest.raises(Refused):
        join_entries(taken(*lines).meeting, {chosen})


def test_what_was_brought_forward_or_stands_in_place_of_it_is_not_joined() -> None:
    taker = Taker(with_forward())
    with pytest.raises(Refused):
        join_entries(taker.meeting, {2})
    taker.do("!MT to do one", "!PJH to do another <B1")
    with pytest.raises(Refused):
        join_entries(taker.meeting, {5})


def test_a_line_added_after_an_entry_stands_there_and_the_meeting_goes_on_where_it_was() -> None:
    taker = taken("?why", ">because", "/next", "-a point")
    outcome = add_after(taker.journal, 1, ">MT: so that", AT)
    meeting = outcome.journal.meeting
    assert words_of(meeting)[:3] == [(Kind.QUESTION, "why"), (Kind.RESPONSE, "MT: so that"), (Kind.RESPONSE, "because")]
    assert meeting.current_kind is taker.meeting.current_kind
    assert meeting.sections == taker.meeting.sections
    assert add_after(taker.journal, 1, "so that", AT).journal.meeting.entries[1].kind is Kind.RESPONSE
    for line in ("", "/next", "s/why/how/"):
        with pytest.raises(Refused):
            add_after(taker.journal, 1, line, AT)


def test_points_go_on_under_the_update_they_were_under_when_something_was_split_meanwhile() -> None:
    taker = Taker(with_forward())
    taker.do("+one two")
    for line in ("~B1 it was priced", "-by three firms"):
        taker.journal = enter(taker.journal, line, AT + timedelta(minutes=1)).journal
    taker.journal = split(taker.journal, 4, "one two", 3, AT).journal
    taker.journal = enter(taker.journal, "-the third is dear", AT + timedelta(minutes=2)).journal
    assert taker.meeting.entries[-1].text != "the third is dear"
    under = [e.text for e in taker.meeting.entries if e.section == 2 and e.kind is Kind.POINT]
    assert under == ["by three firms", "the third is dear"]
