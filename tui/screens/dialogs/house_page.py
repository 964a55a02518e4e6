"""The house's choice for a series on one page: how its notes look, in which files they go out, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.book.house import house_choice, house_file
from tui.errors import MinutebookError
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import clean, showable
from tui.notes.templates.look import SETTINGS
from tui.use_cases.choose_for_house import HouseRow, choose_for_house, house_rows
from tui.use_cases.house_look import LOOK
from tui.widgets.words_input import WordsInput

_WIDEST_NAME = 12


class HousePage(ModalScreen[None]):
    """Choose a row with Up and Down, type what is to hold or turn to it with Tab, and keep it with Enter."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("up", "choose(-1)", "Up", show=False, priority=True),
        Binding("down", "choose(1)", "Down", show=False, priority=True),
        Binding("tab", "turn(1)", "The next", show=False, priority=True),
        Binding("shift+tab", "turn(-1)", "The one before", show=False, priority=True),
    ]

    def __init__(self, book_folder: Path, meeting: Meeting) -> None:
        super().__init__()
        self._book, self._meeting = book_folder, meeting
        self._rows: tuple[HouseRow, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay out what is chosen, the field for one of it, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(showable(f"The house's choice for {self._meeting.series}")), classes="title")
            yield Static(classes="body", markup=False)
            yield WordsInput(select_on_focus=True)
            yield Static(classes="text", markup=False)
            yield Static(classes="wrong", markup=False)
            yield Static(classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show what stands in the file, or why it cannot be used."""
        self._read()
        self.action_choose(0)

    @property
    def _row(self) -> HouseRow | None:
        return self._rows[self._at] if self._rows else None

    def _read(self) -> None:
        try:
            self._rows = house_rows(self._book, self._meeting)
        except MinutebookError as problem:
            self._say(str(problem))

    def action_choose(self, by: int) -> None:
        """Choose the row so many below; what was typed for another and not kept is gone."""
        if (row := self._row) is None:
            return
        self._at = (self._at + by) % len(self._rows)
        row = self._rows[self._at]
        field = self.query_one(WordsInput)
        field.value = row.words
        field.placeholder = row.usual
        field.action_select_all()
        self.query_one(".text", Static).update(Content(showable(row.does)))
        self._show(f"It stands in {self._where(row)}, in the book's folder")

    def _show(self, said: str) -> None:
        lines = []
        for at, row in enumerate(self._rows):
            name = f"{'› ' if at == self._at else '  '}{row.name.ljust(_WIDEST_NAME)}"
            words = (showable(row.words), "") if row.words else (showable(f"{row.usual} (usual)"), "$text-muted")
            lines.append(Content.assemble((name, "bold $text-primary" if at == self._at else ""), words))
        self.query_one(".body", Static).update(Content("\n").join(lines))
        turns = "   Tab the next" if self._row and self._row.known else ""
        keys = f"Enter keeps it   ↑↓ another{turns}   Esc back"
        self._say("")
        self.query_one(".hint", Static).update(Content("\n").join([Content(keys), Content(showable(said))]))

    def _where(self, row: HouseRow) -> str:
        style = house_choice(self._book, self._meeting).style
        return f"styles/{style or 'NAME'}/{SETTINGS}" if row.name in LOOK else house_file(self._book).name

    def _say(self, wrong: str) -> None:
        self.query_one(".wrong", Static).update(Content(showable(wrong)))
        # What is wrong takes the place of what the row is for, so that all of it fits a small screen.
        self.query_one(".text", Static).display = not wrong

    def action_turn(self, by: int) -> None:
        """Turn the field to the next of what is known, with none between the last and the first."""
        if (row := self._row) is None or not row.known:
            return
        field = self.query_one(WordsInput)
        known = ("", *row.known)
        at = known.index(field.value) if field.value in known else 0
        field.value = known[(at + by) % len(known)]
        field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Keep what stands in the field for the series, or say what is wrong with it."""
        if (row := self._row) is None:
            return
        words = clean(self.query_one(Input).value).strip()
        try:
            choose_for_house(self._book, self._meeting, {row.name: words})
        except MinutebookError as problem:
            self._say(str(problem))
            return
        self._read()
        self.action_choose(0)
        self._show(f"{row.name} is kept in {self._where(row)}, in the book's folder")
