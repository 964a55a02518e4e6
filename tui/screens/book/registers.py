"""The registers beside the actions on the screen: decisions, attendance, interests and questions of the whole book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Literal, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.disk.text_file import is_there, named_file
from tui.book.folder import Book
from tui.book.register.listing import COLUMNS, Asked, Listing, RegisterName, RowPlace, listing
from tui.errors import MinutebookError
from tui.keys.keymap import Need, Where
from tui.meeting.people.name_forms import fold
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import CommandScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.rows_list import RowsList, whole_row
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

_PATIENCE = 10.0
"""Seconds for which keys wait for a large book to be read."""
_NAMES: tuple[RegisterName, ...] = get_args(RegisterName)
_MOST_ROWS = 8
"""Rows for the whole of the chosen one."""
_FORMATS: dict[str, Literal["csv", "md", "json"]] = {".csv": "csv", ".md": "md", ".json": "json"}


class RegistersScreen(CommandScreen[tuple[Path, int] | None]):
    """List one of the registers, what everybody may see of it unless all is asked for; Enter opens a row's entry."""

    CSS_PATH = "register.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("registers",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("registers")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    class Read(Message, bubble=False):
        """A register has been read, or could not be."""

        def __init__(self, found: Listing | None, error: str = "") -> None:
            super().__init__()
            self.found = found
            self.error = error

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now
        self._name: RegisterName = "decisions"
        self._rows: tuple[tuple[dict[str, Any], RowPlace], ...] = ()
        """All of them, the latest meeting first."""
        self._listed: tuple[tuple[dict[str, Any], RowPlace], ...] = ()
        """Those with the words that were asked for."""
        self._known = False
        self._public = True
        self._words = ""
        self._asking: Literal["", "words", "file"] = ""
        self._written_over: Path | None = None
        """A file that is there and was named, which is written over where it is named again."""

    def compose(self) -> ComposeResult:
        """Lay out what is wanted, the list, the whole of the chosen one, and the keys."""
        yield TopLine(id="top")
        yield Static(id="wanted", markup=False)
        yield RowsList(id="actions")
        yield Static(id="chain", markup=False)
        yield Foot("registers", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    @property
    def list_view(self) -> RowsList:
        """The list."""
        return self.query_one(RowsList)

    def on_mount(self) -> None:
        """Read the first register."""
        self._read()

    # Reading, in a thread of its own: a book may have a thousand meetings.

    def _read(self) -> None:
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", f"{self._name.capitalize()} of the book"
        self.program.hold_keys(_PATIENCE)
        self._known = False
        self.query_one("#wanted", Static).update(Content(f"reading the {self._name} …"))
        self._read_apart(self._name, public=self._public, months=self.program.settings.absent_months)

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
        self._known, self._rows = True, tuple(rows)
        problems = "; ".join((*found.errors, *found.copies)) if found else event.error
        self._show()
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
        self._public = not self._public
        self._read()

    def seek(self) -> None:
        """Ask for words, and narrow the list while they are typed."""
        self._ask("words", "with", "anywhere in a row")
        self.foot.prompt.fill_in(self._words, chosen=True)

    def ask_for_file(self) -> None:
        """Ask for a file and write what is listed to it."""
        self._ask("file", "file", "its ending says how: .csv .md .json")

    def choose(self, by: int) -> None:
        """Choose the row so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self._show_chosen()

    def go_there(self) -> None:
        """Open the meeting of the chosen row at its entry."""
        if self._listed:
            place = self._listed[self.list_view.chosen][1]
            self.dismiss((self.book.folder / place.file, place.entry))

    def _write(self, words: str) -> None:
        from tui.notes.actions.files import file_bytes
        from tui.notes.registers import register_page

        path = named_file(words)
        fmt = _FORMATS.get(path.suffix.lower())
        if fmt is None:
            self.foot.prompt.show_match(Content("end its name in .csv, .md or .json"), wrong=True)
            return
        if is_there(path) and path != self._written_over:
            self._written_over = path
            self.foot.prompt.show_match(Content("it is there already; Enter again writes over it"), wrong=True)
            return
        self._leave_prompt()
        separator = self.program.settings.csv_separator
        rows = [row for row, _ in self._listed]
        columns = COLUMNS[self._name]
        page = register_page(self._name, columns, rows, fmt, public=self._public, separator=separator)
        try:
            replace_file(path, file_bytes(page, fmt))
        except OSError as error:
            self.say(f"{path}: {in_words(error)}", refused=True)
        else:
            change = self.key_of("registers-turn-version")
            version = "public version" if self._public else "INTERNAL"
            self.say(f"{len(rows)} {_rows_word(len(rows))} in {path} ({version}; {change} changes that)")

    # The question at the foot.

    def _ask(self, asking: Literal["words", "file"], asked: str, match: str) -> None:
        self._asking, self._written_over = asking, None
        self.foot.ask(asked, match)

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Narrow the list while words are typed."""
        self._written_over = None
        if self._asking == "words":
            self._words = event.words
            self._show()

    @on(Prompt.Turned)
    def choose_while_typing(self, event: Prompt.Turned) -> None:
        """Choose another of what is left while words are typed."""
        if self._asking == "words":
            self.choose(event.by)

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Go on with what was asked."""
        words = event.words.strip()
        if self._asking == "file" and words:
            self._write(words)
        else:
            self._leave_prompt()

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more, and narrow by no words."""
        if self._asking == "words":
            self._words = ""
        self._leave_prompt()
        self._show()

    def _leave_prompt(self) -> None:
        self._asking = ""
        self.foot.close()

    # Showing.

    def _show(self) -> None:
        tokens = fold(self._words).split()
        self._listed = tuple(
            one for one in self._rows if not tokens or all(token in fold(whole_row(one[0])) for token in tokens)
        )
        self.list_view.show(self._name, [row for row, _ in self._listed])
        count = len(self._listed)
        parts = [f"{count:,} {_rows_word(count)}", *([f"with “{self._words}”"] if self._words else [])]
        parts.append("public version" if self._public else "INTERNAL: restricted words are shown")
        self.query_one("#wanted", Static).update(Content(showable(" · ".join(parts))))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the chosen row whole."""
        if not self._listed:
            nothing = f"There are no {self._name} here yet." if not self._rows else "None of them is like that."
            words = Content(nothing if self._known else "")
        else:
            width = max(10, self.size.width - (2 if self.has_class("-narrow") else 4))
            row = self._listed[min(self.list_view.chosen, len(self._listed) - 1)][0]
            lines = [one for line in whole_row(row).splitlines() for one in Content(showable(line)).wrap(width)]
            room = max(3, min(_MOST_ROWS, self.size.height // 4))
            words = Content("\n").join(lines if len(lines) <= room else [*lines[: room - 1], Content("…")])
        self.query_one("#chain", Static).update(words)
        self.foot.show_keys()

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether there is a row, which is all that a command needs here."""
        del need
        return bool(self._listed)

    def on_resize(self) -> None:
        """Show as much of the chosen row, and as many keys, as there is room for now."""
        self._show_chosen()

    HANDLERS: ClassVar[Handlers[Any]] = {
        "registers-go-there": go_there,
        "registers-turn": turn,
        "registers-seek": seek,
        "registers-turn-version": turn_version,
        "registers-write": ask_for_file,
        "registers-close": lambda self: self.dismiss(None),
        **choosing("registers", choose),
    }


def _rows_word(count: int) -> str:
    return "row" if count == 1 else "rows"
