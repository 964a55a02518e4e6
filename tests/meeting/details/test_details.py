"""A meeting's details put right: title, day, hours, place, chair, any line of the head, people."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from msgspec.structs import replace

from tests.meeting.room import AT, Taker, parish, with_forward
from tui.meeting.details.listing import detail_lines, details_of
from tui.meeting.details.people import correct, missing_members, places_of
from tui.meeting.model import Group, Meeting, Person, Section
from tui.meeting.people.interests import declare


def after(*lines: str, meeting: Meeting | None = None) -> Meeting:
    taker = Taker(meeting)
    taker.do(*lines)
    return taker.meeting


def test_the_title_is_another_one_also_in_the_head() -> None:
    meeting = parish(header=(("Title", "Parish Council May 2022"), ("Chair", "Cllr Maureen Tidy")))
    changed = after("/title Parish Assembly", meeting=meeting)
    assert changed.title == changed.said("Title") == "Parish Assembly"


def test_a_line_of_the_head_is_changed_in_its_place_whatever_word_it_goes_by() -> None:
    meeting = parish(header=(("Place", "??"), ("Chair", "Cllr Maureen Tidy")))
    assert after("/venue Old Chapel", meeting=meeting).header[0] == ("Place", "Old Chapel")
    assert after("/venue Old Chapel").said("Venue") == "Old Chapel"
    assert after("/chair Gwen Pike").said("Chair") == "Gwen Pike"
    assert after("/minutes Di Penn").said("Minutes") == "Di Penn"
    assert after("/details quorum: 3").said("Quorum") == "3"


def test_a_line_of_the_head_is_taken_out_by_no_words() -> None:
    assert "Treasurer" not in dict(after("/details Treasurer:").header)
    assert "no line “Vicar”" in Taker().refusal("/details Vicar:")


def test_the_line_that_names_the_language_changes_it() -> None:
    assert after("/details Language: Welsh").language == "cy"
    assert after("/details Sprache: de", "/details Language: Klingon").language == "de"
    assert after("/details Sprache: de", "/undo").language == "en"


def test_undo_brings_each_detail_back() -> None:
    taker = Taker()
    taker.do(
        "/title A", "/date 12 May", "/venue Hall", "/person Gwen Pike = Gwen Pyke", "/undo", "/undo", "/undo", "/undo"
    )
    assert taker.meeting == parish()


@pytest.mark.parametrize(
    ("said", "day", "last", "start"),
    [
        ("12 May", date(2022, 5, 12), None, None),
        ("Thursday 12 May 2022", date(2022, 5, 12), None, None),
        ("3 January", date(2022, 1, 3), None, None),
        ("20 December", date(2021, 12, 20), None, None),
        ("12–13 May 2022", date(2022, 5, 12), date(2022, 5, 13), None),
        ("2022-05-12 10:30", date(2022, 5, 12), None, time(10, 30)),
        ("Donnerstag, 12. Mai 2022", date(2022, 5, 12), None, None),
    ],
)
def test_the_day_is_read_as_people_write_it(said: str, day: date, last: date | None, start: time | None) -> None:
    changed = after(f"/date {said}")
    assert (changed.date, changed.last_date, changed.start) == (day, last, start)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/date Monday 12 May 2022", "is a Thursday, not a Monday"),
        ("/date Friday 12 May 2022", "or Friday 13 May 2022"),
        ("/date soon", "“soon” is no date"),
        ("/date", "which day?"),
        ("/date 31 June 2022", "June 2022 has 30 days"),
        ("/date 12 May 2022, minutes of 3 May 2022", "two days are named"),
        ("/time whenever", "no time of day"),
        ("/title", "a meeting needs a title"),
        ("/venue", "what does “Venue” say?"),
        ("/details quorum", "type a key, a colon and the words"),
        ("/person Nobody Known = Somebody", "nobody here is known as"),
        ("/person Gwen Pike = Tom Pike", "Tom Pike is here already"),
        ("/person Gwen Pike = Gwen Pike (NS)", "NS is Sgt Priya Nair already"),
        ("/person Gwen Pike =", "who, and what is right?"),
        ("s/nowhere to be found/x/g", "nothing in this meeting holds"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(line: str, why: str) -> None:
    assert why in Taker().refusal(line)


def test_hours_are_said_alone_in_any_form_and_taken_away() -> None:
    assert (after("/time 10-12").start, after("/time 10-12").end) == (time(10), time(12))
    assert after("/time 7.15 pm").start == time(19, 15)
    assert after("/time 19:00", "/time none").start is None


def test_due_days_said_relative_to_the_meeting_follow_its_day() -> None:
    taker = Taker(with_forward())
    taker.do("!NS to walk the lane ^in a week", "!NS to ring by 1 June 2022", "!PJH to write within ten days")
    taker.do("/date 13 May 2022")
    dues = {e.text: e.action.due.date for e in taker.meeting.entries if e.action and e.action.due}
    assert dues["NS to walk the lane"] == date(2022, 5, 20)
    assert dues["NS to ring by 1 June 2022"] == date(2022, 6, 1)
    assert dues["PJH to write within ten days"] == date(2022, 5, 23)
    assert dues["PJH to write to the county in a month"] == date(2022, 5, 12), "it was said at an earlier meeting"
    assert taker.outcome is not None
    assert "2 due days follow" in taker.outcome.message


def test_times_noted_on_the_old_day_go_along_to_the_new_one() -> None:
    meeting = parish(zone="UTC", started=datetime(2022, 5, 10, 19, 4, tzinfo=UTC))
    assert after("/date 12 May", meeting=meeting).started == datetime(2022, 5, 12, 19, 4, tzinfo=UTC)


def test_a_name_put_right_is_right_wherever_it_stood() -> None:
    taker = Taker()
    taker.do(
        "?Gwen Pike: is the lane shut", "!Gwen Pike to ask Rowan Ashby-Cole", "+Rowan Ashby-Cole thanked Gwen Pike"
    )
    taker.do("=Agreed; proposed by Gwen Pike, seconded by PJH, For: Gwen Pike, PJH", "/arrive Rowan Ashby-Cole")
    taker.do("/person Gwen Pike = Gwen Pyke, Warden (GP)", "/person Rowan Ashby-Cole = Rowena Ashby-Cole")
    question, action, note, decision, event = taker.meeting.entries
    assert question.speakers == ("GP",)
    assert action.text == "Gwen Pyke to ask Rowena Ashby-Cole"
    assert action.action is not None
    assert action.action.owners == ("GP",)
    assert note.text == "Rowena Ashby-Cole thanked Gwen Pyke"
    assert decision.decision is not None
    assert (decision.decision.mover, decision.decision.for_names) == ("GP", ("GP", "PJH"))
    assert event.text.startswith("Rowena Ashby-Cole arrived")
    assert taker.meeting.person(6) == Person(id=6, name="Gwen Pyke", capacity="Warden", abbreviation="GP")


def test_a_surname_that_is_an_everyday_word_or_somebody_elses_stays_in_the_words() -> None:
    meeting = parish(
        people=(Person(id=1, name="Ann Price"), Person(id=2, name="Jon Marlow"), Person(id=3, name="Di Oke"))
    )
    taker = Taker(meeting)
    taker.do("+Price was the point, Marlow said", "/person Ann Price = Ann Pryce", "/person Jon Marlow = Jon Marlowe")
    assert taker.meeting.entries[0].text == "Price was the point, Marlowe said"
    pikes = Taker()
    pikes.do("+Pike spoke", "/person Gwen Pike = Gwen Pyke")
    assert pikes.meeting.entries[0].text == "Pike spoke"


def test_the_words_stay_where_that_is_wanted_and_their_places_are_counted() -> None:
    meeting = after("?Gwen Pike: is Gwen Pike meant", "+Gwen Pike left")
    old = meeting.person(6)
    new = replace(old, name="Gwen Pyke")
    assert places_of(meeting, old, new) == 2
    changed = correct(meeting, old, new, everywhere=False)
    assert [entry.text for entry in changed.entries] == ["is Gwen Pike meant", "Gwen Pike left"]
    assert changed.entries[0].speakers == ("Gwen Pyke",)


def test_a_group_a_capacity_and_an_abbreviation_alone_are_put_right() -> None:
    assert after("/person Gwen Pike = observer").person(6).group is Group.OBSERVER
    assert after("/person Gwen Pike, Warden").person(6).capacity == "Warden"
    known = after("?NS: who is that", "/person NS = Sgt Priya Nair (PN)")
    assert known.entries[0].speakers == ("PN",)


def test_the_agenda_names_its_presenter_right_too() -> None:
    meeting = parish(
        sections=(Section(id=1, heading="Lanes", presenter="Gwen Pike and NS", explanation=("By Gwen Pike",)),)
    )
    section = after("/person Gwen Pike = Gwen Pyke", meeting=meeting).sections[0]
    assert (section.presenter, section.explanation) == ("Gwen Pyke and NS", ("By Gwen Pyke",))


def test_a_correction_of_the_whole_meeting_counts_its_places_and_is_one_change() -> None:
    taker = Taker()
    taker.do("+The bech is broken", "!NS to mend the bech and the bech leg", "/rename The bech", "s/bech/bench/g")
    assert taker.outcome is not None
    assert taker.outcome.message == "“bech” corrected in 4 places"
    assert [entry.text for entry in taker.meeting.entries] == [
        "The bench is broken",
        "NS to mend the bench and the bench leg",
    ]
    assert taker.meeting.sections[0].heading == "The bench"
    taker.do("/undo")
    assert taker.meeting.entries[0].text == "The bech is broken"
    assert taker.meeting.sections[0].heading == "The bech"


def test_a_correction_of_the_whole_meeting_takes_the_people_along() -> None:
    taker = Taker()
    taker.do("?Gwen Pike: who pays", "!Gwen to ask", "s|Gwen|Gwenda|g")
    assert taker.meeting.person(6).name == "Gwenda Pike"
    assert taker.meeting.entries[0].speakers == ("Gwenda Pike",)
    action = taker.meeting.entries[1].action
    assert action is not None
    assert action.owners == ("Gwenda Pike",)


def test_words_that_end_in_g_after_a_delimiter_are_no_correction_without_another_one() -> None:
    assert Taker().key("s/he is/g").text == "s/he is/g"


def test_standing_members_are_those_whom_the_meeting_does_not_name() -> None:
    meeting = parish(people=(Person(id=1, name="Maureen Tidy"),))
    standing = (Person(id=1, name="Cllr Maureen Tidy"), Person(id=2, name="Gwen Pike", abbreviation="GP"))
    assert missing_members(meeting, standing) == (Person(id=2, name="Gwen Pike", abbreviation="GP"),)


def test_the_details_are_listed_title_first_and_each_once() -> None:
    meeting = declare(parish(header=(("Date", "x"), ("Place", "Hall"), ("Chair", "MT"))), "NS, personal", AT)
    assert detail_lines(meeting) == (
        ("Title", "Parish Council May 2022"),
        ("Date", "Tuesday 10 May 2022"),
        ("Venue", "Hall"),
        ("Chair", "MT"),
    )
    found = details_of(meeting)
    assert (found["venue"], found["chair"], found["date"]) == ("Hall", "MT", date(2022, 5, 10))
