"""Whom a few letters mean, and when."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.meeting.room import Taker, parish
from tui.errors import Refused
from tui.meeting.capture.prompt_choices import choose_names, choose_speakers, due_choices, people_first
from tui.meeting.dates.due import due_of, say_due
from tui.meeting.model import Meeting, Person, Presence

BOARD = (
    Person(id=1, name="Ann Peel", capacity="Police and Crime Commissioner", abbreviation="PCC"),
    Person(id=2, name="Di Moss", capacity="Deputy Commissioner", abbreviation="DPCC", presence=Presence.APOLOGIES),
    Person(id=3, name="Carl Ode", capacity="Chief Constable", abbreviation="CC"),
    Person(id=4, name="Rob Dean", capacity="Deputy Chief Constable", abbreviation="DCC"),
    Person(id=5, name="Tom van der Berg", capacity="Analyst"),
    Person(id=6, name="Tom Orchard"),
)


def board() -> Meeting:
    return parish(people=BOARD, header=(("Repeats", "last Tuesday of the month"),))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("d", ("DCC",)),
        ("dp", ("DPCC",)),
        ("D", ("DCC",)),
        ("cc", ("CC",)),
        ("d c", ("DCC", "CC")),
        ("d,c", ("DCC", "CC")),
        ("d, c and p", ("DCC", "CC", "PCC")),
        ("@d @c", ("DCC", "CC")),
        ("d d", ("DCC",)),
        ("dean", ("DCC",)),
        ("moss", ("DPCC",)),
        ("tom o", ("Tom Orchard",)),
        ("tom o d", ("Tom Orchard", "DCC")),
        ("van", ("Tom van der Berg",)),
        ("berg", ("Tom van der Berg",)),
        ("analyst", ("Tom van der Berg",)),
        ("deputy chief", ("DCC",)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_few_letters_mean_somebody_of_this_meeting(typed: str, names: tuple[str, ...]) -> None:
    assert choose_names(board(), typed).names == names


def test_those_who_are_here_come_before_those_who_are_not() -> None:
    assert [choice.label for choice in choose_names(board(), "d").last][:2] == ["DCC", "DPCC"]
    assert people_first(board())[-1].label == "DPCC"


def test_a_turn_takes_another_of_those_whom_the_last_letters_may_mean() -> None:
    assert choose_names(board(), "c, d", turn=1).names == ("CC", "DPCC")
    many = len(choose_names(board(), "d").last)
    assert choose_names(board(), "d", turn=many).names == ("DCC",)


def test_owners_may_be_all_a_group_of_before_and_names_nobody_knows() -> None:
    taker = Taker(board())
    taker.do('!Mend it @"Finance team"')
    assert choose_names(taker.meeting, "al", owners=True).names == ("ALL",)
    assert choose_names(taker.meeting, "fin", owners=True).names == ("Finance team",)
    strange = choose_names(taker.meeting, "tree wardens, d", owners=True)
    assert (strange.names, strange.unknown) == (("tree wardens", "DCC"), ("tree wardens",))
    assert choose_names(taker.meeting, '"d"', owners=True).names == ("d",)


def test_a_speaker_has_to_be_known() -> None:
    assert choose_speakers(board(), "d c") == ("DCC", "CC")
    with pytest.raises(Refused, match="nobody here is known as “xyzzy”"):
        choose_speakers(board(), "d, xyzzy")


@pytest.mark.parametrize(
    ("typed", "words", "day"),
    [
        ("f", "Friday", "2022-05-13"),
        ("fri", "Friday", "2022-05-13"),
        ("tu", "Tuesday", "2022-05-17"),
        ("next", "next meeting", "2022-06-14"),
        ("n", "next meeting", "2022-06-14"),
        ("jul", "July meeting", "2022-07-12"),
        ("by f", "by Friday", "2022-05-13"),
        ("end of j", "end of January", "2023-01-31"),
        ("end of the m", "end of the month", "2022-05-31"),
        ("in two w", "in two weeks", "2022-05-24"),
        ("25/6", "25/6", "2022-06-25"),
        ("24 june", "24 june", "2022-06-24"),
        ("^fri", "Friday", "2022-05-13"),
        ("following PMG", "following PMG", None),
        ("31/2", "31/2", None),
    ],
)
def test_due_words_are_completed_and_give_their_date(typed: str, words: str, day: str | None) -> None:
    first = due_choices(parish(), typed)[0]
    due = due_of(parish(), first)
    assert first == words
    assert due is not None
    assert (due.words, due.date.isoformat() if due.date else None) == (words, day)


def test_the_words_as_typed_and_the_bare_month_can_still_be_chosen() -> None:
    assert due_choices(parish(), "jul")[:2] == ("July meeting", "July")
    assert due_choices(parish(), "fr")[-1] == "fr"
    assert due_choices(parish(), " ^ ") == ()
    assert due_of(parish(), " ") is None


def test_a_series_that_does_not_repeat_offers_the_month_before_its_meeting() -> None:
    assert due_choices(parish(header=()), "jul")[:2] == ("July", "July meeting")


def test_a_due_is_said_with_its_weekday_or_that_no_date_follows() -> None:
    dues = [due_of(parish(), words) for words in ("Friday", "following PMG")]
    assert [say_due(due) for due in dues if due] == ["Friday · Fri 13 May 2022", "following PMG · no date"]


@given(st.text(max_size=60) | st.text("dct om,@^&\"“ /and'", max_size=40))
@example('“ "')
def test_anything_typed_comes_to_names_and_words_or_is_refused(typed: str) -> None:
    names = choose_names(board(), typed, owners=True)
    assert len(names.names) == len(set(names.names))
    assert all(name.strip() for name in names.names)
    for words in due_choices(board(), typed):
        try:
            due = due_of(board(), words)
        except Refused:
            continue
        assert due is None or due.words.strip()
