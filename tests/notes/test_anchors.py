"""What a site can link to: every item, decision and action of a page, by names that outlive changes."""

from __future__ import annotations

import re

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from msgspec.structs import replace

from tests.notes.docx.reading_docx import opened
from tests.notes.html_page import read_page
from tests.notes.meetings import entry, meeting
from tui.meeting.model import Meeting, Section
from tui.notes.render import render, render_file
from tui.notes.templates.styles import style_names


def harbour() -> Meeting:
    """Give a meeting with two items, a decision and an action."""
    sections = (Section(id=4, heading="Moorings", number="7/24"), Section(id=9, heading="Dredging", number="8/24"))
    return meeting(
        entry(1, "decision", "Agreed the fee", section=4),
        entry(2, "action", "CP to tell the tenants", section=9, owners=("CP",)),
        entry(3, "subheading", "The survey", section=9),
        entry(5, "note", "It was read.", section=9),
        sections=sections,
    )


def anchors(shown: Meeting, style: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', render(shown, style=style, fmt="html"))


@pytest.mark.parametrize("style", style_names())
def test_actions_and_what_stands_in_a_style_can_be_linked_to(style: str) -> None:
    some = {"actions": [], "agenda": ["item-4", "item-9"], "summary": ["item-4", "decision-1"]}
    items = some.get(style, ["item-4", "decision-1", "item-9"])
    assert anchors(harbour(), style) == [*items, "action-A2"]


def test_what_a_link_names_stays_when_items_are_renumbered_renamed_and_reordered() -> None:
    before = harbour()
    first, second = before.sections
    changed = replace(
        before,
        sections=(
            Section(id=11, heading="Welcome", number="6/24"),
            replace(second, number="7/24", heading="Dredging of the basin"),
            replace(first, number="8/24"),
        ),
    )
    assert set(anchors(before, "narrative")) < set(anchors(changed, "narrative"))


def test_the_day_can_be_read_by_programs() -> None:
    for style in style_names():
        [time] = read_page(render(harbour(), style=style, fmt="html")).every("time")
        assert time.attributes["datetime"] == harbour().date.isoformat()


@pytest.mark.parametrize("name", ["Subheading", "Topic", "Label"])
def test_what_is_a_heading_on_a_page_is_one_in_word(name: str) -> None:
    document = opened(render_file(harbour(), fmt="docx"))
    style: object = document.styles.get_by_id(name, WD_STYLE_TYPE.PARAGRAPH)
    while isinstance(style, ParagraphStyle):
        level = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if level is not None:
            assert int(level.get(qn("w:val"))) > 2
            return
        style = style.base_style
    raise AssertionError(f"{name} is plain text to Word")
