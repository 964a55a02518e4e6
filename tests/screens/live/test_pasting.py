"""A paste of several lines: asked once, with a preview, and nothing typed meanwhile is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.examples import spread
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import Live, live_app
from tui.meeting.model import Kind
from tui.screens.dialogs.paste_question import PasteQuestion

LINES = "?HM: is the chain sound\nTR: it was checked in May\n!TR to replace it by Friday"


async def paste(live: Live, text: str) -> None:
    """Paste as a terminal does."""
    await live.app.on_event(events.Paste(text))
    await live.pilot.pause()
    await live.pilot.pause()


def question(live: Live) -> PasteQuestion:
    screen = live.app.screen
    assert isinstance(screen, PasteQuestion)
    return screen


def preview(live: Live) -> str:
    return str(question(live).query_one("#preview").render())


async def test_enter_makes_each_line_an_entry_as_one_change(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("A note of before")
        await live.write("half a ")
        await paste(live, LINES)
        await live.press("enter")
        assert [(e.kind, e.speakers) for e in live.entries[1:]] == [
            (Kind.QUESTION, ("HM",)),
            (Kind.RESPONSE, ("TR",)),
            (Kind.ACTION, ()),
        ]
        assert live.line.line == "half a "
        assert live.reading == "3 entries pasted"
        await live.press("ctrl+u")
        await live.type("/undo")
        assert [e.text for e in live.entries] == ["A note of before"]


async def test_the_preview_shows_what_the_lines_would_be_stored_as(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await paste(live, LINES + "\n/next")
        shown = preview(live)
        assert "question" in shown
        assert "HM: is the chain sound" in shown
        assert "action A1" in shown
        assert "/next" in shown
        assert live.entries == ()


async def test_tab_joins_the_lines_in_the_line_where_the_cursor_is(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("before after")
        await live.press(*["left"] * len(" after"))
        await paste(live, "one\r\n\r\ntwo\rthree")
        await live.press("tab")
        assert live.line.line == "beforeone two three after"
        assert live.entries == ()


@pytest.mark.parametrize("key", ["escape", "ctrl+z"])
async def test_nothing_is_taken_where_it_is_not_wanted(tmp_path: Path, key: str) -> None:
    async with live_app(tmp_path) as live:
        await live.write("begun")
        await paste(live, LINES)
        await live.press(key)
        assert live.app.screen is live.screen
        assert live.line.line == "begun"
        assert live.entries == ()


async def test_what_is_typed_before_the_answer_goes_to_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await paste(live, LINES)
        await live.write("1 more thimg")
        await live.press("backspace", "backspace", "n", "g", "enter")
        assert len(live.entries) == 3
        assert live.line.line == "1 more thing"
        await live.press("enter")
        assert live.entries[-1].text == "1 more thing"


async def test_another_paste_before_the_answer_is_asked_about_next(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await paste(live, "one\ntwo")
        await paste(live, "three\nfour")
        await live.press("enter", "enter")
        assert [e.text for e in live.entries] == ["one", "two", "three", "four"]


async def test_a_kind_set_before_the_paste_is_meant_for_its_lines(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f4")
        await paste(live, "TR to pay\nHM to ask\n-on Monday")
        await live.press("enter")
        assert [e.kind for e in live.entries] == [Kind.ACTION, Kind.ACTION, Kind.POINT]
        assert live.kind == "point"


async def test_commands_and_corrections_in_a_paste_are_words(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("The first")
        await paste(live, "/next\ns/first/last/\n/undo")
        await live.press("enter")
        assert [e.text for e in live.entries] == ["The first", "/next", "s/first/last/", "/undo"]
        assert live.top.section == "1. Matters arising"


async def test_what_could_not_apply_is_said(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await paste(live, "One\n~an update on nothing\n!\nTwo")
        await live.press("enter")
        assert [e.text for e in live.entries] == ["One", "~an update on nothing", "Two"]
        assert live.reading.startswith("3 entries pasted, 1 kept as plain words, 1 left out: no action was brought")


async def test_a_paste_while_an_entry_is_edited_leaves_the_edit_alone(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One")
        await live.press("up", "e")
        await paste(live, "Two\nThree")
        await live.press("enter", "!", "enter")
        assert [e.text for e in live.entries] == ["One!", "Two", "Three"]


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15)], 4))
async def test_the_choices_are_in_sight_and_hostile_lines_are_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, size=size) as live:
        await paste(live, "\n".join([HOSTILE, f"!TR to {HOSTILE}", *["word " * 200] * 40]))
        shown = preview(live)
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")
        assert "more" in shown
        for choice in question(live).query(".choice, #typed"):
            assert choice.region.bottom <= size[1] - 1
            assert choice.region.height > 0
        await live.press("enter")
        assert len(live.entries) == 42
        assert not set(live.log + live.reading) & set("\x1b\x07\x9b\x00\u202e\u202c")


async def test_a_correction_brings_its_entry_into_sight_and_says_which_it_is(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await live.type("!TR to mend the quai")
        await paste(live, "\n".join(f"Note {number}" for number in range(60)))
        await live.press("enter")
        assert "quai" not in live.log
        await live.type("s/quai/quay/")
        assert "mend the quay" in live.log
        assert live.reading == "action A1 corrected"
        await live.type("/next", "s/quay/wharf/")
        assert live.reading == "action A1 corrected in item 1"
        await live.write("N")
        assert "corrected" not in live.reading
