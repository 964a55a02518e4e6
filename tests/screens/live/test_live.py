"""The live screen as its user meets it: keys in, words and signs out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import spread
from tests.screens.live_app import AT, live_app
from tui.book.meeting_file import read_meeting
from tui.book.writer import WriteResult
from tui.meeting.model import Kind, SectionState
from tui.screens.dialogs.save_elsewhere import SaveElsewhere
from tui.screens.opened_screen import Written


async def test_enter_stores_the_line_and_empties_it(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?HM: is the chain sound")
        assert [(e.kind, e.text, e.speakers) for e in live.entries] == [(Kind.QUESTION, "is the chain sound", ("HM",))]
        assert live.line.line == ""
        assert live.kind == "response"
        assert "HM: is the chain sound" in live.log


async def test_the_reading_says_what_enter_will_store(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("!TR to pay ^the June meeting")
        assert live.reading == "Action · TR · due 4 June 2024"
        assert live.kind == "action"


async def test_a_line_that_cannot_apply_stays_with_the_reason(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("/go xyzzy")
        assert live.line.line == "/go xyzzy"
        assert "xyzzy" in live.reading
        assert live.screen.query_one("#reading").has_class("-refused")
        await live.press("x")
        assert not live.screen.query_one("#reading").has_class("-refused")


@pytest.mark.parametrize(
    ("key", "kind"),
    [("f2", Kind.QUESTION), ("f3", Kind.RESPONSE), ("f4", Kind.ACTION), ("f5", Kind.NOTE), ("f6", Kind.DECISION)],
)
async def test_a_function_key_sets_the_kind_of_this_line_alone(tmp_path: Path, key: str, kind: Kind) -> None:
    async with live_app(tmp_path) as live:
        await live.write("Agreed to ")
        await live.press(key)
        assert live.kind == kind.value
        await live.type("dredge")
        assert [(e.kind, e.text) for e in live.entries] == [(kind, "Agreed to dredge")]


async def test_the_same_function_key_again_takes_the_kind_back(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f4", "f4")
        assert live.kind == "note"


async def test_stepping_keeps_the_line_being_typed(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.press("ctrl+n")
        assert live.line.line == "half a line"
        assert live.top.section == "2. Moorings"
        await live.press("pagedown", "pageup", "ctrl+l")
        assert live.top.section == "1. Matters arising"
        await live.press("ctrl+l")
        assert "first section" in live.reading


async def test_going_to_a_section_takes_a_few_letters(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+g", "m", "o", "enter")
        await live.pilot.pause()
        assert live.top.section == "2. Moorings"
        await live.press("ctrl+g", "3", "enter")
        assert live.top.section == "3. Any other business"
        await live.press("ctrl+g", "escape")
        assert live.top.section == "3. Any other business"


async def test_undo_takes_back_the_typing_first_then_the_meeting(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One", "Two")
        await live.write("three")
        await live.press("ctrl+z")
        assert live.line.line == ""
        assert len(live.entries) == 2
        await live.press("ctrl+z")
        assert [e.text for e in live.entries] == ["One"]
        await live.press("ctrl+y", "ctrl+y")
        assert live.line.line == "three"
        assert [e.text for e in live.entries] == ["One", "Two"]


async def test_up_and_enter_edit_the_last_entry_with_its_words_as_they_were(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("!TR to pay @HM ^the June meeting")
        await live.write("begun")
        await live.press("up", "enter")
        assert live.line.line == "TR to pay @HM ^the June meeting"
        assert live.kind == "✎ action"
        await live.press("end", "s")
        await live.press("enter")
        (entry,) = live.entries
        assert entry.action is not None
        assert entry.action.due is not None
        assert entry.action.due.words == "the June meetings"
        assert live.line.line == "begun"


async def test_escape_leaves_an_edited_entry_as_it_was_and_the_line_too(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One")
        await live.write("begun")
        await live.press("ctrl+t", "e", "x", "escape")
        assert [e.text for e in live.entries] == ["One"]
        assert live.line.line == "begun"


async def test_an_edit_with_another_mark_changes_the_kind(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+TR to pay")
        await live.press("up", "e", "home", "!", "enter")
        (entry,) = live.entries
        assert entry.kind is Kind.ACTION
        assert entry.action is not None
        assert entry.action.owners == ("TR",)


async def test_the_log_selects_up_and_down_and_comes_back_past_the_end(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One", "Two", "Three")
        await live.press("up")
        assert live.screen.log_view.selected == 3
        await live.press("up", "up", "up")
        assert live.screen.log_view.selected == 1
        await live.press("down", "down", "down")
        assert live.line.has_focus


async def test_the_agenda_shows_states_counts_and_what_is_unanswered(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?Why", "/defer", "+A note", "/next")
        rows = [" ".join(row.split()) for row in live.agenda.splitlines() if row.strip()]
        assert rows == ["» 1. Matters arising ?1 1", "✓ 2. Moorings 1", "▶ 3. Any other business"]
        assert live.meeting.sections[0].state is SectionState.DEFERRED


async def test_what_is_shown_as_saved_is_on_the_disk(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("Kept")
        assert live.app.opened.flush(5)
        await live.pilot.pause()
        assert live.top.saving == "saved"
        assert live.top.state.startswith("saved ")
        assert [e.text for e in read_meeting(live.app.opened.path).entries] == ["Kept"]


async def test_a_failed_write_is_said_at_once_and_kept_saying(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        live.screen.post_message(Written(WriteResult(revision=0, at=AT, path=tmp_path, error="the disk is full")))
        await live.pilot.pause()
        assert live.top.state.startswith("NOT SAVED: the disk is full")
        await live.type("Another line")
        live.screen.show_saving()
        assert live.top.saving == "failed" or live.app.opened.saved_revision == live.app.opened.revision


async def test_ctrl_s_says_that_all_is_saved_and_moves_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        before = live.app.opened.path
        await live.type("Kept")
        await live.write("half a")
        await live.press("ctrl+s")
        assert live.reading.startswith("all is saved")
        await live.press("enter")
        assert [e.text for e in live.entries] == ["Kept", "half a"]
        assert live.app.opened.path == before


async def test_ctrl_s_asks_for_another_place_while_the_disk_refuses(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        live.screen.post_message(Written(WriteResult(revision=0, at=AT, path=tmp_path, error="the disk is full")))
        await live.pilot.pause()
        await live.press("ctrl+s")
        assert isinstance(live.app.screen, SaveElsewhere)


async def test_escape_on_the_line_does_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one")
        await live.write("half a")
        await live.press("escape", "d")
        assert (live.line.line, live.line.has_focus) == ("half ad", True)


async def test_another_place_takes_all_that_was_captured(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with live_app(tmp_path / "book") as live:
        await live.type("Kept")
        live.screen.save_elsewhere()
        await live.pilot.pause()
        await live.press("ctrl+u")
        await live.write(str(elsewhere))
        await live.press("enter")
        assert live.app.opened.flush(5)
        assert live.app.opened.path.parent == elsewhere
        assert [e.text for e in read_meeting(live.app.opened.path).entries] == ["Kept"]


async def test_a_place_that_is_no_folder_is_refused_where_it_is_typed(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        live.screen.save_elsewhere()
        await live.pilot.pause()
        await live.press("x", "enter")
        wrong = live.app.screen.query_one(".wrong")
        assert "no such folder" in str(wrong.render())


async def test_the_line_being_typed_is_back_when_the_meeting_is_opened_again(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f4")
        await live.write("TR to ring the")
        path = live.app.opened.path
    async with live_app(tmp_path, path=path) as again:
        assert again.line.line == "TR to ring the"
        assert again.kind == "action"


async def test_tab_accepts_the_completion_shown(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.05)
        await live.type("The harbourmaster spoke of the breakwater.")
        await live.write("The harbourm")
        offered = live.line.suggestion
        assert offered.startswith("aster")
        await live.press("tab")
        assert live.line.line == f"The harbourm{offered} "


@pytest.mark.parametrize(("key", "which"), [("ctrl+space", 1), ("ctrl+down", 2)])
async def test_what_else_may_be_meant_stands_below_the_line_and_is_accepted_by_its_key(
    tmp_path: Path, key: str, which: int
) -> None:
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.05)
        await live.type("The harbour is open.", "The harbourmaster spoke.", "The harbourside is wet.")
        await live.write("The har")
        words = ["har" + offer for offer in live.screen.suggesting.after(live.line.line, 7, live.meeting.current_kind)]
        assert len(words) == 3
        below = str(live.screen.query_one("#reading").render())
        assert below.endswith(f"Ctrl+Space {words[1]}    Ctrl+Down {words[2]}")
        await live.press(key)
        assert live.line.line == f"The {words[which]} "
        assert not live.entries[3:]


async def test_nothing_is_offered_within_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.05)
        await live.type("The harbourmaster spoke of the breakwater.")
        await live.write("The harbourm")
        await live.press("left")
        assert live.line.suggestion == ""
        await live.press("right")
        assert live.line.suggestion.startswith("aster")


async def test_where_nothing_was_copied_it_is_said_how_other_programs_words_are_pasted(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.press("ctrl+v")
        assert live.line.line == "half a line"
        assert "Ctrl+Shift+V" in live.reading


async def test_what_the_mouse_is_dragged_over_is_copied_and_nothing_empties_the_clipboard(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+The harbour was closed", "+The chain held")
        live.app.copy_to_clipboard("kept")
        await live.press("ctrl+c")
        await live.write("half a line")
        await live.press("ctrl+x")
        assert (live.line.line, live.app.clipboard) == ("half a line", "kept")
        await live.pilot.pause()
        log = live.app.screen.query_one("#log")
        rows = [log.render_line(y).text for y in range(log.size.height)]
        y = next(at for at, row in enumerate(rows) if "The harbour" in row)
        x = rows[y].index("The harbour")
        await live.pilot.mouse_down("#log", offset=(x, y))
        await live.pilot.hover("#log", offset=(x + 11, y))
        await live.pilot.mouse_up("#log", offset=(x + 11, y))
        await live.pilot.pause()
        await live.press("ctrl+c")
        assert live.app.clipboard.strip() == "The harbour"


async def test_help_and_palette_open_and_close(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f1")
        assert type(live.app.screen).__name__ == "KeysHelp"
        await live.press("escape")
        assert live.app.screen is live.screen
        await live.press("ctrl+p")
        assert type(live.app.screen).__name__ == "CommandPalette"
        await live.press("escape")


async def test_quitting_asks_nothing_when_all_is_saved(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("Kept")
        await live.press("ctrl+q")
        assert live.app._exit


HOSTILE = (
    "[/] [red]x[/] \x1b[31mred\x1b]0;t\x07 \u202eright to left\u202c \x9b2J \x00 {{ 7*7 }} "
    "<b>&amp; $text @click=x\ud800"
)


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15)], 4))
async def test_hostile_words_go_through_every_part_as_words(tmp_path: Path, size: tuple[int, int]) -> None:
    agenda = f"""# Meeting {HOSTILE}

Date: 7 May 2024
Chair: Ann {HOSTILE}

## Attendance
- Ann {HOSTILE}, Chair {HOSTILE} (AH)

## Agenda
1. First {HOSTILE}
2. Second {HOSTILE}
"""
    async with live_app(tmp_path, agenda.encode("utf-8", "replace").decode(), size=size) as live:
        live.line.insert_words(HOSTILE)
        await live.press("enter")
        live.line.insert_words(f"!AH to {HOSTILE} @{HOSTILE} ^{HOSTILE}")
        await live.press("enter", "up", "e", "escape", "ctrl+g", "x", "escape", "f1", "escape", "ctrl+s", "escape")
        await live.type(f"/go {HOSTILE[:3]}", "")
        assert len(live.entries) >= 2
        shown = live.agenda + live.log + str(live.top.render()) + live.reading
        assert "[red]x[" in shown
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")
