"""The last day for the notice of a meeting, by a rule."""

from __future__ import annotations

from datetime import date

import pytest

from tui.meeting.dates.notice import NoticeRule, last_day_for, rule_said


def nobody(day: date) -> bool:
    del day
    return False


@pytest.mark.parametrize(
    ("said", "days", "clear"),
    [
        ("3 clear days", 3, True),
        ("five clear days before the meeting", 5, True),
        ("7 days", 7, False),
        ("1 day", 1, False),
    ],
)
def test_an_agenda_says_a_rule_itself(said: str, days: int, clear: bool) -> None:
    rule = rule_said(said)
    assert rule is not None
    assert (rule.days, rule.clear, rule.words) == (days, clear, said)


@pytest.mark.parametrize("said", ["", "by post", "in good time", "the usual days"])
def test_other_words_are_no_rule(said: str) -> None:
    assert rule_said(said) is None


def test_of_clear_days_neither_the_first_nor_the_last_counts() -> None:
    rule = NoticeRule(words="", days=3, clear=True)
    assert last_day_for(rule, date(2027, 6, 10), nobody) == date(2027, 6, 6)
    assert last_day_for(NoticeRule(words="", days=3), date(2027, 6, 10), nobody) == date(2027, 6, 7)


def test_sundays_holidays_and_days_of_ones_own_are_passed_over() -> None:
    rule = NoticeRule(words="", days=3, clear=True, without=(6,), dates=(date(2027, 6, 9),))
    assert last_day_for(rule, date(2027, 6, 10), lambda day: day == date(2027, 6, 7)) == date(2027, 6, 3)


def test_there_is_none_where_no_day_counts_or_the_calendar_ends() -> None:
    rule = NoticeRule(words="", days=3, without=tuple(range(7)))
    assert last_day_for(rule, date(2027, 6, 10), nobody) is None
    assert last_day_for(NoticeRule(words="", days=9), date(1, 1, 3), nobody) is None
