"""A question in one line: what is asked, what is typed, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import CommandPart, Handlers, bindings_of
from tui.widgets.words_input import WordsInput


class PromptInput(WordsInput, CommandPart):
    """The field of a question, with the question's keys."""

    BINDINGS = bindings_of("prompt")
    HANDLERS: ClassVar[Handlers[PromptInput]] = {
        "prompt-submit": lambda self: self.prompt.answer(),
        "prompt-go-on": lambda self: self.prompt.go_on(),
        "prompt-turn-down": lambda self: self.prompt.turn(1),
        "prompt-turn-up": lambda self: self.prompt.turn(-1),
        "prompt-leave": lambda self: self.prompt.post_message(Prompt.Left()),
    }

    prompt: Prompt

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(select_on_focus=False)
        self.prompt = prompt
        """The question that it belongs to."""


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
        yield PromptInput(self)
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

    # What the keys do; each is told at once, so that the next key meets what came of it.

    def answer(self) -> None:
        """Tell that Enter was pressed."""
        self.post_message(self.Answered(self.field.value))

    def go_on(self) -> None:
        """Tell that Tab was pressed."""
        self.post_message(self.WentOn(self.field.value))

    def turn(self, by: int) -> None:
        """Tell that another of those that may be meant is wanted."""
        self.post_message(self.Turned(by))

    def take_typed(self, words: str) -> None:
        """Tell that the words changed."""
        self.post_message(self.Typed(words))

    @on(Input.Changed)
    def _note_typing(self, event: Input.Changed) -> None:
        event.stop()
        self.take_typed(event.value)
