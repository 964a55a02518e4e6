"""The registers beside the actions on the screen: decisions, attendance, interests and questions of the whole book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Literal, get_args

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.folder import Book
from tui.book.register.listing import COLUMNS, Asked, Listing, RegisterName, RowPlace, listing
from tui.errors import MinutebookError
from tui.keys.keymap import Where
from tui.meeting.people.name_forms import fold
from tui.meeting.text.sanitizing import showable
from tui.screens.book.narrowed_screen import NarrowedScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.lists.rows_list import RowsList, whole_row

_PATIENCE = 10.0
"""Seconds for which keys wait for a large book to be read."""
_NAMES: tuple[RegisterName, ...] = get_args(RegisterName)
_FORMATS: dict[str, Literal["csv", "md", "json"]] = {".csv": "csv", ".md": "md", ".json": "json"}


class OtherRegistersScreen(NarrowedScreen):
    """List one of the registers, what everybody may see of it unless all is asked for; Enter opens a row's entry."""

    PLACES: ClassVar[tuple[Where, ...]] = ("registers",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("registers")
    ENDINGS: ClassVar[tuple[str, ...]] = tuple(_FORMATS)

    class Read(Message, bubble=False):
        """A register has been read, or could not be."""

        def __init__(self, found: Listing | None, error: str = "") -> None:
            super().__init__()
            self.found = found
            self.error = error

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__(book, now)
        self.public = True
        self._name: RegisterName = "decisions"
        self._rows: tuple[tuple[dict[str, Any], RowPlace], ...] = ()
        """All of them, the latest meeting first."""
        self._listed: tuple[tuple[dict[str, Any], RowPlace], ...] = ()
        """Those with the words that were asked for."""

    def make_list(self) -> RowsList:
        """Return what shows the rows."""
        return RowsList(id="actions")

    @property
    def list_view(self) -> RowsList:
        """The list."""
        return self.query_one(RowsList)

    def on_mount(self) -> None:
        """Read the first register."""
        self._read()

    # Reading, in a thread of its own: a book may have a thousand meetings.

    def _read(self) -> None:
        self.show_name(self._name.capitalize())
        self.program.hold_keys(_PATIENCE)
        self.known = False
        self.query_one("#wanted", Static).update(Content(f"reading the {self._name} …"))
        self._read_apart(self._name, public=self.public, months=self.program.settings.absent_months)

    @work(thread=True, exclusive=True, group="reading")
    def _read_apart(self, name: RegisterName, *, public: bool, months: int | None) -> None:
        worker = get_current_worker()
        try:
            asked = Asked(months=months)
            read = self.Read(listing(self.book, name, today=self.now().date(), asked=asked, public=public))
        except MinutebookError as error:
            read = self.Read(None, str(error))
        if not worker.is_cancelled:
            self.post_message(read)

    @on(Read)
    def take_read(self, event: Read) -> None:
        """Show the rows, the latest first; members by series and name."""
        found = event.found
        rows = list(zip(found.rows, found.places, strict=True)) if found else []
        if self._name == "attendance":
            rows.sort(key=lambda one: (fold(one[0]["series"]), fold(one[0]["name"])))
        else:
            rows.reverse()
        self.known, self._rows = True, tuple(rows)
        problems = "; ".join((*found.errors, *found.copies)) if found else event.error
        self.show_rows()
        self.say(problems, refused=not found or bool(found.errors))
        self.program.release_keys()

    # What is wanted.

    def turn(self) -> None:
        """Show the next register."""
        self._name = _NAMES[(_NAMES.index(self._name) + 1) % len(_NAMES)]
        self.list_view.chosen = 0
        self._read()

    def turn_version(self) -> None:
        """Show what everybody may see, or all."""
        self.public = not self.public
        self._read()

    def go_there(self) -> None:
        """Open the meeting of the chosen row at its entry."""
        if self._listed:
            place = self._listed[self.list_view.chosen][1]
            self.dismiss((self.book.folder / place.file, place.entry))

    def write_file(self, path: Path) -> str:
        """Write the rows that are listed."""
        from tui.book.disk.atomic_write import replace_file
        from tui.notes.actions.files import file_bytes
        from tui.notes.registers import register_page

        rows, fmt = [row for row, _ in self._listed], _FORMATS[path.suffix.lower()]
        separator = self.program.settings.csv_separator
        page = register_page(self._name, COLUMNS[self._name], rows, fmt, public=self.public, separator=separator)
        replace_file(path, file_bytes(page, fmt))
        return f"{len(rows)} {_rows_word(len(rows))}"

    # Showing.

    def show_rows(self) -> None:
        """Show the rows that are wanted now."""
        tokens = fold(self.words).split()
        self._listed = tuple(
            one for one in self._rows if not tokens or all(token in fold(whole_row(one[0])) for token in tokens)
        )
        self.list_view.show(self._name, [row for row, _ in self._listed])
        count = len(self._listed)
        parts = [f"{count:,} {_rows_word(count)}", *([f"with “{self.words}”"] if self.words else [])]
        parts.append("public version" if self.public else "INTERNAL: restricted words are shown")
        self.show_wanted(*parts)
        self.show_chosen()

    def lines_of_chosen(self) -> list[Content]:
        """Return the chosen row whole."""
        if not self._listed:
            nothing = f"There are no {self._name} here yet." if not self._rows else "None of them is like that."
            return [Content(nothing if self.known else "")]
        row = self._listed[min(self.list_view.chosen, len(self._listed) - 1)][0]
        return [Content(showable(line)) for line in whole_row(row).splitlines()]

    HANDLERS: ClassVar[Handlers[Any]] = {
        "registers-go-there": go_there,
        "registers-turn": turn,
        "registers-seek": NarrowedScreen.seek,
        "registers-turn-version": turn_version,
        "registers-write": NarrowedScreen.ask_for_file,
        "registers-close": lambda self: self.dismiss(None),
        **choosing("registers", NarrowedScreen.choose),
    }


def _rows_word(count: int) -> str:
    return "row" if count == 1 else "rows"
