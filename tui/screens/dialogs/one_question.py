"""A dialog of one question with a proposed answer, which is looked at before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.meeting.text.sanitizing import showable
from tui.widgets.words_input import WordsInput


class OneQuestion(ModalScreen[str | None]):
    """Ask for one line; `wrong` says what is wrong with an answer, and empty words take it."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", show=False)]

    def __init__(self, title: str, proposal: str, text: str, enter: str, wrong: Callable[[str], str]) -> None:
        super().__init__()
        self._title = title
        self._proposal = proposal
        self._text = text
        self._enter = enter
        """What Enter does: `approves`."""
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Lay out the question, the field, what is to be known, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(showable(self._title)), classes="title")
            yield WordsInput(value=self._proposal, select_on_focus=True)
            yield Static(Content(showable(self._text)), classes="text")
            yield Static("", classes="wrong", markup=False)
            yield Static(Content(showable(f"Enter {self._enter}   Esc back")), classes="hint")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Take the answer, or say what is wrong with it."""
        words = event.value.strip()
        wrong = self._wrong(words)
        if wrong:
            self.query_one(".wrong", Static).update(Content(showable(wrong)))
        else:
            self.dismiss(words)
