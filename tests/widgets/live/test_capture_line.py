"""The capture line holds one clean line, reports what is not editing, and stays quick."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from tui.terminal.ordered_keys import OrderedKeys
from tui.widgets.live.capture_line import WRAP_LIMIT, CaptureLine

SCREEN_KEYS = (
    "f1,f2,f3,f4,f5,f6,f7,f8,f9,ctrl+n,pagedown,ctrl+l,pageup,ctrl+g,"
    "tab,ctrl+z,ctrl+y,ctrl+t,escape,ctrl+r,ctrl+o,ctrl+f"
).split(",")


class LineScreen(Screen[None]):
    """A screen with the keys of the live screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, f"app.note('{key}')", key) for key in SCREEN_KEYS]

    def compose(self) -> ComposeResult:
        yield CaptureLine()


class LineApp(OrderedKeys[None]):
    """A capture line, and a note of all that it reports."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Message] = []
        self.noted: list[str] = []

    def get_default_screen(self) -> LineScreen:
        return LineScreen()

    def action_note(self, key: str) -> None:
        self.noted.append(key)

    @on(CaptureLine.Submitted)
    @on(CaptureLine.Pasted)
    @on(CaptureLine.LeftUpward)
    @on(CaptureLine.LeftDownward)
    def tell(self, message: Message) -> None:
        self.told.append(message)

    @property
    def editor(self) -> CaptureLine:
        return self.screen.query_one(CaptureLine)

    @property
    def told_names(self) -> list[str]:
        return [type(message).__name__ for message in self.told]


def drawn(editor: CaptureLine) -> str:
    return "\n".join(editor.render_line(y).text.rstrip() for y in range(editor.size.height))


async def test_enter_reports_the_line_and_leaves_it_until_it_is_cleared() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "enter", *"d")
        assert app.editor.line == "abcd"
        [submitted] = app.told
        assert isinstance(submitted, CaptureLine.Submitted)
        assert (submitted.line, submitted.control) == ("abc", app.editor)
        app.editor.load_line("")
        assert app.editor.line == ""
        assert not app.editor.undo_typing()


@pytest.mark.parametrize("key", ["shift+enter", "ctrl+enter", "ctrl+j", "ctrl+m"])
async def test_every_kind_of_enter_is_enter(key: str) -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.press("a", key)
        assert app.told_names == ["Submitted"]
        assert app.editor.line == "a"


async def test_the_screen_s_keys_reach_the_screen() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.press("a", *SCREEN_KEYS)
        assert app.noted == SCREEN_KEYS
        assert app.editor.line == "a"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["left", "left", "x"], "one txwo"),
        (["home", "x"], "xone two"),
        (["ctrl+a", "delete", "ctrl+e", "backspace"], "ne tw"),
        (["ctrl+left", "x"], "one xtwo"),
        (["ctrl+left", "ctrl+left", "ctrl+right", "x"], "onex two"),
        (["ctrl+w"], "one "),
        (["ctrl+backspace", "x"], "one x"),
        (["shift+left", "shift+left", "x"], "one tx"),
        (["ctrl+home", "ctrl+delete"], " two"),
        (["ctrl+u", "x"], "x"),
        (["shift+home", "ctrl+x", "ctrl+v", "ctrl+v"], "one twoone two"),
        (["ctrl+x"], "one two"),
    ],
)
async def test_the_keys_of_editing_edit(keys: list[str], line: str) -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        app.editor.load_line("one two")
        await pilot.press(*keys)
        assert app.editor.line == line
        assert app.editor.document.line_count == 1


async def test_up_in_the_first_row_and_down_in_the_last_are_reported_and_move_between_the_rows() -> None:
    app = LineApp()
    async with app.run_test(size=(20, 10)) as pilot:
        app.editor.load_line("words " * 6)
        await pilot.pause()
        rows = app.editor.size.height
        assert rows > 1
        await pilot.press(*["up"] * (rows - 1))
        assert app.told == []
        await pilot.press("up")
        assert app.told_names == ["LeftUpward"]
        await pilot.press(*["down"] * (rows - 1))
        assert app.told_names == ["LeftUpward"]
        await pilot.press("down")
        assert app.told_names == ["LeftUpward", "LeftDownward"]


async def test_it_grows_from_one_row_to_six_and_then_scrolls() -> None:
    app = LineApp()
    async with app.run_test(size=(40, 20)) as pilot:
        heights = []
        for count in (0, 1, 10, 20, 100):
            app.editor.load_line("words " * count)
            await pilot.pause()
            heights.append(app.editor.size.height)
        assert heights == [1, 1, 2, 4, 6]
        assert app.editor.scroll_offset.y > 0


async def test_typing_is_undone_and_done_again_until_there_is_none() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        assert not app.editor.undo_typing()
        assert not app.editor.redo_typing()
        await pilot.press(*"abc", "backspace")
        assert app.editor.undo_typing()
        assert app.editor.line == "abc"
        assert app.editor.undo_typing()
        assert app.editor.line == ""
        assert not app.editor.undo_typing()
        assert app.editor.redo_typing()
        assert app.editor.redo_typing()
        assert app.editor.line == "ab"
        assert not app.editor.redo_typing()


async def test_a_paste_of_one_line_is_inserted_clean_in_place_of_the_selection() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        app.editor.load_line("one two")
        await pilot.press("ctrl+shift+left")
        app.post_message(events.Paste("\n2\t\x1b[31m\x00three\ud800\u200f\r\n"))
        await pilot.pause()
        assert app.editor.line == "one 2 [31mthree�\u200f"
        assert app.told == []


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
async def test_a_paste_of_several_lines_is_reported_and_can_be_inserted_as_words(line_break: str) -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        text = line_break.join(["one", "", "two\x07", ""])
        await pilot.press("a")
        app.post_message(events.Paste(text))
        await pilot.pause()
        [pasted] = app.told
        assert isinstance(pasted, CaptureLine.Pasted)
        assert (pasted.text, pasted.lines) == (text, ["one", "", "two"])
        assert app.editor.line == "a"
        app.editor.insert_words(pasted.text)
        assert app.editor.line == "aone two"


async def test_no_way_in_lets_a_line_break_or_a_control_character_in() -> None:
    app = LineApp()
    async with app.run_test():
        app.editor.load_line("a\nb\x1b\x1c")
        assert app.editor.line == "a b"
        app.editor.insert("\n\x9b")
        app.editor.insert("c\nd")
        app.editor.text = app.editor.text + "\x00\u2028e"
        assert app.editor.line == "a bc d e"
        assert app.editor.document.line_count == 1


@pytest.mark.parametrize("character", ["\u00a0", "\u3000", "\u200c", "é", "李", "🙂", "[", "\\"])
async def test_every_character_of_a_keyboard_can_be_typed(character: str) -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        app.post_message(events.Key("some_key", character))
        await pilot.pause()
        assert app.editor.line == character


async def test_words_are_drawn_literally_with_stand_ins_for_what_a_terminal_obeys() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        app.editor.load_line("[b]x[/] \\[ \u202egnol\u2069 ]/[")
        await pilot.pause()
        # What only ends a run of isolated letters has no width, and is drawn as another that has none.
        assert drawn(app.editor) == "[b]x[/] \\[ �gnol\u200c ]/["
        assert app.editor.line == "[b]x[/] \\[ \u202egnol\u2069 ]/["


@pytest.mark.long
async def test_a_line_of_100_kilobytes_is_kept_in_full() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        words = "words of a paste " * 6_000
        app.post_message(events.Paste(words))
        await pilot.pause()
        assert app.editor.line == words
        assert not app.editor.soft_wrap
        assert app.editor.size.height == 1
        await pilot.press("home", "y", "end", "z", "enter")
        [submitted] = app.told
        assert isinstance(submitted, CaptureLine.Submitted)
        assert submitted.line == f"y{words}z"
        app.editor.load_line("")
        assert app.editor.soft_wrap


async def test_a_line_is_wrapped_again_when_it_is_no_longer_huge() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        app.editor.load_line("x" * WRAP_LIMIT)
        assert app.editor.soft_wrap
        await pilot.press("y")
        assert not app.editor.soft_wrap
        assert app.editor.undo_typing()
        assert app.editor.soft_wrap
        assert app.editor.redo_typing()
        assert not app.editor.soft_wrap


async def test_the_cursor_does_not_blink() -> None:
    app = LineApp()
    async with app.run_test():
        assert not app.editor.cursor_blink


async def test_the_end_of_a_long_text_that_comes_at_once_is_in_sight() -> None:
    app = LineApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.editor.insert_words("word " * 50)
        await pilot.pause()
        app.editor.insert_words("word " * 50 + "last")
        await pilot.pause()
        assert "last" in drawn(app.editor)
