"""Putting a draft right: what each correction makes of the meeting, and that no word goes with it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from tests.papers.correcting.drafts import PAPER, TODAY, at, draft, items, people, place_of
from tests.papers.holding import PAPERS
from tests.papers.test_kinds import ids, strings, words
from tui.errors import BadInput, Refused
from tui.papers.agenda import draft_of
from tui.papers.correcting import corrections
from tui.papers.correcting.rebuilt import with_parts
from tui.papers.draft import Draft
from tui.papers.reading.source import read_file
from tui.papers.understanding.roles import Role

ITEMS = [
    "1. Minutes of the last meeting",
    "2. Water butts",
    "  - To ask for three prices",
    "3. Hedge along the lane",
    "  3.1 Cutting it",
    "  3.2 Paying for it",
    "4. Any other business",
]


def test_a_paper_has_each_of_its_lines_and_each_part_its_line() -> None:
    found = draft()
    assert [line.text.strip() for line in found.understood] == [line.strip() for line in PAPER.splitlines() if line]
    assert items(found) == ITEMS
    assert people(found) == [
        "Ida Fenn, Chair: member, present",
        "Bo Larch: member, present",
        "Cy Moor: member, apologies",
    ]
    assert {part.words: part.place for part in found.parts if part.section}["3.1 Cutting it"] == 12
    assert found.meeting.unplaced == ("Wellingtons are for sale", "Rosa Thorn has the key")


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_the_parts_of_a_draft_make_the_meeting_that_was_read(path: Path) -> None:
    try:
        found = draft_of(read_file(path).document, TODAY)
    except BadInput:
        assert path.suffix in (".pdf", ".docx")
        return
    assert with_parts(found, found.parts).meeting == found.meeting


def test_a_line_beside_the_meeting_becomes_an_item_where_it_stands() -> None:
    found = draft()
    found = corrections.make_item(found, None, place_of(found, "Wellingtons"))
    assert items(found) == [*ITEMS, "Wellingtons are for sale"]
    assert found.meeting.unplaced == ("Rosa Thorn has the key",)
    assert found.meeting.sections[-1].heading == "Wellingtons are for sale"
    assert len({section.id for section in found.meeting.sections}) == len(found.meeting.sections)


def test_a_note_becomes_an_item_and_takes_the_notes_that_follow_it() -> None:
    found = draft(PAPER.replace("prices\n", "prices\nOne has come\n"))
    found = corrections.make_item(found, at(found, "To ask"), 0)
    assert items(found)[1:4] == ["2. Water butts", "To ask for three prices", "  - One has come"]


def test_an_item_becomes_a_note_and_a_note_a_draft_resolution_and_back() -> None:
    found = draft()
    noted = corrections.make_note(found, at(found, "3.1"), 0)
    assert items(noted)[3:6] == ["3. Hedge along the lane", "  - 3.1 Cutting it", "  3.2 Paying for it"]
    resolved = corrections.make_note(noted, at(noted, "To ask"), 0)
    assert items(resolved)[2] == "  = To ask for three prices"
    assert resolved.meeting.sections[1].resolution == "To ask for three prices"
    assert corrections.make_note(resolved, at(resolved, "To ask"), 0) == noted


def test_a_note_needs_an_item_above_it() -> None:
    found = draft()
    with pytest.raises(Refused, match="no item stands above it"):
        corrections.make_note(found, None, 1)


def test_a_line_becomes_a_person_and_a_person_is_turned_to_what_they_are() -> None:
    found = draft()
    found = corrections.make_person(found, None, place_of(found, "Bo Larch"))
    assert people(found) == people(draft())
    found = corrections.make_person(found, at(found, "Bo Larch"), 0)
    assert people(found)[1] == "Bo Larch: in attendance, present"
    turned = [people(found)[1]]
    for _ in range(5):
        found = corrections.make_person(found, at(found, "Bo Larch"), 0)
        turned.append(people(found)[1].partition(": ")[2])
    assert turned[1:] == [
        "member, apologies",
        "member, absent",
        "guest, present",
        "observer, present",
        "member, present",
    ]


def test_a_line_that_names_nobody_becomes_no_person() -> None:
    found = draft(PAPER.replace("Rosa Thorn has the key", "none of 300"))
    with pytest.raises(Refused, match="no name stands in this line"):
        corrections.make_person(found, None, place_of(found, "none of 300"))


def test_another_line_becomes_the_title_and_the_line_before_is_kept_beside() -> None:
    found = draft(PAPER.replace("Marsh End Allotment Society", "Marsh End Society\n\nThe Committee of the Plots"))
    found = corrections.make_title(found, None, place_of(found, "Marsh End"))
    assert found.meeting.title == "Marsh End Society"
    assert "The Committee of the Plots" in found.meeting.unplaced
    again = corrections.make_title(found, None, place_of(found, "The Committee"))
    assert (again.meeting.title, again.meeting.unplaced[0]) == ("The Committee of the Plots", "Marsh End Society")


def test_a_title_is_given_where_the_paper_has_none() -> None:
    found = draft("Agenda\n1. Bells\n2. Ropes\n9 April 2024")
    assert Role.TITLE in found.lacks
    assert corrections.call(found, "  Tower   Captains ").meeting.title == "Tower Captains"


def test_a_line_gives_the_day_and_another_one_the_hours() -> None:
    found = draft("Plot holders\n1. Bells\n2. Ropes\n\nWe meet when we can: 16 April 2024\nDoors open at 18:30")
    found = corrections.make_day(found, None, place_of(found, "We meet"), TODAY)
    found = corrections.make_day(found, None, place_of(found, "Doors"), TODAY)
    meeting = found.meeting
    assert (str(meeting.date), f"{meeting.start:%H:%M}") == ("2024-04-16", "18:30")
    assert meeting.said("Date") == "Tuesday 16 April 2024 18:30"
    assert found.lacks == []


def test_of_two_days_in_a_line_the_other_is_taken_by_asking_again() -> None:
    found = draft()
    found = corrections.reword(found, at(found, "9 April"), "9 April or 16 April 2024", TODAY)
    when = next(n for n, part in enumerate(found.parts) if part.role is Role.WHEN)
    assert str(found.meeting.date) == "2024-04-16"
    assert corrections.reword(found, when, "7 May 2024 20:00-21:30", TODAY).meeting.said("Date") == (
        "Tuesday 7 May 2024 20:00–21:30"
    )


def test_one_key_takes_the_other_day_that_a_paper_names_and_another_brings_the_first_back() -> None:
    found = draft(PAPER.replace("Present:", "Date: Tuesday 16 April 2024 6 pm\n\nPresent:"))
    first = found.meeting.said("Date")
    assert [str(one.date) for one in found.other_days] == ["2024-04-09"]
    other = corrections.choose_other_day(found)
    assert other.meeting.said("Date") == "Tuesday 9 April 2024 19:00"
    assert corrections.choose_other_day(other).meeting.said("Date").startswith(first[:20])
    with pytest.raises(Refused, match="no other day"):
        corrections.choose_other_day(draft())


def test_a_line_becomes_the_place() -> None:
    found = draft()
    assert found.meeting.said("Venue") == "Seed Store"
    found = corrections.make_place(found, None, place_of(found, "Wellingtons"))
    assert found.meeting.said("Venue") == "Wellingtons are for sale"
    assert [part.key for part in found.parts if part.is_place] == ["Venue"]


def test_an_item_goes_in_and_out_with_those_below_it() -> None:
    found = draft()
    inner = corrections.shift(found, at(found, "3. Hedge"), 0, 1)
    assert items(inner)[3:6] == ["  3. Hedge along the lane", "    3.1 Cutting it", "    3.2 Paying for it"]
    assert items(corrections.shift(inner, at(inner, "3. Hedge"), 0, -1)) == ITEMS
    for words_, by in (("1. Minutes", 1), ("2. Water", -1), ("Ida", 1)):
        with pytest.raises(Refused):
            corrections.shift(found, at(found, words_), 0, by)


def test_what_is_left_out_is_kept_beside_the_meeting() -> None:
    found = draft()
    found = corrections.forget(found, at(found, "2. Water"), 0)
    assert items(found)[:2] == ["1. Minutes of the last meeting", "  - To ask for three prices"]
    assert "2. Water butts" in found.meeting.unplaced
    with pytest.raises(Refused, match="a meeting has a day"):
        corrections.forget(found, at(found, "9 April"), 0)
    with pytest.raises(Refused, match="not in the meeting"):
        corrections.forget(found, None, place_of(found, "2. Water"))


def test_two_lines_that_are_one_are_joined() -> None:
    found = draft(PAPER.replace("1. Minutes of the last meeting", "1. Minutes\nof the yearly meeting"))
    found = corrections.make_item(found, None, place_of(found, "of the yearly"))
    assert items(found)[:2] == ["1. Minutes", "of the yearly meeting"]
    found = corrections.merge(found, at(found, "of the yearly"), 0)
    assert items(found)[0] == "1. Minutes of the yearly meeting"
    found = corrections.merge(found, None, place_of(found, "Wellingtons"))
    assert items(found)[-1] == "4. Any other business Wellingtons are for sale"
    assert found.meeting.unplaced == ("Rosa Thorn has the key",)
    with pytest.raises(Refused, match="nothing stands above it"):
        corrections.merge(found, 0, 1)


def test_other_words_are_read_again() -> None:
    found = draft()
    found = corrections.reword(found, at(found, "3.1"), "3.1 Cutting the hedge (Bo Larch, 10 min)")
    section = next(one for one in found.meeting.sections if one.number == "3.1")
    assert (section.heading, section.presenter, section.minutes, section.level) == (
        "Cutting the hedge",
        "Bo Larch",
        10,
        2,
    )
    found = corrections.reword(found, at(found, "Cy Moor"), "Cyril Moor, Steward (CM)")
    assert people(found)[2] == "Cyril Moor, Steward (CM): member, apologies"
    with pytest.raises(Refused, match="nothing was written"):
        corrections.reword(found, 0, "  ")


def test_what_is_said_to_be_right_is_doubted_no_more() -> None:
    found = draft(PAPER.replace("Tuesday 9 April", "Monday 9 April"))
    when = at(found, "9 April")
    assert "is a Tuesday" in found.parts[when].doubt
    assert corrections.trust(found, when).doubtful == []
    with pytest.raises(Refused):
        corrections.trust(found, at(found, "Ida"))


def _every_correction(found: Draft, part: int | None, place: int) -> list[Draft]:
    made = []
    for change in (
        corrections.make_title,
        corrections.make_day,
        corrections.make_place,
        corrections.make_person,
        corrections.make_item,
        corrections.make_note,
        corrections.forget,
        corrections.merge,
    ):
        with suppress(Refused):
            made.append(change(found, part, place))
    return made


def test_no_correction_of_any_line_or_part_loses_a_word() -> None:
    found = draft()
    wanted = {word for line in PAPER.splitlines() for word in words(line)}
    spots = [(n, part.place) for n, part in enumerate(found.parts)] + [(None, one.place) for one in found.understood]
    for part, place in spots:
        for made in _every_correction(found, part, place):
            kept = {word for text in strings_of(made) for word in words(text)}
            assert wanted - kept <= {"present", "apologies", "on", "at", "in", "the", "7", "pm", "committee", "meeting"}


def strings_of(found: Draft) -> list[str]:
    return list(strings(msgspec.to_builtins(found.meeting)))
