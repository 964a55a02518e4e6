"""Another place for a meeting whose own can't be written, and what to do when leaving it unsaved."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.book.refusing_disk import place_in
from tui.errors import BadInput
from tui.meeting.text.sanitizing import showable
from tui.widgets.words_input import WordsInput


class SaveElsewhere(ModalScreen[Path | None]):
    """Ask for a folder; the meeting is written there under its own name."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", show=False)]

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Lay out the question with the home folder as a proposal."""
        with Vertical(classes="dialog"):
            yield Static("Write the meeting to another folder", classes="title", markup=False)
            yield WordsInput(value=str(Path.home()), select_on_focus=True)
            yield Static(Content(showable(f"The file keeps its name, {self._path.name}.")), classes="text")
            yield Static("", classes="wrong", markup=False)
            yield Static("Enter writes it there   Esc back", classes="hint", markup=False)

    @on(Input.Submitted)
    def choose(self, event: Input.Submitted) -> None:
        """Take the folder, if there is one of that name that does not hold such a file."""
        try:
            self.dismiss(place_in(event.value, self._path.name))
        except BadInput as wrong:
            self.query_one(".wrong", Static).update(Content(wrong.message))


class Unsaved(ModalScreen[Literal["wait", "elsewhere", "leave"]]):
    """Say what is not on the disk yet, when somebody quits."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('wait')", "Back", show=False),
        Binding("ctrl+s", "dismiss('elsewhere')", "Elsewhere", show=False),
        Binding("ctrl+q", "dismiss('leave')", "Leave", show=False),
    ]

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why

    def compose(self) -> ComposeResult:
        """Lay out what is wrong and the three ways on."""
        with Vertical(classes="dialog"):
            yield Static("The last changes are not on the disk", classes="title", markup=False)
            yield Static(Content(showable(self._why)), classes="text")
            yield Static(
                "Esc     back to the meeting, which keeps trying\nCtrl+S  write it to another folder\n"
                "Ctrl+Q  quit, and lose what is not saved",
                classes="hint",
                markup=False,
            )
