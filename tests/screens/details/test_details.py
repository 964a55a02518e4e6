"""The details on the screen: lines of the head and people put right, undone, added and taken out."""

from __future__ import annotations

from pathlib import Path

from tests.commands.command_line import AGENDA, new_meeting
from tests.screens.live_app import Live, live_app, shown_in
from tui.screens.details.details import DetailsScreen
from tui.screens.dialogs.correct_person import CorrectPerson
from tui.widgets.lists.details_list import DetailsList
from tui.widgets.prompt import Prompt


def screen(live: Live) -> DetailsScreen:
    return next(one for one in live.app.screen_stack if isinstance(one, DetailsScreen))


def rows(live: Live) -> list[str]:
    shown = shown_in(screen(live).query_one(DetailsList)).splitlines()
    return [" ".join(row.split()) for row in shown if row.strip()]


def said(live: Live, part: str = "said") -> str:
    return str(screen(live).query_one(f"#{part}").render())


def match(live: Live) -> str:
    return str(screen(live).query_one(Prompt).query_one(".match").render())


async def test_a_line_is_changed_where_it_stands_and_the_typed_line_stays(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.press("ctrl+circumflex_accent", "down", "down", "enter")
        await live.write("Boathouse")
        await live.press("enter")
        assert "› Venue Boathouse" in rows(live)
        await live.press("escape")
        assert (live.meeting.said("Venue"), live.line.line) == ("Boathouse", "half a line")


async def test_the_day_is_shown_as_it_will_be_and_a_wrong_weekday_is_refused_in_place(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+circumflex_accent", "down", "enter", "ctrl+a", "ctrl+k")
        await live.write("Monday 8 May")
        assert "is a Wednesday, not a Monday" in match(live)
        await live.press("enter")
        assert screen(live).query_one(Prompt).is_open
        await live.press("ctrl+a", "ctrl+k")
        await live.write("8 May 19:00")
        assert match(live) == "Wednesday 8 May 2024, 19:00"
        await live.press("enter")
        assert rows(live)[1] == "› Date Wednesday 8 May 2024, 19:00"
        assert live.meeting.date.day == 8


async def test_undo_here_takes_back_what_was_changed_here_alone(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+A note")
        await live.press("ctrl+circumflex_accent", "ctrl+z")
        assert said(live) == "nothing was changed here yet"
        await live.press("a")
        await live.write("Quorum: 3")
        await live.press("enter")
        assert "› Quorum 3" in rows(live)
        await live.press("ctrl+z")
        assert "Quorum 3" not in " ".join(rows(live))
        await live.press("ctrl+y", "delete")
        assert "Quorum" not in dict(live.meeting.header)
        assert len(live.entries) == 1


async def test_a_person_is_put_right_with_what_was_captured_or_without(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+Owen Price spoke", "?Owen Price: of Owen Price")
        await live.press("ctrl+circumflex_accent", "end", "enter", "ctrl+a", "ctrl+k")
        await live.write("Owain Price, Treasurer (TR)")
        dialog = live.app.screen
        assert isinstance(dialog, CorrectPerson)
        assert "also in what was captured: 2 places" in str(dialog.query_one(".text").render())
        await live.press("tab")
        assert "not in what was captured: 2 places" in str(dialog.query_one(".text").render())
        await live.press("tab", "enter")
        assert rows(live)[-1] == "› Owain Price, Treasurer (TR)"
        assert [entry.text for entry in live.entries] == ["Owain Price spoke", "of Owain Price"]


async def test_somebody_is_added_grouped_and_taken_out_unless_captured_words_name_them(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?TR: why")
        await live.press("ctrl+circumflex_accent", "P")
        await live.write("Ada Crewe, Surveyor (AC)")
        await live.press("enter", "end", "g")
        assert "In attendance 1" in rows(live)
        await live.press("delete")
        assert "Ada Crewe" not in " ".join(rows(live))
        await live.press("end", "delete")
        assert said(live).startswith("what was captured names Owen Price")


async def test_standing_members_who_are_not_named_are_offered(tmp_path: Path) -> None:
    new_meeting(tmp_path)
    agenda = (
        AGENDA.replace("7 May", "4 June").replace("May 2024", "June 2024").replace("- Owen Price, Treasurer (TR)", "")
    )
    async with live_app(tmp_path, agenda) as live:
        await live.press("ctrl+circumflex_accent")
        assert said(live, "counts").startswith("Owen Price of 7 May 2024 not named here")
        await live.press("M")
        assert rows(live)[-1] == "› Owen Price, Treasurer (TR)"
        await live.press("M")
        assert said(live) == "no standing member of the series is missing"


async def test_a_key_in_the_list_of_people_puts_somebody_right(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f7", "ctrl+e")
        assert str(live.app.screen.query_one("#said").render()).startswith("who?")
        await live.press(*"owen", "ctrl+e", "ctrl+a", "ctrl+k")
        await live.write("Owen Pryce, Treasurer (TR)")
        await live.press("enter")
        assert [person.name for person in live.meeting.people] == ["Edith Marlowe", "Owen Pryce"]
        assert str(live.app.screen.query_one("#said").render()) == "Owen Pryce, Treasurer (TR): put right"
        await live.press("ctrl+z")
        assert live.meeting.people[1].name == "Owen Price"


async def test_the_check_leads_from_a_gap_in_the_head_to_the_details(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA.replace("Chair:", "Venue: ??\nChair:")) as live:
        await live.press("f10", "enter")
        assert isinstance(live.app.screen, DetailsScreen)
        assert "Venue ??" in rows(live)
