"""The list of people: found by a few letters, a key for each change, Enter for the likeliest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA
from tests.examples import spread
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import Live, live_app, shown_in
from tui.meeting.model import Group, Kind, Person, Presence
from tui.screens.dialogs.people import People
from tui.widgets.lists.people_list import PeopleList
from tui.widgets.live.attendance_line import AttendanceLine

LATE = AGENDA.replace(
    "## Agenda",
    "## Apologies\n- Tamsin Orchard, Pilot (PL)\n- Tom Pike, Diver\n\n## Guests\n- Ada Crewe, Surveyor\n\n## Agenda",
).replace("Chair: Edith Marlowe", "Chair: Edith Marlowe\nQuorum: 2")


def person(live: Live, name: str) -> Person:
    return next(one for one in live.meeting.people if one.name == name)


def screen(live: Live) -> People:
    assert isinstance(live.app.screen, People)
    return live.app.screen


def said(live: Live, part: str) -> str:
    """What a line of the dialog says: `count`, `said`, `does`, `people-keys`."""
    return str(screen(live).query_one(f"#{part}").render())


def rows(live: Live) -> list[str]:
    """The rows of the list, their columns parted by single spaces, without the sign of the one chosen."""
    shown = shown_in(screen(live).query_one(PeopleList)).splitlines()
    return [" ".join(row.removeprefix("›").split()) for row in shown if row.strip()]


@asynccontextmanager
async def at_the_door(folder: Path, agenda: str = LATE, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Live]:
    async with live_app(folder, agenda, size=size) as live:
        await live.press("f7")
        yield live


async def test_a_late_arrival_costs_five_keys_and_the_line_being_typed_stays(tmp_path: Path) -> None:
    async with live_app(tmp_path, LATE) as live:
        await live.type("/start", "/next")
        await live.write("half a line")
        keys = ("f7", "o", "r", "enter", "escape")
        await live.press(*keys)
        print(f"a late arrival: {len(keys)} keys ({' '.join(keys)})")
        assert len(keys) <= 5
        assert live.app.screen is live.screen
        assert live.line.has_focus
        assert live.line.line == "half a line"
        late = person(live, "Tamsin Orchard")
        assert (late.presence, late.arrived_in) == (Presence.PRESENT, 2)
        assert [e.text for e in live.entries] == ["Tamsin Orchard arrived at 18:42 (from item 2)."]


async def test_the_list_is_grouped_with_capacity_and_standing(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        assert rows(live) == [
            "Members 2 of 4 here",
            "● Edith Marlowe Harbour Master (HM) here",
            "● Owen Price Treasurer (TR) here",
            "○ Tamsin Orchard Pilot (PL) apologies",
            "○ Tom Pike Diver apologies",
            "Guests 1 here",
            "● Ada Crewe Surveyor here",
        ]
        assert said(live, "count") == "People  ·  2 members + 1 here · quorum 2"


async def test_enter_says_what_it_will_do_and_does_it_once(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        assert said(live, "does") == "Enter goes back to the meeting"
        await live.press("t", "o", "m")
        assert said(live, "does") == "Enter: Tom Pike arrived now"
        await live.press("enter")
        assert said(live, "said") == "Tom Pike arrived (from item 1)."
        assert said(live, "does") == "Enter goes back to the meeting"
        await live.press("o", "w")
        assert said(live, "does") == "Enter: Owen Price left now"
        await live.press("enter", "enter")
        assert live.app.screen is live.screen
        assert [e.text for e in live.entries] == [
            "Tom Pike arrived (from item 1).",
            "Owen Price left (during item 1).",
        ]


@pytest.mark.parametrize("key", ["escape", "f7", "ctrl+d", "enter"])
async def test_each_way_back_changes_nothing(tmp_path: Path, key: str) -> None:
    async with live_app(tmp_path, LATE) as live:
        before = live.meeting
        await live.press("ctrl+d", key)
        assert live.app.screen is live.screen
        assert live.meeting is before


@pytest.mark.parametrize(
    ("key", "presence"),
    [
        ("f2", Presence.PRESENT),
        ("f4", Presence.ABSENT),
        ("f5", Presence.PRESENT),
        ("f8", Presence.PRESENT),
    ],
)
async def test_a_key_shows_the_change_that_enter_then_makes(tmp_path: Path, key: str, presence: Presence) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("p", "l", key)
        assert person(live, "Tamsin Orchard").presence is Presence.APOLOGIES
        await live.press("enter")
        late = person(live, "Tamsin Orchard")
        assert late.presence is presence
        assert (late.arrived_in is not None) == (key in ("f5", "f5", "f8", "f8"))
        assert (late.only_in is not None) == (key in ("f8", "f8"))


async def test_apologies_and_leaving_have_their_keys_too(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("o", "w", "f3", "enter", "a", "d", "a", "f6", "enter")
        assert person(live, "Owen Price").presence is Presence.APOLOGIES
        assert person(live, "Ada Crewe").left_in == 1
        assert said(live, "count") == "People  ·  not quorate: 1 of 2 members"


async def test_a_roll_call_goes_down_the_list(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("down", "down", "f3", "enter", "down", "f2", "enter", "down", "f4", "enter")
        assert [(p.name, p.presence.value) for p in live.meeting.people[:4]] == [
            ("Edith Marlowe", "present"),
            ("Owen Price", "apologies"),
            ("Tamsin Orchard", "present"),
            ("Tom Pike", "absent"),
        ]
        await live.press("up", "up", "up", "enter")
        assert person(live, "Edith Marlowe").left_in == 1


async def test_a_new_person_takes_one_line(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.write("Lil Oddy, Tree Warden (TW)")
        assert said(live, "does") == "Enter: Lil Oddy, Tree Warden (TW), new, arrived now"
        await live.press("enter")
        new = person(live, "Lil Oddy")
        assert (new.capacity, new.abbreviation, new.group, new.arrived_in) == ("Tree Warden", "TW", Group.GUEST, 1)
        assert "● Lil Oddy Tree Warden (TW) from item 1" in rows(live)
        await live.press("f12", "enter")
        assert person(live, "Lil Oddy").group is Group.OBSERVER


@pytest.mark.parametrize("words", ["the deputy noted the cost", "hello", "Members asked about the pier"])
async def test_words_that_are_no_name_add_nobody_before_enter_is_pressed_twice(tmp_path: Path, words: str) -> None:
    async with at_the_door(tmp_path) as live:
        before = live.meeting
        await live.write(words)
        await live.press("enter")
        assert live.meeting == before
        assert said(live, "said") == "is that somebody's name? Enter once more adds a person; Esc goes back"
        await live.press("enter")
        assert person(live, words).arrived_in == 1


async def test_a_guest_for_this_section_goes_with_it(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.write("Lil Oddy")
        await live.press("f8", "enter", "escape")
        assert str(live.screen.query_one(AttendanceLine).render()) == "2 members + 2 here · quorum 2"
        await live.press("ctrl+n", "f7")
        assert str(live.screen.query_one(AttendanceLine).render()) == "2 members + 1 here · quorum 2"
        assert "○ Lil Oddy was here for item 1" in rows(live)
        assert [e.text for e in live.entries] == ["Lil Oddy joined (for item 1)."]


@pytest.mark.parametrize("key", ["f9"])
async def test_one_key_declares_an_interest_and_sends_somebody_out_for_the_item(tmp_path: Path, key: str) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("o", "w", key, "enter")
        assert any(row.endswith("out for item 1") for row in rows(live))
        assert said(live, "count") == "People  ·  not quorate: 1 of 2 members + 1"
        assert [e.text for e in live.entries] == [
            "Owen Price declared an interest in item 1.",
            "Owen Price withdrew for item 1.",
        ]
        await live.press("escape", "ctrl+n")
        assert str(live.screen.query_one(AttendanceLine).render()).startswith("2 members")


async def test_undo_takes_back_what_was_changed_here_and_no_more(tmp_path: Path) -> None:
    async with live_app(tmp_path, LATE) as live:
        await live.type("A note")
        await live.press("f7", "p", "l", "enter", "o", "w", "f3", "enter")
        await live.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert [e.text for e in live.entries] == ["A note"]
        assert person(live, "Owen Price").presence is Presence.PRESENT
        assert "nothing was changed here" in said(live, "said")
        await live.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert person(live, "Owen Price").presence is Presence.APOLOGIES
        assert "nothing was undone" in said(live, "said")
        await live.press("escape", "ctrl+z", "ctrl+z")
        assert [e.text for e in live.entries] == ["A note"]


async def test_what_cannot_be_is_refused_with_the_reason_and_the_letters_stay(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("f6")
        assert "who?" in said(live, "said")
        await live.press("p", "l", "f6", "enter")
        assert "Tamsin Orchard is not here" in said(live, "said")
        assert screen(live).query_one("#said").has_class("wrong")
        assert rows(live)[-1].startswith("○ Tamsin Orchard")
        await live.press("ctrl+u")
        await live.write("???")
        await live.press("enter")
        assert "nobody's name" in said(live, "said")
        assert live.app.screen is not live.screen


async def test_help_shows_these_keys_and_comes_back_here(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as live:
        await live.press("f1")
        assert type(live.app.screen).__name__ == "KeysHelp"
        await live.press("escape")
        assert rows(live)


async def test_the_count_stands_below_the_agenda_with_a_sign_where_there_is_no_quorum(tmp_path: Path) -> None:
    async with live_app(tmp_path, LATE, size=(80, 24)) as live:
        line = live.screen.query_one(AttendanceLine)
        assert str(line.render()) == "2 members + 1 · quorum 2"
        await live.type("/leave TR")
        assert str(line.render()) == "not quorate: 1 of 2 + 1"
        await live.type("/arrive PL")
        assert str(line.render()) == "2 members + 1 · quorum 2"
        await live.pilot.resize_terminal(40, 15)
        await live.pilot.pause()
        assert not line.region.area


async def test_an_owner_who_is_not_here_is_flagged_as_typed_and_in_the_log(tmp_path: Path) -> None:
    async with live_app(tmp_path, LATE) as live:
        await live.write("!PL and TR to sound ^the June meeting")
        assert live.reading == "Action · PL (not here), TR · due 4 June 2024"
        await live.press("enter")
        assert "→ PL (not here), TR · due 4 June 2024" in live.log
        await live.press("f7", "p", "l", "enter", "enter")
        assert "→ PL, TR · due 4 June 2024" in live.log


async def test_two_hundred_people_are_narrowed_and_stepped_through(tmp_path: Path) -> None:
    many = "\n".join(f"- Person Number{n:03}, Ward {n}" for n in range(200))
    async with at_the_door(tmp_path, LATE.replace("## Apologies", f"{many}\n\n## Apologies"), (80, 24)) as live:
        await live.press("up", "up")
        assert said(live, "does") == "Enter: Tom Pike arrived now"
        assert any(row.startswith("○ Tom Pike") for row in rows(live))
        await live.press(*["pagedown"] * 3, *["pageup"] * 30)
        assert said(live, "does") == "Enter: Edith Marlowe left now"
        assert rows(live)[0].startswith("Members")
        await live.write("r150")
        await live.press("enter")
        assert person(live, "Person Number150").left_in == 1


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15), (20, 8)], 4))
async def test_hostile_names_go_through_as_words(tmp_path: Path, size: tuple[int, int]) -> None:
    agenda = LATE.replace("Ada Crewe, Surveyor", f"Ada {HOSTILE}, {HOSTILE} (XX)").replace("1. ", f"1. {HOSTILE} ")
    async with at_the_door(tmp_path, agenda.encode("utf-8", "replace").decode(), size) as live:
        shown = "\n".join(rows(live)) + said(live, "said")
        await live.press("a", "d", "a", "enter")
        shown += "\n".join(rows(live)) + said(live, "said") + said(live, "count")
        box = screen(live).query_one("Input")
        box.insert(f"Zed {HOSTILE}", 0)  # type: ignore[attr-defined]
        await live.pilot.pause()
        shown += said(live, "does")
        await live.press("enter", "f8", "enter", "f5", "f4", "enter", "f1", "escape", "escape")
        shown += str(live.screen.query_one(AttendanceLine).render()) + live.log
        assert "[red]" in shown or size[0] < 80
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c\ud800")
        assert {e.kind for e in live.entries} == {Kind.EVENT}


@pytest.mark.parametrize("size", [(40, 15), (40, 24), (64, 20)])
async def test_where_there_is_little_room_names_and_standings_stay(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_door(tmp_path, size=size) as live:
        await live.press("p", "l")
        row = next(row for row in rows(live) if "Tamsin" in row)
        assert row.startswith("○ Tamsin Orchard")
        assert row.endswith("apologies")
        dialog = screen(live).query_one(".dialog").region
        assert dialog.bottom <= size[1]
        assert screen(live).query_one("#people-keys").region.bottom <= dialog.bottom
