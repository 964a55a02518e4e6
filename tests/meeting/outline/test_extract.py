"""The extract of one item holds that item, what stands below it, and nothing of the others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.notes.meetings import NOW, entry, meeting
from tui.errors import Refused
from tui.meeting.model import Approval, Section
from tui.meeting.outline.extract import extract
from tui.meeting.outline.outline import find_section
from tui.notes.render import render

SECTIONS = (
    Section(id=1, number="6", heading="Finance"),
    Section(id=2, number="7", heading="Estates"),
    Section(id=3, number="7a", heading="The quay", level=2),
    Section(id=4, number="7a.1", heading="The crane", level=3),
    Section(id=5, number="8", heading="Staff"),
)
WHOLE = meeting(
    *(entry(at, "note", f"Said under {at}.", section=at) for at in range(1, 6)),
    sections=SECTIONS,
)


def test_an_item_comes_with_those_below_it_and_as_the_first_level() -> None:
    found = extract(WHOLE, find_section(WHOLE, "7a"))
    assert [(one.number, one.level) for one in found.sections] == [("7a", 1), ("7a.1", 2)]
    assert [one.text for one in found.entries] == ["Said under 3.", "Said under 4."]
    page = render(found, fmt="txt")
    assert "Said under 4." in page
    for other in ("Finance", "Estates", "Staff", "Said under 1.", "Said under 2.", "Said under 5."):
        assert other not in page


def test_what_a_section_above_restricts_stays_restricted() -> None:
    hidden = replace(WHOLE, sections=tuple(replace(one, restricted=one.id == 2) for one in SECTIONS))
    assert "Said under 4." not in render(extract(hidden, find_section(hidden, "7a")), fmt="txt", version="public")


def test_corrections_which_may_be_of_any_item_are_not_in_it() -> None:
    signed = replace(WHOLE, approval=Approval(by="HC", at=NOW, corrections=("In Finance, ten for twelve",)))
    found = extract(signed, find_section(signed, "7a"))
    assert "ten for twelve" not in render(found, fmt="txt")
    assert "Approved by HC" in render(found, fmt="txt")


def test_an_item_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused):
        extract(WHOLE, find_section(WHOLE, "9z"))
