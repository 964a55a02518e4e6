"""The agenda under its user's hands: choosing, adding, moving, passing over, and what the sections say."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.examples import spread
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import AT, Live, live_app
from tui.meeting.model import SectionState
from tui.screens.dialogs.heading import AskHeading
from tui.widgets.live.agenda_list import AgendaList

TIMED = """# Quay Committee
Date: 7 May 2024

## Attendance
- Hana Moss (HM)
- Tom Reed (TR)

## Agenda
1. Matters arising (10 min)
2. Moorings
3. Any other business
"""


def rows(live: Live) -> list[str]:
    return [" ".join(row.split()) for row in live.agenda.splitlines() if row.strip()]


def headings(live: Live) -> list[str]:
    return [f"{s.number} {s.heading}".strip() for s in live.meeting.sections]


def wait(live: Live, minutes: float) -> None:
    """Let the clock stand so many minutes after the beginning."""
    live.screen.now = lambda: AT + timedelta(minutes=minutes)
    live.screen.show_clock()


async def test_enter_goes_to_the_chosen_section_and_back_to_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.press("shift+tab", "down", "down")
        assert rows(live) == ["▶ 1. Matters arising", "2. Moorings", "› 3. Any other business"]
        assert live.reading == "3. Any other business · unreached"
        await live.press("enter")
        assert live.top.section == "3. Any other business"
        assert live.line.has_focus
        assert live.line.line == "half a line"
        assert "›" not in live.agenda
        assert live.reading.startswith("Note")


@pytest.mark.parametrize("key", ["escape", "tab", "shift+tab", "ctrl+backslash", "f12"])
async def test_the_agenda_is_left_as_it_was_entered(tmp_path: Path, key: str) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f12", "j", key)
        assert live.line.has_focus
        assert live.top.section == "1. Matters arising"
        await live.write("j")
        assert live.line.line == "j"


async def test_choosing_stops_at_the_ends(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "up")
        assert live.reading.startswith("1. Matters arising · here")
        await live.press("end", "down")
        assert live.reading.startswith("3. ")
        await live.press("home")
        assert live.reading.startswith("1. ")
        await live.press("pagedown")
        assert live.reading.startswith("3. ")


async def test_sections_are_added_after_and_below_without_going_there(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "down", "a", *"Lamps", "enter")
        assert headings(live) == ["1. Matters arising", "2. Moorings", "Lamps", "3. Any other business"]
        assert live.reading == "Lamps · unreached"
        await live.press("A", *"Bulbs", "enter", "escape")
        assert [s.level for s in live.meeting.sections] == [1, 1, 1, 2, 1]
        assert live.top.section == "1. Matters arising"
        await live.press("ctrl+z", "ctrl+z")
        assert headings(live) == ["1. Matters arising", "2. Moorings", "3. Any other business"]


async def test_asking_for_a_heading_can_be_left_and_wants_words(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "a", "enter")
        assert "needs a heading" in str(live.app.screen.query_one(".wrong").render())
        await live.press("escape")
        assert len(live.meeting.sections) == 3
        assert live.screen.agenda.has_focus


async def test_a_section_is_renamed_where_it_stands(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "down", "r", *" north", "enter")
        assert headings(live)[1] == "2. Moorings north"
        await live.press("r", "ctrl+u", *"4. Berths", "enter")
        assert headings(live)[1] == "4. Berths"
        assert live.top.section == "1. Matters arising"
        await live.press("r", "enter")
        assert len(live.app.opened.journal.history) == 2


async def test_a_section_moves_and_stays_chosen(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "down", "J")
        assert headings(live) == ["1. Matters arising", "3. Any other business", "2. Moorings"]
        await live.press("greater_than_sign")
        assert live.meeting.sections[-1].level == 2
        await live.press("less_than_sign", "K", "K")
        assert headings(live)[0] == "2. Moorings"
        await live.press("K")
        assert "first at its level" in live.reading
        await live.press(*["ctrl+z"] * 5)
        assert headings(live) == ["1. Matters arising", "2. Moorings", "3. Any other business"]


async def test_undo_in_the_agenda_leaves_the_typed_line_alone(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.press("shift+tab", "J", "ctrl+z")
        assert live.line.line == "half a line"
        assert headings(live)[0] == "1. Matters arising"
        await live.press("ctrl+y")
        assert headings(live)[0] == "2. Moorings"


async def test_sections_are_deferred_skipped_and_restricted_from_afar(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "down", "l", "down", "minus", "x")
        assert [s.state for s in live.meeting.sections[1:]] == [SectionState.DEFERRED, SectionState.SKIPPED]
        assert "skipped · restricted" in live.reading
        await live.press("percent_sign", "minus", "up", "l")
        assert [s.state for s in live.meeting.sections[1:]] == [SectionState.UNREACHED] * 2
        assert not live.meeting.sections[2].restricted


async def test_an_added_section_that_undo_takes_out_leaves_the_next_one_chosen(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("shift+tab", "a", *"Lamps", "enter", "ctrl+z")
        assert "› 2. Moorings" in rows(live)


async def test_leaving_a_section_says_what_is_open_and_the_agenda_keeps_the_signs(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?Why", "!mend the steps", "&Bell at ??")
        await live.press("ctrl+n")
        said = "left 1 with 1 question unanswered, 1 action without owner or due, 1 gap"
        assert live.reading == said
        assert rows(live)[0] == "✓ 1. Matters arising ?1 !1 ??1 3"
        await live.type("/prev")
        assert live.reading == ""
        await live.type("s/mend/TR to mend/", "s/??/six/", ">because", "/next")
        assert live.reading == "left 1 with 1 action without due"
        assert rows(live)[0] == "✓ 1. Matters arising !1 4"
        await live.write("x")
        assert live.reading.startswith("Note")


async def test_the_signs_stand_in_columns(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?Why", "/next", *["+A note"] * 11, "/next", "?How")
        ends = [row.rstrip()[-6:] for row in live.agenda.splitlines() if row.strip()]
        assert ends == [" ?1  1", "    11", " ?1  1"]


async def test_the_section_clock_runs_from_stepping_and_says_when_it_is_over(tmp_path: Path) -> None:
    async with live_app(tmp_path, TIMED) as live:
        assert live.top.spent == ""
        await live.type("/start")
        assert (live.top.spent, live.top.over) == ("0/10 min", False)
        wait(live, 12.5)
        assert (live.top.spent, live.top.over) == ("12/10 min over", True)
        assert "12/10 min over  18:54  0:12 in" in str(live.top.render())
        await live.press("ctrl+n")
        wait(live, 14)
        assert live.top.spent == "1 min"
        await live.type("/close")
        await live.press("escape")
        assert live.reading.startswith("closed at 18:56, after 14 min; left at ")
        wait(live, 60)
        assert live.top.clock.endswith("0:14 in")
        await live.press("shift+tab", "up")
        assert live.reading == "1. Matters arising · visited · 12/10 min over"


async def test_the_clocks_change_once_a_minute(tmp_path: Path) -> None:
    async with live_app(tmp_path, TIMED) as live:
        await live.type("/start")
        shown = set()
        for second in range(0, 52, 4):
            wait(live, second / 60)
            shown.add(str(live.top.clock) + live.top.spent)
        assert len(shown) == 1


async def test_at_40_columns_the_agenda_takes_the_place_of_the_log(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(40, 15)) as live:
        await live.type("+said")
        assert not live.screen.agenda.region
        await live.press("shift+tab", "down", "J")
        await live.pilot.pause()
        assert live.screen.agenda.region.width > 30
        assert not live.screen.log_view.region
        assert rows(live)[-1] == "› 2. Moorings"
        await live.press("escape")
        await live.pilot.pause()
        assert not live.screen.agenda.region
        assert "said" in live.log


async def test_300_sections_are_walked_through_with_the_chosen_one_in_sight(tmp_path: Path) -> None:
    agenda = "# Long\nDate: 7 May 2024\n## Agenda\n" + "".join(f"{n}. Heading {n}\n" for n in range(1, 301))
    async with live_app(tmp_path, agenda, size=(80, 24)) as live:
        await live.press("shift+tab", *["pagedown"] * 5, "down")
        assert "› 52. Heading 52" in rows(live)
        await live.press("end", "K", "l")
        assert rows(live)[-2:] == ["› 300. Heading 300", "299. Heading 299"]
        await live.press("escape")
        assert "▶ 1. Heading 1" in rows(live)


async def test_an_agenda_without_sections_takes_its_first_one(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        empty = live.app.opened
        empty.journal = type(empty.journal)(meeting=type(live.meeting)(id="1" * 32, title="M", date=AT.date()))
        live.screen.show_meeting()
        await live.press("shift+tab", "J", "l", "r", "enter", "shift+tab")
        assert live.reading == "the agenda has no sections; a adds one"
        await live.press("a", *"Welcome", "enter", "escape")
        assert live.top.section == "Welcome"


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15)], 4))
async def test_hostile_headings_are_words_in_the_agenda_and_its_question(tmp_path: Path, size: tuple[int, int]) -> None:
    agenda = f"# Meeting\n\nDate: 7 May 2024\n\n## Agenda\n1. First {HOSTILE}\n2. Second {HOSTILE}\n"
    async with live_app(tmp_path, agenda.encode("utf-8", "replace").decode(), size=size) as live:
        await live.press("shift+tab", "down", "r")
        asked = live.app.screen
        assert isinstance(asked, AskHeading)
        shown = "".join(strip.text for strip in asked._compositor.render_strips())
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")
        before = live.meeting
        await live.press("enter")
        assert live.meeting == before
        await live.press("a", *"[red]x[/]", "enter", "J", "K", "x", "l", "minus", "ctrl+z", "pagedown", "home", "enter")
        assert "[red]x[/]" in headings(live)
        shown = live.agenda + str(live.top.render()) + live.reading
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")


WHOLE = """# M
Date: 7 May 2024

## Agenda
1. One
2. Two
   2.1 The first part, whose heading takes two rows here
   2.2 Second
3. Three
"""


async def test_a_parent_ticks_once_its_parts_are_done(tmp_path: Path) -> None:
    async with live_app(tmp_path, WHOLE) as live:
        await live.type("/go 2.1", "+one", "/go 2.2", "+two")
        assert "✓ 2. Two" not in live.agenda
        await live.type("/go 3")
        assert "✓ 2. Two" in live.agenda


@pytest.mark.parametrize(("rows", "whole"), [(36, True), (9, False)])
async def test_headings_are_whole_where_there_is_room_for_all(tmp_path: Path, rows: int, whole: bool) -> None:
    async with live_app(tmp_path, WHOLE, size=(80, rows)) as live:
        assert ("two rows here" in " ".join(live.agenda.split())) is whole


LONG = """# Harbour Committee

Date: 4 June 2024

## Agenda
1. The first of the long headings that take two rows here
2. The second of the long headings that take two rows here
3. The third of the long headings that take two rows here
"""


async def test_as_many_headings_are_whole_as_there_is_room_for_those_to_come_first(tmp_path: Path) -> None:
    async with live_app(tmp_path, LONG, size=(80, 36)) as live:
        whole = live.agenda.rstrip().count("\n") + 1
    async with live_app(tmp_path / "low", LONG, size=(80, 36 - 3)) as live:
        await live.type("/next")
        high = live.screen.query_one(AgendaList).size.height
        await live.pilot.resize_terminal(80, 33 - (high - whole) - 1)
        await live.pilot.pause()
        assert "The first of the" in live.agenda
        words = " ".join(live.agenda.split())
        assert words.count("two rows here") == 2
        assert "first of the long headings" not in words
