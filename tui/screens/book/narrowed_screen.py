"""A list of the whole book's rows on the screen: narrowed by typed words, leading to an entry, written to a file."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.book.folder import Book
from tui.keys.keymap import Need, Where
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import CommandScreen
from tui.widgets.footer import Foot
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

_MOST_ROWS = 8
"""Rows of the screen for the whole of the chosen row."""


class NarrowedScreen(CommandScreen[tuple[Path, int] | None]):
    """List rows of the book, and close with the place of the one that was gone to."""

    CSS_PATH = "register.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]
    ENDINGS: ClassVar[tuple[str, ...]]
    """The endings of the files that its rows can be written to."""
    SOUGHT: ClassVar[str] = "anywhere in a row"
    """Where typed words are looked for."""

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now
        self.known = False
        """Whether the book has been read."""
        self.public = False
        self.words = ""
        """What the rows are narrowed by."""
        self.asking = ""
        """What is being asked at the foot: `words`, `file`, or what the screen asks beside."""
        self._written_over: Path | None = None
        """A file that is there and was named, which is written over where it is named again."""

    @abstractmethod
    def make_list(self) -> ChoiceView:
        """Return what shows the rows, under the name `actions`."""

    @abstractmethod
    def show_rows(self) -> None:
        """Show the rows that are wanted now."""

    @abstractmethod
    def lines_of_chosen(self) -> Sequence[Content]:
        """Return the chosen row whole, or why there is none."""

    @abstractmethod
    def write_file(self, path: Path) -> str:
        """Write the rows that are listed, and return how many of what.

        Raises
        ------
        OSError
            Where the file cannot be written.

        """

    def compose(self) -> ComposeResult:
        """Lay out what is wanted, the list, the whole of the chosen row, and the keys."""
        yield TopLine(id="top")
        yield Static(id="wanted", markup=False)
        yield self.make_list()
        yield Static(id="chain", markup=False)
        yield Foot(self.place, self.program.keymap, self.disabled_reason)

    @property
    def place(self) -> Where:
        """Its place in the table of commands."""
        return self.PLACES[0]

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    @property
    def list_view(self) -> ChoiceView:
        """The list."""
        return self.query_one(ChoiceView)

    def choose(self, by: int) -> None:
        """Choose the row so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self.show_chosen()

    # The question at the foot.

    def ask(self, asking: str, asked: str, match: str = "") -> None:
        """Ask something at the foot."""
        self.asking, self._written_over = asking, None
        self.foot.ask(asked, match)

    def seek(self) -> None:
        """Ask for words, and narrow the list while they are typed."""
        self.ask("words", "with", self.SOUGHT)
        self.foot.prompt.fill_in(self.words, chosen=True)

    def ask_for_file(self) -> None:
        """Ask for a file and write what is listed to it."""
        self.ask("file", "file", f"its ending says how: {' '.join(self.ENDINGS)}")

    def take_answer(self, words: str) -> bool:
        """Go on with an answer to what the screen asks beside; return whether it was that."""
        del words
        return False

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Narrow the list while words are typed."""
        self._written_over = None
        if self.asking == "words":
            self.words = event.words
            self.show_rows()

    @on(Prompt.Turned)
    def choose_while_typing(self, event: Prompt.Turned) -> None:
        """Choose another of what is left while words are typed."""
        if self.asking == "words":
            self.choose(event.by)

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Go on with what was asked."""
        words = event.words.strip()
        if self.take_answer(words):
            return
        if self.asking == "file" and words:
            self._write(words)
        else:
            self.leave_prompt()

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more, and narrow by no words."""
        if self.asking == "words":
            self.words = ""
        self.leave_prompt()
        self.show_rows()

    def leave_prompt(self) -> None:
        """Ask nothing any more."""
        self.asking = ""
        self.foot.close()

    def _write(self, words: str) -> None:
        from tui.book.disk.atomic_write import in_words
        from tui.book.disk.text_file import is_there, named_file

        path = named_file(words)
        if path.suffix.lower() not in self.ENDINGS:
            *most, last = self.ENDINGS
            self.foot.prompt.show_match(Content(f"end its name in {', '.join(most)} or {last}"), wrong=True)
            return
        if is_there(path) and path != self._written_over:
            self._written_over = path
            self.foot.prompt.show_match(Content("it is there already; Enter again writes over it"), wrong=True)
            return
        self.leave_prompt()
        try:
            count = self.write_file(path)
        except OSError as error:
            self.say(f"{path}: {in_words(error)}", refused=True)
        else:
            version = "public version" if self.public else "INTERNAL"
            change = self.key_of(f"{self.place}-turn-version")
            self.say(f"{count} in {path} ({version}; {change} changes that)")

    # Showing.

    def show_chosen(self) -> None:
        """Show as much of the chosen row as there is room for."""
        width = max(10, self.size.width - (2 if self.has_class("-narrow") else 4))
        rows = [row for line in self.lines_of_chosen() for row in line.wrap(width)]
        room = max(3, min(_MOST_ROWS, self.size.height // 4))
        if len(rows) > room:
            rows = [*rows[: room - 1], self.words_for_more(len(rows) - room + 1)]
        self.query_one("#chain", Static).update(Content("\n").join(rows))
        self.foot.show_keys()

    def words_for_more(self, count: int) -> Content:
        """Return what stands for so many lines that there is no room for."""
        del count
        return Content("…")

    def show_wanted(self, *parts: str) -> None:
        """Say above the list what is listed."""
        self.query_one("#wanted", Static).update(Content(showable(" · ".join(part for part in parts if part))))

    def show_name(self, name: str) -> None:
        """Say at the top what is listed."""
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", f"{name} of the book"

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether there is a row, which is all that a command needs here."""
        del need
        return self.list_view.count > 0

    def on_resize(self) -> None:
        """Show as much of the chosen row, and as many keys, as there is room for now."""
        self.show_chosen()
