"""The check on screen: what is open is listed live, mended, waived with a reason, or gone to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import spread
from tests.screens.live_app import Live, live_app, shown_in
from tui.screens.dialogs.people import People
from tui.screens.review.check import CheckScreen
from tui.widgets.lists.check_list import CheckList

AGENDA = """# Board May 2024

Date: Tuesday 7 May 2024 10:00

## Attendance
- Ann Peel, Police and Crime Commissioner (PCC)
- Carl Ode, Chief Constable (CC)

## Agenda
1. Matters arising
2. Holding to account
3. Any other business
"""
KEY = "ctrl+right_square_bracket"
LINES = (
    "?PCC: is the fall expected to last",
    "/next",
    "The CC said that ?? crews will train today",
    "!Write to the Ministry ^Friday",
    "The rent will rise",
    "/next",
)


def check(live: Live) -> CheckScreen:
    screen = live.app.screen
    assert isinstance(screen, CheckScreen)
    return screen


def listed(live: Live) -> list[str]:
    """Give the lines of the list, empty ones aside."""
    lines = shown_in(check(live).query_one(CheckList)).splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


def shown(live: Live, part: str) -> str:
    return str(check(live).query_one(part).render())


async def opened(live: Live, *lines: str) -> None:
    """Key lines in and open the check."""
    await live.type(*(lines or LINES))
    await live.press(KEY)


async def test_what_is_open_is_listed_by_kind_with_the_words_around_it(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        assert listed(live) == [
            "Gaps 1",
            "› 2. The CC said that ?? crews will train today",
            "Questions unanswered 1",
            "1. is the fall expected to last",
            "Actions without an owner 1",
            "2. Write to the Ministry",
            "House style 3",
            "2. The CC said that ?? crews will → would train today",
            "2. The CC said that ?? crews will train today → that day",
            "2. The rent will → would rise",
        ]
        assert shown(live, "#counts") == "6 open before the notes go out"
        assert shown(live, "#place") == "2. Holding to account, note"
        assert shown(live, "#message") == "something was missed here: fill it in"


async def test_a_key_mends_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("end", "f")
        assert live.entries[-1].text == "The rent would rise"
        assert "is now “would”" in shown(live, "#said")
        assert shown(live, "#counts").startswith("5 open")
        await live.press("ctrl+z")
        assert live.entries[-1].text == "The rent will rise"
        await live.press("ctrl+y")
        assert live.entries[-1].text == "The rent would rise"
        await live.press("ctrl+y")
        assert shown(live, "#said") == "nothing was undone here"
        await live.press("escape")
        assert "would rise" in live.entries[-1].text


async def test_one_key_mends_the_same_words_wherever_they_are(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("end", "F")
        assert [e.text for e in live.entries if "would" in e.text] == [
            "The CC said that ?? crews would train today",
            "The rent would rise",
        ]
        await live.press("ctrl+z")
        assert not [e for e in live.entries if "would" in e.text]


async def test_what_has_no_suggestion_is_not_mended(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        before = live.meeting
        await live.press("f")
        assert live.meeting == before
        assert shown(live, "#said") == "nothing is suggested for this: Enter goes there"


async def test_a_finding_is_waived_with_a_reason_shown_and_taken_back(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("end", "w", "enter")
        assert "needs a reason" in str(check(live).query_one(".match").render())
        await live.write("as agreed")
        await live.press("enter")
        assert [waiver.reason for waiver in live.meeting.waivers] == ["as agreed"]
        assert shown(live, "#counts") == "5 open before the notes go out, 1 waived"
        await live.press("v", "end")
        assert listed(live)[-2:] == ["Waived 1", "› 2. The rent will rise"]
        assert shown(live, "#message") == "waived on 7 May 2024: as agreed"
        await live.press("w")
        assert live.meeting.waivers == ()
        assert shown(live, "#counts").startswith("6 open")


async def test_leaving_the_question_waives_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("w", "x", "escape", "down")
        assert live.meeting.waivers == ()
        assert shown(live, "#message") == "nothing answers this question"


async def test_enter_selects_the_entry_in_the_log_and_the_meeting_stays_where_it_is(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("enter")
        assert live.top.section == "3. Any other business"
        assert live.screen.log_view.has_focus
        assert live.screen.log_view.selected == 2
        await live.press("e")
        assert "?? crews" in live.line.line
        await live.press("enter", KEY)
        assert shown(live, "#message") == "something was missed here: fill it in"


async def test_a_question_asked_there_comes_back_to_the_next_finding(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("down", "down", "o")
        assert live.screen.capture.prompt.is_open
        await live.write("CC")
        await live.press("enter")
        action = live.entries[2].action
        assert action is not None
        assert action.owners == ("CC",)
        await live.press(KEY)
        assert "Actions without an owner 1" not in listed(live)


async def test_the_keys_for_actions_refuse_other_findings(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("o")
        assert shown(live, "#said") == "this is for an action"


async def test_enter_on_a_section_enters_it_and_on_a_person_opens_the_list_of_people(tmp_path: Path) -> None:
    agenda = AGENDA.replace("## Attendance", "Chair: Una Marsh\n\n## Attendance")
    async with live_app(tmp_path, agenda) as live:
        await opened(live, "Said")
        assert listed(live)[:2] == ["Sections not reached 2", "› 2. Holding to account"]
        await live.press("enter")
        assert live.top.section == "2. Holding to account"
        assert live.line.has_focus
        await live.press(KEY, "end", "enter")
        assert isinstance(live.app.screen, People)


async def test_the_line_being_typed_is_found_and_enter_goes_back_to_it(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await live.type(*LINES)
        await live.write("half a li")
        await live.press(KEY)
        assert listed(live)[:2] == ["Typed and not stored 1", "› half a li"]
        await live.press("enter")
        assert live.line.has_focus
        assert live.line.line == "half a li"


async def test_it_opens_again_where_it_was_left(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        await live.press("down", "enter", "escape", KEY)
        assert shown(live, "#message") == "nothing answers this question"


async def test_where_nothing_is_open_it_says_so_and_enter_goes_back(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live, "Said", "/next", "Said", "/next")
        assert listed(live) == []
        assert shown(live, "#counts") == "Nothing is open: the notes may go out"
        await live.press("f", "w", "down", "enter")
        assert live.line.has_focus


async def test_a_bad_house_style_list_is_said_and_the_check_goes_on_without_it(tmp_path: Path) -> None:
    own = tmp_path / "styles" / "house_style.toml"
    own.parent.mkdir(parents=True)
    own.write_text("known = 3\n", encoding="utf-8")
    async with live_app(tmp_path, AGENDA) as live:
        await opened(live)
        assert "House style 3" in listed(live)
        (notice,) = live.app._notifications
        assert f"{own}:1: known is a list of words" in notice.message


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 24), (40, 15)], 4))
async def test_every_part_fits_and_hostile_words_are_words(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = "W" * 200 + " [/] [bold]x\x1b[31m\u202egnp\x9b ?? will \u6f22\u5b57"
    async with live_app(tmp_path, AGENDA, size=size) as live:
        live.line.insert_words(hostile)
        await live.press("enter", KEY, "end")
        words = "".join([*listed(live), *(shown(live, part) for part in ("#place", "#message", "#words", "#said"))])
        assert "[/] [bold]x" in words
        assert not set(words) & set("\x1b\x9b\u202e\x00")
        for part in check(live).query("#top, #counts, #findings, #place, #message, #words, #keys"):
            assert part.region.bottom <= size[1]
            assert part.region.height > 0
        assert check(live).query_one(CheckList).size.height >= 3
