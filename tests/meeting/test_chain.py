"""The chain of an action from meeting to meeting: what it keeps, what it tells, who has the last word on it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from tui.meeting.agenda import read_agenda
from tui.meeting.brought_forward import bring_forward
from tui.meeting.capture import enter
from tui.meeting.chain import chain_lines, chain_of
from tui.meeting.editing import set_due, set_owners
from tui.meeting.journal import Journal
from tui.meeting.model import Action, EarlierUpdate, Entry, Meeting, Status
from tui.meeting.public import public
from tui.meeting.standings import Standing, last_word, standings_in

AT = datetime(2020, 1, 1, 9, 0)


def panel(day: str) -> Meeting:
    head = f"# Panel {day}\nDate: {day}\nSeries: Panel\nRepeats: first Tuesday of the month\n"
    people = "## Attendance\n- Ann Lee (AL)\n- Bo Oake (BO)\n"
    return read_agenda(f"{head}{people}## Agenda\n1. Matters arising\n2. Roads", "a.md").meeting


def keyed(meeting: Meeting, *lines: str) -> Meeting:
    journal = Journal(meeting=meeting)
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def after(day: str, *earlier: Meeting) -> Meeting:
    return bring_forward(panel(day), earlier, AT)


def entry(meeting: Meeting, ref: str) -> Entry:
    return next(e for e in meeting.entries if e.action and e.action.ref == ref)


def action(meeting: Meeting, ref: str) -> Action:
    found = entry(meeting, ref).action
    assert found is not None
    return found


def heard(meeting: Meeting, ref: str) -> list[tuple[int, tuple[str, ...], str, str]]:
    return [(one.meeting.date.month, one.speakers, one.change, one.text) for one in action(meeting, ref).earlier]


def lines(meeting: Meeting, ref: str) -> tuple[str, ...]:
    return chain_lines(chain_of(meeting, entry(meeting, ref)))


JANUARY = keyed(panel("7 January 2020"), "/go 2", "!AL to count the cars ^next meeting", "!BO to paint the bridge")
FEBRUARY = keyed(
    after("4 February 2020", JANUARY),
    "/go 1.1",
    "~B1 AL: Half of them are counted",
    "-The other half is at sea",
    "!BO to buy a brush",
    "-Of horsehair",
    "~B2 Bo Oake said that the paint was late",
    "?AL: why",
    "-No answer was given",
)


def test_an_action_brings_along_the_updates_of_every_meeting_with_the_points_under_them() -> None:
    march = keyed(after("3 March 2020", JANUARY, FEBRUARY), "~B1 BO: All of them")
    april = after("7 April 2020", JANUARY, FEBRUARY, march)
    assert heard(april, "B1") == [
        (2, ("AL",), "", "Half of them are counted"),
        (2, (), "", "The other half is at sea"),
        (2, (), "", "Of horsehair"),
        (3, ("BO",), "", "All of them"),
    ]
    assert heard(april, "B2") == [(2, (), "", "Bo Oake said that the paint was late")]
    assert heard(april, "B3") == []


def test_the_meeting_just_before_is_enough_for_what_all_before_it_heard() -> None:
    march = keyed(after("3 March 2020", JANUARY, FEBRUARY), "~B1 BO: All of them")
    assert heard(after("7 April 2020", march), "B1") == heard(after("7 April 2020", JANUARY, FEBRUARY, march), "B1")


def test_other_owners_another_due_and_other_words_are_told_with_the_meeting_that_gave_them() -> None:
    february = after("4 February 2020", JANUARY)
    february = set_owners(february, [entry(february, "B1").id], ("BO", "AL"))
    february = set_due(february, [entry(february, "B1").id], None)
    february = keyed(february, "s/bridge/pier/")
    march = after("3 March 2020", JANUARY, february)
    assert heard(march, "B1") == [(2, (), "owners", "BO, AL"), (2, (), "due", "")]
    assert heard(march, "B2") == [(2, (), "words", "BO to paint the pier")]
    assert lines(march, "B1")[1:] == ("4 February 2020: now owned by BO, AL", "4 February 2020: now without a due date")
    assert lines(march, "B2")[1:] == ("4 February 2020: now reads “BO to paint the pier”",)


def test_a_due_that_moves_with_its_meeting_is_no_change_of_the_due() -> None:
    february = after("11 February 2020", JANUARY)
    due = action(february, "B1").due
    assert due is not None
    assert (due.words, due.date) == ("next meeting", date(2020, 2, 11))
    assert heard(after("3 March 2020", JANUARY, february), "B1") == []


def test_a_chain_tells_where_the_action_arose_and_what_became_of_it() -> None:
    march = keyed(after("3 March 2020", JANUARY, FEBRUARY), "~B1 BO: All of them", "!AL to count the vans <B1")
    assert lines(march, "B1") == (
        "Arose on 7 January 2020 under Roads",
        "4 February 2020: AL: Half of them are counted",
        "4 February 2020: The other half is at sea",
        "4 February 2020: Of horsehair",
        "3 March 2020: BO: All of them",
        "Replaced by A1: AL to count the vans",
    )
    assert lines(march, "A1") == (
        "Arose on 3 March 2020 under Matters arising",
        "Replaces “AL to count the cars” of 7 January 2020",
    )


def test_what_replaced_an_action_leads_back_to_its_origin_in_every_later_meeting() -> None:
    february = keyed(after("4 February 2020", JANUARY), "!AL to count the vans <B1", "!AL to count all wheels <A1")
    march = keyed(after("3 March 2020", JANUARY, february), "!BO to count all wheels <B2")
    april = after("7 April 2020", JANUARY, february, march)
    assert [e.text for e in april.entries] == ["BO to paint the bridge", "BO to count all wheels"]
    told = [(one.origin.meeting.id, one.text) for one in action(april, "B2").replaces]
    assert told == [
        (JANUARY.id, "AL to count the cars"),
        (february.id, "AL to count the vans"),
        (february.id, "AL to count all wheels"),
    ]
    assert action(april, "B2").replaces == action(after("7 April 2020", march), "B2").replaces


def test_two_actions_that_replace_each_other_end_somewhere() -> None:
    meeting = keyed(panel("7 January 2020"), "!AL to dig", "!AL to fill in <A1", "s/dig/dig <A2/")
    for ref in ("A1", "A2"):
        assert len(lines(meeting, ref)) == 3


SECRET = "Operation Sparrow"


def test_restricted_words_of_a_chain_never_become_public() -> None:
    january = keyed(
        panel("7 January 2020"), "/go 2", "!AL to count", "!BO to paint", f"!AL to see to [[{SECRET}]] soon"
    )
    february = keyed(
        after("4 February 2020", january),
        "/go 1.1",
        f"%~B1 AL: {SECRET} is delayed",
        f"-{SECRET} will be late",
        f"~B1 Not a word on [[{SECRET}]]",
        "~B2 Nobody came",
        f"!AL to watch for [[{SECRET}]] again <B3",
        "!AL to count at once <B1",
    )
    march = after("3 March 2020", january, february)
    april = after("7 April 2020", march)
    for meeting in (march, april):
        shown = public(meeting)
        assert SECRET in str(meeting)
        assert SECRET not in str(shown)
        told = [line for e in shown.entries if e.action for line in chain_lines(chain_of(shown, e))]
        assert SECRET not in str(told)
        assert "4 February 2020: Nobody came" in told
        assert any("AL to see to [[]] soon" in line for line in told)


def test_what_is_restricted_as_a_whole_goes_on_restricted_with_its_updates() -> None:
    january = keyed(panel("7 January 2020"), f"%!AL to see to {SECRET}")
    march = after("3 March 2020", keyed(after("4 February 2020", january), "/go 1.1", f"~{SECRET} is done"))
    assert [one.restricted for one in action(march, "B1").earlier] == [True]
    assert lines(march, "B1") == (
        "Arose on 7 January 2020 under Matters arising",
        f"4 February 2020: [[{SECRET} is done]]",
    )
    shown = public(march)
    assert SECRET not in str(shown)


def chain(*meetings: Meeting) -> list[Standing]:
    return standings_in(meetings)[JANUARY.id, 1]


def test_the_latest_meeting_has_the_last_word_on_an_action() -> None:
    february = after("4 February 2020", JANUARY)
    done = keyed(february, "/done B1")
    assert last_word(chain(JANUARY, february)).meeting is february
    assert last_word(chain(done, JANUARY)).action.status is Status.DONE


def test_a_meeting_made_ahead_that_says_nothing_does_not_open_what_was_settled_meanwhile() -> None:
    february = after("4 February 2020", JANUARY)
    march = after("3 March 2020", JANUARY, february)
    done = keyed(february, "/done B1")
    assert last_word(chain(JANUARY, done, march)).action.status is Status.DONE
    assert last_word(chain(keyed(JANUARY, "/drop A1"), february, march)).action.status is Status.DROPPED


@pytest.mark.parametrize("said", ["~B1 Not quite yet", "/done B1"])
def test_a_meeting_made_ahead_that_speaks_of_an_action_has_the_last_word_on_it(said: str) -> None:
    february = after("4 February 2020", JANUARY)
    march = keyed(after("3 March 2020", JANUARY, february), said)
    assert last_word(chain(JANUARY, keyed(february, "/drop B1"), march)).meeting is march


def test_a_meeting_file_that_is_there_twice_counts_once() -> None:
    assert len(chain(JANUARY, replace(JANUARY))) == 1


def test_an_update_is_kept_as_it_was_typed() -> None:
    words = "[/] \\x1b ??* ]] " + "long " * 2000
    march = after("3 March 2020", keyed(after("4 February 2020", JANUARY), f"~B1 {words}"))
    assert action(march, "B1").earlier == (
        EarlierUpdate(meeting=action(march, "B1").earlier[0].meeting, text=words.strip()),
    )
