"""The field of dialogs shows what was pasted into it as words, never as an escape sequence."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult

from tui.widgets.words_input import WordsInput

HOSTILE = "[red]\x1b[31mred\x1b]0;title\x07\u202eback\x9b2J\n second\tline\ud800"


class FieldApp(App[None]):
    """One field."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield WordsInput()


async def test_a_hostile_paste_is_one_line_of_shown_words() -> None:
    app = FieldApp()
    async with app.run_test(size=(120, 10)) as pilot:
        field = app.query_one(WordsInput)
        field.focus()
        field.post_message(events.Paste(HOSTILE))
        await pilot.pause()
        assert "second line" in field.value
        shown = "".join(field.render_line(y).text for y in range(field.size.height))
        assert "[red]" in shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e\n\ud800")


async def test_what_a_field_begins_with_is_shown_as_words_too() -> None:
    app = FieldApp()
    async with app.run_test(size=(120, 10)) as pilot:
        field = app.query_one(WordsInput)
        field.value = "a\x1b[2Jb"
        await pilot.pause()
        shown = "".join(field.render_line(y).text for y in range(field.size.height))
        assert "\x1b" not in shown
        assert "[2Jb" in shown
