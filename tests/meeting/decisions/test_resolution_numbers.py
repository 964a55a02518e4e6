"""Numbers of resolutions that run on: which decisions have one, what the next meeting begins with, what is amiss."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from tests.meeting.checked import NO_STYLE
from tests.meeting.decisions.quay import QUAY
from tests.meeting.room import Taker
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind
from tui.meeting.decisions.resolution_numbers import misnumbered_resolutions, resolution_numbers, resolutions_on
from tui.meeting.model import Meeting, Section, SectionState
from tui.notes.render import render
from tui.notes.templates.styles import style_names

SECTIONS = (
    Section(id=1, heading="Fence", number="1", state=SectionState.CURRENT, reached=1),
    Section(id=2, heading="Gate", number="2"),
)


def held(day: date, first: str, *lines: str, key: str = "Resolutions", language: str = "en") -> Meeting:
    header = ((key, first),) if first else ()
    taker = Taker(
        replace(QUAY, id=f"{day:%Y%m%d}".zfill(32), date=day, sections=SECTIONS, header=header, language=language)
    )
    taker.do(*lines)
    return taker.meeting


def numbers(meeting: Meeting) -> list[str]:
    found = resolution_numbers(meeting)
    return [found.get(entry.id, "") for entry in meeting.entries if entry.decision]


MAY, JUNE = date(2024, 5, 7), date(2024, 6, 4)
TAKEN = held(
    MAY,
    "24/117",
    "=Agreed to paint the fence",
    "=That it be red; lost 1-3",
    "=Noted the report",
    "=Straw poll on the colour: green 3, white 1",
    "=Motion: that the gate be shut; moved by AL",
    "=Amendment: to lock it; moved by BO. The amendment was carried",
    "=The substantive motion, that the gate be shut and locked, was carried",
)


def test_what_was_carried_has_a_number_and_nothing_else() -> None:
    assert numbers(TAKEN) == ["24/117", "", "", "", "", "", "24/118"]


def test_one_that_begins_with_its_own_number_keeps_it_and_no_other_has_it() -> None:
    meeting = held(MAY, "24/117", "=Agreed to mow", "=Resolution 24/118: to thank the crew; carried", "=Agreed to sow")
    assert numbers(meeting) == ["24/117", "24/118", "24/119"]


@pytest.mark.parametrize(
    ("first", "said", "following"),
    [
        ("C/24/117", "=C/24/118: to thank the crew; carried", "C/24/119"),
        ("C/24/117", "=RESOLVED (C/24/118) that the crew be thanked", "C/24/119"),
        ("Minute 24/117", "=Minute 24/118: to thank the crew; carried", "Minute 24/119"),
        ("FGB 117", "=FGB 118 That the crew be thanked. Carried", "FGB 119"),
        ("24/117", "=24/118 – That the crew be thanked. Carried", "24/119"),
    ],
)
def test_a_number_of_the_houses_own_shape_needs_no_word_before_it(first: str, said: str, following: str) -> None:
    meeting = held(MAY, first, "=Agreed to mow", said, "=Agreed to sow")
    assert numbers(meeting) == [first, first.replace("117", "118"), following]
    page = render(meeting, style="formal", fmt="txt")
    assert page.count("118") == 1


@pytest.mark.parametrize(
    "said", ["=24/25 budget agreed", "=118 trees to be felled; carried", "=To fell 24/118; carried"]
)
def test_figures_that_number_nothing_are_no_number(said: str) -> None:
    assert numbers(held(MAY, "24/117", said)) == ["24/117"]


def test_one_put_in_afterwards_changes_no_other_number() -> None:
    before = held(MAY, "24/117", "=Agreed to mow", "/go Gate", "=Agreed to sow")
    after = held(MAY, "24/117", "=Agreed to mow", "/go Gate", "=Agreed to sow", "/go Fence", "=Agreed to tar")
    assert resolution_numbers(after).items() > resolution_numbers(before).items()


def test_without_a_first_number_none_is_given() -> None:
    assert numbers(held(MAY, "", "=Agreed to mow")) == [""]
    assert numbers(held(MAY, "see the book", "=Agreed to mow")) == [""]


@pytest.mark.parametrize(
    ("first", "day", "following"),
    [
        ("24/117", date(2024, 6, 4), "24/119"),
        ("24/117", date(2025, 1, 7), "25/1"),
        ("2024-017", date(2024, 6, 4), "2024-019"),
        ("2024-017", date(2025, 1, 7), "2025-001"),
        ("117/2024", date(2024, 6, 4), "119/2024"),
        ("R117", date(2025, 1, 7), "R119"),
        ("FGB 117", date(2025, 1, 7), "FGB 119"),
        ("Minute 24/117", date(2025, 1, 7), "Minute 25/1"),
        ("C/24/117", date(2025, 1, 7), "C/25/1"),
        ("117", date(2025, 1, 7), "119"),
        ("24", date(2025, 1, 7), "26"),
    ],
)
def test_the_next_meeting_goes_on_and_begins_anew_with_the_year_that_the_number_tells(
    first: str, day: date, following: str
) -> None:
    last = held(MAY, first, "=Agreed to mow", "=Agreed to sow")
    assert resolutions_on(held(day, ""), [last]).said("Resolutions") == following


def test_a_house_whose_year_begins_in_may_begins_anew_in_may() -> None:
    february = held(date(2024, 2, 6), "23/117", "=Agreed to mow")
    assert resolutions_on(held(date(2024, 4, 2), ""), [february]).said("Resolutions") == "23/118"
    assert resolutions_on(held(MAY, ""), [february]).said("Resolutions") == "24/1"


def test_a_house_that_begins_anew_without_telling_the_year_does_so_again() -> None:
    year = [held(date(2024, 12, 3), "41", "=Agreed to mow"), held(date(2024, 1, 9), "1", "=Agreed to mow")]
    year.append(held(date(2023, 12, 5), "58", "=Agreed to mow"))
    assert resolutions_on(held(date(2025, 1, 7), ""), year).said("Resolutions") == "1"
    january = held(date(2025, 1, 7), "1", "=Agreed to sow")
    assert not [*misnumbered_resolutions(january, year)]
    assert resolutions_on(held(date(2025, 2, 4), ""), [january, *year]).said("Resolutions") == "2"


def test_a_meeting_without_resolutions_leaves_the_number_to_the_next() -> None:
    last = held(MAY, "24/117", "=Noted the report")
    assert resolutions_on(held(JUNE, ""), [last]).said("Resolutions") == "24/117"


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("24/118", []),
        ("24/117", ["the number 24/117 was used on 7 May 2024 already: number it anew"]),
        ("24/120", ["the numbers 24/118 to 24/119 are left out before this one: number it anew, or say why"]),
    ],
)
def test_a_number_used_twice_or_left_out_is_found(first: str, found: list[str]) -> None:
    may, june = held(MAY, "24/117", "=Agreed to mow"), held(JUNE, first, "=Agreed to sow")
    assert [message for _, message in misnumbered_resolutions(june, [may])] == found
    numbered = [one for one in check(june, NO_STYLE, series=[may]) if one.kind is FindingKind.NUMBER]
    assert [(one.message, one.entry) for one in numbered] == [(words, june.entries[0].id) for words in found]


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
def test_every_style_that_prints_a_decision_prints_its_number(style: str, fmt: str) -> None:
    page = render(TAKEN, style=style, fmt=fmt)
    assert ("paint the fence" in page) == ("24/117" in page)
    assert "Resolutions" not in page


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
def test_a_resolution_that_begins_with_its_number_has_no_other_word_before_it(style: str, fmt: str) -> None:
    meeting = held(MAY, "24/117", "=Der Zaun wird gestrichen; angenommen", key="Beschlüsse", language="de")
    page = render(meeting, style=style, fmt=fmt)
    assert "24/117" in page or style in ("agenda", "actions")
    assert not re.search(r"beschluss\W+(?:</?\w+>\W*)?beschluss 24/117", page, re.IGNORECASE)


def test_a_restricted_resolution_has_its_number_though_the_public_does_not_read_it() -> None:
    meeting = held(MAY, "24/117", "%=Agreed to sue", "=Agreed to mow")
    page = render(meeting, style="formal", fmt="txt", version="public")
    assert "sue" not in page
    assert "Resolution 24/118: Agreed to mow" in page


@pytest.mark.parametrize(
    ("language", "key", "said"),
    [
        ("de", "Beschlüsse", "Beschluss 24/117: Beschlossen, den Zaun zu streichen"),
        ("fr", "Délibérations", "Délibération 24/117\u00a0: Beschlossen, den Zaun zu streichen"),
        ("es", "Acuerdos", "Acuerdo 24/117: Beschlossen, den Zaun zu streichen"),
        ("cy", "Penderfyniadau", "Penderfyniad 24/117: Beschlossen, den Zaun zu streichen"),
    ],
)
def test_the_number_is_said_in_the_language_of_the_notes(language: str, key: str, said: str) -> None:
    meeting = held(MAY, "24/117", "=Beschlossen, den Zaun zu streichen", key=key, language=language)
    assert said in render(meeting, style="formal", fmt="txt")
