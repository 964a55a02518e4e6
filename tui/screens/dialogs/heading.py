"""Asking for a section's heading."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.meeting.text.sanitizing import clean, showable
from tui.widgets.words_input import WordsInput


class AskHeading(ModalScreen[str | None]):
    """Type a number, where the section has one, and a heading; Enter gives them, Esc gives None."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", show=False)]

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._shown = showable(words)

    def compose(self) -> ComposeResult:
        """Lay out the question above the field."""
        with Vertical(classes="dialog"):
            yield Static(showable(self._title), classes="title", markup=False)
            yield WordsInput(self._shown, placeholder="number, if it has one, and heading", select_on_focus=False)
            yield Static(classes="wrong", markup=False)
            yield Static("Enter keeps it   Esc leaves it", classes="hint", markup=False)

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """Return what was typed; what was not touched comes back as it was, stand-ins aside."""
        words = self._words if event.value == self._shown else clean(event.value).strip()
        if words:
            self.dismiss(words)
        else:
            self.query_one(".wrong", Static).update("a section needs a heading")
