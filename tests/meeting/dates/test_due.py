"""Due words: those given after `^`, and those in an action's own text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.dates.due import due_from_words, find_due, locate_due
from tui.meeting.dates.meeting_references import meeting_in, next_meeting
from tui.meeting.dates.written_dates import days_in_month, said_date
from tui.meeting.model import Meeting, Person

# A Tuesday, the second of its month.
HELD = date(2021, 6, 8)


def _meeting(**header: str) -> Meeting:
    return Meeting(
        id="0" * 32,
        title="Allotment Society Committee",
        date=HELD,
        header=tuple((key.capitalize(), words) for key, words in header.items()),
        people=(Person(id=1, name="Ruth Okafor", abbreviation="RO"),),
    )


SERIES = _meeting(repeats="second Tuesday of the month", next="Annual matters, Thursday 15 July 2021, 7pm")
ALONE = _meeting()


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("RO to order the compost by Friday.", "by Friday", date(2021, 6, 11)),
        ("RO to order the compost no later than 12 July", "no later than 12 July", date(2021, 7, 12)),
        ("RO to order the compost, due 12 July", "due 12 July", date(2021, 7, 12)),
        ("RO to order the compost (due: Friday)", "due: Friday", date(2021, 6, 11)),
        ("RO to order the compost [deadline 12 July]", "deadline 12 July", date(2021, 7, 12)),
        ("RO to order the compost – due by 12 July.", "due by 12 July", date(2021, 7, 12)),
        ("RO to order the compost by the first week of July", "by the first week of July", None),
        ("RO to order the compost before Easter.", "before Easter", None),
        ("RO to order the compost by the end of Q3", "by the end of Q3", None),
        ("RO to order the compost by year end", "by year end", None),
        ("RO to order the compost by next Tuesday", "by next Tuesday", date(2021, 6, 15)),
        ("RO to order the compost by Tuesday, and pay for it", "by Tuesday", date(2021, 6, 15)),
        ("RO to order the compost by Mon", "by Mon", date(2021, 6, 14)),
        ("RO to order the compost by Tue 22.6.21", "by Tue 22.6.21", date(2021, 6, 22)),
        ("RO to order the compost by mon, 22.6.21", "by mon, 22.6.21", None),
        ("RO to order the compost by 22.6.21.", "by 22.6.21", date(2021, 6, 22)),
        ("RO to order the compost by Friday week", "by Friday week", date(2021, 6, 18)),
        ("RO to order the compost by Friday next week", "by Friday next week", date(2021, 6, 18)),
        ("RO to order the compost by 5pm on Friday", "by 5pm on Friday", date(2021, 6, 11)),
        ("RO to order the compost by Friday at noon", "by Friday at noon", date(2021, 6, 11)),
        ("RO to order the compost before 12 July and store it", "before 12 July", date(2021, 7, 12)),
        ("RO to order the compost before 12 May", "before 12 May", date(2022, 5, 12)),
        ("RO to order the compost by Monday 12\u00a0July.", "by Monday 12\u00a0July", date(2021, 7, 12)),
        ("RO to order the compost by 12 Jul.", "by 12 Jul", date(2021, 7, 12)),
        ("RO to order the compost by 12/7.", "by 12/7", date(2021, 7, 12)),
        ("RO to order the compost by the 15th.", "by the 15th", date(2021, 6, 15)),
        ("RO to order the compost by the 3rd of next month", "by the 3rd of next month", date(2021, 7, 3)),
        ("RO to order the compost by the end of July", "by the end of July", date(2021, 7, 31)),
        ("RO to order the compost by end of February 2024", "by end of February 2024", date(2024, 2, 29)),
        ("RO to order the compost by the end of the month.", "by the end of the month", date(2021, 6, 30)),
        ("RO to order the compost by the end of next month.", "by the end of next month", date(2021, 7, 31)),
        ("RO to order the compost by the end of the week", "by the end of the week", date(2021, 6, 11)),
        ("RO to order the compost by the end of next week", "by the end of next week", date(2021, 6, 18)),
        ("RO to order the compost by the end of the year", "by the end of the year", date(2021, 12, 31)),
        ("RO to order the compost by the end of term", "by the end of term", None),
        ("RO to order the compost by tomorrow", "by tomorrow", date(2021, 6, 9)),
        ("RO to order the compost by next week", "by next week", None),
        ("RO to order the compost by September", "by September", None),
    ],
)
def test_by_and_before_lead_to_a_day(text: str, words: str, day: date | None) -> None:
    due = find_due(SERIES, text)
    assert due is not None
    assert (due.words, due.date, due.in_text) == (words, day, True)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Look again in a month to see how the hedge grows", "in a month", date(2021, 7, 8)),
        ("Look again within ten days", "within ten days", date(2021, 6, 18)),
        ("Look again in two weeks' time", "in two weeks' time", date(2021, 6, 22)),
        ("Look again in two weeks\u2019 time.", "in two weeks\u2019 time", date(2021, 6, 22)),
        ("Look again in a week's time", "in a week's time", date(2021, 6, 15)),
        ("Look again within a fortnight, please", "within a fortnight", date(2021, 6, 22)),
        ("Look again in 3 months", "in 3 months", date(2021, 9, 8)),
        ("Look again in twenty-one days", "in twenty-one days", date(2021, 6, 29)),
        ("Look again within five working days", "within five working days", date(2021, 6, 15)),
        ("Look again within the next three months", "within the next three months", date(2021, 9, 8)),
        ("Look again in the next month", "in the next month", date(2021, 7, 8)),
        ("Look again in a couple of weeks", "in a couple of weeks", date(2021, 6, 22)),
        ("Look again within ten days of the meeting", "within ten days of the meeting", date(2021, 6, 18)),
        ("Look again within ten days of delivery", "within ten days", None),
        ("Look again within 48 hours", "within 48 hours", date(2021, 6, 10)),
        ("Look again in a few weeks", "in a few weeks", None),
        ("Look again in six to eight weeks", "in six to eight weeks", None),
        ("Look again in a year", "in a year", date(2022, 6, 8)),
    ],
)
def test_in_and_within_lead_to_a_span_after_the_meeting(text: str, words: str, day: date | None) -> None:
    due = find_due(ALONE, text)
    assert due is not None
    assert (due.words, due.date) == (words, day)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Bring prices to the next meeting.", "to the next meeting", date(2021, 7, 15)),
        ("Bring prices to  the next   meeting.", "to  the next   meeting", date(2021, 7, 15)),
        ("Bring prices to the July meeting", "to the July meeting", date(2021, 7, 15)),
        ("Bring prices for the September meeting", "for the September meeting", date(2021, 9, 14)),
        ("Bring prices to the September 2022 meeting", "to the September 2022 meeting", date(2022, 9, 13)),
        ("Bring prices to September's meeting", "to September's meeting", date(2021, 9, 14)),
        ("Bring prices to the March meeting", "to the March meeting", date(2022, 3, 8)),
        ("Bring prices to the June meeting", "to the June meeting", date(2022, 6, 14)),
        ("Bring prices to the June 2021 meeting", "to the June 2021 meeting", None),
        ("Bring prices to the next Committee meeting", "to the next Committee meeting", date(2021, 7, 15)),
        ("Bring prices to the next Trustees meeting", "to the next Trustees meeting", None),
        ("Bring prices to the next meeting of the Parish Council", "to the next meeting of the Parish Council", None),
        ("Bring prices to next month's meeting", "to next month's meeting", date(2021, 7, 15)),
        ("Bring prices to the meeting after next", "to the meeting after next", date(2021, 8, 10)),
        ("Bring prices to the meeting on 20 July", "to the meeting on 20 July", date(2021, 7, 20)),
        ("Bring prices to the 20 July meeting", "to the 20 July meeting", date(2021, 7, 20)),
        ("Bring prices to the meeting in October", "to the meeting in October", date(2021, 10, 12)),
        ("Bring prices to Thursday's meeting", "to Thursday's meeting", date(2021, 6, 10)),
        ("Talk about prices at a future monthly meeting.", "at a future monthly meeting", None),
        ("Talk about prices at another meeting", "at another meeting", None),
        ("Agree prices by the AGM", "by the AGM", None),
        ("Agree prices at the annual general meeting", "at the annual general meeting", None),
        ("Agree prices before the Trustees meeting", "before the Trustees meeting", None),
    ],
)
def test_a_meeting_to_come_is_a_due(text: str, words: str, day: date | None) -> None:
    due = find_due(SERIES, text)
    assert due is not None
    assert (due.words, due.date) == (words, day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RO to look at the fees following NALC.", "following NALC"),
        ("RO to look at the fees after the AGM", "after the AGM"),
        ("RO to look at the fees after Easter!", "after Easter"),
        ("RO to look at the fees following the plot holders' meeting", "following the plot holders' meeting"),
    ],
)
def test_what_comes_first_closes_a_text_as_due_words_without_a_date(text: str, words: str) -> None:
    due = find_due(SERIES, text)
    assert due is not None
    assert (due.words, due.date) == (words, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RO to write to the bank in order to save money",
        "RO to put the figures in the report",
        "RO to be in a position to answer",
        "RO to have it signed by the Chair",
        "RO to reply by email",
        "RO to complain to the board",
        "RO to plan the plots for the next year",
        "RO to go to meeting rooms and measure them",
        "RO to arrange a meeting with the water company",
        "RO to ask for volunteers within the society",
        "RO to find what was spent in 2019",
        "RO to count the thefts in the last six months",
        "RO to book two people on courses, in two day blocks",
        "RO to help in a day centre",
        "RO to correct the April meeting minutes",
        "RO to sort out the points raised at the May meeting",
        "RO to have it checked by the 3rd party",
        "RO to cover the beds by sun and wind",
        "RO to attend the next meeting",
        "RO to write to the newsletter after RO",
        "RO to write to the newsletter following the storm",
        "RO to share 1/2 by 1/2 a bag",
        "RO to do it by 31 February",
        "RO to march to the gate",
        "RO to collect the rent due 12 July",
        "RO to pay the bill that falls due on 12 July",
        "RO to open the summer school by summer houses",
    ],
)
def test_other_words_are_no_due(text: str) -> None:
    assert find_due(SERIES, text) is None


def test_the_last_due_wording_of_a_text_is_taken() -> None:
    due = find_due(SERIES, "RO to ask by Friday and bring the answer to the next meeting")
    assert due is not None
    assert due.words == "to the next meeting"


def test_an_action_due_to_be_raised_at_a_past_months_name_means_next_year() -> None:
    due = find_due(SERIES, "Fees to be raised at the May meeting")
    assert due is not None
    assert due.date == date(2022, 5, 10)


def test_the_place_of_due_words_is_known() -> None:
    text = "RO to ask, by  Friday, for prices"
    located = locate_due(SERIES, text)
    assert located is not None
    assert text[slice(*located.span)] == located.due.words == "by  Friday"


@pytest.mark.parametrize("text", ["Ask \ufffc\ufffc by Friday \ufffc", "Ask \ufffcby Friday\ufffc"])
def test_masked_characters_are_never_due_words(text: str) -> None:
    due = find_due(SERIES, text)
    assert due is not None
    assert due.words == "by Friday"
    assert find_due(SERIES, "Ask by \ufffc Friday") is None
    assert find_due(SERIES, "Ask after the \ufffc meeting") is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("July meeting", date(2021, 7, 15)),
        ("September meeting", date(2021, 9, 14)),
        ("to the September 2022 meeting", date(2022, 9, 13)),
        ("next meeting", date(2021, 7, 15)),
        ("meeting on 20 July", date(2021, 7, 20)),
        ("Friday", date(2021, 6, 11)),
        ("Tuesday", date(2021, 6, 15)),
        ("15 July 2021", date(2021, 7, 15)),
        ("15/7", date(2021, 7, 15)),
        ("2021-07-15", date(2021, 7, 15)),
        ("first draft 15 July", date(2021, 7, 15)),
        ("week commencing 12 July", date(2021, 7, 12)),
        ("end of June", date(2021, 6, 30)),
        ("by the end of the month", date(2021, 6, 30)),
        ("a fortnight", date(2021, 6, 22)),
        ("within 10 days", date(2021, 6, 18)),
        ("tomorrow", date(2021, 6, 9)),
        ("September", None),
        ("31 February", None),
        ("next week", None),
        ("asap", None),
        ("AGM", None),
        ("", None),
    ],
)
def test_words_given_are_kept_as_said_with_the_date_that_follows(words: str, day: date | None) -> None:
    due = due_from_words(SERIES, f" {words} ")
    assert (due.words, due.date, due.in_text) == (words, day, False)


def test_the_next_meeting_is_as_written_else_from_the_recurrence() -> None:
    assert next_meeting(SERIES) == date(2021, 7, 15)
    assert next_meeting(_meeting(repeats="second Tuesday of the month")) == date(2021, 7, 13)
    assert next_meeting(_meeting(repeats="second Tuesday of the month", next="to be agreed")) == date(2021, 7, 13)
    assert next_meeting(_meeting(repeats="every second Tuesday", next="31 June 2021")) == date(2021, 6, 22)
    assert next_meeting(ALONE) is None


def test_a_named_month_gives_a_date_only_where_the_series_counts_by_months() -> None:
    assert meeting_in(_meeting(repeats="quarterly"), 9) == date(2021, 9, 8)
    assert meeting_in(_meeting(repeats="quarterly"), 8) is None
    assert meeting_in(_meeting(repeats="every four weeks"), 9) is None
    assert meeting_in(ALONE, 9) is None


def test_a_month_later_is_by_the_calendar() -> None:
    late = Meeting(id="0" * 32, title="Late", date=date(2021, 1, 31))
    due = find_due(late, "Look again in a month.")
    assert due is not None
    assert due.date == date(2021, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_a_span_of_months_keeps_the_day_where_the_month_has_it(held: date, months: int) -> None:
    meeting = Meeting(id="0" * 32, title="Any", date=held)
    due = due_from_words(meeting, f"in {months} month{'s' if months > 1 else ''}")
    assert due.date is not None
    assert (due.date.year - held.year) * 12 + due.date.month - held.month == months
    assert due.date.day == min(held.day, days_in_month(due.date.year, due.date.month))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_whole_date_is_due_on_that_date_whenever_it_is_said(held: date, day: date) -> None:
    due = find_due(Meeting(id="0" * 32, title="Any", date=held), f"RO to write by {said_date(day)}.")
    assert due is not None
    assert (due.words, due.date) == (f"by {said_date(day)}", day)


_PIECES = st.lists(
    st.sampled_from(
        "by before in within to at for following after the a next April 2017 meeting meetings Friday end of month 31 "
        "weeks' time two working days 12 May on \ufffc . , RO's AGM Board with 5pm second \u00a0".split(" ")
    ),
    max_size=12,
).map(" ".join)


@given(st.text() | _PIECES, st.dates(), st.sampled_from(["", "last Tuesday of the month", "weekly", "quarterly"]))
def test_due_words_of_any_text_are_a_part_of_it(text: str, held: date, repeats: str) -> None:
    meeting = Meeting(id="0" * 32, title="Any", date=held, header=(("Repeats", repeats), ("Next", text)))
    located = locate_due(meeting, text)
    assert due_from_words(meeting, text).words == text.strip()
    if located is None:
        return
    assert located.due.words == text[slice(*located.span)]
    assert located.due.words.strip(" \ufffc") == located.due.words
    assert "\ufffc" not in located.due.words
