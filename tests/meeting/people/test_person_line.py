"""What the last brackets of a person's line say."""

import pytest

from tests.meeting.room import Taker
from tui.meeting.people.person_line import read_person
from tui.papers.understanding.people.reading import people_in

_CALLED = [
    ("Edda Quill, Council (equill)", "Council", "equill"),
    ("Cat Lowe (clowe)", "", "clowe"),
    ("Ida Oke, Village Hall (@iok)", "Village Hall", "@iok"),
    ("Hester Ridley, Parish Clerk (Clerk)", "Parish Clerk", "Clerk"),
    ("Hester Ridley – Clerk and Finance Officer (Clerk)", "Clerk and Finance Officer", "Clerk"),
    ("Hester Ridley, Parish Clerk (clerk)", "Parish Clerk", "clerk"),
    ("Merle Storr, County Council (MS)", "County Council", "MS"),
    ("Joanna Marsh, Member (Joey)", "Member", "Joey"),
    ("Joe O'Brien (Joe)", "", "Joe"),
    ("Ada Mint, Chief Executive (CEx)", "Chief Executive", "CEx"),
]
_NOT_CALLED = [
    ("Ann Lee (Chair)", "Chair"),
    ("Ann Lee (chair)", "chair"),
    ("Ann Lee (Clerk)", "Clerk"),
    ("Ann Lee (Vice-Chair)", "Vice-Chair"),
    ("Ann Lee (resident)", "resident"),
    ("Ann Lee (Village Hall)", "Village Hall"),
]


@pytest.mark.parametrize(("line", "capacity", "called"), _CALLED)
def test_brackets_hold_what_somebody_is_called_in_an_agenda_and_in_a_command(
    line: str, capacity: str, called: str
) -> None:
    (listed,) = people_in(f"- {line}")
    keyed = read_person(line, 1)
    assert (listed.capacity, listed.abbreviation) == (keyed.capacity, keyed.abbreviation) == (capacity, called)


@pytest.mark.parametrize(("line", "capacity"), _NOT_CALLED)
def test_brackets_that_say_what_somebody_is_here_are_the_capacity(line: str, capacity: str) -> None:
    (listed,) = people_in(f"- {line}")
    keyed = read_person(line, 1)
    assert (listed.capacity, listed.abbreviation) == (keyed.capacity, keyed.abbreviation) == (capacity, "")


@pytest.mark.parametrize("how", ["part", "online", "via Zoom", "from 10.30", "remotely"])
def test_brackets_that_say_how_somebody_attends_name_nobody(how: str) -> None:
    (listed,) = people_in(f"- Ann Lee, Member ({how})")
    assert (listed.name, listed.abbreviation) == ("Ann Lee", "")
    assert read_person(f"Ann Lee, Member ({how})", 1).abbreviation == ""


@pytest.mark.parametrize(
    ("arrives", "called"),
    [
        ("Edda Quill, Council (equill)", "equill"),
        ("Ida Oke (@iok)", "@iok"),
        ("Hester Ridley, Bridge Clerk (Clerk)", "Clerk"),
        ("Merle Storr, County Council (MS)", "MS"),
    ],
)
def test_who_arrives_is_called_by_what_stands_in_brackets(arrives: str, called: str) -> None:
    taker = Taker()
    taker.do("/go 2", f"/arrive {arrives}", f"?{called}: who pays", f"!{called} to write to the county")
    question, task = taker.meeting.entries[-2:]
    assert task.action is not None
    assert (question.speakers, task.action.owners) == ((called,), (called,))
