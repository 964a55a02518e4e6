"""A question in one line: what is asked, what is typed, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import bindings_of
from tui.widgets.words_input import WordsInput


class PromptInput(WordsInput):
    """The field of a question, with the question's keys."""

    BINDINGS = bindings_of("prompt")

    def action_go_on(self) -> None:
        """Accept what is shown and go on."""
        self.post_message(Prompt.WentOn(self.value))

    def action_turn(self, by: int) -> None:
        """Show another of those that may be meant."""
        self.post_message(Prompt.Turned(by))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.post_message(Prompt.Left())


class Prompt(Horizontal):
    """Ask for names or a date without a window: hidden until `ask`, hidden again by `close`."""

    DEFAULT_CSS = """
    Prompt {
        display: none;
        height: 1;
        &.-open { display: block; }
        PromptInput { width: 24; height: 1; border: none; padding: 0; &:focus { border: none; } }
        .match { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; padding-left: 2; }
    }
    """

    @dataclass
    class Typed(Message):
        """The words changed."""

        words: str

    @dataclass
    class Answered(Message):
        """Enter was pressed."""

        words: str

    @dataclass
    class WentOn(Message):
        """Tab was pressed."""

        words: str

    @dataclass
    class Turned(Message):
        """Another of those that may be meant is wanted: the next (1) or the one before (-1)."""

        by: int

    @dataclass
    class Left(Message):
        """Nothing is to be changed."""

    def compose(self) -> ComposeResult:
        """Lay out the question, the field and the match."""
        yield Static(classes="asked", markup=False)
        yield PromptInput(select_on_focus=False)
        yield Static(classes="match", markup=False)

    @property
    def field(self) -> PromptInput:
        """The field that is typed in."""
        return self.query_one(PromptInput)

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        return self.has_class("-open")

    def ask(self, asked: str) -> None:
        """Ask something, with an empty field that takes the keys."""
        self.query_one(".asked", Static).update(Content(showable(asked)))
        self.field.cursor_blink = False
        with self.field.prevent(Input.Changed):
            self.field.value = ""
        self.add_class("-open")
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Ask nothing any more."""
        self.remove_class("-open")

    def fill_in(self, words: str, *, chosen: bool = False) -> None:
        """Put words into the field, the cursor behind them; `chosen`, what is typed takes their place."""
        self.field.value = words
        self.field.cursor_position = len(words)
        if chosen:
            self.field.select_all()

    def show_match(self, match: Content, *, wrong: bool = False) -> None:
        """Show what the words come to, or why they come to nothing."""
        shown = self.query_one(".match", Static)
        shown.set_class(wrong, "-wrong")
        shown.update(match)

    @on(Input.Changed)
    def _tell_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _tell_answered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value))
